import { cleanLine, cleanText, withoutMark } from './clean-paste.ts';

/** What a column of a pasted table is taken for; null: it is not taken over. */
export type PastedColumn =
  | 'number'
  | 'text'
  | 'leads'
  | 'due'
  | 'rating'
  | 'measure'
  | 'outcome'
  | 'update'
  | 'notes'
  | null;

/** A pasted table: its rows without the header, and what each column seems to be. Shown before it is taken over. */
export interface PastedTable {
  columns: PastedColumn[];
  rows: string[][];
}

/**
 * Reads what Word and Excel put on the clipboard as plain text: a line for a row, tabs between cells, a cell of several
 * lines in quotation marks. Lines without tabs are a table of one column, and their bullets and list numbers go.
 */
export function readPastedTable(pasted: string): PastedTable {
  const rows = rowsOf(cleanText(pasted)).filter((row) => row.some((cell) => cell.trim() !== ''));
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (width <= 1) return { columns: width === 0 ? [] : ['text'], rows: rows.map(([cell = '']) => [withoutMark(cell)]) };
  const header = (rows[0] ?? []).map(columnCalled);
  const named = header.filter((column) => column !== null).length >= 2;
  const columns = Array.from({ length: width }, (_, index) => (named ? (header[index] ?? null) : null));
  const body = named ? rows.slice(1) : rows;
  if (!columns.includes('text')) columns[longest(body, width)] = 'text';
  return { columns, rows: body };
}

const headings: [Exclude<PastedColumn, null>, RegExp][] = [
  ['number', /^(?:no|number|ref(?:erence)?|#|id)\W*$/],
  ['leads', /\b(?:leads?|owners?|officers?|responsible|responsibility|who)\b/],
  ['due', /\b(?:date|deadline|due|time ?-? ?scales?|when|target date|by when)\b/],
  ['rating', /\b(?:rag|brag|rating|status)\b/],
  ['update', /\b(?:progress|updates?)\b/],
  ['measure', /\b(?:measures?|kpis?|metric)\b/],
  ['outcome', /\b(?:outcomes?|impact|result)\b/],
  ['notes', /\b(?:notes?|comments?)\b/],
  ['text', /\b(?:actions?|what|tasks?)\b/],
];

function columnCalled(heading: string): PastedColumn {
  const words = cleanLine(heading).toLowerCase();
  return words.length > 60 ? null : (headings.find(([, pattern]) => pattern.test(words))?.[0] ?? null);
}

/** The column with the most words in it. */
function longest(rows: string[][], width: number): number {
  const lengths = Array.from({ length: width }, (_, index) =>
    rows.reduce((sum, row) => sum + (row[index]?.length ?? 0), 0),
  );
  return lengths.indexOf(Math.max(...lengths));
}

/** Rows and cells; within quotation marks a line feed or tab belongs to the cell, and two marks are one. */
function rowsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  const cells = /(?:"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*))(\t|\n|$)/gy;
  for (let match = cells.exec(text); match; match = cells.exec(text)) {
    rows.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === '') break;
    if (match[3] === '\n') rows.push([]);
  }
  return rows;
}
