import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { app } from 'electron';
import type {
  BroughtInView,
  ConflictMark,
  EditedView,
  OfferView,
  OtherView,
  PlanView,
  RecoveryView,
} from '../shared/ipc/contract.ts';
import type { Failure } from '../shared/ipc/result.ts';
import type { Left } from '../shared/left.ts';
import type { Conflict } from '../shared/log/conflicts.ts';
import { PlanError } from '../shared/messages.ts';
import type { Plan } from '../shared/plan/model.ts';
import { changeOf } from '../shared/plan/plan-change.ts';
import type { SaveState } from '../shared/plan-state.ts';
import { called, writeAtomically } from './files.ts';
import { isThere } from './is-there.ts';
import type { BroughtIn, PlanFile } from './plan-file/plan-file.ts';
import type { Recovery } from './plan-file/recover.ts';
import { withRecent } from './recents.ts';
import { readSamplePlan } from './sample-plan.ts';
import type { SettingsStore } from './settings.ts';
import { afterBringIn, keepShares, sharesOf } from './shares.ts';

/** The one plan that is open in the window, if any. */
export interface Desk {
  readonly view: PlanView | null;
  readonly path: string | null;
  /** Who else has its file open, as far as they say so. */
  readonly others: OtherView[];
  /** Opens a plan, and then closes the one that was there. A plan that cannot be opened leaves it there. */
  open(file: string): Promise<PlanView>;
  /** The same, but for a copy of a plan that is known here: that can be brought into it instead. */
  openOrOffer(file: string): Promise<PlanView | OfferView>;
  takeOffer(token: string, to: 'bringIn' | 'open'): Promise<PlanView | BroughtInView>;
  /** Brings a copy into the open plan. @throws PlanError as `PlanFile.bringIn` does */
  bringIn(file: string): Promise<BroughtInView>;
  /** The copies beside the open plan that have something which it has not. */
  copiesBeside(): Promise<OfferView[]>;
  openSample(): Promise<PlanView>;
  /**
   * Makes a plan file and opens it.
   * @throws PlanError `target-exists`: a blank plan never takes the place of a file that is there
   */
  create(file: string, plan: Plan): Promise<PlanView>;
  /** The open plan's file, to be read and to be published. */
  readonly file: PlanFile;
  /** Does something that changes the open plan. */
  change(work: (file: PlanFile) => unknown): EditedView;
  /** The same with something that takes its time; the page hears of it by `wholePlan`. */
  changeLater(work: (file: PlanFile) => Promise<unknown>): Promise<void>;
  /** What there is of the plan that could not be opened last. */
  findRecovery(): Promise<RecoveryView | null>;
  /**
   * Puts that into a new file, and opens it.
   * @throws PlanError `target-exists`: above all the damaged file stays as it is
   */
  recover(to: string): Promise<PlanView>;
  /** Writes a copy, and gives the id that it has among the recent plans. */
  saveCopy(to: string): Promise<string>;
  /** Keeps how the plan is being left, for the next time that it is opened. The sample always begins anew. */
  keepLeft(left: Left): void;
  /** Closes the plan. Edits that cannot be put in its file stay on this computer, and the recent plans say so. */
  close(): Promise<void>;
}

interface Open {
  file: PlanFile;
  sample: boolean;
  left: Left | null;
  /** Ends the publishing by itself. */
  stop(): void;
  /** Ends saying, beside the file, that it is open here. */
  unsay(): Promise<void>;
}

/**
 * @param changed called whenever the menu or the page must know of something: a plan opened or closed, or was saved
 * @param quietly told of what failed without any harm to a plan
 * @param cameIn called when somebody else had changed the file of the open plan, and it was brought in
 * @param othersChanged called when somebody else has opened the file of the open plan, or closed it
 */
export function setUpDesk(
  settings: SettingsStore,
  changed: (saved: SaveState | null) => void,
  quietly: (error: unknown) => void,
  cameIn: (came: BroughtInView) => void,
  othersChanged: (others: OtherView[]) => void,
): Desk {
  const profile = app.getPath('userData');
  const samplePath = path.join(profile, 'sample', 'Sample plan.wresplan');
  let open: Open | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  let revision = 0;
  let editing = false;
  let others: OtherView[] = [];
  const offers = new Map<string, Offer>();
  /** The file that was to be opened last, and what there is of it where it could not be. */
  let refused: { file: string; found: Recovery | null } | null = null;

  /** One opening or closing at a time, in the order in which they were asked for. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  }

  async function put(file: PlanFile, sample: boolean): Promise<PlanView> {
    const { publishByItself } = await import('./plan-file/publisher.ts');
    await clear();
    // Of what an edit does the answer to it tells.
    file.onSaved((saved) => !editing && changed(saved));
    file.onBroughtIn((came) => {
      void broughtIn(file.path, came).then((view) => view && cameIn(view));
    });
    const left = await leftOf(file.state.path);
    open = { file, sample, left, stop: publishByItself(file), unsay: await sayOpenHere(file.path, sample) };
    revision += 1;
    rememberOpen({ file, sample });
    changed(null);
    return viewOf(open);
  }

  async function clear(): Promise<void> {
    if (open === null) return;
    const { file, sample, stop, unsay } = open;
    open = null;
    stop();
    tellOthers([]);
    try {
      await Promise.all([file.close(), unsay()]);
    } finally {
      rememberOpen({ file, sample });
      changed(null);
    }
  }

  function tellOthers(now: OtherView[]): void {
    others = now;
    othersChanged(now);
  }

  /** Not beside what came by e-mail: nobody else opens it there. */
  async function sayOpenHere(file: string, sample: boolean): Promise<() => Promise<void>> {
    const [{ isTemporary, markOf }, { sayOpen }] = await Promise.all([
      import('./plan-file/place.ts'),
      import('./plan-file/owner-note.ts'),
    ]);
    if (sample || isTemporary(file, temporaryFolders())) return async () => undefined;
    return sayOpen(file, { author: authorNow, mark: markOf(profile, file, os.hostname()) }, tellOthers);
  }

  const authorNow = () => settings.value.author ?? os.userInfo().username;

  function remember(file: string, plan: Plan, unsaved: Failure | null): string {
    const seen = {
      path: file,
      title: plan.title,
      trust: plan.trust.name,
      openedAt: new Date().toISOString(),
      unsaved,
    };
    const recents = withRecent(settings.value.recents, seen);
    settings.change({ recents });
    if (process.platform === 'win32') app.addRecentDocument(file);
    return recents.find((recent) => recent.path === file)?.id ?? '';
  }

  /** How a plan was left, if it was open here before and this version knows what was written down. */
  async function leftOf(file: string): Promise<Left | null> {
    const left = settings.value.recents.find((recent) => recent.path === file)?.left;
    if (left === undefined) return null;
    const { leftSchema } = await import('../shared/left.ts');
    return leftSchema.safeParse(left).data ?? null;
  }

  /** The sample is always at hand on the start screen; it needs no place among the plans. */
  function rememberOpen({ file, sample }: Pick<Open, 'file' | 'sample'>): void {
    const { path: place, plan, saved } = file.state;
    if (!sample) remember(place, plan, saved.state === 'failed' ? saved.failure : null);
  }

  function opened(): Open {
    if (open === null) throw new Error('There is no plan open.');
    return open;
  }

  function change(work: (file: PlanFile) => unknown): EditedView {
    const { file } = opened();
    const before = file.state.plan;
    editing = true;
    try {
      work(file);
    } finally {
      editing = false;
    }
    revision += 1;
    changed(null);
    const { plan, undo, redo, saved, conflicts, kept } = file.state;
    return {
      before: revision - 1,
      revision,
      change: changeOf(before, plan),
      undo,
      redo,
      saved,
      conflicts: conflicts.map(markOf),
      kept: kept.length,
    };
  }

  function viewOf({ file, sample, left }: Open): PlanView {
    const { state } = file;
    return {
      plan: state.plan,
      revision,
      file: path.basename(state.path),
      folder: path.dirname(state.path),
      sample,
      undo: state.undo,
      redo: state.redo,
      saved: state.saved,
      left,
      keptAside: file.notice && 'path' in file.notice ? path.basename(file.notice.path) : null,
      broughtIn: file.notice?.kind === 'brought-in' ? file.notice.stretch : null,
      conflicts: state.conflicts.map(markOf),
      kept: state.kept.length,
      sentBy: senderOf(file),
    };
  }

  /** The plan has become another, and what the page knows of it is not to be built on. */
  async function broughtIn(file: string, { news, stretch, known }: BroughtIn): Promise<BroughtInView | null> {
    if (open === null) return null;
    revision += 1;
    changed(null);
    const { id } = open.file.state.plan;
    const shares = sharesOf(profile, id);
    if (shares.length > 0) {
      // Not to remember it costs a line that says that it is waited for, no more.
      const by = news === 'some' ? stretch.upTo : null;
      await keepShares(profile, id, afterBringIn(shares, known, new Date().toISOString(), by)).catch(() => undefined);
    }
    return open && { plan: viewOf(open), file: path.basename(file), news, stretch };
  }

  async function bringIn(file: string): Promise<BroughtInView> {
    const view = await broughtIn(file, await opened().file.bringIn(file));
    if (!view) throw new Error('There is no plan open.');
    return view;
  }

  function offer(offered: Offer, news: OfferView['news'] = null): OfferView {
    const token = randomUUID();
    offers.set(token, offered);
    const { file, into } = offered;
    return { token, file: path.basename(file), folder: path.dirname(file), into: path.basename(into), news };
  }

  /** The file of a plan that a copy of it is likeliest to be meant for: the one that is open, or was last. */
  function likeliest(files: string[]): string | undefined {
    const recent = [open?.file.path, ...settings.value.recents.map((each) => each.path)];
    const found = recent.find((each) => each !== undefined && files.some((file) => sameFile(file, each)));
    return found ?? files.find((file) => !sameFile(file, samplePath)) ?? files[0];
  }

  async function environment() {
    const { newId } = await import('../shared/id.ts');
    return {
      profile,
      /** Asked for anew with each edit: the person may change it while the plan is open. */
      get author() {
        return authorNow();
      },
      device: os.hostname(),
      now: () => new Date(),
      newId,
      temporaryFolders: temporaryFolders(),
      quietly,
    };
  }

  async function openPath(file: string, look?: (plan: Plan) => Promise<void>): Promise<PlanView> {
    if (open && sameFile(open.file.state.path, file)) {
      await open.file.lookAgain();
      return viewOf(open);
    }
    const { PlanFile } = await import('./plan-file/plan-file.ts');
    refused = { file, found: null };
    return put(await PlanFile.open(file, await environment(), look), sameFile(file, samplePath));
  }

  async function openOrOffer(file: string): Promise<PlanView | OfferView> {
    const { otherPlaces } = await import('./plan-file/place.ts');
    try {
      return await openPath(file, async ({ id }) => {
        const known = otherPlaces(profile, id, file);
        const there = await Promise.all(known.map((each) => isThere(each)));
        const into = likeliest(known.filter((_, index) => there[index]));
        if (into !== undefined) throw new IsCopy({ file, into });
      });
    } catch (error) {
      if (error instanceof IsCopy) return offer(error.offer);
      throw error;
    }
  }

  async function recovery(): Promise<{ file: string; found: Recovery } | null> {
    if (refused === null) return null;
    const { file } = refused;
    const { findRecovery } = await import('./plan-file/recover.ts');
    const found = refused.found ?? (await findRecovery(file, await environment()));
    refused = { file, found };
    return found && { file, found };
  }

  return {
    get view() {
      return open && viewOf(open);
    },
    get path() {
      return open?.file.state.path ?? null;
    },
    get others() {
      return others;
    },
    get file() {
      return opened().file;
    },
    change,
    changeLater: (work) =>
      inTurn(async () => {
        await work(opened().file);
        revision += 1;
        changed(null);
      }),
    open: (file) => inTurn(() => openPath(file)),
    openOrOffer: (file) => inTurn(() => openOrOffer(file)),
    takeOffer: (token, to) =>
      inTurn(async () => {
        const offered = offers.get(token);
        if (!offered) throw new PlanError('not-allowed');
        if (to === 'open') return openPath(offered.file);
        await openPath(offered.into);
        return bringIn(offered.file);
      }),
    bringIn: (file) => inTurn(() => bringIn(file)),
    copiesBeside: async () => {
      const { file } = opened();
      const { copiesBeside } = await import('./copies-beside.ts');
      const found = await copiesBeside(file);
      return found.map((copy) => offer({ file: copy.path, into: file.path }, { edits: copy.edits, by: copy.by }));
    },
    openSample: () =>
      inTurn(async () => {
        if (existsSync(samplePath)) return openPath(samplePath);
        await mkdir(path.dirname(samplePath), { recursive: true });
        const { PlanFile } = await import('./plan-file/plan-file.ts');
        return put(await PlanFile.create(samplePath, await readSamplePlan(), await environment()), true);
      }),
    create: (file, plan) =>
      inTurn(async () => {
        if (existsSync(file)) throw new PlanError('target-exists', called(file));
        const { PlanFile } = await import('./plan-file/plan-file.ts');
        return put(await PlanFile.create(file, plan, await environment()), false);
      }),
    findRecovery: async () => {
      const given = await recovery();
      if (given === null) return null;
      const { from, at, doubtful } = given.found;
      return { file: path.basename(given.file), from, at, doubtful };
    },
    recover: (to) =>
      inTurn(async () => {
        const given = await recovery();
        if (given === null) throw new PlanError('not-found', {});
        if (existsSync(to)) throw new PlanError('target-exists', called(to));
        await writeAtomically(to, given.found.bytes);
        return openPath(to);
      }),
    saveCopy: async (to) => {
      const { file } = opened();
      // A copy onto the plan itself is the plan brought up to date.
      if (sameFile(to, file.state.path)) await file.publish();
      else await file.saveCopy(to);
      return remember(to, file.state.plan, null);
    },
    keepLeft: (left) => {
      const here = open?.file.state.path;
      const { recents } = settings.value;
      settings.change({ recents: recents.map((recent) => (recent.path === here ? { ...recent, left } : recent)) });
    },
    close: () => inTurn(clear),
  };
}

/** A copy of a plan that is known here, and that plan's own file. */
interface Offer {
  file: string;
  into: string;
}

/** Said to whoever opens a file: it is a copy of a plan that is known here. */
class IsCopy extends Error {
  readonly offer: Offer;

  constructor(offer: Offer) {
    super('It is a copy.');
    this.offer = offer;
  }
}

/** Who sent this copy, and when. */
function senderOf(file: PlanFile): PlanView['sentBy'] {
  const edit = file.sentBy();
  return edit ? { author: edit.author.trim() || 'a colleague', at: edit.at } : null;
}

function markOf({ kind, record, field, choices }: Conflict): ConflictMark {
  const others = choices.slice(1).flatMap(({ by }) => by.map(({ author }) => author.trim() || 'Somebody'));
  return { kind, id: record, field, others: [...new Set(others)] };
}

function sameFile(one: string, other: string): boolean {
  const [a, b] = [path.resolve(one), path.resolve(other)];
  return process.platform === 'win32' ? a.toLowerCase() === b.toLowerCase() : a === b;
}

/** Folders that are emptied without notice: the system's own, and where mail programs put attachments to open them. */
function temporaryFolders(): string[] {
  const local = process.env.LOCALAPPDATA;
  const attachments = ['Microsoft/Windows/INetCache', 'Microsoft/Olk/Attachments'];
  return [app.getPath('temp'), ...(local ? attachments.map((folder) => path.join(local, folder)) : [])];
}
