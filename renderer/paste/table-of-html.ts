import { numbered } from '../../shared/plan/rich-text.ts';
import type { WordCell, WordParagraph, WordRow, WordTable } from '../../shared/recognise/document.ts';
import { fromHtml } from '../fields/rich-text-paste.ts';

/** How many cells are read at most: more than a plan can have. */
const most = 50_000;

/**
 * The first table of two columns or more in what another program put on the clipboard as HTML: cells with their spans,
 * paragraphs, lists and fills. Nothing of it is shown or run. Undefined where there is none.
 */
export function tableOfHtml(html: string): WordTable | undefined {
  const document = new DOMParser().parseFromString(html, 'text/html');
  const tables = [...document.querySelectorAll('table')].map(read);
  return tables.find(({ columns }) => columns > 1);
}

function read(table: HTMLTableElement): WordTable {
  const covered: number[] = [];
  const rows: WordRow[] = [];
  let cells = 0;
  for (const row of table.rows) {
    if (cells > most) break;
    let column = 0;
    const own: WordCell[] = [];
    for (const cell of row.cells) {
      while ((covered[column] ?? 0) > 0) column += 1;
      const [columnSpan, rowSpan] = [span(cell.colSpan), span(cell.rowSpan)];
      own.push({ column, columnSpan, rowSpan, paragraphs: paragraphsOf(cell), ...fillOf(cell) });
      for (let at = column; at < column + columnSpan; at += 1) covered[at] = rowSpan;
      column += columnSpan;
      cells += 1;
    }
    for (let at = 0; at < covered.length; at += 1) covered[at] = Math.max(0, (covered[at] ?? 0) - 1);
    if (own.length > 0) rows.push({ header: row.parentElement?.localName === 'thead', cells: own });
  }
  const ends = rows.flatMap(({ cells }) => cells.map(({ column, columnSpan }) => column + columnSpan));
  return { columns: Math.max(0, ...ends), rows };
}

function span(given: number): number {
  return Math.min(Math.max(1, given), 1_000);
}

function paragraphsOf(cell: HTMLTableCellElement): WordParagraph[] {
  return numbered(fromHtml(cell.innerHTML).text).map(({ block: { kind, level = 0, runs }, number }) => {
    if (kind === 'paragraph') return { runs };
    return { runs, label: { kind, level, text: number === undefined ? '•' : `${number}.` } };
  });
}

/** #rrggbb of a cell, from its style or its attribute of old; white and black are none. */
function fillOf(cell: HTMLTableCellElement): { fill?: string } {
  const written = cell.style.backgroundColor || cell.getAttribute('bgcolor') || '';
  const [, red, green, blue] = /^rgba?\((\d+), ?(\d+), ?(\d+)/.exec(written) ?? [];
  const hex = red
    ? `#${[red, green, blue].map((part) => Number(part).toString(16).padStart(2, '0')).join('')}`
    : written;
  const fill = /^#[0-9a-f]{6}$/i.test(hex) ? hex.toLowerCase() : undefined;
  return fill === undefined || fill === '#ffffff' || fill === '#000000' ? {} : { fill };
}
