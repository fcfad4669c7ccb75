import { applyDraft, creationOf } from '../../shared/log/apply.ts';
import { bringTogether } from '../../shared/log/bring-in.ts';
import type { Log } from '../../shared/log/came-in.ts';
import type { Change, DraftChange, DraftEdit, Edit } from '../../shared/log/edit.ts';
import { foldLog, type Kept } from '../../shared/log/fold.ts';
import { type Merged, merge } from '../../shared/log/merge.ts';
import { putBack, stepsOf, takeBack } from '../../shared/log/undo.ts';
import { type Move, openAgain, putBackMerge, takeBackMerge } from '../../shared/log/undo-merge.ts';
import { PlanError } from '../../shared/messages.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { looseRecord, type Records, toPlan, toRecords } from '../../shared/plan/records.ts';
import { brokenRule } from '../../shared/plan/rules.ts';

/** One person's copy of a plan, as its plan file would keep it, without a file. */
export class Copy {
  static first(plan: Plan, author: string, newId: () => string): Copy {
    const records = toRecords(plan);
    const copy = new Copy(author, newId, plan, records, [], [], []);
    const edit = copy.#edit('import', 'Start the plan', null);
    copy.edits.push(edit);
    const changes = creationOf(records).map((change) => ({ id: newId(), edit: edit.id, ...change, replaces: [] }));
    copy.changes.push(...changes);
    return copy;
  }

  author: string;
  plan: Plan;
  records: Records;
  edits: Edit[];
  changes: Change[];
  kept: Kept[];
  readonly newId: () => string;

  private constructor(
    author: string,
    newId: () => string,
    plan: Plan,
    records: Records,
    edits: Edit[],
    changes: Change[],
    kept: Kept[],
  ) {
    this.author = author;
    this.newId = newId;
    this.plan = plan;
    this.records = records;
    this.edits = edits;
    this.changes = changes;
    this.kept = kept;
  }

  copied(author = this.author, newId = this.newId): Copy {
    return new Copy(author, newId, this.plan, this.records, [...this.edits], [...this.changes], this.kept);
  }

  /** Makes an edit, if it may be made. Returns whether it left a trace. */
  edit(draft: DraftEdit | undefined): boolean {
    return draft !== undefined && this.#write(this.#edit('change', draft.label, null), draft.changes);
  }

  undo(): boolean {
    const step = stepsOf(this.edits, this.#isMine).undo.at(-1);
    if (!step) return false;
    const edit = this.#edit('undo', `Undo: ${step.label}`, step.id);
    if (this.#isMerge(step.id)) return this.#move(edit, takeBackMerge(this, step.id));
    const find = (id: string) => this.changes.find((change) => change.id === id);
    return this.#write(edit, takeBack(this.#changesOf(step.id), find));
  }

  redo(): boolean {
    const step = stepsOf(this.edits, this.#isMine).redo.at(-1);
    if (!step) return false;
    const edit = this.#edit('redo', `Redo: ${step.label}`, step.id);
    if (this.#isMerge(step.id)) return this.#move(edit, putBackMerge(this, step.id));
    return this.#write(edit, putBack(this.#changesOf(step.id)));
  }

  bringIn(other: Copy): Merged['news'] {
    const together = bringTogether(this, other, (_, last) => this.#edit('merge', `Bring in ${other.author}`, last));
    const { news, plan, records, edits, changes, kept } = together;
    Object.assign(this, { plan, records, edits: [...edits], changes: [...changes], kept });
    return news;
  }

  /** Takes another log, with what it leads to. */
  become(log: Log): this {
    const { records, kept } = foldLog(log.changes);
    return Object.assign(this, { ...log, records, kept, plan: toPlan(records) });
  }

  /** What both logs say, without an edit that says so. */
  merged(other: Copy): Copy {
    const { edits, changes } = merge(this, other);
    const copy = this.copied();
    Object.assign(copy, { edits, changes });
    return copy;
  }

  #move(edit: Edit, way: Move): boolean {
    // A merge may lead to a broken rule, and so may the way back into it.
    return this.#write(edit, way.changes, (changes) => openAgain(way, changes, edit.id, this.newId), true);
  }

  #write(edit: Edit, draft: DraftChange[], more: (changes: Change[]) => Change[] = () => [], anyRule = false): boolean {
    try {
      const { changes, records } = applyDraft(draft, edit.id, {
        records: this.records,
        historyOf: (kind, record) => this.changes.filter((each) => each.kind === kind && each.record === record),
        newId: this.newId,
        kept: this.kept,
      });
      if (changes.length === 0 && edit.kind === 'change') return false;
      const loose = looseRecord(records);
      if (loose) throw new PlanError('edit-refused', loose);
      const plan = toPlan(records, this.plan);
      const broken = anyRule ? undefined : brokenRule(plan, this.plan);
      if (broken) throw new PlanError('edit-refused', broken);
      this.edits.push(edit);
      this.changes.push(...changes);
      this.changes.push(...more(this.changes));
      this.records = records;
      this.plan = plan;
      return true;
    } catch (error) {
      if (error instanceof PlanError && error.code === 'edit-refused') return false;
      throw error;
    }
  }

  #edit(kind: Edit['kind'], label: string, target: string | null): Edit {
    const at = '2026-11-02T09:00:00.000Z';
    return { id: this.newId(), at, author: this.author, device: '', label, kind, target };
  }

  readonly #isMine = (edit: Edit) => edit.author === this.author;

  #isMerge(id: string): boolean {
    return this.edits.some((edit) => edit.id === id && edit.kind === 'merge');
  }

  #changesOf(id: string): Change[] {
    return this.changes.filter(({ edit }) => edit === id);
  }
}
