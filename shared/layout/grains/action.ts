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
  return [tableBlock(sheet, [header], rows, `one row for each action; the first column names the indicator`)];
}

function rowsOf(sheet: Sheet, group: Group): PageRow[] {
  const { columns } = sheet.layout;
  const { indicator, actions } = group;
  const none = { indicator, actions: [] };
  const merged = columns.map((column) => isMerged(sheet, column, group));
  // An indicator without actions still has its row.
  const each = actions.length > 0 ? actions.map((action) => ({ indicator, actions: [action] })) : [none];

  return each.map((row, index) => ({
    cells: columns.map((column, at): PageCell | null => {
      const fields = fieldsOf(column);
      const ofIndicator = { fields: fields.filter(belongsToIndicator), group: none };
      if (merged[at]) {
        if (index > 0) return null;
        const continued = at === 0 ? `${shortName(sheet.plan, indicator)} (continued)` : '(continued)';
        return { ...cellOf(sheet, column, ofIndicator), rowSpan: each.length, ...(each.length > 1 && { continued }) };
      }
      const ofAction = { fields: fields.filter((field) => !belongsToIndicator(field)), group: row };
      return index === 0 ? cellOf(sheet, column, ofIndicator, ofAction) : cellOf(sheet, column, ofAction);
    }),
    mayBreak: false,
  }));
}

/**
 * A cell is merged down where only the indicator has something to say in it. Where an action has its own (a gap of
 * its own, say), every row has its cell, and what the indicator has stands in the first.
 */
function isMerged(sheet: Sheet, column: Column, group: Group): boolean {
  const [ofIndicator, ofAction] = [fieldsOf(column).filter(belongsToIndicator), fieldsOf(column).filter((f) => !belongsToIndicator(f))];
  if (ofIndicator.length === 0) return false;
  if (ofAction.length === 0) return true;
  const none = { indicator: group.indicator, actions: [] };
  return (
    ofIndicator.some((field) => valuesOf(sheet, field, none).length > 0) &&
    !ofAction.some((field) => valuesOf(sheet, field, group).length > 0)
  );
}
