import { type CommandId, commands } from '../shared/commands.ts';
import type { Input, OfferView, PlanView, RecentView } from '../shared/ipc/contract.ts';
import type { Failure } from '../shared/ipc/result.ts';
import type { DraftEdit } from '../shared/log/edit.ts';
import { PlanError } from '../shared/messages.ts';
import type { Plan } from '../shared/plan/model.ts';
import type { Filter } from '../shared/plan/rows.ts';
import { CallFailed, callApp, callWithDropped } from './api.ts';
import { flushDrafts, hasDrafts, stepInDraft } from './fields/draft.ts';
import { leavePlan } from './plan/left.ts';
import { stepToPage } from './plan/pages.ts';
import { waysFromDamage } from './plan/recovery.ts';
import { wholeRound } from './plan/round-view.ts';
import {
  attempt,
  change,
  current,
  showOffer,
  showPlan,
  showSaved,
  showStart,
  tellFailure,
  updatePlan,
} from './store.ts';
import { announce } from './ui/announce.ts';
import { focusPane } from './ui/panes.ts';

/** Does what a command says, wherever it came from: the menu, a key or a button. */
export function perform(id: CommandId): void {
  const needsPlan = commands.some((command) => command.id === id && command.when === 'plan');
  // The form of a new plan makes way for what is done with the plan behind it, and is there again as it was left.
  if ((current().creating || current().reviewing) && needsPlan) change({ creating: false, reviewing: false });
  void actions[id]();
}

/** When the window has room for the preview beside the page. */
export const roomForPreview = '(min-width: 1280px)';

const actions: Record<CommandId, () => unknown> = {
  newPlan: async () => {
    await flushDrafts();
    change({ creating: current().creating || 'blank', reviewing: false, dialog: null, notice: null });
  },
  rollOn: async () => {
    await flushDrafts();
    change({ creating: 'lastYear', reviewing: false, dialog: null, notice: null });
  },
  open: () => opening('Opening the plan…', () => callApp('openPlan')),
  bringIn: async () => (await copies()).bringIn(),
  openSample: () => opening('Opening the sample plan…', () => callApp('openSample')),
  bringInWord: async () => (await reviewing()).bringInWord(),
  bringInEdited: async () => (await import('./edited/edited-copy.ts')).bringInEdited(),
  publish: () =>
    attempt(async () => {
      await flushDrafts();
      showSaved(await callApp('publish'));
      if (current().open?.saved.state === 'saved') announce('All changes are saved to the file.');
    }),
  saveCopy: () =>
    attempt(async () => {
      await flushDrafts();
      const copy = await callApp('saveCopy');
      if (copy === null) return;
      const message = { happened: `The copy is saved as ${copy.file}.`, safe: `It is in ${copy.folder}.`, next: '' };
      const goOn = () => void opening('Opening the copy…', () => callApp('openRecent', { id: copy.id }));
      change({ notice: { tone: 'good', message, ways: [{ label: 'Go on in the copy', go: goOn }] } });
    }),
  share: async () => {
    await flushDrafts();
    change({ dialog: 'share', notice: null });
  },
  showPlan: () => attempt(async () => void (await callApp('showPlan'))),
  copyPath: () =>
    attempt(async () => {
      await callApp('copyPath');
      announce('The path of the plan is on the clipboard.');
    }),
  export: () => showPage('export'),
  exportSheet: async () => (await import('./plan/exports.ts')).exportSheet(),
  print: () => change({ dialog: 'print' }),
  pasteTable: () => change({ dialog: 'paste', pasted: null }),
  points: () => showPage('points'),
  versions: () => showPage('versions'),
  closePlan: () =>
    attempt(async () => {
      await leavePlan();
      showStart(await callApp('closePlan'));
    }),
  undo: () => stepInReview('undo') || stepInForm('undo') || stepInDraft('undo') || stepBackOrForth('undo'),
  redo: () => stepInReview('redo') || stepInForm('redo') || stepInDraft('redo') || stepBackOrForth('redo'),
  find: async () => (await finding()).openFind(false),
  replace: async () => (await finding()).openFind(true),
  findNext: async () => (await finding()).stepToMatch(1),
  findPrevious: async () => (await finding()).stepToMatch(-1),
  spelling: async () => (await import('./plan/spelling.ts')).openSpelling(),
  goTo: () => change({ dialog: 'goTo' }),
  round: () => showPage('round'),
  checks: () => showPage('checks'),
  history: () => showPage('history'),
  copies: () => showPage('copies'),
  layouts: () => showPage('layouts'),
  togglePreview: () =>
    window.matchMedia(roomForPreview).matches && current().place.page !== 'round'
      ? keepView({ previewOpen: !current().view.previewOpen })
      : change({ previewInstead: !current().previewInstead }),
  nextPage: () => stepToPage(1),
  previousPage: () => stepToPage(-1),
  nextPane: () => focusPane(1),
  previousPane: () => focusPane(-1),
  zoomIn: () => zoom('in'),
  zoomOut: () => zoom('out'),
  zoomReset: () => zoom('reset'),
  guide: () => change({ dialog: 'guide' }),
  shortcuts: () => change({ dialog: 'shortcuts' }),
  copyDetails: () =>
    attempt(async () => {
      await callApp('copyDetails');
      announce('The details are on the clipboard. There is nothing of your plan in them.');
      const happened = 'The details for IT are on the clipboard.';
      const message = { happened, safe: 'There is nothing of your plan in them.', next: 'Paste them into a message.' };
      change({ notice: { tone: 'good', message, ways: [] } });
    }),
  settings: () => change({ dialog: 'settings' }),
  about: () => change({ dialog: 'about' }),
};

// Loaded when asked for, as all that the start screen does without.
const finding = () => import('./plan/finding.ts');
const copies = () => import('./plan/copies.ts');
const reviewing = () => import('./review/reviewing.ts');

function showPage(
  page: 'export' | 'points' | 'versions' | 'round' | 'checks' | 'history' | 'copies' | 'layouts',
): void {
  change({ place: { page }, notice: null });
}

/** Changes what a person sets once, for every plan. */
export async function changeSettings(some: Input<'changeSettings'>): Promise<void> {
  await attempt(async () => change({ settings: await callApp('changeSettings', some) }));
}

/** Opens one of the recent plans, or helps to find it where it is missing. */
export function openRecent({ id, missing }: RecentView): void {
  if (missing) void opening('Opening the plan…', () => callApp('findRecent', { id }));
  else openRecentById(id);
}

export function openRecentById(id: string): void {
  void opening('Opening the plan…', () => callApp('openRecent', { id }));
}

export function forgetRecent(id: string): void {
  void attempt(async () => change({ recents: await callApp('forgetRecent', { id }) }));
}

export async function pinRecent(id: string, pinned: boolean): Promise<void> {
  await attempt(async () => change({ recents: await callApp('pinRecent', { id, pinned }) }));
}

export function openDropped(file: File): void {
  if (/\.(?:do[ct][xm]?|xls[xm]?|csv|tsv)$/i.test(file.name))
    void reviewing().then(({ bringInDropped }) => bringInDropped(file));
  else void opening('Opening the plan…', () => callWithDropped('openDropped', file));
}

/** Makes an edit. Gives false, and tells why, where it was refused. */
export function edit(draft: DraftEdit): Promise<boolean> {
  return attempt(async () => {
    await updatePlan(await callApp('edit', draft));
    announce(`${draft.label}. Done.`);
  });
}

/**
 * Makes an edit of the plan as it is once all that was typed is in it. `make` may give undefined: there is nothing to
 * do. Gives false where nothing was done.
 */
export async function editPlan(make: (plan: Plan) => DraftEdit | undefined): Promise<boolean> {
  if (hasDrafts()) await flushDrafts(); // else the app begins with it at once, before the page goes on
  const plan = current().open?.plan;
  try {
    const draft = plan && make(plan);
    return draft ? await edit(draft) : false;
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    tellFailure({ code: error.code, details: error.details });
    return false;
  }
}

/** Makes an edit for a field, which itself tells what was refused. Gives the failure, or null where there is none. */
export async function keep(draft: DraftEdit): Promise<Failure | null> {
  try {
    await updatePlan(await callApp('edit', draft));
    return null;
  } catch (error) {
    if (error instanceof CallFailed) return error.failure;
    throw error;
  }
}

/** Keeps how wide the panes are, and whether the preview is there. */
export function keepView(some: Partial<ReturnType<typeof current>['view']>): void {
  const view = { ...current().view, ...some };
  change({ view });
  void callApp('keepView', view);
}

/** Shows the progress round with this filter alone. */
export function showRound(filter: Filter): void {
  change({ place: { page: 'round' }, round: { ...wholeRound, filter }, notice: null });
}

/** Opens a plan in one way or another; `busy` says so while it takes its time. */
export function opening(busy: string, work: () => Promise<PlanView | OfferView | null>): Promise<boolean> {
  return attempt(async () => {
    await leavePlan();
    change({ busy, notice: null });
    const view = await work();
    if (view && 'token' in view) showOffer(view);
    else if (view) showPlan(view);
  }, waysFromDamage);
}

/** In the review of a Word file, what is taken back is a choice made there. */
function stepInReview(step: 'undo' | 'redo'): boolean {
  if (current().reviewing) void reviewing().then((review) => review.stepInReview(step));
  return current().reviewing;
}

/** In the form of a new plan, what is taken back is typing in the form, never an edit of a plan that is not in sight. */
function stepInForm(step: 'undo' | 'redo'): boolean {
  if (current().creating) document.execCommand(step);
  return current().creating !== false;
}

function stepBackOrForth(name: 'undo' | 'redo'): Promise<boolean> {
  return attempt(async () => {
    const label = current().open?.[name];
    await updatePlan(await callApp(name));
    announce(`${name === 'undo' ? 'Undone' : 'Done again'}: ${label ?? 'the last edit'}.`);
  });
}

async function zoom(to: 'in' | 'out' | 'reset'): Promise<void> {
  await attempt(async () => {
    const { percent } = await callApp('zoom', { to });
    announce(`${percent} per cent`);
  });
}
