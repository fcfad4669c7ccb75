import type { Layout } from '../../layout/layout.ts';
import type { Page } from '../../layout/page.ts';
import type { Group } from '../../layout/sheet.ts';
import type { Indicator, Plan } from '../../plan/model.ts';
import { lineOf, type WordDocument, type WordTable, wordsOf } from '../document.ts';
import { plainWords } from '../text.ts';
import { align, likenessOf, mostCompared } from './align.ts';
import { type CellPair, cellPairs, type RowPair } from './cell-pairs.ts';
import { homesByHeading, homesByName, indicatorNumbered } from './homes.ts';
import { type Line, linesOf } from './lines.ts';
import { rejoinMoved, standingsOf, withoutLeftBehind } from './moved.ts';
import { printedOf } from './printed.ts';
import { type CellOfCopy, type RowOfCopy, rowsOfCopy } from './rows-of-copy.ts';
import { type RowOfPage, rowsOfPage, textOfCell, wordsIn } from './rows-of-page.ts';
import { type Moved, movedAmong } from './standing.ts';

/** A row that the page does not have. */
export interface NewRow {
  cells: CellOfCopy[];
  /** The indicator and the action of the row above. */
  below: Group | undefined;
  indicator: Indicator | undefined;
}

export interface SideBySide {
  /** What stands outside the tables. */
  story: Line[];
  cells: CellPair[];
  newRows: NewRow[];
  /** The rows that the copy does not have. */
  missing: Group[];
  /** The actions that stand elsewhere. */
  moved: Moved[];
  /** How many rows the two have in common. */
  rows: number;
  /** What else is different, and no part of the plan, in words. */
  others: string[];
}

/**
 * Puts a page beside a copy of it that somebody edited. Rows and paragraphs are found by their bookmarks and, where
 * these are gone, by their words and their place.
 *
 * @param layout that of the page: for a plain page, the plain twin
 */
export function sideBySide(plan: Plan, layout: Layout, page: Page, document: WordDocument): SideBySide {
  const printed = printedOf(page);
  const others: string[] = [];
  const keys = keysIn(page, document);
  const tables = document.blocks.flatMap((block) => (block.kind === 'table' && !keys.has(block) ? [block] : []));
  const was = rowsOfPage(plan, layout, page);
  const is = rowsOfCopy(plan, layout, page, tables, others);
  const done = pairRows(was, is);
  const rows = is.flatMap((row): RowPair[] => {
    const known = done.get(row);
    return known ? [{ was: known, is: row }] : [];
  });
  const found = new Set(done.values());
  const cells = cellPairs(plan, rows, printed.marks, others);
  const newRows = is.flatMap((row, at) =>
    done.has(row) || row.words.length === 0 ? [] : [newRow(row, is, at, done, plan)],
  );
  const paragraphs = document.blocks.flatMap((block) =>
    block.kind === 'paragraph' && wordsOf(block).trim() !== '' ? [block] : [],
  );
  const story = linesOf(printed.story, paragraphs);
  return {
    story,
    cells,
    newRows,
    missing: was.flatMap((row) => (found.has(row) ? [] : [row.group])),
    moved: moved(),
    rows: rows.length,
    others,
  };

  function moved(): Moved[] {
    switch (layout.grain) {
      case 'indicator':
        return rejoinMoved(plan, cells);
      case 'section':
        return movedAmong(plan, standingsOf(rows, homesByHeading(plan, was, printed, story, document, is)));
      case 'action':
        return movedAmong(
          plan,
          standingsOf(rows, withoutLeftBehind(plan, was, rows, homesByName(plan, layout, was, is))),
        );
      case 'matrix':
        // One list. There an action is at home where it has a direct effect, which is a cell of its own.
        return movedAmong(
          plan,
          standingsOf(rows, new Map()).map(({ action }) => ({ action, was: undefined, is: undefined })),
        );
    }
  }
}

/**
 * By their bookmarks, wherever they have gone; then by words that are the same and no other row's; then by their words,
 * in their order; then by their words, wherever.
 */
function pairRows(was: RowOfPage[], is: RowOfCopy[]): Map<RowOfCopy, RowOfPage> {
  const rowOf = new Map<string, RowOfPage[]>();
  for (const row of was) for (const id of row.ids) rowOf.set(id, [...(rowOf.get(id) ?? []), row]);
  const done = new Map<RowOfCopy, RowOfPage>();
  const paired = new Set<RowOfPage>();
  const pair = (one: RowOfPage, other: RowOfCopy) => {
    done.set(other, one);
    paired.add(one);
  };
  for (const row of is) {
    const votes = new Map<RowOfPage, number>();
    for (const id of row.ids) {
      const rows = rowOf.get(id) ?? [];
      for (const each of rows) if (!paired.has(each)) votes.set(each, (votes.get(each) ?? 0) + 1 / rows.length);
    }
    const [first] = [...votes].sort(([, one], [, other]) => other - one);
    if (first) pair(first[0], row);
  }
  const said = ({ words }: { words: string[] }) => words.join(' ');
  const [page, copy] = [
    Map.groupBy(
      was.filter((row) => !paired.has(row)),
      said,
    ),
    Map.groupBy(
      is.filter((row) => !done.has(row)),
      said,
    ),
  ];
  for (const [words, [row, ...others]] of page) {
    const [same, ...more] = copy.get(words) ?? [];
    if (row && same && others.length + more.length === 0) pair(row, same);
  }
  const rest = align(
    was.filter((row) => !paired.has(row)),
    is.filter((row) => !done.has(row)),
    (one, other) => {
      const likeness = likenessOf(one.words, other.words);
      return likeness >= 0.35 ? likeness : 0;
    },
    false,
  );
  for (const { was: one, is: other } of rest) if (one && other) pair(one, other);
  const [gone, strange] = [was.filter((row) => !paired.has(row)), is.filter((row) => !done.has(row))];
  if (gone.length * strange.length > mostCompared) return done;
  for (const row of strange) {
    const same = gone.find((each) => !paired.has(each) && likenessOf(each.words, row.words) >= alike);
    if (same) pair(same, row);
  }
  return done;
}

/** From what likeness on a row is known again wherever it stands. */
const alike = 0.8;

function newRow(row: RowOfCopy, rows: RowOfCopy[], at: number, done: Map<RowOfCopy, RowOfPage>, plan: Plan): NewRow {
  const above = rows.slice(0, at).findLast((each) => each.table === row.table && done.has(each));
  const under = rows.slice(at + 1).find((each) => each.table === row.table && done.has(each));
  const below = above && done.get(above)?.group;
  const near = below ?? (under && done.get(under)?.group);
  const named = row.cells.find(
    ({ shown }) => 'column' in shown && shown.column.fields.some(({ field }) => field === 'indicator.name'),
  );
  const name = named ? plainWords(lineOf(named.is)) : '';
  const indicator = indicatorNumbered(plan, name) ?? near?.indicator;
  return {
    cells: row.cells,
    below: below?.indicator?.id === indicator?.id ? below : undefined,
    indicator,
  };
}

/** The tables of the copy that are keys to the ratings. */
function keysIn(page: Page, { blocks }: WordDocument): Set<WordTable> {
  const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
  const words = (table: WordTable) => wordsIn(table.rows.flatMap(({ cells }) => cells.map(lineOf)).join(' '));
  return new Set(
    page.blocks.flatMap((block) => {
      if (block.kind !== 'table' || block.table.kind !== 'key') return [];
      const key = wordsIn(block.table.rows.flatMap(({ cells }) => cells.map(textOfCell)).join(' '));
      const [first] = tables
        .map((table) => ({ table, likeness: likenessOf(key, words(table)) }))
        .sort((one, other) => other.likeness - one.likeness);
      return first && first.likeness >= 0.5 ? [first.table] : [];
    }),
  );
}
