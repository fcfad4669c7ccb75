import { cellOf, headerCell } from '../cells.ts';
import type { PageBlock } from '../page.ts';
import { groupsOf, type Sheet } from '../sheet.ts';
import { fieldsOf, tableBlock } from '../tables.ts';

/** One row for an indicator; what belongs to its actions stands stacked in the cells. */
export function byIndicator(sheet: Sheet): PageBlock[] {
  const { columns } = sheet.layout;
  const groups = groupsOf(sheet.plan);
  const rows = groups.map((group) => ({
    cells: columns.map((column) => cellOf(sheet, column, { fields: fieldsOf(column), group })),
    mayBreak: true,
  }));
  const header = { cells: columns.map(({ heading }) => headerCell(heading)), mayBreak: false };
  return [
    tableBlock(sheet, [header], rows, `one row for each of ${groups.length} indicators and other groups of actions`),
  ];
}
