import { layoutOf } from '../../shared/layout/layouts-of.ts';
import { type Numbers, numberActions } from '../../shared/layout/numbering.ts';
import type { Action, Plan } from '../../shared/plan/model.ts';

const known = new WeakMap<Action[], Numbers>();

/** The number by which the app names an action: its own, else counted on through the plan. */
export function actionNumber(plan: Plan, action: Action): string {
  const numbers =
    known.get(plan.actions) ?? numberActions(plan, { ...layoutOf(plan), grain: 'indicator', numbering: 'continuous' });
  known.set(plan.actions, numbers);
  return numbers.get(action.id)?.text ?? '';
}
