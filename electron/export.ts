import path from 'node:path';
import { actionsSheet } from '../shared/layout/actions-sheet.ts';
import { type LayOutOptions, layOut } from '../shared/layout/lay-out.ts';
import { layoutCalled, layoutOf } from '../shared/layout/layouts-of.ts';
import type { Omission } from '../shared/layout/page.ts';
import { rowsPage } from '../shared/layout/rows-page.ts';
import { type Undecided, withUndecided } from '../shared/layout/undecided.ts';
import { printPlanJson } from '../shared/plan/json.ts';
import type { Plan } from '../shared/plan/model.ts';
import { rowsOf } from '../shared/plan/rows.ts';
import { writeAtomically } from './files.ts';
import { writeSheet } from './sheet/write-sheet.ts';
import { writeWordAside } from './word/write-aside.ts';

export interface ExportOptions {
  /** The id or the title of a layout; without one, the layout that the plan was last exported in. */
  layout?: string | undefined;
  /** The layout's plain twin instead of the published look. */
  plain?: boolean | undefined;
  leaveOut?: LayOutOptions['leaveOut'];
  posts?: boolean | undefined;
  /** The day that the plan is shown as at, YYYY-MM-DD. */
  asAt: string;
  /** What is not decided between copies: no file that people read hides it. */
  undecided?: readonly Undecided[];
  /** The newest edit of the plan, which the Word file then names. */
  edit?: string | undefined;
}

export interface Exported {
  /** The name of the layout in words; none for plan JSON. */
  layout?: string;
  /** What the plan holds and the file does not show. */
  omitted: Omission[];
}

/**
 * Writes some actions of a plan to a Word file, as the progress round shows them, or to an Excel workbook (.xlsx) with
 * all that is published of them, whichever the name asks for; whole or not at all.
 * @throws PlanError what `writeAtomically` throws
 */
export async function exportRows(
  plan: Plan,
  actions: readonly string[],
  { asAt, shown, undecided = [] }: Pick<ExportOptions, 'asAt' | 'undecided'> & { shown?: string | undefined },
  file: string,
): Promise<void> {
  const bytes = isSheet(file)
    ? await writeSheet(actionsSheet(plan, actions, { asAt, shown, undecided }))
    : await writeWordAside(rowsPage(plan, actions, { asAt, shown, undecided }));
  await writeAtomically(file, bytes);
}

/**
 * Writes a plan to a Word file (.docx), its actions to an Excel workbook (.xlsx) or all of it as plan JSON (.json),
 * whichever the name asks for, whole or not at all.
 * @param signal stops it before there is anything of the file, and throws its reason
 * @throws PlanError `unknown-layout`, or what `writeAtomically` throws
 */
export async function exportPlan(
  plan: Plan,
  options: ExportOptions,
  file: string,
  signal?: AbortSignal,
): Promise<Exported> {
  if (path.extname(file).toLowerCase() === '.json') {
    await writeAtomically(file, Buffer.from(printPlanJson(plan)));
    return { omitted: [] };
  }
  if (isSheet(file)) {
    const ids = rowsOf(plan, options.asAt).map(({ id }) => id);
    await exportRows(plan, ids, options, file);
    return { omitted: [] };
  }
  const layout = options.layout === undefined ? layoutOf(plan) : layoutCalled(plan, options.layout);
  const { asAt, plain = false, leaveOut = [], posts = false, edit, undecided = [] } = options;
  const page = withUndecided(layOut(plan, layout, { asAt, plain, leaveOut, posts }), undecided);
  const bytes = await writeWordAside(page.of && edit ? { ...page, of: { ...page.of, edit } } : page, signal);
  signal?.throwIfAborted();
  await writeAtomically(file, bytes);
  return { layout: layout.title, omitted: page.omitted };
}

function isSheet(file: string): boolean {
  return path.extname(file).toLowerCase() === '.xlsx';
}
