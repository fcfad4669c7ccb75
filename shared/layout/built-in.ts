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
 * The layout of that id, of those that come with the app.
 * @throws PlanError `unknown-layout`
 */
export function layoutById(id: string): Layout {
  const layout = builtInLayouts.find((each) => each.id === id);
  if (!layout) throw new PlanError('unknown-layout', { found: id });
  return layout;
}
