import { lookUp } from '../plan/look-up.ts';
import type { Action, Plan } from '../plan/model.ts';
import type { Layout } from './layout.ts';

/** The number of an action on the page. */
export interface ActionNumber {
  /** As printed: "12", "6.2". */
  text: string;
  /** Which list it counts on in, and its place there; none where the number is not a whole one. */
  list?: string;
  value?: number;
}

export type Numbers = Map<string, ActionNumber>;

/**
 * Numbers the actions in the order in which they stand on the page. A number that the plan fixes stays, since
 * committees quote it, and those after it count on from there: a deleted action leaves a gap.
 */
export function numberActions(plan: Plan, layout: Pick<Layout, 'grain' | 'numbering'>): Numbers {
  const numbers: Numbers = new Map();
  const counters = new Map<string, number>();
  for (const action of inPageOrder(plan, layout)) {
    const list = layout.numbering === 'perIndicator' ? (action.indicator ?? 'plan') : 'plan';
    const next = (counters.get(list) ?? 0) + 1;
    const value = action.number === undefined ? next : wholeNumber(action.number);
    if (value !== undefined) counters.set(list, value);
    if (layout.numbering === 'none') {
      if (action.number !== undefined) numbers.set(action.id, { text: action.number });
    } else {
      numbers.set(
        action.id,
        value === undefined ? { text: action.number ?? '' } : { text: String(value), list, value },
      );
    }
  }
  return numbers;
}

/** A matrix keeps the plan's order; every other grain goes by indicator, the plan as a whole last. */
export function inPageOrder(plan: Plan, layout: Pick<Layout, 'grain'>): Action[] {
  if (layout.grain === 'matrix') return plan.actions;
  const find = lookUp(plan);
  return [...plan.indicators.flatMap(({ id }) => find.actionsOf(id)), ...find.actionsOf(null)];
}

function wholeNumber(text: string): number | undefined {
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined;
}
