import type { Plan } from '../../shared/plan/model.ts';
import { change, current, type Place } from '../store.ts';

/** The pages of a plan, in the order of its contents. */
export function pagesOf(plan: Plan): Place[] {
  return [
    { page: 'overview' },
    { page: 'details' },
    { page: 'introduction' },
    ...plan.indicators.map(({ id }): Place => ({ page: 'indicator', id })),
    { page: 'wholePlan' },
    { page: 'closing' },
    { page: 'people' },
    { page: 'round' },
    { page: 'checks' },
    { page: 'layouts' },
    { page: 'points' },
    { page: 'versions' },
    { page: 'history' },
    { page: 'copies' },
  ];
}

/** Goes to the next page (1) or the one before (-1); from the last to the first. */
export function stepToPage(step: 1 | -1): void {
  const { open, place } = current();
  if (!open) return;
  const pages = pagesOf(open.plan);
  const here = pages.findIndex((each) => keyOf(each) === keyOf(place));
  const to = pages[(here + step + pages.length) % pages.length];
  if (to) change({ place: to, notice: null });
}

/** Tells pages apart. */
export function keyOf(place: Place): string {
  return place.page === 'indicator' ? place.id : place.page;
}
