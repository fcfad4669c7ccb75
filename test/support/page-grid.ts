import type { Page, PageCell, PageTable, Paragraph } from '../../shared/layout/page.ts';

/** A cell as the seeds' grids write it. */
export interface GridCell {
  text: string;
  span?: number;
  fill?: string | (string | null)[];
}

/** The table of actions of a page in the form of a seed's grid. */
export function pageGrid(page: Page): { columns: string[]; rows: (GridCell | null)[][] } {
  const table = tableOf(page, 'actions');
  return {
    columns: (table.rows[table.headerRows - 1]?.cells ?? []).map((cell) => (cell ? cellText(cell) : '')),
    rows: table.rows.slice(table.headerRows).map(({ cells }) => cells.map((cell) => cell && gridCell(cell))),
  };
}

export function keyGrid(page: Page): GridCell[][] {
  return tableOf(page, 'key').rows.map(({ cells }) => cells.flatMap((cell) => (cell ? [gridCell(cell)] : [])));
}

export function tableOf(page: Page, kind: PageTable['kind']): PageTable {
  const found = page.blocks.find((block) => block.kind === 'table' && block.table.kind === kind);
  if (found?.kind !== 'table') throw new Error(`The page has no table of ${kind}`);
  return found.table;
}

/** All the words of a page, for asking whether something is on it. */
export function pageText(page: Page): string {
  return page.blocks
    .map((block) => {
      if (block.kind === 'heading') return block.text;
      if (block.kind === 'paragraph') return paragraphText(block.paragraph);
      return block.table.rows
        .map(({ cells }) => cells.map((cell) => (cell ? cellText(cell) : '')).join('\t'))
        .join('\n');
    })
    .join('\n');
}

export function cellText(cell: PageCell): string {
  return cell.paragraphs.map(paragraphText).join('\n');
}

function gridCell(cell: PageCell): GridCell {
  const lines = cell.paragraphs.flatMap(({ fill }) => fill?.code ?? []);
  const fill = cell.fill?.code ?? (lines.length > 0 ? lines : undefined);
  return { text: cellText(cell), ...(cell.rowSpan > 1 && { span: cell.rowSpan }), ...(fill && { fill }) };
}

function paragraphText({ label, runs, list }: Paragraph): string {
  const mark = list?.kind === 'bullet' ? '• ' : list?.kind === 'number' ? `${list.value}. ` : '';
  return mark + (label ? `${label} ` : '') + runs.map(({ text }) => text).join('');
}

/** Blank lines and runs of white space do not count in a grid. */
export function tidy(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}
