import path from 'node:path';
import { layoutById, layoutOf } from '../shared/layout/built-in.ts';
import { type LayOutOptions, layOut } from '../shared/layout/lay-out.ts';
import type { Omission } from '../shared/layout/page.ts';
import { rowsPage } from '../shared/layout/rows-page.ts';
import { printPlanJson } from '../shared/plan/json.ts';
import type { Plan } from '../shared/plan/model.ts';
import { writeAtomically } from './files.ts';
import { writeWord } from './word/write.ts';

export interface ExportOptions {
  /** The id of a layout; without one, the layout that the plan was last exported in. */
  layout?: string | undefined;
  /** The layout's plain twin instead of the published look. */
  plain?: boolean | undefined;
  leaveOut?: LayOutOptions['leaveOut'];
  posts?: boolean | undefined;
  /** The day that the plan is shown as at, YYYY-MM-DD. */
  asAt: string;
}

export interface Exported {
  /** The name of the layout in words; none for plan JSON. */
  layout?: string;
  /** What the plan holds and the file does not show. */
  omitted: Omission[];
}

/**
 * Writes some actions of a plan to a Word file, as the progress round shows them, whole or not at all.
 * @throws PlanError what `writeAtomically` throws
 */
export async function exportRows(plan: Plan, actions: readonly string[], asAt: string, file: string): Promise<void> {
  await writeAtomically(file, await writeWord(rowsPage(plan, actions, asAt)));
}

/**
 * Writes a plan to a Word file (.docx) or as plan JSON (.json), whichever the name asks for, whole or not at all.
 * @throws PlanError `unknown-layout`, or what `writeAtomically` throws
 */
export async function exportPlan(plan: Plan, options: ExportOptions, file: string): Promise<Exported> {
  if (path.extname(file).toLowerCase() === '.json') {
    await writeAtomically(file, Buffer.from(printPlanJson(plan)));
    return { omitted: [] };
  }
  const layout = options.layout === undefined ? layoutOf(plan) : layoutById(options.layout);
  const { asAt, plain = false, leaveOut = [], posts = false } = options;
  const page = layOut(plan, layout, { asAt, plain, leaveOut, posts });
  await writeAtomically(file, await writeWord(page));
  return { layout: layout.title, omitted: page.omitted };
}
