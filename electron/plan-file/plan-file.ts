import path from 'node:path';
import { type Applied, applyDraft } from '../../shared/log/apply.ts';
import type { Change, DraftChange, DraftEdit, Edit } from '../../shared/log/edit.ts';
import { changesBackTo, type Point, pointsOf, recordsAfter } from '../../shared/log/points.ts';
import { goesOn } from '../../shared/log/typing.ts';
import { addStep, putBack, type Steps, stepsOf, takeBack } from '../../shared/log/undo.ts';
import { PlanError } from '../../shared/messages.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { quote } from '../../shared/plan/names.ts';
import { looseRecord, type Records, toPlan } from '../../shared/plan/records.ts';
import { brokenRule } from '../../shared/plan/rules.ts';
import type { Notice, PlanState, SaveState } from '../../shared/plan-state.ts';
import { called, codeOf, type Files, realFiles, writeAtomically } from '../files.ts';
import type { Contents } from './contents.ts';
import { type PlanFileEnvironment, signature } from './environment.ts';
import { contentsOfBytes, readPlanBytes } from './exchange.ts';
import { newContents } from './new-contents.ts';
import {
  backupsFolder,
  hashOf,
  isTemporary,
  type KnownPlace,
  knownPlace,
  markOf,
  placeFolder,
  rememberPlace,
  setAside,
} from './place.ts';
import { hasUnpublished, keepAside, reconcile } from './reconcile.ts';
import { isDamaged, openWorkingCopy, type WorkingCopy } from './working-copy.ts';

/**
 * An open plan, and the one writer of its files. Every edit is durable in the working copy when `apply` returns; the
 * person's file is brought up to date by `publish`, which can fail and be tried again without anything being lost.
 */
export class PlanFile {
  /**
   * Makes a plan file, in place of whatever is there.
   * @throws PlanError where the working copy or the file cannot be made
   */
  static async create(file: string, plan: Plan, env: PlanFileEnvironment): Promise<PlanFile> {
    const folder = placeFolder(env.profile, plan.id, file);
    const copy = openWorkingCopy(folder, backupsFolder(env.profile, plan.id));
    return closingOnError(copy, async () => {
      const notice = hasUnpublished(copy, folder) ? await keepAside(copy, folder, file, env) : null;
      copy.replace(newContents(plan, env));
      const made = new PlanFile({ file, copy, folder, env, hash: null, published: null, notice });
      const saved = await made.publish();
      if (saved.state === 'failed') throw new PlanError(saved.failure.code, saved.failure.details);
      return made;
    });
  }

  /**
   * Opens a plan file. What is newer, the file or the working copy, is taken; if each has edits that the other has not,
   * the file is taken, the working copy is kept aside, and `notice` says where. So it is where the working copy is
   * damaged: the person's file is whole.
   *
   * @throws PlanError with one of the codes of opening
   */
  static async open(file: string, env: PlanFileEnvironment): Promise<PlanFile> {
    const bytes = await readPlanBytes(file, env.files);
    const known = knownPlace(env.profile, file, hashOf(bytes));
    if (known) {
      try {
        return await PlanFile.#resume(file, known, env);
      } catch (error) {
        if (!isDamaged(error)) throw error;
      }
    }
    const contents = await contentsOfBytes(bytes, file, env.reading);
    try {
      return await PlanFile.#take(file, bytes, contents, null, env);
    } catch (error) {
      if (!isDamaged(error)) throw error;
      const path = setAside(placeFolder(env.profile, contents.plan.id, file), env.now());
      return PlanFile.#take(file, bytes, contents, { kind: 'damaged-aside', path }, env);
    }
  }

  /** Goes on where the working copy left the file. */
  static async #resume(
    file: string,
    { folder, planId, hash, edit }: KnownPlace,
    env: PlanFileEnvironment,
  ): Promise<PlanFile> {
    const copy = openWorkingCopy(folder, backupsFolder(env.profile, planId), file);
    return closingOnError(
      copy,
      async () => new PlanFile({ file, copy, folder, env, hash, published: edit, notice: null }),
    );
  }

  /** Takes in a file that changed without the working copy. */
  static async #take(
    file: string,
    bytes: Uint8Array,
    contents: Contents,
    found: Notice | null,
    env: PlanFileEnvironment,
  ): Promise<PlanFile> {
    const hash = hashOf(bytes);
    const folder = placeFolder(env.profile, contents.plan.id, file);
    const copy = openWorkingCopy(folder, backupsFolder(env.profile, contents.plan.id), file);
    return closingOnError(copy, async () => {
      const notice = (await reconcile(copy, contents, folder, file, env)) ?? found;
      const published = contents.edits.at(-1)?.id ?? '';
      const taken = new PlanFile({ file, copy, folder, env, hash, published, notice });
      // Not to be remembered costs a second reading next time, no more.
      await rememberPlace(folder, { path: file, hash, edit: published }, env.files).catch(() => undefined);
      return taken;
    });
  }

  readonly path: string;
  readonly notice: Notice | null;
  readonly #copy: WorkingCopy;
  readonly #folder: string;
  readonly #env: PlanFileEnvironment;
  readonly #files: Files;
  readonly #steps: Steps;
  readonly #listeners = new Set<(saved: SaveState) => void>();
  #records: Records;
  #plan: Plan;
  /** The newest edit of the log. */
  #newest: string;
  /** The newest edit that is in the person's file; null where there is no file yet. */
  #published: string | null;
  /** What the person's file may be if nobody else wrote it: what we last read or wrote there, or tried to. */
  #hashes: string[];
  #saved: SaveState;
  /** The newest edit, as long as it can take in more typing: until it leaves this computer. */
  #typing: { edit: Edit; changes: Change[] } | null = null;
  /** Publishing goes one at a time. */
  #queue: Promise<unknown> = Promise.resolve();

  private constructor(start: Start) {
    const edits = start.copy.edits();
    this.path = path.resolve(start.file);
    this.notice = start.notice;
    this.#copy = start.copy;
    this.#folder = start.folder;
    this.#env = start.env;
    this.#files = start.env.files ?? realFiles;
    this.#steps = stepsOf(edits);
    const { records, plan } = start.copy.load();
    this.#records = records;
    this.#plan = plan;
    this.#newest = edits.at(-1)?.id ?? '';
    this.#published = start.published;
    this.#hashes = start.hash === null ? [] : [start.hash];
    this.#saved = this.#newest === start.published ? { state: 'saved', at: null } : { state: 'edited' };
  }

  get state(): PlanState {
    return {
      plan: this.#plan,
      path: this.path,
      undo: this.#steps.undo.at(-1)?.label ?? null,
      redo: this.#steps.redo.at(-1)?.label ?? null,
      saved: this.#saved,
    };
  }

  /**
   * Makes an edit. It is on the disk when this returns. One that changes nothing leaves no trace.
   * @throws PlanError `edit-refused` or `local-store-failed`; the plan is then as it was
   */
  apply(draft: DraftEdit): PlanState {
    const going = this.#typing && goesOn(this.#typing, draft, this.#env.now(), this.#author) ? this.#typing : null;
    if (going) return this.#goOn(going, draft);
    const edit = this.#newEdit('change', draft.label, null);
    const { applied, plan } = this.#applied(draft.changes, edit.id);
    if (applied.changes.length === 0) return this.state;
    this.#log(edit, applied, plan);
    this.#typing = { edit, changes: applied.changes };
    return this.state;
  }

  /** Takes back the last edit that was not taken back. @throws PlanError `nothing-to-undo` */
  undo(): PlanState {
    const step = this.#steps.undo.at(-1);
    if (!step) throw new PlanError('nothing-to-undo');
    const changes = takeBack(this.#copy.changesOf(step.id), (id) => this.#copy.change(id));
    return this.#step('undo', step, changes);
  }

  /** Puts back what was taken back last. @throws PlanError `nothing-to-redo` */
  redo(): PlanState {
    const step = this.#steps.redo.at(-1);
    if (!step) throw new PlanError('nothing-to-redo');
    return this.#step('redo', step, putBack(this.#copy.changesOf(step.id)));
  }

  /** The newest edits since a moment (UTC), newest first, each with the first thing that it changed. */
  editsSince(moment: string, most = 500): { edit: Edit; first: Change | undefined }[] {
    return this.#copy.editsSince(moment, most).map((edit) => ({ edit, first: this.#copy.firstChangeOf(edit.id) }));
  }

  /** The named points of the plan, newest first. */
  points(): Point[] {
    return pointsOf(this.#copy.edits());
  }

  /** Names the plan as it is now, so that it can be compared with, and gone back to. */
  markPoint(name: string): PlanState {
    return this.#note(this.#newEdit('point', name, null));
  }

  /** Gives a point another name. @throws PlanError `edit-refused` where there is no such point */
  renamePoint(id: string, name: string): PlanState {
    if (this.#point(id).name === name) return this.state;
    return this.#note(this.#newEdit('point', name, id));
  }

  /** The plan as it was at a point. @throws PlanError `edit-refused` where there is no such point */
  planAt(id: string): Plan {
    return toPlan(this.#recordsAt(id));
  }

  /**
   * Makes the plan as it was at a point, in one edit that can be undone. What came after stays in the log.
   * @throws PlanError `edit-refused` where there is no such point
   */
  goBackTo(id: string): PlanState {
    const edit = this.#newEdit('restore', `Go back to ${quote(this.#point(id).name, 200)}`, null);
    const { applied, plan } = this.#applied(changesBackTo(this.#recordsAt(id), this.#records), edit.id);
    if (applied.changes.length === 0) return this.state;
    this.#log(edit, applied, plan);
    this.#typing = null;
    return this.state;
  }

  /** Calls back whenever the save state changes. @returns a function that ends it */
  onSaved(listener: (saved: SaveState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Brings the person's file up to date. It never throws: a failure is a save state, and all edits are kept.
   * @param options `patience`: how long to wait for another program to let go of the file, in milliseconds
   */
  publish(options: { patience?: number } = {}): Promise<SaveState> {
    return this.#inTurn(async () => {
      if (this.#published !== this.#newest) await this.#publish(options.patience ?? this.#env.patience);
      return this.#saved;
    });
  }

  /**
   * Writes the plan as it is, with its history, to another place. This file stays the one that is open.
   * @throws PlanError with one of the codes of writing
   */
  saveCopy(file: string): Promise<void> {
    return this.#inTurn(async () => {
      this.#typing = null;
      const { patience } = this.#env;
      await writeAtomically(file, this.#copy.snapshot(), {
        files: this.#files,
        ...(patience !== undefined && { patience }),
      });
    });
  }

  /** Publishes what is not published yet, waiting longer than usual, and closes. It cannot fail: the edits are kept. */
  async close(): Promise<SaveState> {
    const saved = await this.publish({ patience: this.#env.patience ?? 60_000 });
    this.#copy.close();
    return saved;
  }

  get #author(): string {
    return signature(this.#env.author);
  }

  #point(id: string): Point {
    const point = this.points().find((each) => each.id === id);
    if (!point) throw new PlanError('edit-refused', { where: 'the named point', found: 'is not there any more' });
    return point;
  }

  #recordsAt(id: string): Records {
    return recordsAfter(this.#point(id).id, this.#copy.edits(), this.#copy.changes());
  }

  /** Logs an edit that changes nothing of the plan. */
  #note(edit: Edit): PlanState {
    this.#log(edit, { changes: [], records: this.#records }, this.#plan);
    this.#typing = null;
    return this.state;
  }

  #newEdit(kind: Edit['kind'], label: string, target: string | null): Edit {
    const env = this.#env;
    const device = signature(env.device);
    return { id: env.newId(), at: env.now().toISOString(), author: this.#author, device, label, kind, target };
  }

  #applied(changes: DraftChange[], edit: string): { applied: Applied; plan: Plan } {
    const applied = applyDraft(changes, edit, {
      records: this.#records,
      historyOf: (kind, record) => this.#copy.changesTo(kind, record),
      newId: this.#env.newId,
    });
    const loose = looseRecord(applied.records);
    if (loose) throw new PlanError('edit-refused', loose);
    const plan = toPlan(applied.records, this.#plan);
    const broken = brokenRule(plan);
    if (broken) throw new PlanError('edit-refused', broken);
    return { applied, plan };
  }

  #goOn(going: { edit: Edit; changes: Change[] }, draft: DraftEdit): PlanState {
    const { applied, plan } = this.#applied(draft.changes, going.edit.id);
    const [change] = applied.changes;
    const [before] = going.changes;
    if (!change || !before) return this.state;
    const edit = { ...going.edit, label: draft.label };
    const amended = { ...before, value: change.value };
    this.#copy.amend(edit, amended, applied.records);
    this.#typing = { edit, changes: [amended] };
    this.#steps.undo.splice(-1, 1, { id: edit.id, label: edit.label });
    this.#become(applied.records, plan);
    return this.state;
  }

  #step(kind: 'undo' | 'redo', step: { id: string; label: string }, changes: DraftChange[]): PlanState {
    const said = `${kind === 'undo' ? 'Undo' : 'Redo'}: ${step.label}`.slice(0, 300);
    const edit = this.#newEdit(kind, said, step.id);
    const { applied, plan } = this.#applied(changes, edit.id);
    this.#log(edit, applied, plan);
    this.#typing = null;
    return this.state;
  }

  #log(edit: Edit, applied: Applied, plan: Plan): void {
    this.#copy.append(edit, applied.changes, applied.records);
    addStep(this.#steps, edit);
    this.#newest = edit.id;
    this.#become(applied.records, plan);
  }

  #become(records: Records, plan: Plan): void {
    this.#records = records;
    this.#plan = plan;
    this.#tell({ state: 'edited' });
  }

  async #publish(patience: number | undefined): Promise<void> {
    if (isTemporary(this.path, this.#env.temporaryFolders)) {
      return this.#tell({ state: 'failed', failure: { code: 'needs-a-place', details: called(this.path) } });
    }
    this.#tell({ state: 'saving' });
    this.#typing = null;
    const newest = this.#newest;
    try {
      const bytes = this.#copy.snapshot();
      const hash = hashOf(bytes);
      await writeAtomically(this.path, bytes, {
        files: this.#files,
        mark: markOf(this.#env.profile, this.path),
        ...(patience !== undefined && { patience }),
        before: async (target) => {
          await this.#refuseChanged(target);
          // On a network drive a rename can happen and be reported as failed: then these bytes are ours too.
          this.#hashes.push(hash);
        },
      });
      this.#hashes = [hash];
      this.#published = newest;
      await rememberPlace(this.#folder, { path: this.path, hash, edit: newest }, this.#files).catch(() => undefined);
      this.#tell(newest === this.#newest ? { state: 'saved', at: this.#env.now().toISOString() } : { state: 'edited' });
    } catch (error) {
      if (!(error instanceof PlanError)) throw error;
      this.#tell({ state: 'failed', failure: { code: error.code, details: error.details } });
    }
  }

  /** What somebody else wrote there is not ours to replace. */
  async #refuseChanged(target: string): Promise<void> {
    if (this.#hashes.length === 0) return;
    let bytes: Uint8Array;
    try {
      bytes = await this.#files.read(target);
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return;
      throw error;
    }
    if (!this.#hashes.includes(hashOf(bytes))) throw new PlanError('target-changed', called(this.path));
  }

  #tell(saved: SaveState): void {
    this.#saved = saved;
    for (const listener of this.#listeners) listener(saved);
  }

  #inTurn<Result>(run: () => Promise<Result>): Promise<Result> {
    const turn = this.#queue.then(run);
    this.#queue = turn.catch(() => undefined);
    return turn;
  }
}

interface Start {
  file: string;
  copy: WorkingCopy;
  folder: string;
  env: PlanFileEnvironment;
  hash: string | null;
  published: string | null;
  notice: Notice | null;
}

/** A working copy that is left open after a failure could not be opened again. */
async function closingOnError<Result>(copy: WorkingCopy, run: () => Promise<Result>): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    copy.close();
    throw error;
  }
}
