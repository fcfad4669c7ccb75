import { PlanError } from '../messages.ts';
import type { OwnLayout, Plan } from '../plan/model.ts';
import { indicatorMatrix } from './built-in/indicator-matrix.ts';
import { builtInLayouts } from './built-in.ts';
import type { Layout } from './layout.ts';

type WithLayouts = Pick<Plan, 'layout' | 'layouts'>;

/** Every layout that a plan can be published in: those that come with the app, then its own. */
export function layoutsOf({ layouts }: WithLayouts): Layout[] {
  if (!layouts) return builtInLayouts;
  const known = made.get(layouts) ?? [...builtInLayouts, ...layouts.map(whole)];
  made.set(layouts, known);
  return known;
}

/** The layout that a plan was last exported in, if it is still known, else the first. */
export function layoutOf(plan: WithLayouts): Layout {
  return findLayout(plan, plan.layout) ?? (builtInLayouts[0] as Layout);
}

/** The layout of that id, if it is there. */
export function findLayout(plan: WithLayouts, id: string | undefined): Layout | undefined {
  return layoutsOf(plan).find((each) => each.id === id);
}

/**
 * The layout of that id or, for whoever types it, of that title.
 * @throws PlanError `unknown-layout`
 */
export function layoutCalled(plan: WithLayouts, name: string): Layout {
  const byTitle = () => layoutsOf(plan).find(({ title }) => title.toLowerCase() === name.trim().toLowerCase());
  const found = findLayout(plan, name) ?? byTitle();
  if (!found) throw new PlanError('unknown-layout', { found: name });
  return found;
}

const made = new WeakMap<OwnLayout[], Layout[]>();

/** Two people may make one layout a matrix and none: a matrix always has what one needs, anything else has it not. */
function whole({ matrix, ...layout }: OwnLayout): Layout {
  return layout.grain === 'matrix' ? { ...layout, matrix: matrix ?? indicatorMatrix.matrix } : layout;
}
