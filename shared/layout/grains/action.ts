import { cellOf, headerCell } from '../cells.ts';
import type { Column } from '../layout.ts';
import type { PageBlock, PageCell, PageRow } from '../page.ts';
import { type Group, groupsOf, type Sheet, shortName } from '../sheet.ts';
import { fieldsOf, tableBlock } from '../tables.ts';
import { belongsToIndicator, valuesOf } from '../values.ts';

/** One row for an action; a cell that belongs to the indicator is merged down its actions. */
export function byAction(sheet: Sheet): PageBlock[] {
  const header = { cells: sheet.layout.columns.map(({ heading }) => headerCell(heading)), mayBreak: false };
  const rows = groupsOf(sheet.plan).flatMap((group) => rowsOf(sheet, group));
  return [tableBlock(sheet, [header], rows, 'one row for each action; the first column names the indicator')];
}

function rowsOf(sheet: Sheet, { indicator, actions }: Group): PageRow[] {
  const { columns } = sheet.layout;
  const whole = { indicator, actions: [] };
  // An indicator without actions still has its row.
  const rows = actions.length > 0 ? actions.map((action) => ({ indicator, actions: [action] })) : [whole];
  const spans = columns.map((column) => spanOf(sheet, column, whole, rows));

  return rows.map((row, index) => ({
    cells: columns.map((column, at): PageCell | null => {
      const span = spans[at] ?? 0;
      const fields = fieldsOf(column);
      const ofIndicator = { fields: fields.filter(belongsToIndicator), group: whole };
      const ofAction = { fields: fields.filter((field) => !belongsToIndicator(field)), group: row };
      if (index > 0) return index < span ? null : cellOf(sheet, column, ofAction);
      if (span <= 1) return cellOf(sheet, column, ofIndicator, ofAction);
      const continued = at === 0 ? `${shortName(sheet.plan, indicator)} (continued)` : '(continued)';
      return { ...cellOf(sheet, column, ofIndicator), rowSpan: span, continued };
    }),
    mayBreak: false,
  }));
}

/**
 * How many rows the indicator's cell covers: all, or those above the first action that has something of its own to say
 * in this column (a gap, say), since that stands in a cell of its own. 0 where the column is the actions' alone.
 */
function spanOf(sheet: Sheet, column: Column, whole: Group, rows: Group[]): number {
  const ofIndicator = fieldsOf(column).filter(belongsToIndicator);
  const ofAction = fieldsOf(column).filter((field) => !belongsToIndicator(field));
  if (ofIndicator.length === 0) return 0;
  if (ofAction.length > 0 && !ofIndicator.some((field) => valuesOf(sheet, field, whole).length > 0)) return 0;
  const first = rows.findIndex((row) => ofAction.some((field) => valuesOf(sheet, field, row).length > 0));
  return first === -1 ? rows.length : first;
}
