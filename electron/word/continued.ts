import type { Page, PageBlock, PageCell, PageRow, PageTable } from '../../shared/layout/page.ts';

/** Above so many rows, merged cells are left as they are: the estimate would take longer than all the rest. */
const mostRows = 300;

/** How far the height of a page's rows may be out, in pixels: two lines of a table's text. */
const tolerance = 28;

/** What an estimate of Word's own layout says of a table. Lengths are in pixels, 96 to the inch. */
export interface Measured {
  /** Of each row, with its borders. */
  heights: number[];
  /** How far down its page the table begins. */
  top: number;
  /** How far down a page its rows may reach, and where they begin on every page but the first. */
  pageBottom: number;
  pageTop: number;
}

/** The least heights of some rows, in pixels. */
export type LeastHeights = ReadonlyMap<PageRow, number>;

/** A page with what it takes to print it. */
export interface Printed {
  page: Page;
  leastHeights: LeastHeights;
}

/**
 * A cell that is merged down over a page break is blank on the next page. So the merge is ended at the page break and
 * begun again below it with what the cell says there ("Indicator 2 (continued)").
 *
 * That text must not come out in mid-page, though pages fall a little differently in each program. A page break before
 * a paragraph does not hold a row at the top of a page: LibreOffice ignores it inside a table. So the rows of each
 * page are made a little higher, until the row that is to begin the next page misses the room left by two lines, while
 * two lines more than estimated would still fit. Then every program breaks there and repeats the header rows, and the
 * worst that can come of a wrong estimate is a "(continued)" further down than it should be.
 *
 * `measure` estimates the tables of a page, in their order; undefined: it cannot be told.
 */
export function withContinuations(page: Page, measure: (page: Page) => Measured[] | undefined): Printed {
  const index = page.blocks.findIndex(mayContinue);
  const block = page.blocks[index];
  const unchanged = { page, leastHeights: new Map() };
  if (block?.kind !== 'table') return unchanged;

  const { table } = block;
  const merges = mergesOf(table);
  const at = page.blocks.filter(({ kind }, before) => kind === 'table' && before < index).length;
  const measured = measure(forMeasuring(page, index, merges));
  const [rows, texts] = [measured?.[at], measured?.at(-1)];
  if (!rows || !texts) return unchanged;

  const needs = merges.map((merge, each) => ({
    ...merge,
    height: texts.heights[2 * each] ?? 0,
    continuedHeight: texts.heights[2 * each + 1] ?? 0,
  }));
  const breaks = breaksOf(table, rows, needs);
  if (!breaks) return unchanged;
  const divided = divideRows(table.rows, breaks);
  return {
    page: { ...page, blocks: page.blocks.with(index, { ...block, table: { ...table, rows: divided } }) },
    leastHeights: new Map(
      breaks.flatMap(({ row, heightsBefore }) => {
        const rowsBefore = divided.slice(row - heightsBefore.length, row);
        return rowsBefore.map((each, index): [PageRow, number] => [each, heightsBefore[index] ?? 0]);
      }),
    ),
  };
}

/** Whether a table has merged cells that say how they go on, and few enough rows to find out where they must. */
export function mayContinue(block: PageBlock): boolean {
  return block.kind === 'table' && block.table.rows.length <= mostRows && mergesOf(block.table).length > 0;
}

interface Merge {
  row: number;
  column: number;
  cell: PageCell;
}

/** A merge with the heights that its cell's text needs, as it begins and as it goes on. */
interface MeasuredMerge extends Merge {
  height: number;
  continuedHeight: number;
}

function mergesOf({ rows }: PageTable): Merge[] {
  return rows.flatMap(({ cells }, row) =>
    cells.flatMap((cell, column) => (cell && cell.rowSpan > 1 && cell.continued ? [{ row, column, cell }] : [])),
  );
}

/**
 * The page with its merged cells emptied, so that each row is as high as its own cells are, and after it a table with
 * two rows for each merged cell: its text, and the text that it goes on with.
 */
function forMeasuring(page: Page, index: number, merges: Merge[]): Page {
  const block = page.blocks[index] as PageBlock & { kind: 'table' };
  const emptied = new Set(merges.map(({ cell }) => cell));
  const rows = block.table.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => (cell && emptied.has(cell) ? { ...cell, paragraphs: [] } : cell)),
  }));
  const alone = (merge: Merge, paragraphs: PageCell['paragraphs']): PageRow => ({
    mayBreak: false,
    cells: block.table.widths.map((_, column) => ({
      paragraphs: column === merge.column ? paragraphs : [],
      columnSpan: 1,
      rowSpan: 1,
    })),
  });
  const texts = merges.flatMap((merge) => [
    alone(merge, merge.cell.paragraphs),
    alone(merge, continuation(merge.cell)),
  ]);
  return {
    ...page,
    blocks: [
      ...page.blocks.with(index, { ...block, table: { ...block.table, rows } }),
      { ...block, table: { ...block.table, headerRows: 0, rows: texts } },
    ],
  };
}

function continuation({ continued = '' }: PageCell): PageCell['paragraphs'] {
  return [{ runs: [{ text: continued }] }];
}

/** A row that begins a page, and how high the rows before it must be if it would find room on their page. */
interface Break {
  row: number;
  heightsBefore: number[];
}

/** Fills page after page with whole rows, always with room to spare. Undefined where a row is higher than a page. */
function breaksOf(
  table: PageTable,
  { heights, top, pageBottom, pageTop }: Measured,
  merges: MeasuredMerge[],
): Break[] | undefined {
  const headers = sum(heights.slice(0, table.headerRows));
  const breaks: Break[] = [];
  let first = table.headerRows;
  let room = pageBottom - top - headers;
  for (let row = first; row < table.rows.length; row++) {
    if (bottomOf(row, row) + tolerance > pageBottom - pageTop - headers) return undefined;
    if (bottomOf(first, row) <= room) continue;
    // Where the rows fit too tightly, the last of them goes over to the next page as well.
    const tight = room - bottomOf(first, row - 1) < spare(row) && row - 1 > first;
    const next = tight ? row - 1 : row;
    const left = room - bottomOf(first, next - 1);
    const stretch = Math.max(0, left - ((heights[next] ?? 0) - spare(next)));
    breaks.push({ row: next, heightsBefore: stretch > 0 ? stretched(first, next - 1, stretch) : [] });
    first = next;
    room = pageBottom - pageTop - headers;
  }
  return breaks;

  function spare(row: number): number {
    return Math.min(tolerance, (heights[row] ?? 0) / 2);
  }

  /** Where a row of a page that begins with `first` ends, and the merges that reach further down with it. */
  function bottomOf(first: number, last: number): number {
    return edges(first, last).at(-1) ?? 0;
  }

  /** The heights of the rows from `first` to `last` with a share of the stretch each: it is seen least that way. */
  function stretched(first: number, last: number, stretch: number): number[] {
    const found = edges(first, last);
    const share = stretch / (found.length - 1);
    return found.slice(1).map((edge, index) => edge - (found[index] ?? 0) + share);
  }

  /** The edges of the rows from `first` to `last`, from the top of the first. */
  function edges(first: number, last: number): number[] {
    const found = [0];
    for (let row = first; row <= last; row++) {
      let bottom = (found.at(-1) ?? 0) + (heights[row] ?? 0);
      for (const merge of merges) {
        const end = Math.min(merge.row + merge.cell.rowSpan - 1, last);
        const top = found[Math.max(merge.row, first) - first];
        // The last row of a merge is as high as the text of the merged cell asks for.
        if (row !== end || top === undefined) continue;
        bottom = Math.max(bottom, top + (merge.row < first ? merge.continuedHeight : merge.height));
      }
      found.push(bottom);
    }
    return found;
  }
}

function divideRows(rows: PageRow[], breaks: Break[]): PageRow[] {
  const divided = rows.map((row) => ({ ...row, cells: [...row.cells] }));
  for (const { row } of breaks) {
    for (const merge of mergesOf({ rows: divided } as PageTable)) {
      const above = row - merge.row;
      if (above <= 0 || above >= merge.cell.rowSpan) continue;
      const { cell, column } = merge;
      divided[merge.row]?.cells.splice(column, 1, { ...cell, rowSpan: above });
      divided[row]?.cells.splice(column, 1, { ...cell, rowSpan: cell.rowSpan - above, paragraphs: continuation(cell) });
    }
  }
  return divided;
}

function sum(numbers: number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}
