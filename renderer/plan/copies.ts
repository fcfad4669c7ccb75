import type { BroughtInView, Input, OfferView } from '../../shared/ipc/contract.ts';
import { type Undecided, undecidedInWords } from '../../shared/layout/undecided.ts';
import { callApp } from '../api.ts';
import { flushDrafts } from '../fields/draft.ts';
import { attempt, change, current, showEdited, showPlan, updatePlan } from '../store.ts';
import { announce } from '../ui/announce.ts';

/** Brings a copy into the open plan that the person chooses, and shows what came in. */
export function bringIn(): Promise<boolean> {
  return bringing(() => callApp('bringIn'));
}

/** Brings a copy into the plan that it is a copy of. */
export function bringInOffered({ token }: OfferView): Promise<boolean> {
  return bringing(async () => {
    const view = await callApp('takeOffer', { token, to: 'bringIn' });
    return 'stretch' in view ? view : null;
  });
}

/** Opens a copy by itself, as any other plan. */
export function openOffered({ token }: OfferView): Promise<boolean> {
  return attempt(async () => {
    await flushDrafts();
    change({ busy: 'Opening the plan…' });
    const view = await callApp('takeOffer', { token, to: 'open' });
    if ('revision' in view) showPlan(view);
  });
}

/** Decides a conflict. Gives false, and tells why, where that could not be. */
export function decide(place: Omit<Input<'decide'>, 'value'>, value: Input<'decide'>['value']): Promise<boolean> {
  return attempt(async () => updatePlan(await callApp('decide', { ...place, value })));
}

/** What is not decided in the open plan between copies. */
export async function undecidedNow(): Promise<Undecided[]> {
  if (!current().open?.conflicts.length) return [];
  const { conflicts } = await callApp('review', { stretch: null });
  return undecidedInWords(conflicts);
}

function bringing(work: () => Promise<BroughtInView | null>): Promise<boolean> {
  return attempt(async () => {
    await flushDrafts();
    change({ busy: 'Bringing in the copy…', notice: null });
    const view = await work();
    if (view) show(view);
  });
}

let came = 0;

/** How many copies came in since the window was opened: what was known of copies then is not so any more. */
export const broughtIn = () => came;

function show({ plan, news, file, stretch }: BroughtInView): void {
  came += 1;
  const { open } = current();
  const isOpen = open?.plan.id === plan.plan.id && open.file === plan.file && open.folder === plan.folder;
  if (isOpen) showEdited(plan);
  else showPlan(plan);
  if (news === 'none') {
    const message = {
      happened: `${file} has nothing that is not in this plan already.`,
      safe: 'The plan is as it was.',
      next: '',
    };
    change({ notice: { tone: 'good', message, ways: [] } });
    return;
  }
  change({ place: { page: 'copies', stretch }, notice: null });
  announce(`${file} is brought in. What came in is on this page.`);
}
