import { readDue } from '../plan/due.ts';
import { financialYear } from '../plan/financial-year.ts';
import { about, type Choices } from './choices.ts';
import { lineOf, type WordCell, type WordPlace, type WordTable } from './document.ts';
import { isRating, isSign } from './rating-scale.ts';
import { plainWords, saysNothing } from './text.ts';
import { isRole, type Role, roleOf } from './vocabulary.ts';

/** A table of actions: what its columns are about, and its rows below the headings. */
export interface ActionTable {
  block: number;
  columns: Column[];
  rows: Row[];
  /** What stands in the table above its headings. */
  above?: Row[];
  /** Of a matrix: the words above it that explain its colours. */
  banner?: string;
  /** Its labels stand before the facts and not above them: each row is one action. */
  labelled?: true;
}

export interface Column {
  heading: string;
  role?: Role;
  /** Of a matrix: the number of the indicator that the column stands for, or the letter of a row beyond them. */
  indicator?: string;
  /** Somebody chose that nothing of it is to be read. */
  leftOut?: true;
  /** Where its heading stands. */
  at: WordPlace[];
}

/** A cell with the places that it was read from: several, where a page cut it. */
export interface PlacedCell extends WordCell {
  at: WordPlace[];
}

/** One cell for each column; `first` where it begins in this row, and not in one above. */
export interface Row {
  cells: { cell: PlacedCell; first: boolean }[];
}

/**
 * The table as one of actions; undefined where no row of it names its columns so, and nobody chose which is that of
 * actions.
 */
export function actionTable(table: WordTable, block: number, choices: Choices): ActionTable | undefined {
  const rows = spread(table, block);
  const found = matrixOf(rows, choices) ?? byHeadings(rows, choices);
  return found && { block, ...found };
}

/** Goes on with the columns of the table before it: a table that a page cut in two. */
export function continuation(table: WordTable, block: number, columns: Column[]): ActionTable | undefined {
  if (table.columns !== columns.length) return undefined;
  return { block, columns, rows: body(spread(table, block), columns) };
}

/** What stands in the first row of a table that is none of actions: the headings that somebody may know better. */
export function firstRow(table: WordTable, block: number, choices: Choices): Column[] {
  const [row] = spread({ ...table, rows: table.rows.slice(0, 1) }, block);
  return row ? columnsOf([row], choices) : [];
}

/** How far down headings are looked for: a title or a legend may stand above them. */
const headingRows = 6;

type Found = Omit<ActionTable, 'block'>;

function byHeadings(rows: Row[], choices: Choices): Found | undefined {
  const [index, depth] = headingsAt(rows) ?? [0, 1];
  const columns = columnsOf(rows.slice(index, index + depth), choices);
  if (!columns.some(({ role }) => role === 'action')) return undefined;
  const below = body(rows.slice(index + depth), columns);
  const taken = oneOfEach(
    columns.map((column, at) => withEffects(columns, column, at, below)),
    choices,
  );
  return {
    columns: byContent(taken, below, choices),
    rows: below,
    ...(index > 0 && { above: body(rows.slice(0, index), columns) }),
  };
}

/**
 * Where no heading speaks of dates, a column whose cells are mostly dates is about them ("Target"); so with ratings, which
 * may also stand under words of progress.
 */
function byContent(columns: Column[], rows: Row[], choices: Choices): Column[] {
  const open = columns.flatMap(({ role, leftOut, heading }, at) =>
    (role && role !== 'progress') || leftOut || choices.has(about.column(heading, at)) ? [] : [at],
  );
  const mostly = (at: number, is: (line: string) => boolean) => {
    const lines = rows.flatMap(({ cells }) => (cells[at]?.first ? [lineOf(cells[at].cell)] : [])).filter(Boolean);
    return lines.length > 0 && lines.filter(is).length > lines.length / 2;
  };
  const taken = (role: Role) => columns.some((column) => column.role === role);
  const due = taken('due') ? undefined : open.find((at) => !columns[at]?.role && mostly(at, isDate));
  const rating = taken('rating')
    ? undefined
    : open.find((at) => mostly(at, columns[at]?.role ? isRatingOrSign : isRating));
  return columns.map((column, at) =>
    at === due ? { ...column, role: 'due' } : at === rating ? { ...column, role: 'rating' } : column,
  );
}

function isRatingOrSign(line: string): boolean {
  return isRating(line) || isSign(line);
}

function isDate(line: string): boolean {
  return line.length <= 60 && /[a-z/.-]/i.test(line) && readDue(line, financialYear(2020)).date !== undefined;
}

/** Where the headings are, and over how many rows they go. */
function headingsAt(rows: Row[]): [index: number, depth: number] | undefined {
  for (let index = 0; index < Math.min(headingRows, rows.length); index += 1) {
    if (!mayBeHeadings(rows[index] as Row)) continue;
    for (const depth of [1, 2]) {
      const found = new Set(joined(rows.slice(index, index + depth)).flatMap(({ heading }) => roleOf(heading) ?? []));
      if (found.has('action') && found.size >= 2) return [index, Math.max(depth, mergedDown(rows, index))];
    }
  }
  return undefined;
}

/** No sentence stands among headings, nor one cell over the whole width. */
function mayBeHeadings(row: Row): boolean {
  return !overWholeWidth(row) && row.cells.every(({ cell }) => !/^.{12,}\.$/.test(lineOf(cell)));
}

/** The one cell of a row that has no other. */
export function overWholeWidth({ cells }: Row): PlacedCell | undefined {
  const [first] = cells;
  return first && cells.length > 1 && cells.every(({ cell }) => cell === first.cell) ? first.cell : undefined;
}

/** Over how many rows the headings of a row go: as far as the deepest of them is merged. */
function mergedDown(rows: Row[], index: number): number {
  const cells = rows[index]?.cells ?? [];
  return Math.max(
    ...cells.map(({ cell, first }) => (first && cell.rowSpan <= 3 && lineOf(cell) !== '' ? cell.rowSpan : 1)),
  );
}

export function columnsOf(headings: Row[], choices: Choices): Column[] {
  return joined(headings).map(({ heading, at }, index): Column => {
    const chosen = choices.get(about.column(heading, index));
    if (chosen === 'leave out') return { heading, at, leftOut: true };
    return { heading, at, ...roleNamed(isRole(chosen) ? chosen : roleOf(heading)) };
  });
}

/** A column of indicators that says "Directly: 1, 2. Indirectly: 9" is about effects, or says nothing beside another. */
function withEffects(columns: Column[], column: Column, at: number, rows: Row[]): Column {
  const several = columns.filter(({ role }) => role === 'indicator').length > 1;
  const texts = rows.map(({ cells }) => lineOf(cells[at]?.cell ?? blank(at))).filter((text) => text !== '');
  const effects = (several || texts.length > 0) && texts.every((text) => /^(?:in)?directly:/i.test(text));
  return effects && column.role === 'indicator' ? { ...column, role: 'effects' } : column;
}

/** A row of numbers 1, 2, 3 … above columns of colours; of any indicators, where the row above says that they are. */
function matrixOf(rows: Row[], choices: Choices): Found | undefined {
  for (let index = 0; index < Math.min(headingRows, rows.length); index += 1) {
    const row = rows[index] as Row;
    const marks = row.cells.map(({ cell }) => lineOf(cell));
    const above = (at: number) => lineOf(rows[index - 1]?.cells[at]?.cell ?? blank(at));
    const isMark = (at: number) => /^(?:\d{1,2}[a-z]?|[A-Z])$/.test(marks[at] ?? '');
    const named = marks.findIndex((_, at) => at > 0 && isMark(at) && namesIndicators.test(above(at)));
    const first = named === -1 ? marks.indexOf('1') : named;
    if (first < 1) continue;
    const beyond = marks.findIndex((_, at) => at >= first && !isMark(at));
    const end = beyond === -1 ? marks.length : beyond;
    if (named === -1 && (end - first < 3 || marks[first + 1] !== '2')) continue;
    const columns = columnsOf([row], choices).map((column, at): Column => {
      const mark = marks[at] ?? '';
      if (at >= first && at < end) return { heading: mark, at: column.at, indicator: mark };
      const usual = at === first - 1 ? 'action' : at === 0 ? 'number' : undefined;
      return column.leftOut ? column : { ...column, ...roleNamed(column.role ?? usual) };
    });
    const banner = lineOf(rows[index - 1]?.cells[0]?.cell ?? { paragraphs: [] });
    return { columns, rows: body(rows.slice(index + 1), columns), ...(banner !== '' && { banner }) };
  }
  return undefined;
}

const namesIndicators = /^(?:w[rd]es )?(?:indicators|metrics)$/i;

/** Headings that go over two rows are one: a merged one is not said twice. */
function joined(rows: Row[]): { heading: string; at: WordPlace[] }[] {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  return Array.from({ length: width }, (_, column) => {
    const cells = [...new Set(rows.flatMap(({ cells }) => cells[column]?.cell ?? []))];
    return { heading: cells.map(lineOf).filter(Boolean).join(' '), at: cells.flatMap(({ at }) => at) };
  });
}

/**
 * Of several columns about the same thing those that were chosen are it, or the first; the others are kept under their own
 * headings. An action may well have an executive lead and an operational one.
 */
export function oneOfEach(columns: Column[], choices: Choices): Column[] {
  const chosen = columns.map(({ heading }, index) => isRole(choices.get(about.column(heading, index))));
  const taken = new Set(columns.flatMap(({ role }, index) => (role && chosen[index] ? [role] : [])));
  const several = !taken.has('leads');
  return columns.map((column, index) => {
    const { role, ...rest } = column;
    if (!role || chosen[index] || (several && role === 'leads')) return column;
    if (taken.has(role)) return rest;
    taken.add(role);
    return column;
  });
}

/** Without empty rows and headings that are typed again. */
function body(rows: Row[], columns: Column[]): Row[] {
  const headings = columns.map(({ heading }) => plainWords(heading));
  return rows.filter(({ cells }) => {
    const own = cells.filter(({ first }) => first).map(({ cell }) => cell);
    if (own.every((cell) => lineOf(cell) === '' && cell.fill === undefined)) return false;
    const again = cells.every(({ cell }, index) => plainWords(lineOf(cell)) === headings[index]);
    return !again || headings.every((heading) => heading === '');
  });
}

/**
 * The table with an entry for each column; a cell that begins again at the top of a page is the one before. What only
 * says that there is nothing is empty.
 */
function spread({ columns, rows }: WordTable, block: number): Row[] {
  const open: (PlacedCell | undefined)[] = [];
  const left: number[] = [];
  return rows.map(({ cells }, index): Row => {
    const starts = new Set<PlacedCell>();
    for (const given of cells) {
      const above = open[given.column];
      const goesOn = above && above.columnSpan === given.columnSpan && /\(continued\)$/.test(lineOf(given));
      const place = { block, row: index, column: given.column };
      const cell = goesOn ? above : { ...given, ...(saysNothing(lineOf(given)) && { paragraphs: [] }), at: [place] };
      if (goesOn) {
        above.rowSpan += given.rowSpan;
        above.at.push(place);
      } else starts.add(cell);
      for (let at = given.column; at < given.column + given.columnSpan; at += 1) {
        open[at] = cell;
        left[at] = given.rowSpan;
      }
    }
    const entries = Array.from({ length: columns }, (_, at) => {
      const cell = (left[at] ?? 0) > 0 ? open[at] : undefined;
      left[at] = (left[at] ?? 0) - 1;
      return { cell: cell ?? blank(at), first: cell === undefined || (starts.has(cell) && cell.column === at) };
    });
    return { cells: entries };
  });
}

function blank(column: number): PlacedCell {
  return { column, columnSpan: 1, rowSpan: 1, paragraphs: [], at: [] };
}

function roleNamed(role: Role | undefined): { role?: Role } {
  return role ? { role } : {};
}
