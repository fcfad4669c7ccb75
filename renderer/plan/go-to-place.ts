import { useEffect } from 'react';
import { ownerOf } from '../../shared/plan/existing.ts';
import type { Plan } from '../../shared/plan/model.ts';
import type { Place as PlanPlace } from '../../shared/plan/place.ts';
import { placeKey } from '../fields/edited.ts';
import { change, current, type Place, type Target, useStore } from '../store.ts';

/** How long a place has to come onto the screen, in milliseconds, before its record will do. */
const patience = 600;

/**
 * Goes to a place of the plan: its page is shown, what it stands in is opened, and its field has the keyboard, now or
 * as soon as it is on the screen. With `look` it is only brought into sight, and the keyboard stays where it is.
 */
export function goToPlace(target: Target): void {
  const { open, place } = current();
  const there = open && pageOf(open.plan, target);
  if (!there) return;
  const here = JSON.stringify(there) === JSON.stringify(place);
  change({ target, dialog: null, ...(here ? {} : { place: there, notice: null }) });
  setTimeout(() => current().target === target && makeDo(target), patience);
}

/** The element of a field that is on the screen. */
export function fieldAt(place: PlanPlace): HTMLElement | null {
  const { kind, id, field = '' } = place;
  return document.querySelector(`[data-place="${CSS.escape(placeKey({ kind, id, field }))}"]`);
}

/** A place that has no field to be written in, as the standard's own wording: its element, or its record, will do. */
function makeDo(target: Target): void {
  const { kind, id, field, look } = target;
  const element = fieldAt(target);
  change({ target: null });
  if (element) {
    element.scrollIntoView({ block: 'nearest' });
    if (!look) (element.tabIndex >= 0 ? element : element.querySelector<HTMLElement>('button, input'))?.focus();
  } else if (field !== undefined) goToPlace({ kind, id, ...(look && { look }) });
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
    if (!target.look) return arrive(target);
    // After the page itself has been put at its top.
    requestAnimationFrame(() => fieldAt(target)?.scrollIntoView({ block: 'center' }));
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
    case 'person':
      return { page: 'people' };
    case 'plan':
    case 'scale':
    case 'rating':
      return { page: 'details' };
    case 'layout':
      return { page: 'layouts', layout: id };
    case 'exception':
      return { page: 'checks' };
    default:
      return { page: 'overview' };
  }
}
