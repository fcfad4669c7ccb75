import { PlanError } from '../messages.ts';
import { gapsByAction } from './built-in/gaps-by-action.ts';
import { indicatorMatrix } from './built-in/indicator-matrix.ts';
import { metricKpiRating } from './built-in/metric-kpi-rating.ts';
import { narrativeNumbered } from './built-in/narrative-numbered.ts';
import { progressOutcome } from './built-in/progress-outcome.ts';
import { type Layout, layoutSchema } from './layout.ts';

/** The layouts that come with the app: five ways in which Trusts have published their plans. */
export const builtInLayouts: Layout[] = [
  metricKpiRating,
  narrativeNumbered,
  gapsByAction,
  indicatorMatrix,
  progressOutcome,
].map((layout) => layoutSchema.parse(layout));

/**
 * The layout of that id.
 * @throws PlanError `unknown-layout`
 */
export function layoutById(id: string): Layout {
  const layout = builtInLayouts.find((each) => each.id === id);
  if (!layout) throw new PlanError('unknown-layout', { found: id });
  return layout;
}

/** The layout that a plan was last exported in, if it is still known, else the first. */
export function layoutOf(plan: { layout?: string | undefined }): Layout {
  return builtInLayouts.find(({ id }) => id === plan.layout) ?? (builtInLayouts[0] as Layout);
}
