import type { Layout } from '../../layout/layout.ts';
import { recordOfMark } from '../../layout/marks.ts';
import type { Page, PageTable } from '../../layout/page.ts';
import { recordOf } from '../../plan/existing.ts';
import type { Plan } from '../../plan/model.ts';
import { commonestFirst } from '../commonest.ts';
import { lineOf, type WordCell, type WordRow, type WordTable } from '../document.ts';
import { plainWords } from '../text.ts';
import { likenessOf } from './align.ts';
import { actionTables, columnsOf, headingsOf, type Shown, textOfCell, wordsIn } from './rows-of-page.ts';

export interface RowOfCopy {
  table: WordTable;
  /** Which row of its table it is. */
  at: number;
  cells: CellOfCopy[];
  /** All its cells, as they are. */
  is: readonly WordCell[];
  /** The records that are marked in it. */
  ids: string[];
  words: string[];
}

export interface CellOfCopy {
  /** Of the columns of the page that it covers, the first. */
  column: number;
  columns: number[];
  shown: Shown;
  /** Where somebody split it, all of it. */
  is: WordCell;
  split: boolean;
}

/** The rows of actions of a copy; cells that somebody split are put together again. */
export function rowsOfCopy(plan: Plan, layout: Layout, page: Page, tables: WordTable[], others: string[]): RowOfCopy[] {
  const known = actionTables(page);
  const headers = new Set(
    known.flatMap(({ rows, headerRows }) =>
      rows.slice(0, headerRows).map(({ cells }) => plainWords(cells.map((cell) => textOfCell(cell)).join(' '))),
    ),
  );
  return tables.flatMap((table) => {
    const isHeader = ({ header, cells }: WordRow) => header || headers.has(plainWords(cells.map(lineOf).join(' ')));
    const heading = table.rows.findLast(isHeader)?.cells ?? [];
    const like = (each: PageTable) => likenessOf(headingsOf(each).map(plainWords), heading.map(lineOf).map(plainWords));
    const model = [...known].sort((one, other) => like(other) - like(one))[0];
    if (!model) return [];
    const columns = columnsIn(headingsOf(model), heading, table.columns, others);
    const shown = columnsOf(plan, layout, model);
    const rows = table.rows.flatMap((row, at): RowOfCopy[] => {
      if (isHeader(row)) return [];
      const cells = row.cells.flatMap((is): CellOfCopy[] => {
        const covered = columns.flatMap(({ from, to }, column) =>
          from < is.column + is.columnSpan && is.column < to ? [column] : [],
        );
        const [column] = covered;
        return column === undefined
          ? []
          : [{ column, columns: covered, shown: shown[column] as Shown, is, split: false }];
      });
      const marks = row.cells.flatMap(({ paragraphs }) => paragraphs.flatMap((each) => each.marks ?? []));
      return [
        {
          table,
          at,
          cells: unsplit(cells),
          is: row.cells,
          ids: marks.flatMap((mark) => recordOfMark(mark) ?? []),
          words: wordsIn(row.cells.map(lineOf).join(' ')),
        },
      ];
    });
    return withoutSplits(rows, (row) => actionsIn(plan, layout, row), alwaysOwn(model));
  });
}

/** Where each column of the page is in the copy: by its heading or, where at most one has another, by its place. */
function columnsIn(
  was: string[],
  heading: WordCell[],
  count: number,
  others: string[],
): { from: number; to: number }[] {
  const head = (column: number) => heading.find((cell) => cell.column === column);
  const is = Array.from({ length: count }, (_, column) => lineOf(head(column) ?? { paragraphs: [] }));
  const alike = (one: string, other = '') => plainWords(one) === plainWords(other);
  const renamed = was.filter((each, column) => !alike(each, is[column]));
  if (was.length === is.length && renamed.length <= 1) {
    for (const each of renamed) others.push(`The heading “${each}” became “${is[was.indexOf(each)]}”.`);
    return was.map((_, column) => ({ from: column, to: column + 1 }));
  }
  const taken = new Set<number>();
  const columns = was.map((each) => {
    const from = is.findIndex((other, column) => alike(each, other) && !taken.has(column));
    if (from === -1) others.push(`The column “${each}” is not in the copy.`);
    else taken.add(from);
    return { from, to: from === -1 ? -1 : from + (head(from)?.columnSpan ?? 1) };
  });
  for (const [column, each] of is.entries())
    if (!taken.has(column) && each !== '') others.push(`The column “${each}” was added.`);
  return columns;
}

/** The columns of a table whose cells its page never merges. */
function alwaysOwn({ rows, headerRows, widths }: PageTable): number[] {
  return widths.flatMap((_, column) =>
    rows.slice(headerRows).every(({ cells }) => cells[column] !== null) ? [column] : [],
  );
}

/**
 * Without the rows that are the lower part of cells that somebody split: most of their row is covered from above, and
 * they name no other action.
 */
function withoutSplits(rows: RowOfCopy[], actionsOf: (row: RowOfCopy) => string[], alwaysOwn: number[]): RowOfCopy[] {
  const whole: RowOfCopy[] = [];
  for (const row of rows) {
    const above = whole.at(-1);
    const own = alwaysOwn.filter((column) => row.cells.some(({ columns }) => columns.includes(column)));
    const covered = alwaysOwn.filter((column) =>
      above?.cells.some(({ columns, is }) => columns.includes(column) && above.at + is.rowSpan > row.at),
    );
    const named = actionsOf(row);
    const isLower =
      covered.length > 0 &&
      above !== undefined &&
      named.every((id) => actionsOf(above).includes(id)) &&
      (named.length > 0 || covered.length > own.length);
    if (!isLower) whole.push(row);
    else whole.splice(-1, 1, { ...above, cells: unsplit([...above.cells, ...row.cells]) });
  }
  return whole;
}

/** The actions that a row is marked with: where it is of one, the one of most of its marks. */
function actionsIn(plan: Plan, { grain }: Layout, { ids }: RowOfCopy): string[] {
  const all = commonestFirst(ids.filter((id) => recordOf(plan, 'action', id)));
  return grain === 'indicator' ? all : all.slice(0, 1);
}

/** Several cells of one column as one. */
function unsplit(cells: CellOfCopy[]): CellOfCopy[] {
  return [...Map.groupBy(cells, ({ column }) => column).values()].map((parts): CellOfCopy => {
    const first = parts[0] as CellOfCopy;
    if (parts.length === 1) return first;
    return { ...first, is: { ...first.is, paragraphs: parts.flatMap(({ is }) => is.paragraphs) }, split: true };
  });
}
