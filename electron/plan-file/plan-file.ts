import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Applied, applyDraft } from '../../shared/log/apply.ts';
import { onlyOf, type Thing } from '../../shared/log/bring-back.ts';
import { bringInLabel, bringTogether } from '../../shared/log/bring-in.ts';
import { cameInBy, type Log } from '../../shared/log/came-in.ts';
import { type Conflict, conflictsOf, decide, keep } from '../../shared/log/conflicts.ts';
import type { Change, DraftChange, DraftEdit, Edit } from '../../shared/log/edit.ts';
import { foldLog, type Kept } from '../../shared/log/fold.ts';
import { changesBackTo, type Point, pointsOf, recordsAfter, sharedWith } from '../../shared/log/points.ts';
import { type ToShare, toShare } from '../../shared/log/to-share.ts';
import type { Stretch } from '../../shared/log/told.ts';
import { goesOn } from '../../shared/log/typing.ts';
import {
  addStep,
  putBack,
  type Step,
  type Steps,
  stepsOf,
  type Taken,
  takeBack,
  takenOut,
} from '../../shared/log/undo.ts';
import {
  bringInAgain,
  type Move,
  openAgain,
  putBackMerge,
  takeBackMerge,
  wayBetween,
} from '../../shared/log/undo-merge.ts';
import { undoOne } from '../../shared/log/undo-one.ts';
import { type Version, type VersionReason, versionsOf } from '../../shared/log/versions.ts';
import { PlanError } from '../../shared/messages.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { quote } from '../../shared/plan/names.ts';
import type { Problem } from '../../shared/plan/problem.ts';
import { looseRecord, type Records, toPlan } from '../../shared/plan/records.ts';
import { brokenRule, brokenRules } from '../../shared/plan/rules.ts';
import type { Notice, PlanState, SaveState } from '../../shared/plan-state.ts';
import { type Files, realFiles } from '../files.ts';
import { type Backups, backupsFolder, backupsOf, listBackups } from './backups.ts';
import type { Contents } from './contents.ts';
import { type PlanFileEnvironment, signature } from './environment.ts';
import { contentsOfBytes, named, readPlanBytes } from './exchange.ts';
import { newContents } from './new-contents.ts';
import { PersonsFile } from './persons-file.ts';
import { hashOf, type KnownPlace, knownPlace, placeFolder, rememberPlace, setAside } from './place.ts';
import { hasUnpublished, keepAside, reconcile } from './reconcile.ts';
import { bytesOf, isDamaged, openWorkingCopy, type WorkingCopy } from './working-copy.ts';

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
   * the file is brought into the working copy. Where that cannot be, as where the working copy is damaged, the file is
   * taken, the working copy is kept aside, and `notice` says so.
   *
   * @param look is shown the plan of a file that is not known here, before anything is kept of it; it may throw
   * @throws PlanError with one of the codes of opening
   */
  static async open(
    file: string,
    env: PlanFileEnvironment,
    look: (plan: Plan) => Promise<void> = async () => undefined,
  ): Promise<PlanFile> {
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
    await look(contents.plan);
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
      const { notice, taken: loaded } = await reconcile(copy, contents, folder, file, env);
      const published = contents.edits.at(-1)?.id ?? '';
      const taken = new PlanFile({ file, copy, folder, env, hash, published, notice: notice ?? found, loaded });
      // Not to be remembered costs a second reading next time, no more.
      await rememberPlace(folder, { path: file, hash, edit: published }, env.files).catch(() => undefined);
      void taken.#backups.keep('open', published, bytes);
      return taken;
    });
  }

  readonly path: string;
  readonly notice: Notice | null;
  readonly #copy: WorkingCopy;
  readonly #env: PlanFileEnvironment;
  readonly #files: Files;
  readonly #backups: Backups;
  readonly #file: PersonsFile;
  readonly #takers = new Set<(came: BroughtIn) => void>();
  #steps: Steps;
  /** What lives though it was deleted: only copies that were brought together lead to that. */
  #kept: Kept[];
  /** Null where they are to be read anew. */
  #conflicts: Conflict[] | null;
  #records: Records;
  #plan: Plan;
  /** The newest edit of the log. */
  #newest: string;
  /** The newest edit, as long as it can take in more typing: until it leaves this computer. */
  #typing: { edit: Edit; changes: Change[] } | null = null;

  private constructor(start: Start) {
    const edits = start.copy.edits();
    this.path = path.resolve(start.file);
    this.notice = start.notice;
    this.#copy = start.copy;
    this.#env = start.env;
    this.#files = start.env.files ?? realFiles;
    this.#steps = stepsOf(edits, this.isMadeHere);
    const { records, plan } = start.loaded ?? start.copy.load();
    this.#records = records;
    this.#plan = plan;
    this.#backups = backupsOf(plan.id, start.env);
    const merged = edits.some(({ kind }) => kind === 'merge');
    this.#kept = merged ? foldLog(start.copy.log().changes).kept : [];
    this.#conflicts = merged ? null : [];
    this.#newest = edits.at(-1)?.id ?? '';
    const source = {
      newest: () => this.#newest,
      snapshot: () => this.#snapshot(),
      bringIn: (theirs: Contents) => {
        const came = this.#bring(theirs, this.path);
        if (came.news !== 'none') for (const listener of this.#takers) listener(came);
      },
    };
    this.#file = new PersonsFile({ ...start, path: this.path }, source, start.env, this.#backups);
  }

  get state(): PlanState {
    return {
      plan: this.#plan,
      path: this.path,
      undo: this.#steps.undo.at(-1)?.label ?? null,
      redo: this.#steps.redo.at(-1)?.label ?? null,
      saved: this.#file.saved,
      conflicts: this.#unsettled(),
      kept: this.#kept,
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
    if (step.taken) return this.#takeOut(step, step.taken);
    if (this.#isMerge(step.id)) return this.#move('undo', step, takeBackMerge(this.#copy.log(), step.id));
    const changes = takeBack(this.#copy.changesOf(step.id), (id) => this.#copy.change(id));
    return this.#step('undo', step, changes);
  }

  /** Puts back what was taken back last. @throws PlanError `nothing-to-redo` */
  redo(): PlanState {
    const step = this.#steps.redo.at(-1);
    if (!step) throw new PlanError('nothing-to-redo');
    if (step.taken) return this.#takeAgain(step, step.taken);
    if (this.#isMerge(step.id)) return this.#move('redo', step, putBackMerge(this.#copy.log(), step.id));
    return this.#step('redo', step, putBack(this.#copy.changesOf(step.id)));
  }

  /**
   * Brings a copy of this plan in that went its own way: all that it has, as one edit, on the disk when this returns.
   * What each of the two changed without knowing of the other is in conflict, and `review` tells it; one's own value
   * stays until that is decided. Where this plan had nothing of its own, it becomes what the copy is. What was brought in
   * and taken out again is put in again.
   *
   * @throws PlanError with one of the codes of opening, `different-plan` or `too-much-together`; the plan is then as it
   *   was
   */
  async bringIn(file: string): Promise<BroughtIn> {
    const theirs = await contentsOfBytes(await readPlanBytes(file, this.#files), file, this.#env.reading);
    return this.#bring(theirs, file);
  }

  /** The log before a copy that this plan became what it is by, and whether that was taken out again. */
  takenBy(upTo: string): { label: string; before: Log; isOut: boolean } | undefined {
    const its = ({ id, taken }: Step) => taken !== undefined && id === upTo;
    const step = this.#steps.undo.find(its) ?? this.#steps.redo.find(its);
    return step?.taken && { label: step.label, before: step.taken.before, isOut: step.taken.out !== undefined };
  }

  /** What is to be decided after copies were brought together. */
  review(): Review {
    if (!this.#copy.edits().some(({ kind }) => kind === 'merge')) return { conflicts: [], kept: [], broken: [] };
    return { conflicts: this.#unsettled(), kept: this.#kept, broken: brokenRules(this.#plan) };
  }

  /** Decides a conflict, as an edit like any other. @throws PlanError as `apply` does */
  decide(place: Pick<Conflict, 'kind' | 'record' | 'field'>, value: Change['value']): PlanState {
    return this.apply(decide(this.#plan, place, value, { records: this.#records, changes: this.#copy.log().changes }));
  }

  /** Says of a record that lives though somebody deleted it that it is to stay. @throws PlanError as `apply` does */
  keep(place: Pick<Conflict, 'kind' | 'record'>): PlanState {
    return this.apply(keep(this.#plan, place, this.#copy.log().changes));
  }

  /** All edits and changes, in the order in which they came together here: what `shared/log/history.ts` reads. */
  log(): Log {
    return this.#copy.log();
  }

  /** The edit by which somebody else sent this copy of their plan; undefined of a plan that was begun on this computer. */
  sentBy(): Edit | undefined {
    const own = signature(this.#env.device);
    const edits = this.#copy.edits();
    if (edits[0]?.device === own) return undefined;
    const cameIn = cameInBy(edits);
    const isSharing = ({ kind, label }: Edit) => kind === 'point' && label.startsWith(sharedWith);
    return edits.findLast((edit) => isSharing(edit) && edit.device !== own && !cameIn.has(edit.id));
  }

  get records(): Records {
    return this.#records;
  }

  /** Whether an edit is one's own: made on this computer, under the name that one has now. */
  isMine = (edit: Edit): boolean => edit.author === this.#author && this.isMadeHere(edit);

  /** Whether an edit was made on this computer, under whatever name. */
  isMadeHere = ({ device }: Edit): boolean => device === signature(this.#env.device);

  /** Takes back one edit from long ago, as a new edit. @throws PlanError `not-undone`, and as `apply` does */
  undoOne(id: string): PlanState {
    return this.apply(undoOne(this.#copy.log(), id, this.#records, this.#plan));
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

  /** Takes a point off the list; what the plan was then stays in the log. @throws PlanError as `renamePoint` does */
  deletePoint(id: string): PlanState {
    return this.#note(this.#newEdit('undo', `Delete the point ${quote(this.#point(id).name, 200)}`, id));
  }

  /** Puts a point that was deleted back on the list. */
  restorePoint(id: string): PlanState {
    return this.#note(this.#newEdit('redo', 'Put a deleted point back', id));
  }

  /** The plan as it was at a point. @throws PlanError `edit-refused` where there is no such point */
  planAt(id: string): Plan {
    return toPlan(this.#recordsAt(id));
  }

  /** The newest edit, which takes in no more typing: what leaves this computer can name it. */
  newestEdit(): string {
    this.#typing = null;
    return this.#newest;
  }

  /** The plan as it was when an edit had just been made; undefined for an edit that is not in this log. */
  planAfter(edit: string): Plan | undefined {
    const edits = this.#copy.edits();
    if (!edits.some(({ id }) => id === edit)) return undefined;
    return toPlan(recordsAfter(edit, edits, this.#copy.changes()));
  }

  /**
   * Makes the plan as it was at a point, in one edit that can be undone. What came after stays in the log.
   * @throws PlanError `edit-refused` where there is no such point
   */
  goBackTo(id: string): PlanState {
    const label = `Go back to ${quote(this.#point(id).name, 200)}`;
    return this.#restore(label, changesBackTo(this.#recordsAt(id), this.#records));
  }

  /** The plan as it was, from time to time: what was kept of it in the app's own folder, newest first. */
  async versions(): Promise<Version[]> {
    await this.#backups.settled();
    return versionsOf(await listBackups(this.#plan.id, this.#env), this.#copy.edits());
  }

  /** What was in a version. @throws PlanError with one of the codes of opening */
  async version(id: string): Promise<Contents> {
    const backup = (await listBackups(this.#plan.id, this.#env)).find((each) => each.id === id);
    if (!backup) throw new PlanError('not-found', { file: 'That version' });
    return contentsOfBytes(await readPlanBytes(backup.path, this.#files), backup.path, this.#env.reading);
  }

  /**
   * Makes the plan as it was, or only some things of it, in one edit that can be undone. What came after stays in the
   * log.
   * @throws PlanError as `apply` does
   */
  bringBack(then: Records, label: string, things?: readonly Thing[]): PlanState {
    const changes = changesBackTo(then, this.#records);
    return this.#restore(label, things ? onlyOf(changes, things) : changes);
  }

  /** When all that was to be kept of the plan as it was is on the disk, or could not be put there. */
  backedUp(): Promise<void> {
    return this.#backups.settled();
  }

  /** Calls back whenever the save state changes. @returns a function that ends it */
  onSaved(listener: (saved: SaveState) => void): () => void {
    return this.#file.onSaved(listener);
  }

  /** Calls back when somebody else had changed the file, and it was brought in. @returns a function that ends it */
  onBroughtIn(listener: (came: BroughtIn) => void): () => void {
    this.#takers.add(listener);
    return () => this.#takers.delete(listener);
  }

  /** Brings the person's file up to date. It never throws: a failure is a save state, and all edits are kept. */
  publish(options?: Parameters<PersonsFile['publish']>[0]): Promise<SaveState> {
    return this.#file.publish(options);
  }

  /** Brings in what somebody else has put into the file meanwhile. It never throws. */
  lookAgain(): Promise<void> {
    return this.#file.lookAgain();
  }

  /**
   * Writes the plan as it is, with its history, to another place. This file stays the one that is open.
   * @throws PlanError with one of the codes of writing
   */
  saveCopy(file: string): Promise<void> {
    return this.#file.inTurn(() => this.#file.writeElsewhere(file, this.#snapshot()));
  }

  /**
   * Writes a copy for somebody else. Without its history nobody can read in it who changed what, or what was there
   * before, and without names, who anybody is; it can be brought in all the same.
   *
   * @param options what goes with it; `point`: a name for the plan as it is now, which the copy has too and is known by
   *   when it comes back
   * @returns the id of the point; null where none was asked for
   * @throws PlanError with one of the codes of writing
   */
  share(file: string, { point, ...what }: ToShare & { point?: string }): Promise<string | null> {
    return this.#file.inTurn(async () => {
      this.#typing = null;
      const marked = point === undefined ? undefined : this.#newEdit('point', point, null);
      const { edits, changes } = this.#copy.log();
      const log = { edits: marked ? [...edits, marked] : edits, changes };
      await this.#file.writeElsewhere(file, bytesOf(toShare(log, what)));
      if (marked) this.#note(marked);
      return marked?.id ?? null;
    });
  }

  /** Publishes what is not published yet, waiting longer than usual, and closes. It cannot fail: the edits are kept. */
  async close(): Promise<SaveState> {
    const saved = await this.publish({ patience: 60_000, silence: 15_000 });
    this.#file.close();
    this.#copy.close();
    await Promise.race([this.#backups.settled(), wait(2_000, undefined, { ref: false })]);
    return saved;
  }

  /** The plan file as it is now. What leaves this computer takes in no more typing. */
  #snapshot(): Uint8Array {
    this.#typing = null;
    return this.#copy.snapshot();
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

  /** The plan as it is now, before something is done to all of it. */
  #backUp(reason: VersionReason): void {
    void this.#backups.keep(reason, this.#newest, this.#snapshot());
  }

  #restore(label: string, changes: DraftChange[]): PlanState {
    const edit = this.#newEdit('restore', label, null);
    const { applied, plan } = this.#applied(changes, edit.id);
    if (applied.changes.length === 0) return this.state;
    this.#backUp('before-restore');
    this.#log(edit, applied, plan);
    return this.state;
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

  /** @param anyRule whether a rule may be broken: where a merge that broke it is put in again */
  #applied(changes: DraftChange[], edit: string, anyRule = false): { applied: Applied; plan: Plan } {
    const applied = applyDraft(changes, edit, {
      records: this.#records,
      historyOf: (kind, record) => this.#copy.changesTo(kind, record),
      newId: this.#env.newId,
      kept: this.#kept,
    });
    const loose = looseRecord(applied.records);
    if (loose) throw new PlanError('edit-refused', loose);
    const plan = toPlan(applied.records, this.#plan);
    const broken = anyRule ? undefined : brokenRule(plan, this.#plan);
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

  #step(kind: 'undo' | 'redo', step: Step, changes: DraftChange[]): PlanState {
    const edit = this.#newEdit(kind, saidOf(kind, step), step.id);
    const { applied, plan } = this.#applied(changes, edit.id);
    this.#log(edit, applied, plan);
    this.#typing = null;
    return this.state;
  }

  #bring(theirs: Contents, file: string): BroughtIn {
    this.#typing = null;
    const mine = { plan: this.#plan, records: this.#records, ...this.#copy.log() };
    const together = named(file, () =>
      bringTogether(mine, theirs, (cameIn, last) =>
        this.#newEdit('merge', bringInLabel(cameIn, path.basename(file)), last),
      ),
    );
    const { news, cameIn, records, plan, edits, kept } = together;
    const after = this.#newest;
    if (news !== 'none') {
      this.#backUp('before-merge');
      this.#copy.replace(together, mine);
      this.#newest = edits.at(-1)?.id ?? '';
      if (news === 'all')
        this.#addTaken({ id: this.#newest, label: bringInLabel(cameIn, path.basename(file)) }, mine, together);
      else this.#steps = stepsOf(edits, this.isMadeHere);
      this.#kept = kept;
      this.#conflicts = conflictsOf(together, records);
      this.#become(records, plan);
    }
    const known = new Set(theirs.edits.map(({ id }) => id));
    const again = this.#bringInAgain(known, file);
    const stretch = { after, upTo: this.#newest };
    return { news: again && news === 'none' ? 'some' : news, cameIn, stretch, known, state: this.state };
  }

  /** Puts in what came in with this copy once and was taken out again, if whoever has the copy does not know of that. */
  #bringInAgain(known: ReadonlySet<string>, file: string): boolean {
    const merge = takenOut(this.#copy.edits(), known);
    if (merge === undefined) return false;
    const log = this.#copy.log();
    const broughtIn = cameInBy(log.edits);
    const cameIn = log.edits.filter(({ id }) => broughtIn.get(id)?.id === merge);
    this.#backUp('before-merge');
    const edit = this.#newEdit('merge', bringInLabel(cameIn, path.basename(file)), this.#newest);
    this.#moveBy(edit, bringInAgain(log, merge, this.#records));
    return true;
  }

  #addTaken(step: Step, { edits, changes }: Log, after: Log): void {
    this.#steps.undo.push({
      ...step,
      taken: { before: { edits, changes }, after: { edits: after.edits, changes: after.changes } },
    });
    this.#steps.redo.length = 0;
  }

  /** No edit brought in what is taken out here, so that the one that does it takes none back. */
  #takeOut(step: Step, taken: Taken): PlanState {
    const edit = this.#newEdit('restore', saidOf('undo', step), null);
    const { undo, redo } = this.#steps;
    const steps = { undo: undo.slice(0, -1), redo: [...redo, { ...step, taken: { ...taken, out: edit.id } }] };
    this.#moveBy(edit, wayBetween(this.#copy.log(), taken.before));
    this.#steps = steps;
    return this.state;
  }

  #takeAgain(step: Step, { out, ...taken }: Taken): PlanState {
    const { undo, redo } = this.#steps;
    const steps = { undo: [...undo, { ...step, taken }], redo: redo.slice(0, -1) };
    this.#moveBy(this.#newEdit('undo', saidOf('redo', step), out ?? null), wayBetween(this.#copy.log(), taken.after));
    this.#steps = steps;
    return this.state;
  }

  #unsettled(): Conflict[] {
    this.#conflicts ??= conflictsOf(this.#copy.log(), this.#records);
    return this.#conflicts;
  }

  #isMerge(id: string): boolean {
    return this.#copy.edits().some((edit) => edit.id === id && edit.kind === 'merge');
  }

  #move(kind: 'undo' | 'redo', step: Step, way: Move): PlanState {
    return this.#moveBy(this.#newEdit(kind, saidOf(kind, step), step.id), way);
  }

  #moveBy(edit: Edit, way: Move): PlanState {
    const { applied, plan } = this.#applied(way.changes, edit.id, true);
    const log = [...this.#copy.log().changes, ...applied.changes];
    const changes = [...applied.changes, ...openAgain(way, log, edit.id, this.#env.newId)];
    this.#log(edit, { ...applied, changes }, plan);
    this.#kept = foldLog(this.#copy.log().changes).kept;
    this.#conflicts = null;
    this.#typing = null;
    return this.state;
  }

  #log(edit: Edit, applied: Applied, plan: Plan): void {
    this.#copy.append(edit, applied.changes, applied.records);
    addStep(this.#steps, edit);
    this.#newest = edit.id;
    const touches = (of: Conflict | Kept) => applied.changes.some(({ record }) => record === of.record);
    if (this.#conflicts?.some(touches)) this.#conflicts = null;
    if (this.#kept.some(touches)) this.#kept = foldLog(this.#copy.log().changes).kept;
    this.#become(applied.records, plan);
  }

  #become(records: Records, plan: Plan): void {
    this.#records = records;
    this.#plan = plan;
    this.#file.edited();
  }
}

/** What came in with a copy. */
export interface BroughtIn {
  /** `none`: nothing that was not here. `all`: this plan had nothing of its own, and is what the copy is. */
  news: 'none' | 'all' | 'some';
  cameIn: Edit[];
  /** Where in the log it came in. */
  stretch: Stretch;
  /** All edits that the copy knows of. */
  known: ReadonlySet<string>;
  state: PlanState;
}

/** What is open after copies were brought together, until somebody decides it. */
export interface Review {
  conflicts: Conflict[];
  /** What lives though somebody deleted it. */
  kept: Kept[];
  /** The rules of a plan that do not hold. */
  broken: Problem[];
}

interface Start {
  file: string;
  copy: WorkingCopy;
  folder: string;
  env: PlanFileEnvironment;
  hash: string | null;
  published: string | null;
  notice: Notice | null;
  /** What the working copy has just been given, which need not be read again. */
  loaded?: Contents | null;
}

function saidOf(kind: 'undo' | 'redo', { label }: Step): string {
  return `${kind === 'undo' ? 'Undo' : 'Redo'}: ${label}`.slice(0, 300).toWellFormed();
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
