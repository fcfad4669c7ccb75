import type { PlanView } from '../../shared/ipc/contract.ts';
import type { Left } from '../../shared/left.ts';
import { callApp } from '../api.ts';
import { flushDrafts } from '../fields/draft.ts';
import { current, type State } from '../store.ts';
import { wholeRound } from './round-view.ts';

/** Sends what was typed, and keeps how the plan is left, before another comes in its place or the window closes. */
export async function leavePlan(): Promise<void> {
  await flushDrafts();
  await keepLeft();
}

/** Keeps where in the plan the person is, for the next time. */
export async function keepLeft(): Promise<void> {
  // Where this fails it costs a place in a plan, and no work: nobody need be told.
  if (current().open) await callApp('keepLeft', leftNow()).catch(() => undefined);
}

/** Where a plan opens: as it was left, or at its overview. */
export function wasLeftAt({ plan, left }: PlanView): Pick<State, 'place' | 'round'> {
  if (left === null) return { place: { page: 'overview' }, round: wholeRound };
  const { place, round } = left;
  const gone = place.page === 'indicator' && !plan.indicators.some(({ id }) => id === place.id);
  return { place: gone ? { page: 'overview' } : place, round: { ...round, selected: new Set() } };
}

/** How the page that is shown was left, until the person goes elsewhere. */
export function leftHere(): Left | null {
  const { open, place } = current();
  return open?.left?.place === place ? open.left : null;
}

function leftNow(): Left {
  const { place, round } = current();
  const { filter, sort, at } = round;
  const page = document.querySelector('#page');
  const open = [...(page?.querySelectorAll<HTMLElement>('[data-item][data-open="true"]') ?? [])];
  return {
    place,
    scroll: Math.round(page?.scrollTop ?? 0),
    open: open.map(({ dataset }) => dataset.item ?? '').slice(0, 200),
    round: { filter, sort, at },
  };
}
