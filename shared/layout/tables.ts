import type { Column, FieldId } from './layout.ts';
import type { PageBlock, PageRow, PageTable } from './page.ts';
import type { Sheet } from './sheet.ts';

export function fieldsOf(column: Column): FieldId[] {
  return column.fields.map(({ field }) => field);
}

/** The table of the plan's actions, or a line that says there are none. `shape` says what its rows and columns are. */
export function tableBlock(
  { plan, layout }: Sheet,
  headers: PageRow[],
  rows: PageRow[],
  shape: string,
  widths: number[] = layout.columns.map(({ width }) => width),
  caption = `Actions of the ${plan.title}`,
): PageBlock {
  if (rows.length === 0) return { kind: 'paragraph', paragraph: { runs: [{ text: 'No actions.' }] } };
  const headings = layout.columns.map(({ heading }) => heading).join(', ');
  const total = widths.reduce((sum, width) => sum + width, 0);
  const table: PageTable = {
    kind: 'actions',
    caption,
    description: `A table with ${shape}. Columns: ${headings}.`,
    widths: widths.map((width) => width / total),
    headerRows: headers.length,
    rows: [...headers, ...rows],
  };
  return { kind: 'table', table };
}
