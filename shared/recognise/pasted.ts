import { cleanText } from '../plan/clean-paste.ts';
import { readDue } from '../plan/due.ts';
import { financialYear } from '../plan/financial-year.ts';
import { lineOf, type WordCell, type WordDocument, type WordParagraph, type WordTable } from './document.ts';
import { roleOf } from './vocabulary.ts';

/**
 * Reads what Word and Excel put on the clipboard as plain text: a line for a row, tabs between cells, a cell of several
 * lines in quotation marks. Lines without tabs are a table of one column. Undefined where there is nothing.
 */
export function tableOfText(pasted: string): WordTable | undefined {
  const rows = rowsOf(cleanText(pasted)).filter((row) => row.some((cell) => cell.trim() !== ''));
  if (rows.length === 0) return undefined;
  return {
    columns: Math.max(...rows.map((row) => row.length)),
    rows: rows.map((row) => ({ header: false, cells: row.map((cell, column) => cellOf(cell.split('\n'), column)) })),
  };
}

/**
 * A pasted table as a document of its own, so that it is read as those of Word files are.
 * @param headed whether its first row says what its columns are; else that is guessed from what stands in them
 */
export function pastedDocument(table: WordTable, headed: boolean): WordDocument {
  const block = { kind: 'table' as const, ...(headed ? table : withHeadings(table)) };
  return { title: '', footer: '', blocks: [block], leftOut: [] };
}

/** Whether the first row seems to say what the columns are: short words, and two of them known. */
export function seemsHeaded({ rows: [first] }: WordTable): boolean {
  const lines = first?.cells.map(lineOf) ?? [];
  const roles = new Set(lines.flatMap((line) => roleOf(line) ?? []));
  return roles.has('action') && (roles.size >= 2 || lines.length === 1) && lines.every((line) => line.length <= 60);
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

function cellOf(lines: string[], column: number): WordCell {
  const paragraphs = lines.filter((line) => line.trim() !== '').map((text): WordParagraph => ({ runs: [{ text }] }));
  return { column, columnSpan: 1, rowSpan: 1, paragraphs };
}

/**
 * The column with most words is that of the actions; one of days is that of dates, one of a few words again and again
 * of ratings.
 */
function withHeadings(table: WordTable): WordTable {
  const columns = Array.from({ length: table.columns }, (_, at) =>
    table.rows.flatMap(({ cells }) => cells.filter(({ column }) => column === at)).map(lineOf),
  );
  const lengths = columns.map((lines) => lines.reduce((sum, line) => sum + line.length, 0));
  const action = lengths.indexOf(Math.max(...lengths));
  const headings = columns.map((lines, at) => (at === action ? 'Action' : headingFor(lines)));
  const once = headings.map((heading, at) => (headings.indexOf(heading) === at ? heading : ''));
  const cells = once.map((heading, column) => cellOf([heading], column));
  return { ...table, rows: [{ header: true, cells }, ...table.rows] };
}

function headingFor(lines: string[]): string {
  const said = lines.filter((line) => line !== '');
  const most = (test: (line: string) => boolean) => said.length > 0 && said.filter(test).length > said.length / 2;
  if (most((line) => /^\d{1,3}[a-z]?[.)]?$/i.test(line))) return 'No.';
  if (
    most((line) =>
      /^(?:b?rag|red|amber|green|blue|[ragb]|complete[d]?|on track|in progress|not started|delayed)$/i.test(line),
    )
  )
    return 'Rating';
  if (most((line) => readDue(line, financialYear(2020)).date !== undefined)) return 'Due';
  if (most((line) => /^(?:wres |wdes )?(?:indicator|metric) ?\d/i.test(line))) return 'Indicator';
  return most((line) => /^\p{Lu}/u.test(line) && line.length <= 60 && !/[.:]$/.test(line)) ? 'Lead' : '';
}
