import { lineOf, type WordCell, type WordTable } from './document.ts';
import { plainWords } from './text.ts';
import { type Role, roleOf } from './vocabulary.ts';

/** A table of actions: what its columns are about, and its rows below the headings. */
export interface ActionTable {
  columns: Column[];
  rows: Row[];
  /** Of a matrix: the words above it that explain its colours. */
  banner?: string;
}

export interface Column {
  heading: string;
  role?: Role;
  /** Of a matrix: the number of the indicator that the column stands for, or the letter of a row beyond them. */
  indicator?: string;
}

/** One cell for each column; `first` where it begins in this row, and not in one above. */
export interface Row {
  cells: { cell: WordCell; first: boolean }[];
}

/** The table as one of actions; undefined where no row of it names its columns so. */
export function actionTable(table: WordTable): ActionTable | undefined {
  const rows = spread(table);
  return matrixOf(rows) ?? byHeadings(rows);
}

/** Goes on with the columns of the table before it: a table that a page cut in two. */
export function continuation(table: WordTable, columns: Column[]): ActionTable | undefined {
  if (table.columns !== columns.length) return undefined;
  return { columns, rows: body(spread(table), columns) };
}

/** How far down headings are looked for: a title or a legend may stand above them. */
const headingRows = 6;

function byHeadings(rows: Row[]): ActionTable | undefined {
  for (let index = 0; index < Math.min(headingRows, rows.length); index += 1) {
    for (const depth of [1, 2]) {
      const headings = joined(rows.slice(index, index + depth));
      const columns = headings.map((heading): Column => ({ heading, ...named(roleOf(heading)) }));
      const found = new Set(columns.flatMap(({ role }) => role ?? []));
      if (found.has('action') && found.size >= 2) {
        const below = body(rows.slice(index + depth), columns);
        return { columns: oneOfEach(columns.map((column, at) => withEffects(column, at, below))), rows: below };
      }
    }
  }
  return undefined;
}

/** A column of indicators that says "Directly: 1, 2. Indirectly: 9" is about effects. */
function withEffects(column: Column, at: number, rows: Row[]): Column {
  const texts = rows.map(({ cells }) => lineOf(cells[at]?.cell ?? blank(at))).filter((text) => text !== '');
  const effects =
    column.role === 'indicator' && texts.length > 0 && texts.every((text) => /^(?:in)?directly:/i.test(text));
  return effects ? { heading: column.heading, role: 'effects' } : column;
}

/** A row of numbers 1, 2, 3 … above columns of colours. */
function matrixOf(rows: Row[]): ActionTable | undefined {
  for (let index = 0; index < Math.min(headingRows, rows.length); index += 1) {
    const row = rows[index] as Row;
    const marks = row.cells.map(({ cell }) => lineOf(cell));
    const first = marks.indexOf('1');
    if (first < 1) continue;
    const beyond = marks.findIndex((mark, at) => at >= first && !/^(?:\d{1,2}[a-z]?|[A-Z])$/.test(mark));
    const end = beyond === -1 ? marks.length : beyond;
    if (end - first < 3 || marks[first + 1] !== '2') continue;
    const columns = marks.map((mark, at): Column => {
      if (at >= first && at < end) return { heading: mark, indicator: mark };
      const role = roleOf(mark) ?? (at === first - 1 ? 'action' : at === 0 ? 'number' : undefined);
      return { heading: mark, ...named(role) };
    });
    const banner = lineOf(rows[index - 1]?.cells[0]?.cell ?? { paragraphs: [] });
    return { columns, rows: body(rows.slice(index + 1), columns), ...(banner !== '' && { banner }) };
  }
  return undefined;
}

/** Headings that go over two rows are one: a merged one is not said twice. */
function joined(rows: Row[]): string[] {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  return Array.from({ length: width }, (_, column) => {
    const cells = new Set(rows.flatMap(({ cells }) => cells[column]?.cell ?? []));
    return [...cells].map(lineOf).filter(Boolean).join(' ');
  });
}

/** Of several columns about the same thing the first is it; the others are kept under their own headings. */
function oneOfEach(columns: Column[]): Column[] {
  const taken = new Set<Role>();
  return columns.map((column) => {
    if (!column.role || !taken.has(column.role)) {
      if (column.role) taken.add(column.role);
      return column;
    }
    return { heading: column.heading };
  });
}

/** Without empty rows and headings that are typed again. */
function body(rows: Row[], columns: Column[]): Row[] {
  const headings = columns.map(({ heading }) => plainWords(heading));
  return rows.filter(({ cells }) => {
    const own = cells.filter(({ first }) => first).map(({ cell }) => cell);
    if (own.every((cell) => lineOf(cell) === '' && cell.fill === undefined)) return false;
    const words = cells.map(({ cell }) => plainWords(lineOf(cell)));
    return !words.every((text, index) => text === headings[index]) || words.every((text) => text === '');
  });
}

/**
 * The table with an entry for each column; a cell that begins again at the top of a page is the one before. What only
 * says that there is nothing is empty.
 */
function spread({ columns, rows }: WordTable): Row[] {
  const open: (WordCell | undefined)[] = [];
  const left: number[] = [];
  return rows.map(({ cells }): Row => {
    const starts = new Set<WordCell>();
    for (const given of cells) {
      const above = open[given.column];
      const goesOn = above && above.columnSpan === given.columnSpan && /\(continued\)$/.test(lineOf(given));
      const cell = goesOn ? above : { ...given, ...(saysNothing(given) && { paragraphs: [] }) };
      if (goesOn) above.rowSpan += given.rowSpan;
      else starts.add(cell);
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

function saysNothing(cell: WordCell): boolean {
  return /^(?:none|nil|n\/a|[-–—])$/i.test(lineOf(cell));
}

function blank(column: number): WordCell {
  return { column, columnSpan: 1, rowSpan: 1, paragraphs: [] };
}

function named(role: Role | undefined): { role?: Role } {
  return role ? { role } : {};
}
