import type { Column, Layout } from '../../layout/layout.ts';
import type { Page, PageCell, PageTable } from '../../layout/page.ts';
import { type Group, groupsOf } from '../../layout/sheet.ts';
import { belongsToIndicator } from '../../layout/values.ts';
import type { Indicator, Plan } from '../../plan/model.ts';
import { plainWords } from '../text.ts';
import { printedText } from './printed.ts';

/** What a column shows: fields, or what an action does to one indicator. */
export type Shown = { column: Column } | { effectOn: Indicator };

/** A row of the page, and what it is of. */
export interface RowOfPage {
  group: Group;
  table: PageTable;
  cells: { shown: Shown; was: PageCell | null; covering: PageCell | null }[];
  ids: Set<string>;
  words: string[];
}

/** The rows of actions of a page, in their order. */
export function rowsOfPage(plan: Plan, layout: Layout, page: Page): RowOfPage[] {
  const groups = groupsOfRows(plan, layout);
  let next = 0;
  return actionTables(page).flatMap((table) => {
    const shown = columnsOf(plan, layout, table);
    const above: (PageCell | null)[] = [];
    return table.rows.slice(table.headerRows).map(({ cells }): RowOfPage => {
      for (const [column, cell] of cells.entries()) if (cell) above[column] = cell;
      const group = groups[next++] as Group;
      return {
        group,
        table,
        cells: cells.map((was, at) => ({ shown: shown[at] as Shown, was, covering: was ? null : (above[at] ?? null) })),
        ids: new Set([...group.actions, ...(group.indicator ? [group.indicator] : [])].map(({ id }) => id)),
        words: wordsIn(cells.flatMap((cell) => cell?.paragraphs.map(printedText) ?? []).join(' ')),
      };
    });
  });
}

export function actionTables({ blocks }: Page): PageTable[] {
  return blocks.flatMap((block) => (block.kind === 'table' && block.table.kind === 'actions' ? [block.table] : []));
}

/** What each row of the page is of, in their order. */
function groupsOfRows(plan: Plan, { grain }: Layout): Group[] {
  const groups = groupsOf(plan);
  if (grain === 'indicator') return groups;
  if (grain === 'matrix') {
    return plan.actions.map((action) => ({
      indicator: plan.indicators.find(({ id }) => id === action.indicator),
      actions: [action],
    }));
  }
  return groups.flatMap(({ indicator, actions }): Group[] => {
    if (actions.length === 0) return grain === 'action' ? [{ indicator, actions }] : [];
    return actions.map((action) => ({ indicator, actions: [action] }));
  });
}

/** What the columns of a table show; in a section's table, some of the layout's columns are left out. */
export function columnsOf(plan: Plan, layout: Layout, table: PageTable): Shown[] {
  if (layout.grain === 'matrix') {
    return [...layout.columns.map((column) => ({ column })), ...plan.indicators.map((effectOn) => ({ effectOn }))];
  }
  if (layout.grain !== 'section') return layout.columns.map((column) => ({ column }));
  let from = 0;
  return headingsOf(table).map((heading) => {
    const at = layout.columns.findIndex(
      ({ heading: other, fields }, index) =>
        index >= from && other === heading && fields.some(({ field }) => !belongsToIndicator(field)),
    );
    from = at + 1;
    return { column: layout.columns[at] as Column };
  });
}

export function headingsOf({ rows, headerRows }: PageTable): string[] {
  return (rows[headerRows - 1]?.cells ?? []).map((cell) => cell?.paragraphs.map(printedText).join(' ') ?? '');
}

/** The words of a cell on one line. */
export function textOfCell(cell: PageCell | null): string {
  return cell?.paragraphs.map(printedText).join(' ') ?? '';
}

/** The words of a text, without signs and capitals. */
export function wordsIn(text: string): string[] {
  const words = plainWords(text);
  return words === '' ? [] : words.split(' ');
}
