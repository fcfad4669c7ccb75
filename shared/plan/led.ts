import { effective } from './effective.ts';
import { lookUp } from './look-up.ts';
import type { Action, Indicator, Plan } from './model.ts';

/** What a person, a post or a team leads. */
export interface Led {
  indicators: Indicator[];
  /** Those that name them, and those that have them from their indicator. */
  actions: Action[];
}

const made = new WeakMap<Plan, Map<string, Led>>();

/** What each of the plan's people leads, by their id; all of them are there, also who leads nothing. */
export function ledByEach(plan: Plan): ReadonlyMap<string, Led> {
  const known = made.get(plan) ?? read(plan);
  made.set(plan, known);
  return known;
}

function read(plan: Plan): Map<string, Led> {
  const find = lookUp(plan);
  const all = new Map<string, Led>(plan.people.map(({ id }) => [id, { indicators: [], actions: [] }]));
  for (const indicator of plan.indicators) {
    for (const id of indicator.leads) all.get(id)?.indicators.push(indicator);
  }
  for (const action of plan.actions) {
    for (const id of effective(action, find.indicator(action.indicator)).leads) all.get(id)?.actions.push(action);
  }
  return all;
}
