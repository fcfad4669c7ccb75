import { indicatorWording } from '../indicator-sets.ts';
import { type LookUp, lookUp } from '../plan/look-up.ts';
import type { Action, Indicator, Plan } from '../plan/model.ts';
import type { Layout } from './layout.ts';
import { type Numbers, numberActions } from './numbering.ts';

/** What laying out needs at hand everywhere: the plan, the layout, and what follows from the two. */
export interface Sheet {
  plan: Plan;
  layout: Layout;
  plain: boolean;
  find: LookUp;
  numbers: Numbers;
}

/** An indicator with its actions; `indicator` undefined: the actions of the plan as a whole. */
export interface Group {
  indicator: Indicator | undefined;
  actions: Action[];
}

export function sheetOf(plan: Plan, layout: Layout, plain: boolean): Sheet {
  return { plan, layout, plain, find: lookUp(plan), numbers: numberActions(plan, layout) };
}

/** The plan by indicator, in its order; the actions of the plan as a whole come last. */
export function groupsOf(plan: Plan): Group[] {
  const find = lookUp(plan);
  const groups: Group[] = plan.indicators.map((indicator) => ({ indicator, actions: find.actionsOf(indicator.id) }));
  const wholePlan = find.actionsOf(null);
  return wholePlan.length > 0 ? [...groups, { indicator: undefined, actions: wholePlan }] : groups;
}

/** The plan's word for an indicator: "Indicator", "Metric". */
export function term(plan: Plan): string {
  return plan.terms?.indicator ?? 'Indicator';
}

/** Whether a page in the layout says the numbers of indicators: a heading always does, and a matrix. */
export function saysNumbers({ grain, indicatorLabel }: Layout): boolean {
  return grain === 'section' || grain === 'matrix' || indicatorLabel.includes('{number}');
}

/** "Indicator 4a"; for a row beyond the standard's own, its wording. */
export function shortName(plan: Plan, indicator: Indicator | undefined): string {
  if (!indicator) return `Across all ${term(plan).toLowerCase()}s`;
  return indicator.number === null
    ? indicatorWording(plan, indicator) || term(plan)
    : `${term(plan)} ${indicator.number}`;
}

/** The indicator as the layout names it. A row beyond the standard's own is named by its wording alone. */
export function fullName({ plan, layout }: Sheet, indicator: Indicator | undefined): string {
  const wording = indicator ? indicatorWording(plan, indicator) : '';
  if (!indicator || indicator.number === null) return wording || shortName(plan, indicator);
  if (wording === '') return shortName(plan, indicator);
  return layout.indicatorLabel
    .replace('{label}', term(plan))
    .replace('{number}', indicator.number)
    .replace('{wording}', () => wording);
}
