import type { Plan } from '../model.ts';

/** Where an action is to stand: at home with an indicator (null: the plan as a whole), after another action there. */
export interface Where {
  indicator: string | null;
  /** The action that it follows; null: first of its home; left out: last. */
  after?: string | null;
}

/**
 * The actions of a plan are one list, whatever their home. This says which action of that list one must follow, so that
 * it stands where it should among those of its home; null: none.
 *
 * @param moving actions that are on the way and so do not count
 */
export function followed(plan: Plan, { indicator, after }: Where, moving: readonly string[] = []): string | null {
  const gone = new Set(moving);
  if (typeof after === 'string' && !gone.has(after)) return after;
  if (typeof after === 'string')
    return followed(plan, { indicator, after: staying(plan, indicator, after, gone) }, moving);
  const others = plan.actions.filter(({ id }) => !gone.has(id));
  const first = others.findIndex((action) => action.indicator === indicator);
  if (first === -1) return lastBefore(plan, others, indicator);
  if (after === null) return others[first - 1]?.id ?? null;
  return others.findLast((action) => action.indicator === indicator)?.id ?? null;
}

/** The nearest action of the home before this one that is not on the way itself. */
function staying(plan: Plan, indicator: string | null, action: string, gone: ReadonlySet<string>): string | null {
  const home = plan.actions.filter((each) => each.indicator === indicator);
  const place = home.findIndex(({ id }) => id === action);
  return home.slice(0, Math.max(0, place)).findLast(({ id }) => !gone.has(id))?.id ?? null;
}

/** For the first action of its home: the last one of the homes that come before it in the plan. */
function lastBefore(plan: Plan, actions: Plan['actions'], indicator: string | null): string | null {
  if (indicator === null) return actions.at(-1)?.id ?? null;
  const place = plan.indicators.findIndex(({ id }) => id === indicator);
  const before = new Set<string | null>(plan.indicators.slice(0, place).map(({ id }) => id));
  return actions.findLast((action) => before.has(action.indicator))?.id ?? null;
}
