import { useEffect } from 'react';
import { ownerOf } from '../../shared/plan/existing.ts';
import type { Plan } from '../../shared/plan/model.ts';
import type { Place as PlanPlace } from '../../shared/plan/place.ts';
import { change, current, type Place, useStore } from '../store.ts';

/**
 * Goes to a place of the plan: its page is shown, what it stands in is opened, and its field has the keyboard, now or
 * as soon as it is on the screen.
 */
export function goToPlace(target: PlanPlace): void {
  const { open, place } = current();
  const there = open && pageOf(open.plan, target);
  if (!there) return;
  const here = JSON.stringify(there) === JSON.stringify(place);
  change({ target, ...(here ? {} : { place: there, notice: null }) });
}

/** Whether a place within this record, or in what belongs to it, is being gone to: then it opens. */
export function useIsTarget(isIn: (target: PlanPlace) => boolean): boolean {
  return useStore(({ target }) => target !== null && isIn(target));
}

/** Calls `arrive` when this place, or one within it, is gone to. */
export function useArrival({ kind, id, field }: PlanPlace, arrive: (target: PlanPlace) => void): void {
  const target = useStore((state) => state.target);
  useEffect(() => {
    if (target?.kind !== kind || target.id !== id || target.field !== field) return;
    change({ target: null });
    arrive(target);
  });
}

/** The page that a record stands on. */
function pageOf(plan: Plan, { kind, id }: PlanPlace): Place | undefined {
  switch (kind) {
    case 'indicator':
      return { page: 'indicator', id };
    case 'action': {
      const home = plan.actions.find((action) => action.id === id)?.indicator;
      return home ? { page: 'indicator', id: home } : { page: 'wholePlan' };
    }
    case 'update': {
      const owner = ownerOf(plan, id);
      return owner && pageOf(plan, owner);
    }
    case 'section':
      return { page: plan.preface.some((section) => section.id === id) ? 'introduction' : 'closing' };
    default:
      return { page: 'overview' };
  }
}
    case 'person':
      return { page: 'people' };
    case 'plan':
    case 'scale':
    case 'rating':
      return { page: 'details' };
