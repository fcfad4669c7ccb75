import type { Column, Layout } from '../../layout/layout.ts';
import { findLayout, layoutsOf } from '../../layout/layouts-of.ts';
import type { DraftEdit } from '../../log/edit.ts';
import { PlanError } from '../../messages.ts';
import { existing } from '../existing.ts';
import type { Plan } from '../model.ts';
import { quote, recordName } from '../names.ts';
import { create, remove, set } from './changes.ts';
import { setField } from './set-field.ts';

/** Adds a layout of the plan's own, made like another: one that comes with the app, or one that was read from a file. */
export function addLayout(id: string, { id: _, matrix, ...layout }: Layout): DraftEdit {
  return {
    label: `Add the layout ${quote(layout.title)}`,
    changes: [create('layout', id, { ...layout, matrix: matrix ?? null })],
  };
}

/** Adds a copy of a layout, under a title that none has. */
export function copyLayout(plan: Plan, layout: Layout, id: string): DraftEdit {
  const taken = new Set(layoutsOf(plan).map(({ title }) => title));
  const own = plan.trust.shortName ?? 'Our';
  const titles = [
    `${own}: ${layout.title}`,
    ...Array.from({ length: taken.size }, (_, at) => `${layout.title} (${at + 2})`),
  ];
  const title = titles.find((each) => !taken.has(each)) ?? layout.title;
  return addLayout(id, { ...layout, title: title.slice(0, 200) });
}

/** Deletes a layout of the plan's own. A plan that was published in it is from now on in none of its own. */
export function deleteLayout(plan: Plan, id: string): DraftEdit {
  existing(plan, 'layout', id);
  return {
    label: `Delete ${recordName(plan, 'layout', id)}`,
    changes: [...(plan.layout === id ? [set('plan', plan.id, 'layout', null)] : []), remove('layout', id)],
  };
}

/** The plan goes on in this layout: its preview, its numbers, the next export. Undefined where it is in it already. */
export function publishIn(plan: Plan, id: string): DraftEdit | undefined {
  const layout = findLayout(plan, id);
  if (plan.layout === id || !layout) return undefined;
  return { label: `Publish in the layout ${quote(layout.title)}`, changes: [set('plan', plan.id, 'layout', id)] };
}

/** Changes one of its columns. */
export function setColumn(plan: Plan, id: string, at: number, part: Partial<Column>): DraftEdit {
  const columns = columnsOf(plan, id, at);
  const { heading } = columns[at] as Column;
  const changed = columns.map((column, index) => {
    if (index !== at) return column;
    const { align, ...others } = { ...column, ...part };
    return { ...others, ...(align && { align }) };
  });
  return part.heading === undefined
    ? columnsEdit(plan, id, `Change the column ${quote(heading)}`, changed)
    : columnsEdit(plan, id, `Call the column ${quote(heading)} ${quote(part.heading)}`, changed);
}

/** Adds a column after another: of dates, until somebody says what it shows. */
export function addColumn(plan: Plan, id: string, after: number): DraftEdit {
  const columns = columnsOf(plan, id, after);
  const { width } = columns[after] as Column;
  const fields = [{ field: 'action.due' as const }];
  const column: Column = { heading: 'New column', width, fields, style: 'plain', alone: 'marked', empty: '' };
  return columnsEdit(plan, id, 'Add a column', columns.toSpliced(after + 1, 0, column));
}

/** Moves a column to another place among them, counted from 0. */
export function moveColumn(plan: Plan, id: string, from: number, to: number): DraftEdit {
  const columns = columnsOf(plan, id, from);
  const column = columns[from] as Column;
  const moved = columns.toSpliced(from, 1).toSpliced(to, 0, column);
  return columnsEdit(plan, id, `Move the column ${quote(column.heading)}`, moved);
}

/** Deletes a column. The plan refuses to be without one that shows the actions. */
export function deleteColumn(plan: Plan, id: string, at: number): DraftEdit {
  const columns = columnsOf(plan, id, at);
  const { heading } = columns[at] as Column;
  return columnsEdit(plan, id, `Delete the column ${quote(heading)}`, columns.toSpliced(at, 1));
}

/**
 * Changes what it has as a matrix. Until somebody does, it is that of the matrix that comes with the app.
 * @throws PlanError `edit-refused` where it is none any more
 */
export function setMatrix(plan: Plan, id: string, partOf: (matrix: Matrix) => Partial<Matrix>): DraftEdit {
  const matrix = findLayout(plan, id)?.matrix;
  if (!matrix) throw new PlanError('edit-refused', { where: 'the layout', found: 'is no matrix any more' });
  return setField(plan, 'layout', id, 'matrix', { ...matrix, ...partOf(matrix) });
}

type Matrix = NonNullable<Layout['matrix']>;

/** @throws PlanError `edit-refused` where it has no such column any more */
function columnsOf(plan: Plan, id: string, at: number): Column[] {
  const { columns } = existing(plan, 'layout', id);
  if (!columns[at]) throw new PlanError('edit-refused', { where: 'the column', found: 'is not there any more' });
  return columns;
}

function columnsEdit(plan: Plan, id: string, what: string, columns: Column[]): DraftEdit {
  return { label: `${what} in ${recordName(plan, 'layout', id)}`, changes: [set('layout', id, 'columns', columns)] };
}
