import { type RefObject, useEffect } from 'react';
import { lookUp } from '../../shared/plan/look-up.ts';
import type { Plan } from '../../shared/plan/model.ts';
import type { Place } from '../store.ts';

/**
 * Turns the preview to what the person has gone to; null: it is not there yet. It moves only then, never while they read
 * or edit.
 */
export function useFollow(paper: RefObject<HTMLElement | null>, plan: Plan, place: Place | null): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: an edit does not turn the page
  useEffect(() => {
    if (!place || !paper.current) return;
    for (const part of partsOf(plan, place)) {
      const shown = paper.current.querySelector(part);
      if (!shown) continue;
      const top = shown.getBoundingClientRect().top - paper.current.getBoundingClientRect().top;
      return paper.current.scrollTo(0, Math.max(0, paper.current.scrollTop + top - 24));
    }
  }, [paper, place]);
}

/** What of the page that may be, as selectors, the likeliest first. */
function partsOf(plan: Plan, place: Place): string[] {
  // What a layout is seen by.
  if (place.page === 'layouts') return ['table'];
  return idsOf(plan, place).map((id) => `[data-of="${CSS.escape(id)}"]`);
}

/** Where that may stand on the page: an indicator is named itself, or stands as the actions that it has. */
function idsOf(plan: Plan, place: Place): string[] {
  const find = lookUp(plan);
  switch (place.page) {
    case 'indicator':
      return [place.id, ...find.actionsOf(place.id).map(({ id }) => id)];
    case 'wholePlan':
      return find.actionsOf(null).map(({ id }) => id);
    case 'closing':
      return plan.closing.map(({ id }) => id);
    default:
      return [plan.id];
  }
}
