import type { Column, Layout } from '../../layout/layout.ts';
import { markNames, recordOfMark } from '../../layout/marks.ts';
import type { Page, PageCell, PageTable, Paragraph } from '../../layout/page.ts';
import { type Group, groupsOf } from '../../layout/sheet.ts';
import { belongsToIndicator } from '../../layout/values.ts';
import type { Indicator, Plan } from '../../plan/model.ts';
import { lineOf, type WordCell, type WordDocument, type WordParagraph, type WordTable, wordsOf } from '../document.ts';
import { oneLine, plainWords } from '../text.ts';
import { align, likenessOf, type Pair } from './align.ts';

/** A paragraph of the page, with the name of its bookmark. */
export interface Printed extends Paragraph {
  mark?: string | undefined;
}

export type Line = Pair<Printed, WordParagraph>;

/** What a column shows: fields, or what an action does to one indicator. */
export type Shown = { column: Column } | { effectOn: Indicator };

/** A cell of the page beside the same cell of the copy. */
export interface CellPair {
  shown: Shown;
  group: Group;
  /** Null where a cell above covers it on the page. */
  was: PageCell | null;
  is: WordCell;
  lines: Line[];
}

/** A row that the page does not have. */
export interface NewRow {
  cells: { shown: Shown; is: WordCell }[];
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
  const { story, marks } = printedOf(page);
  const others: string[] = [];
  const keys = keysIn(page, document);
  const tables = document.blocks.flatMap((block) => (block.kind === 'table' && !keys.has(block) ? [block] : []));
  const was = rowsOfPage(plan, layout, page);
  const is = rowsOfCopy(plan, layout, page, tables, others);
  const pairs = pairRows(was, is);
  const cells: CellPair[] = [];
  const newRows: NewRow[] = [];
  const done = new Map<RowOfCopy, RowOfPage>();
  for (const pair of pairs) if (pair.was && pair.is) done.set(pair.is, pair.was);
  for (const [at, row] of is.entries()) {
    const known = done.get(row);
    if (known) cells.push(...cellsOf(known, row, marks));
    else if (row.cells.some(({ is: cell }) => lineOf(cell) !== '')) newRows.push(newRow(row, is, at, done, plan));
  }
  const paragraphs = document.blocks.flatMap((block) =>
    block.kind === 'paragraph' && wordsOf(block).trim() !== '' ? [block] : [],
  );
  return {
    story: linesOf(story, paragraphs),
    cells,
    newRows,
    missing: pairs.flatMap(({ was: row, is: other }) => (row && !other ? [row.group] : [])),
    rows: done.size,
    others,
  };
}

/** The words of a paragraph as they are printed. */
export function printedText({ label, runs }: Paragraph): string {
  return oneLine((label ? `${label} ` : '') + runs.map(({ text }) => text).join(''));
}

interface RowOfPage {
  group: Group;
  cells: { shown: Shown; was: PageCell | null; covering: PageCell | null }[];
  ids: Set<string>;
  words: string[];
}

interface RowOfCopy {
  /** The table that it stands in, by its number. */
  table: number;
  /** By the columns of the page. */
  cells: { shown: Shown; column: number; is: WordCell }[];
  ids: string[];
  words: string[];
}

/** The paragraphs outside the tables, and every paragraph's mark. The order is the one in which the file is written. */
function printedOf(page: Page): { story: Printed[]; marks: ReadonlyMap<Paragraph, string> } {
  const nameOf = markNames();
  const marks = new Map<Paragraph, string>();
  const marked = (paragraph: Paragraph): Printed => {
    const mark = nameOf(paragraph.source);
    if (mark) marks.set(paragraph, mark);
    return { ...paragraph, mark };
  };
  const story = page.blocks.flatMap((block): Printed[] => {
    if (block.kind === 'heading') {
      return [marked({ runs: [{ text: block.text }], ...(block.source && { source: block.source }) })];
    }
    if (block.kind === 'paragraph') return [marked(block.paragraph)];
    for (const { cells } of block.table.rows) for (const cell of cells) cell?.paragraphs.forEach(marked);
    return [];
  });
  return { story, marks };
}

function rowsOfPage(plan: Plan, layout: Layout, page: Page): RowOfPage[] {
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
        cells: cells.map((was, at) => ({ shown: shown[at] as Shown, was, covering: was ? null : (above[at] ?? null) })),
        ids: new Set([...group.actions, ...(group.indicator ? [group.indicator] : [])].map(({ id }) => id)),
        words: wordsIn(cells.flatMap((cell) => cell?.paragraphs.map(printedText) ?? []).join(' ')),
      };
    });
  });
}

function actionTables({ blocks }: Page): PageTable[] {
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
function columnsOf(plan: Plan, layout: Layout, table: PageTable): Shown[] {
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

function headingsOf({ rows, headerRows }: PageTable): string[] {
  return (rows[headerRows - 1]?.cells ?? []).map((cell) => cell?.paragraphs.map(printedText).join(' ') ?? '');
}

function rowsOfCopy(plan: Plan, layout: Layout, page: Page, tables: WordTable[], others: string[]): RowOfCopy[] {
  const known = actionTables(page);
  const headers = new Set(
    known.flatMap(({ rows, headerRows }) =>
      rows.slice(0, headerRows).map(({ cells }) => plainWords(cells.map((cell) => textOfCell(cell)).join(' '))),
    ),
  );
  return tables.flatMap((table, number) => {
    const isHeader = ({ header, cells }: WordTable['rows'][number]) =>
      header || headers.has(plainWords(cells.map(lineOf).join(' ')));
    const heading = table.rows.findLast(isHeader);
    const names = Array.from({ length: table.columns }, (_, column) =>
      lineOf(heading?.cells.find((cell) => cell.column === column) ?? { paragraphs: [] }),
    );
    const like = (each: PageTable) => likenessOf(headingsOf(each).map(plainWords), names.map(plainWords));
    const model = [...known].sort((one, other) => like(other) - like(one))[0];
    if (!model) return [];
    const shown = columnsOf(plan, layout, model);
    const columns = columnsIn(headingsOf(model), names, others);
    return table.rows
      .filter((row) => !isHeader(row))
      .map(({ cells }): RowOfCopy => {
        const here = cells.flatMap((is) => {
          const column = columns.indexOf(is.column);
          return column === -1 ? [] : [{ shown: shown[column] as Shown, column, is }];
        });
        const marks = cells.flatMap(({ paragraphs }) => paragraphs.flatMap((each) => each.marks ?? []));
        return {
          table: number,
          cells: here,
          ids: marks.flatMap((mark) => recordOfMark(mark) ?? []),
          words: wordsIn(cells.map(lineOf).join(' ')),
        };
      });
  });
}

function textOfCell(cell: PageCell | null): string {
  return cell?.paragraphs.map(printedText).join(' ') ?? '';
}

/** Where each column of the page is in the copy: by its heading or, where at most one has another, by its place. */
function columnsIn(was: string[], is: string[], others: string[]): number[] {
  const alike = (one: string, other = '') => plainWords(one) === plainWords(other);
  const renamed = was.filter((heading, column) => !alike(heading, is[column]));
  if (was.length === is.length && renamed.length <= 1) {
    for (const heading of renamed) others.push(`The heading “${heading}” became “${is[was.indexOf(heading)]}”.`);
    return was.map((_, column) => column);
  }
  const taken = new Set<number>();
  const columns = was.map((heading) => {
    const at = is.findIndex((other, column) => alike(heading, other) && !taken.has(column));
    if (at === -1) others.push(`The column “${heading}” is not in the copy.`);
    else taken.add(at);
    return at;
  });
  for (const [column, heading] of is.entries())
    if (!taken.has(column) && heading !== '') others.push(`The column “${heading}” was added.`);
  return columns;
}

/** By their bookmarks, wherever they have gone; then by their words. */
function pairRows(was: RowOfPage[], is: RowOfCopy[]): Pair<RowOfPage, RowOfCopy>[] {
  const rowOf = new Map<string, RowOfPage[]>();
  for (const row of was) for (const id of row.ids) rowOf.set(id, [...(rowOf.get(id) ?? []), row]);
  const paired = new Map<RowOfPage, RowOfCopy>();
  const byMark = new Set<RowOfCopy>();
  for (const row of is) {
    const votes = new Map<RowOfPage, number>();
    for (const id of row.ids) {
      const rows = rowOf.get(id) ?? [];
      for (const each of rows) if (!paired.has(each)) votes.set(each, (votes.get(each) ?? 0) + 1 / rows.length);
    }
    const [first] = [...votes].sort(([, one], [, other]) => other - one);
    if (!first) continue;
    paired.set(first[0], row);
    byMark.add(row);
  }
  const rest = align(
    was.filter((row) => !paired.has(row)),
    is.filter((row) => !byMark.has(row)),
    (one, other) => {
      const likeness = likenessOf(one.words, other.words);
      return likeness >= 0.35 ? likeness : 0;
    },
    false,
  );
  return [...[...paired].map(([one, other]) => ({ was: one, is: other })), ...rest];
}

function cellsOf(was: RowOfPage, is: RowOfCopy, marks: ReadonlyMap<Paragraph, string>): CellPair[] {
  return is.cells.flatMap(({ shown, column, is: cell }): CellPair[] => {
    const here = was.cells[column];
    if (!here) return [];
    const line = lineOf(cell);
    // A merged cell is ended at a page break and goes on below it.
    const goesOn = ['', oneLine(here.covering?.continued ?? ''), oneLine(textOfCell(here.covering))];
    if (!here.was && goesOn.includes(line)) return [];
    const printed = (here.was?.paragraphs ?? []).map((each): Printed => ({ ...each, mark: marks.get(each) }));
    const says = cell.paragraphs.filter((paragraph) => wordsOf(paragraph).trim() !== '');
    return [{ shown, group: was.group, was: here.was, is: cell, lines: linesOf(printed, says) }];
  });
}

function linesOf(was: Printed[], is: WordParagraph[]): Line[] {
  const named = new Set(was.flatMap(({ mark }) => mark ?? []));
  const words = new Map(is.map((each) => [each, wordsIn(wordsOf(each))]));
  return align(
    was,
    is,
    (one, other) => {
      const marks = other.marks?.filter((mark) => named.has(mark)) ?? [];
      if (one.mark && marks.includes(one.mark)) return 3;
      if (marks.length > 0) return 0;
      const text = printedText(one);
      if (text !== '' && text === oneLine(wordsOf(other))) return 1;
      const likeness = likenessOf(wordsIn(text), words.get(other) ?? []);
      return likeness >= 0.3 && likeness < 1 ? likeness : likeness >= 1 ? 0.99 : 0;
    },
    true,
  );
}

function newRow(row: RowOfCopy, rows: RowOfCopy[], at: number, done: Map<RowOfCopy, RowOfPage>, plan: Plan): NewRow {
  const above = rows.slice(0, at).findLast((each) => each.table === row.table && done.has(each));
  const under = rows.slice(at + 1).find((each) => each.table === row.table && done.has(each));
  const below = above && done.get(above)?.group;
  const near = below ?? (under && done.get(under)?.group);
  const named = row.cells.find(
    ({ shown }) => 'column' in shown && shown.column.fields.some(({ field }) => field === 'indicator.name'),
  );
  const name = named ? plainWords(lineOf(named.is)) : '';
  const number = /^(?:\p{L}+ )?(\d{1,2}[a-z]?)\b/u.exec(name)?.[1];
  const own = plan.indicators.find((each) => each.number?.toLowerCase() === number && number !== undefined);
  const indicator = own ?? near?.indicator;
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

function wordsIn(text: string): string[] {
  const words = plainWords(text);
  return words === '' ? [] : words.split(' ');
}
