import { type Numbers, numberActions } from '../layout/numbering.ts';
import type { Plan } from './model.ts';

/**
 * The number by which the app names an action, whatever the layout prints: the one that the plan fixes, else counted on
 * through the plan, indicator by indicator; "" for an action that is not in the plan.
 */
export function numberOf(plan: Plan, action: string): string {
  const numbers = known.get(plan) ?? numberActions(plan, { grain: 'indicator', numbering: 'continuous' });
  known.set(plan, numbers);
  return numbers.get(action)?.text ?? '';
}

const known = new WeakMap<Plan, Numbers>();
