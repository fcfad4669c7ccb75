import { type ComponentType, useSyncExternalStore } from 'react';
import type {
  AppEvent,
  EditedView,
  Input,
  OfferView,
  OtherView,
  PaneView,
  PlanView,
  RecentView,
  SettingsView,
} from '../shared/ipc/contract.ts';
import type { Failure } from '../shared/ipc/result.ts';
import type { Left } from '../shared/left.ts';
import { type Message, messageFor } from '../shared/messages.ts';
import type { Match } from '../shared/plan/find.ts';
import type { Plan } from '../shared/plan/model.ts';
import type { Place as PlanPlace } from '../shared/plan/place.ts';
import { changed } from '../shared/plan/plan-change.ts';
import type { SaveState } from '../shared/plan-state.ts';
import type { WordTable } from '../shared/recognise/document.ts';
import { CallFailed, callApp } from './api.ts';
import { openRecentById, perform } from './commands.ts';
import type { EditedCopy } from './edited/edited-copy.ts';
import { leavePlan, wasLeftAt } from './plan/left.ts';
import { waysFromDamage } from './plan/recovery.ts';
import { reuse } from './plan/reuse.ts';
import { type RoundView, wholeRound } from './plan/round-view.ts';
import type { Review } from './review/reviewing.ts';

/** All that the page knows. Components read it by `useStore`; it is changed by `change` alone. */
export interface State {
  /** False until the app has answered for the first time. */
  started: boolean;
  version: string;
  /** Everything but the start screen, once it is loaded. */
  Editor: ComponentType | null;
  settings: SettingsView;
  view: PaneView;
  recents: RecentView[];
  open: PlanView | null;
  /** Who else has its file open, as far as they say so. */
  others: OtherView[];
  /** Counts the plans that were opened, so that one plan's page is not taken for another's. */
  opened: number;
  /** Whether the form of a new plan stands in the place of all else, and what that plan is made from. */
  creating: false | 'blank' | 'lastYear';
  /** The Word file of which a plan is to be made; kept while one looks at something else. */
  review: Review | null;
  /** Whether the review of it stands in the place of all else. */
  reviewing: boolean;
  /** A Word copy that somebody edited, beside the plan that is open. */
  edited: EditedCopy | null;
  place: Place;
  /** How the progress round was left. */
  round: RoundView;
  /** What is being gone to on that page, until its field has the keyboard. */
  target: Target | null;
  finding: Finding;
  /** Null while its pane is closed. */
  spelling: Spelling | null;
  /** In a window too narrow for both: whether the preview stands in the page's stead. */
  previewInstead: boolean;
  dialog:
    | 'about'
    | 'shortcuts'
    | 'settings'
    | 'goTo'
    | 'print'
    | 'guide'
    | 'paste'
    | 'reading'
    | 'share'
    | 'offer'
    | null;
  /** The table that somebody pasted, to be looked at before it becomes actions. */
  pasted: WordTable | null;
  /** What its dialog is about. */
  offer: OfferView | null;
  notice: Notice | null;
  /** What is being waited for, in words, if it may take long. */
  busy: string | null;
}

/** Where in the plan the person is. */
export type Place = Left['place'];
export type Since = Input<'changesSince'>;

/** A place that is being gone to; `look`: it is only brought into sight, and the keyboard stays where it is. */
export type Target = PlanPlace & { look?: true };

/** What is being looked for in the plan. It is kept while its pane is closed, so that F3 goes on. */
export interface Finding {
  open: boolean;
  /** Whether it is also to be replaced. */
  replacing: boolean;
  query: string;
  replacement: string;
  matchCase: boolean;
  wholeWord: boolean;
  /** Which of the matches one is at. */
  at: number | null;
}

/** The misspelt words of the plan, one of which is looked at. */
export interface Spelling {
  /** The plan as it was when they were found; null until they are. */
  plan: Plan | null;
  found: Match[];
  at: number;
}

/** Something to be told, with the ways on from it. */
export interface Notice {
  tone: 'failure' | 'good';
  message: Message;
  ways: { label: string; go(): void }[];
}

let state: State = {
  started: false,
  version: '',
  Editor: null,
  settings: {
    theme: 'system',
    textSize: 100,
    author: null,
    systemName: '',
    layout: null,
    folder: null,
    newPlan: null,
  },
  view: { leftWidth: 240, previewWidth: null, previewOpen: true },
  recents: [],
  open: null,
  others: [],
  opened: 0,
  creating: false,
  review: null,
  reviewing: false,
  edited: null,
  place: { page: 'overview' },
  round: wholeRound,
  target: null,
  finding: {
    open: false,
    replacing: false,
    query: '',
    replacement: '',
    matchCase: false,
    wholeWord: false,
    at: null,
  },
  spelling: null,
  previewInstead: false,
  dialog: null,
  pasted: null,
  offer: null,
  notice: null,
  busy: null,
};
const listeners = new Set<() => void>();

export function change(some: Partial<State>): void {
  // To go to a page of the plan is to leave the form of a new one, and the review of a Word file.
  state = { ...state, ...(some.place && { creating: false, reviewing: false }), ...some };
  for (const listener of listeners) listener();
}

export function current(): State {
  return state;
}

/** A part of the state, for a component; it is drawn again only when that part changes. */
export function useStore<T>(part: (state: State) => T): T {
  return useSyncExternalStore(subscribe, () => part(state));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Asks the app what there is to show. */
export async function start(): Promise<void> {
  const { failure, plan, offer, ...rest } = await callApp('start');
  change({ started: true, ...rest });
  if (plan) showPlan(plan);
  if (failure) tellFailure(failure, waysFromDamage(failure));
  if (offer) showOffer(offer);
}

/** Asks what is to be done with a copy of a plan that is known here. */
export function showOffer(offer: OfferView): void {
  change({ offer, dialog: 'offer', busy: null });
}

/** Shows a plan that was just opened, as it was left. */
export function showPlan(open: PlanView): void {
  const notice =
    open.keptAside === null ? broughtInNotice(open) : { tone: 'good' as const, message: keptAside(open), ways: [] };
  change({
    open,
    opened: state.opened + 1,
    edited: null,
    creating: false,
    ...wasLeftAt(open),
    spelling: null,
    notice,
    busy: null,
  });
}

/** Shows the plan as it is after an edit; records that did not change keep their identity. */
export async function updatePlan({ before, change: made, ...after }: EditedView): Promise<void> {
  const { open } = state;
  if (open?.revision === before) return showEdited({ ...open, ...after, plan: changed(open.plan, made) });
  const whole = await callApp('wholePlan');
  if (whole && state.open) showEdited(whole);
}

export function showEdited(view: PlanView): void {
  const { open } = state;
  const conflicts = reuse(open?.conflicts, view.conflicts);
  change({ open: { ...view, plan: reuse(open?.plan, view.plan), conflicts } });
}

export function showStart(recents: RecentView[]): void {
  change({
    open: null,
    edited: null,
    creating: false,
    spelling: null,
    recents,
    place: { page: 'overview' },
    notice: null,
    busy: null,
  });
}

export function tellFailure({ code, details }: Failure, ways: Notice['ways'] = []): void {
  change({ notice: { tone: 'failure', message: messageFor(code, details), ways }, busy: null });
}

/**
 * Does something that the person asked for, and tells them if it failed; `ways` are the ways on that fit.
 * Gives false where it failed.
 */
export async function attempt(work: () => Promise<void>, ways: (failure: Failure) => Notice['ways'] = () => []) {
  try {
    await work();
    return true;
  } catch (error) {
    if (!(error instanceof CallFailed)) throw error;
    tellFailure(error.failure, ways(error.failure));
    return false;
  } finally {
    change({ busy: null });
  }
}

/** Hears what the app says unasked. */
export function listenToApp(): void {
  window.wres.listen((event) => void hear(event));
}

async function hear(event: AppEvent): Promise<void> {
  switch (event.kind) {
    case 'command':
      return perform(event.id);
    case 'openRecent':
      return openRecentById(event.id);
    case 'opened':
      return showPlan(event.plan);
    case 'offered':
      return showOffer(event.offer);
    case 'broughtIn':
      showEdited(event.came.plan);
      return change({ notice: broughtInNotice({ ...event.came.plan, broughtIn: event.came.stretch }) });
    case 'failed':
      return tellFailure(event.failure, waysFromDamage(event.failure));
    case 'saved':
      return showSaved(event.saved);
    case 'others':
      return change({ others: event.others });
    case 'flush':
      await leavePlan();
      return void callApp('flushed');
  }
}

export function showSaved(saved: SaveState): void {
  if (state.open) change({ open: { ...state.open, saved } });
}

function broughtInNotice({ file, broughtIn }: PlanView): Notice | null {
  if (broughtIn === null) return null;
  const message = {
    happened: `Somebody else had changed ${file}. What they changed is in your plan now.`,
    safe: 'Nothing of yours was replaced.',
    next: 'Undo takes it out again.',
  };
  const go = () => change({ place: { page: 'copies', stretch: broughtIn }, notice: null });
  return { tone: 'good', message, ways: [{ label: 'See what came in', go }] };
}

function keptAside({ file, keptAside: name }: PlanView): Message {
  return {
    happened: `${file} was changed elsewhere, while this computer had edits that it does not have.`,
    safe: `The file is shown as it is now. Your edits are kept beside it on this computer as ${name}.`,
    next: 'Compare the two, and make again what is missing.',
  };
}
