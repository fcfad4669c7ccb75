import { z } from 'zod';
import type { CommandId } from '../commands.ts';
import { parts } from '../layout/lay-out.ts';
import { type Omission, orientations } from '../layout/page.ts';
import { type Left, leftSchema, sinceSchema, stretchSchema } from '../left.ts';
import { draftEditSchema, type Edit, recordKinds } from '../log/edit.ts';
import type { HistoryRows } from '../log/history-rows.ts';
import type { Point } from '../log/points.ts';
import type { CameIn, ConflictTold, KeptTold, Stretch, Told } from '../log/told.ts';
import type { Version } from '../log/versions.ts';
import type { Match } from '../plan/find.ts';
import { limits, type Plan, planSchema } from '../plan/model.ts';
import { type NewPlan, newPlanSchema } from '../plan/new-plan.ts';
import type { Place } from '../plan/place.ts';
import type { PlanChange } from '../plan/plan-change.ts';
import { rollOnSchema } from '../plan/roll-on/options.ts';
import { filledLine, line } from '../plan/text.ts';
import type { SaveState } from '../plan-state.ts';
import type { WordDocument } from '../recognise/document.ts';
import { textSizes } from '../text-sizes.ts';
import type { OperationName } from './operations.ts';
import type { Failure } from './result.ts';

const fieldPlace = { kind: z.enum(recordKinds), id: filledLine(100), field: filledLine(60) };

/** What each operation takes. The page is checked at this door, and trusted for nothing. */
export const inputs = {
  start: z.undefined(),
  openPlan: z.undefined(),
  openRecent: z.strictObject({ id: z.uuid() }),
  findRecent: z.strictObject({ id: z.uuid() }),
  forgetRecent: z.strictObject({ id: z.uuid() }),
  pinRecent: z.strictObject({ id: z.uuid(), pinned: z.boolean() }),
  openSample: z.undefined(),
  /** The sample as it comes with the app, to draw pictures of. */
  samplePlan: z.undefined(),
  /** The person is asked where to keep it. */
  createPlan: newPlanSchema,
  /** The plan that is to be rolled on: the open one, a recent one by its id, or one that the person is asked for. */
  readLastYear: z.union([z.literal('open'), z.literal('file'), z.uuid()]),
  /** Makes next year's plan from the one that was read last; the person is asked where to keep it. */
  rollOn: z.strictObject({ options: rollOnSchema, today: z.iso.date('is not a day (YYYY-MM-DD)') }),
  /** Its path is found by the preload, from the file that was dropped; the page itself never sees one. */
  openDropped: z.strictObject({ path: z.string().min(1).max(32_767) }),
  /** How the plan is being left, for the next time. */
  keepLeft: leftSchema,
  chooseWord: z.undefined(),
  /** Reads the Word file that was chosen last, to be reviewed. */
  readChosenWord: z.undefined(),
  readDroppedWord: z.strictObject({ path: z.string().min(1).max(32_767) }),
  /** What is being read then gives null. */
  stopReading: z.undefined(),
  /** Makes a plan of what was read and reviewed, `from` a file of that name; the person is asked where to keep it. */
  makeFromWord: z.strictObject({ plan: planSchema, from: filledLine(300) }),
  /** The person is asked which copy of the open plan is to be brought into it. */
  bringIn: z.undefined(),
  /** What to do with a copy of a plan that is known here. */
  takeOffer: z.strictObject({ token: z.uuid(), to: z.enum(['bringIn', 'open']) }),
  /** Copies of the open plan in its folder that have something which it has not. */
  copiesBeside: z.undefined(),
  /** What came in between two edits, else with the newest copy, and what is to be decided. */
  review: z.strictObject({ stretch: stretchSchema.nullable() }),
  decide: z.strictObject({ ...fieldPlace, value: z.json() }),
  /** A record that lives though somebody deleted it is to stay. */
  keepRecord: z.strictObject({ kind: fieldPlace.kind, id: fieldPlace.id }),
  history: z.undefined(),
  /** What one edit changed. */
  editInWords: z.strictObject({ id: z.uuid() }),
  /** Takes one edit from long ago back. */
  undoOne: z.strictObject({ id: z.uuid() }),
  changesSince: sinceSchema,
  /** The same as a Word file. `words` say since when: "“Board, September”". */
  exportChanges: z.strictObject({
    since: sinceSchema,
    words: filledLine(400),
    asAt: z.iso.date('is not a day (YYYY-MM-DD)'),
  }),
  /** Writes a copy for somebody, to where the person chooses. */
  share: z.strictObject({
    to: filledLine(200),
    history: z.boolean(),
    /** All names, or those of these people only. */
    names: z.union([z.literal('all'), z.array(z.uuid()).readonly()]),
  }),
  /** With whom the open plan was shared, the newest first. */
  shares: z.undefined(),
  forgetShare: z.strictObject({ id: z.uuid() }),
  showShared: z.strictObject({ id: z.uuid() }),
  copySharedPath: z.strictObject({ id: z.uuid() }),
  /** Opens an e-mail that is ready but for its attachment, whose path is put on the clipboard. */
  mailShared: z.strictObject({ id: z.uuid() }),
  /** The open plan as it was when an edit had just been made; null where it has no such edit. */
  planAfter: z.strictObject({ edit: z.uuid() }),
  closePlan: z.undefined(),
  /** The plan as it is now, for a page that did not hear of every edit. */
  wholePlan: z.undefined(),
  edit: draftEditSchema,
  /** The named points of the plan, newest first. */
  points: z.undefined(),
  markPoint: z.strictObject({ name: filledLine(300) }),
  renamePoint: z.strictObject({ id: z.uuid(), name: filledLine(300) }),
  deletePoint: z.strictObject({ id: z.uuid() }),
  restorePoint: z.strictObject({ id: z.uuid() }),
  planAt: z.strictObject({ id: z.uuid() }),
  goBackTo: z.strictObject({ id: z.uuid() }),
  /** What was kept of the plan as it was, newest first. */
  versions: z.undefined(),
  planInVersion: z.strictObject({ id: filledLine(200) }),
  /** Makes all of the plan as it was in a version, or only some things of it. */
  bringBack: z.strictObject({
    id: filledLine(200),
    label: filledLine(300),
    things: z
      .array(z.strictObject({ kind: z.enum(recordKinds), id: filledLine(100), field: filledLine(60).optional() }))
      .min(1)
      .max(1_000)
      .optional(),
  }),
  /** What there is of the plan that could not be opened last. */
  findRecovery: z.undefined(),
  /** Opens it as a new file; the person is asked where to keep that. */
  recover: z.undefined(),
  undo: z.undefined(),
  redo: z.undefined(),
  publish: z.undefined(),
  saveCopy: z.undefined(),
  showPlan: z.undefined(),
  copyPath: z.undefined(),
  exportPlan: z.strictObject({
    layout: z.string().min(1).max(100),
    plain: z.boolean(),
    asAt: z.iso.date('is not a day (YYYY-MM-DD)'),
    leaveOut: z.array(z.enum(parts)).max(parts.length),
    posts: z.boolean(),
  }),
  /** Leaves off an export that is under way: it gives null, and there is no file of it. */
  cancelExport: z.undefined(),
  /** What the page has made ready to be printed, by the dialog of the system. */
  print: z.strictObject({ orientation: z.enum(orientations) }),
  /** The same as a PDF file. */
  savePdf: z.strictObject({ title: filledLine(500), orientation: z.enum(orientations), footer: line(2_000) }),
  /** Some actions as a Word table of their own, or as an Excel sheet, in this order. */
  exportRows: z.strictObject({
    actions: z.array(z.uuid()).min(1).max(limits.actions),
    asAt: z.iso.date('is not a day (YYYY-MM-DD)'),
    as: z.enum(['word', 'excel']),
    /** Which actions these are, in words. */
    shown: line(1_000).optional(),
  }),
  /** What was edited since a moment, newest first. */
  editsSince: z.strictObject({ since: z.iso.datetime({ precision: 3 }) }),
  openExport: z.strictObject({ token: z.uuid() }),
  showExport: z.strictObject({ token: z.uuid() }),
  keepView: z.strictObject({
    leftWidth: z.int().min(160).max(480),
    /** Null: as suits the window, until the person sets it. */
    previewWidth: z.int().min(320).max(1_600).nullable(),
    previewOpen: z.boolean(),
  }),
  zoom: z.strictObject({ to: z.enum(['in', 'out', 'reset']) }),
  changeSettings: z
    .strictObject({
      theme: z.enum(['system', 'light', 'dark']),
      textSize: z.literal(textSizes),
      author: filledLine(200).nullable(),
      layout: z.string().max(100).nullable(),
      /** Only to go back to the folder of the last time: a folder is chosen in a dialog. */
      folder: z.null(),
    })
    .partial(),
  /** The folder that dialogs for plans are to begin in. */
  chooseFolder: z.undefined(),
  /** The words of the plan that no dictionary has, in reading order. */
  checkSpelling: z.undefined(),
  suggestSpelling: z.strictObject({ word: filledLine(2_000) }),
  /** The words that the person has added to the dictionary. */
  ownWords: z.undefined(),
  addWord: z.strictObject({ word: filledLine(100) }),
  removeWord: z.strictObject({ word: filledLine(2_000) }),
  copyDetails: z.undefined(),
  /** A mistake of the page itself, for the log. */
  reportFault: z.strictObject({
    name: z.string().max(200),
    message: z.string().max(2_000),
    stack: z.string().max(8_000),
  }),
  /** The page has sent all that was typed: the window may close. */
  flushed: z.undefined(),
} satisfies Record<OperationName, z.ZodType>;

export type Input<Name extends OperationName> = z.infer<(typeof inputs)[Name]>;

/** What each operation gives. A dialog that the person closed without choosing gives null. */
export interface Outputs {
  start: StartView;
  openPlan: PlanView | OfferView | null;
  openRecent: PlanView;
  findRecent: PlanView | null;
  forgetRecent: RecentView[];
  pinRecent: RecentView[];
  openSample: PlanView;
  samplePlan: Plan;
  createPlan: PlanView | null;
  readLastYear: { plan: Plan; file: string } | null;
  rollOn: PlanView | null;
  keepLeft: null;
  chooseWord: Pick<WordFile, 'file'> | null;
  readChosenWord: WordFile | null;
  readDroppedWord: WordFile | null;
  stopReading: null;
  makeFromWord: PlanView | null;
  planAfter: Plan | null;
  openDropped: PlanView | OfferView;
  bringIn: BroughtInView | null;
  takeOffer: BroughtInView | PlanView;
  copiesBeside: OfferView[];
  review: ReviewView;
  decide: EditedView;
  keepRecord: EditedView;
  history: HistoryRows;
  editInWords: Told[];
  undoOne: EditedView;
  changesSince: Told[];
  exportChanges: ExportView | null;
  share: ShareView | null;
  shares: ShareView[];
  forgetShare: ShareView[];
  showShared: null;
  copySharedPath: null;
  mailShared: MailView;
  closePlan: RecentView[];
  wholePlan: PlanView | null;
  edit: EditedView;
  points: Point[];
  markPoint: EditedView;
  renamePoint: EditedView;
  deletePoint: EditedView;
  restorePoint: EditedView;
  planAt: Plan;
  goBackTo: EditedView;
  versions: Version[];
  planInVersion: Plan;
  bringBack: EditedView;
  findRecovery: RecoveryView | null;
  recover: PlanView | null;
  undo: EditedView;
  redo: EditedView;
  publish: SaveState;
  /** The copy is among the recent plans, under this id. */
  saveCopy: { id: string; file: string; folder: string } | null;
  showPlan: null;
  copyPath: null;
  exportPlan: ExportView | null;
  cancelExport: null;
  print: null;
  savePdf: ExportView | null;
  exportRows: ExportView | null;
  editsSince: EditView[];
  openExport: null;
  showExport: null;
  keepView: null;
  zoom: { percent: number };
  changeSettings: SettingsView;
  chooseFolder: SettingsView | null;
  checkSpelling: Match[];
  /** What may have been meant, likeliest first. */
  suggestSpelling: string[];
  ownWords: readonly string[];
  addWord: readonly string[];
  removeWord: readonly string[];
  copyDetails: null;
  reportFault: { reference: string };
  flushed: null;
}

/** What the page needs to know as it starts. */
export interface StartView {
  version: string;
  recents: RecentView[];
  plan: PlanView | null;
  settings: SettingsView;
  view: PaneView;
  /** What went wrong before the page was there to be told: a file handed over at start that could not be opened. */
  failure: Failure | null;
  /** A file handed over at start that is a copy of a plan that is known here. */
  offer: OfferView | null;
  /** Who else has the file of the open plan open. */
  others: OtherView[];
}

/** Somebody else who says that they have a plan open; the name may be empty. */
export interface OtherView {
  author: string;
  /** Since when: a moment, UTC. */
  since: string;
}

/** What a person sets once, for every plan. */
export interface SettingsView {
  theme: Theme;
  /** In per cent of the usual size. */
  textSize: TextSize;
  /** The name or role that edits are signed with; null: `systemName`. */
  author: string | null;
  /** The name that the person has on this computer. */
  systemName: string;
  /** The layout that a new plan begins with. */
  layout: string | null;
  /** The folder that dialogs for plans begin in, for people to read; null: where the last one was. */
  folder: string | null;
  /** What the last new plan began with. */
  newPlan: Pick<NewPlan, 'trust' | 'standard' | 'terms' | 'ratingScale'> | null;
}

export type Theme = NonNullable<Input<'changeSettings'>['theme']>;
export type TextSize = (typeof textSizes)[number];
export type PaneView = Input<'keepView'>;

/** A plan that was open before. The page knows it by its id, not by its path. */
export interface RecentView {
  id: string;
  /** The plan's title when it was last open. */
  title: string;
  trust: string;
  /** The file's name and its folder, for people to read. */
  file: string;
  folder: string;
  /** When it was last open: a moment, UTC. */
  openedAt: string;
  missing: boolean;
  pinned: boolean;
  /** Why its newest edits are kept on this computer only, if they are. */
  unsaved: Failure | null;
}

/** The plan that is open. */
export interface PlanView {
  plan: Plan;
  /** Counts up with each plan opened and each edit: the next answer to an edit builds on it. */
  revision: number;
  file: string;
  folder: string;
  /** Whether it is the app's own sample, which may be thrown away. */
  sample: boolean;
  /** The labels of the edits that undo and redo would take back or put back. */
  undo: string | null;
  redo: string | null;
  saved: SaveState;
  /** How it was left when it was last open here. */
  left: Left | null;
  /** The name under which edits of this computer were kept that the file, changed elsewhere, did not have. */
  keptAside: string | null;
  /** Where in the log the file came in that was changed elsewhere, if it did when it was opened. */
  broughtIn: Stretch | null;
  /** What is to be decided after copies were brought together. */
  conflicts: ConflictMark[];
  /** How many things live though somebody deleted them: that is to be decided too. */
  kept: number;
  /** Who sent it, and when (UTC), where it is a copy of somebody else's plan. */
  sentBy: { author: string; at: string } | null;
}

/** A field that several people set without knowing of each other. */
export interface ConflictMark {
  kind: Place['kind'];
  id: string;
  field: string;
  /** Who said something else than what is shown. */
  others: string[];
}

/** A copy of a plan that is known here: it can be brought into that, or opened by itself. */
export interface OfferView {
  token: string;
  file: string;
  folder: string;
  /** The file of the plan that it can be brought into. */
  into: string;
  /** How many edits it has that the open plan has not, and whose; null where that was not looked at. */
  news: { edits: number; by: string[] } | null;
}

/** What came of bringing a copy in. */
export interface BroughtInView {
  plan: PlanView;
  file: string;
  /** `none`: nothing that was not here. `all`: this plan had nothing of its own, and is what the copy is. */
  news: 'none' | 'all' | 'some';
  stretch: Stretch;
}

export interface ReviewView {
  /** The label and moment of what brought it in, where an edit did; null where nothing ever came in. */
  cameIn: (CameIn & { label: string; at: string | null }) | null;
  conflicts: ConflictTold[];
  kept: KeptTold[];
  /** The rules of a plan that do not hold, in sentences. */
  broken: string[];
}

/** A copy that was made for somebody. */
export interface ShareView {
  id: string;
  to: string;
  /** When: a moment, UTC. */
  at: string;
  file: string;
  folder: string;
  history: boolean;
  names: boolean;
  /** The named point at which it was made. */
  point: string;
  /** When it came back; null: it is waited for. */
  back: string | null;
}

/** An e-mail that tells somebody of their copy. */
export interface MailView {
  /** Whether the system found something to hand it to, which is not yet a window to send it from. */
  taken: boolean;
  text: string;
}

/** The open plan after an edit, as what is different from the plan before it. */
export interface EditedView extends Pick<PlanView, 'revision' | 'undo' | 'redo' | 'saved' | 'conflicts' | 'kept'> {
  /** The revision that `change` is a change of. */
  before: number;
  change: PlanChange;
}

/** A Word file that was read, by its name. */
export interface WordFile {
  file: string;
  document: WordDocument;
}

/** What there is of a plan whose file is damaged. */
export interface RecoveryView {
  /** The name of the damaged file. */
  file: string;
  /** All that was edited on this computer, an earlier version kept here, or what can be read of the file itself. */
  from: 'here' | 'version' | 'rows';
  /** When the newest of it was edited or kept: a moment, UTC. */
  at: string | null;
  /** How many things in it are not sure. */
  doubtful: number;
}

/** A Word file that was written. The page can have it opened or shown by its token. */
export interface ExportView {
  token: string;
  file: string;
  folder: string;
  omitted: Omission[];
}

/** An edit of the log, for people to read. */
export interface EditView extends Pick<Edit, 'id' | 'at' | 'author' | 'label' | 'kind'> {
  /** The first thing that it changed, which may not be there any more; null where it changed nothing. */
  place: Place | null;
}

/** What the app tells the page unasked. */
export type AppEvent =
  | { kind: 'command'; id: CommandId }
  | { kind: 'openRecent'; id: string }
  /** A plan was handed over from outside (a double click, a second start), or opening it failed. */
  | { kind: 'opened'; plan: PlanView }
  | { kind: 'offered'; offer: OfferView }
  /** Somebody else had changed the file of the open plan, and it was brought in. */
  | { kind: 'broughtIn'; came: BroughtInView }
  | { kind: 'failed'; failure: Failure }
  | { kind: 'saved'; saved: SaveState }
  /** Who else has the file of the open plan open has changed. */
  | { kind: 'others'; others: OtherView[] }
  /** The window is about to close: send what was typed, then call `flushed`. */
  | { kind: 'flush' };
