import type { PageCell, Paragraph } from '../../layout/page.ts';
import { type Group, shortName } from '../../layout/sheet.ts';
import { belongsToIndicator } from '../../layout/values.ts';
import type { Plan } from '../../plan/model.ts';
import { actionName, listed } from '../../plan/names.ts';
import { lineOf, type WordCell, type WordParagraph, wordsOf } from '../document.ts';
import { oneLine } from '../text.ts';
import { type Line, linesOf } from './lines.ts';
import type { Printed } from './printed.ts';
import type { CellOfCopy, RowOfCopy } from './rows-of-copy.ts';
import { type RowOfPage, type Shown, textOfCell } from './rows-of-page.ts';

/** A cell of the page beside the same cell of the copy. */
export interface CellPair {
  shown: Shown;
  group: Group;
  /** Null where a cell above covers it on the page. */
  was: PageCell | null;
  is: WordCell;
  lines: Line[];
}

/** A row of the copy, and the row of the page that it is. */
export interface RowPair {
  was: RowOfPage;
  is: RowOfCopy;
}

/** Cells of the page that are one in the copy. */
type Place = { row: RowOfPage; column: number };

/**
 * The cells of all rows. What somebody merged or split by hand is told in `others`.
 * @param rows in the order of the copy
 */
export function cellPairs(
  plan: Plan,
  rows: readonly RowPair[],
  marks: ReadonlyMap<Paragraph, string>,
  others: string[],
): CellPair[] {
  return rows.flatMap(({ was, is }, at) =>
    cellsOf(was, is).flatMap((cell): CellPair[] => {
      const places = placesOf(rows, at, cell);
      const [first = { row: was, column: cell.column }] = places;
      if (cell.split) others.push(`A cell of ${nameOf(plan, was)} was split: ${headingsOf(plan, [first])}.`);
      if (places.length > 1) {
        const names = listed([...new Set(places.map((place) => nameOf(plan, place.row)))], 20);
        others.push(`Cells of ${names} were merged: ${headingsOf(plan, places)}.`);
        return merged(places, cell.is, marks);
      }
      const here = first.row.cells[first.column];
      if (!here) return [];
      // A merged cell is ended at a page break and goes on below it.
      const goesOn = ['', oneLine(here.covering?.continued ?? ''), oneLine(textOfCell(here.covering))];
      if (!here.was && goesOn.includes(lineOf(cell.is))) return [];
      const lines = linesOf(printed(here.was, marks), saying(cell.is));
      return [{ shown: here.shown, group: first.row.group, was: here.was, is: cell.is, lines }];
    }),
  );
}

/**
 * The cells of a row. As many as it has on the page are those, in their order, also where somebody put the row into
 * another table.
 */
function cellsOf({ cells }: RowOfPage, row: RowOfCopy): CellOfCopy[] {
  if (row.is.length !== cells.length || cells.some(({ was }) => was === null)) return row.cells;
  return cells.map(({ shown }, column) => ({
    shown,
    column,
    columns: [column],
    is: row.is[column] as WordCell,
    split: false,
  }));
}

/** The cells of the page that a cell of the copy covers. */
function placesOf(rows: readonly RowPair[], from: number, { columns, is }: CellOfCopy): Place[] {
  const {
    was: first,
    is: { table, at },
  } = rows[from] as RowPair;
  const places: Place[] = [];
  for (const { was: row, is: other } of rows.slice(from, from + Math.max(1, is.rowSpan))) {
    if (other.table !== table || other.at >= at + Math.max(1, is.rowSpan)) break;
    for (const column of columns) {
      const cell = row.cells[column];
      // The name of another indicator is not below it: a row was put there.
      const isElsewhere = row.group.indicator !== first.group.indicator && isOfIndicator(cell?.shown);
      if (cell?.was && !isElsewhere) places.push({ row, column });
    }
  }
  return places;
}

/**
 * Cells that somebody merged, each with the paragraphs that are its own. One that has none left, of several in one
 * column, has what the merged cell says.
 */
function merged(places: Place[], is: WordCell, marks: ReadonlyMap<Paragraph, string>): CellPair[] {
  const all = places.map(({ row, column }) => printed(row.cells[column]?.was ?? null, marks));
  const owners = new Map(all.flatMap((each, index) => each.map((paragraph) => [paragraph, index] as const)));
  const lines: Line[][] = places.map(() => []);
  let last = 0;
  for (const line of linesOf(all.flat(), saying(is))) {
    last = (line.was && owners.get(line.was)) ?? last;
    lines[last]?.push(line);
  }
  const says = (index: number) => lines[index]?.some((line) => line.is) === true;
  return places.map(({ row, column }, index): CellPair => {
    const { shown, was } = row.cells[column] as RowOfPage['cells'][number];
    const other = says(index)
      ? undefined
      : places.findIndex((place, at) => place.column === column && place.row !== row && says(at));
    const shared = (lines[other ?? -1] ?? []).flatMap((line) => line.is ?? []);
    const own = shared.length > 0 ? linesOf(all[index] ?? [], shared) : (lines[index] ?? []);
    const { fill: _, ...cell } = is;
    const paragraphs = own.flatMap((line) => line.is ?? []);
    return { shown, group: row.group, was, is: { ...cell, paragraphs }, lines: own };
  });
}

function printed(was: PageCell | null, marks: ReadonlyMap<Paragraph, string>): Printed[] {
  return (was?.paragraphs ?? []).map((each) => ({ ...each, mark: marks.get(each) }));
}

function saying({ paragraphs }: WordCell): WordParagraph[] {
  return paragraphs.filter((paragraph) => wordsOf(paragraph).trim() !== '');
}

function isOfIndicator(shown: Shown | undefined): boolean {
  return shown !== undefined && 'column' in shown && shown.column.fields.some(({ field }) => belongsToIndicator(field));
}

function nameOf(plan: Plan, { group: { indicator, actions } }: RowOfPage): string {
  const [action] = actions;
  return action && actions.length === 1 ? actionName(plan, action) : shortName(plan, indicator);
}

function headingsOf(plan: Plan, places: Place[]): string {
  const names = places.map(({ row, column }) => {
    const shown = row.cells[column]?.shown as Shown;
    return 'column' in shown ? shown.column.heading : shortName(plan, shown.effectOn);
  });
  return listed(
    [...new Set(names)].map((name) => `“${name}”`),
    20,
  );
}
