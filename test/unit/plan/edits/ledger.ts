import { expect } from 'vitest';
import { applyDraft, creationOf } from '../../../../shared/log/apply.ts';
import {
  type Change,
  type DraftChange,
  type DraftEdit,
  draftEditSchema,
  recordKinds,
} from '../../../../shared/log/edit.ts';
import { fold } from '../../../../shared/log/fold.ts';
import { takeBack } from '../../../../shared/log/undo.ts';
import { type Plan, planSchema } from '../../../../shared/plan/model.ts';
import { looseRecord, type Records, toPlan, toRecords } from '../../../../shared/plan/records.ts';
import { brokenRule } from '../../../../shared/plan/rules.ts';

/** A plan with its log, as the plan file keeps it: an edit that breaks a rule fails the test. */
export class Ledger {
  plan: Plan;
  #records: Records;
  #byId = new Map<string, Change>();
  #edits: { label: string; changes: Change[] }[] = [];
  #histories = new Map<string, Change[]>();
  readonly #newId: () => string;

  constructor(plan: Plan, newId: () => string) {
    this.#newId = newId;
    const records = toRecords(plan);
    this.#records = Object.fromEntries(recordKinds.map((kind) => [kind, new Map()])) as unknown as Records;
    this.#take(creationOf(records));
    this.plan = toPlan(this.#records);
  }

  /** Applies an edit and gives the plan afterwards. */
  apply(draft: DraftEdit | undefined): Plan {
    expect(draftEditSchema.safeParse(draft).error?.message).toBeUndefined();
    const { label, changes } = draft as DraftEdit;
    const made = this.#take(changes);
    this.#edits.push({ label, changes: made });
    this.plan = toPlan(this.#records, this.plan);
    this.#check(label);
    return this.plan;
  }

  /** Takes back all edits, newest first, and says what the plan is then. */
  undoAll(): Plan {
    for (const { changes, label } of this.#edits.toReversed()) {
      this.#take(takeBack(changes, (id) => this.#byId.get(id)));
      this.plan = toPlan(this.#records);
      this.#check(`undo ${label}`);
    }
    this.#edits = [];
    return this.plan;
  }

  /** The plan that the log alone leads to. */
  folded(): Plan {
    return toPlan(fold(this.#byId.values()));
  }

  #take(changes: DraftChange[]): Change[] {
    const edit = this.#newId();
    const applied = applyDraft(changes, edit, {
      records: this.#records,
      historyOf: (kind, record) => this.#histories.get(`${kind} ${record}`) ?? [],
      newId: this.#newId,
    });
    this.#records = applied.records;
    for (const change of applied.changes) {
      this.#byId.set(change.id, change);
      const key = `${change.kind} ${change.record}`;
      this.#histories.set(key, [...(this.#histories.get(key) ?? []), change]);
    }
    return applied.changes;
  }

  #check(label: string): void {
    expect({ label, loose: looseRecord(this.#records), broken: brokenRule(this.plan) }).toEqual({ label });
    expect(planSchema.safeParse(this.plan).error?.message).toBeUndefined();
  }
}
