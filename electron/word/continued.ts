import type { Page, PageBlock, PageCell, PageRow } from '../../shared/layout/page.ts';
import { type Estimate, estimateFor } from './estimate.ts';

/** The least heights of some rows, in twips. */
export type LeastHeights = ReadonlyMap<PageRow, number>;

/** A page with what it takes to print it. */
export interface Printed {
  page: Page;
  leastHeights: LeastHeights;
  /** The block that begins a new page. */
  newPage?: PageBlock;
}

/**
 * A cell that is merged down over a page break is blank on the next page. So the merge is ended at the page break and
 * begun again below it with what the cell says there ("Indicator 2 (continued)").
 *
 * That text must not come out in mid-page, though pages fall a little differently in each program. A page break before
 * a paragraph does not hold a row at the top of a page: LibreOffice ignores it inside a table. So the rows of each
 * page are made a little higher, until the row that is to begin the next page misses the room left by two lines, while
 * two lines more than estimated would still fit. Then every program breaks there and repeats the header rows, and the
 * worst that can come of a wrong estimate is a "(continued)" further down than it should be. What stands before the
 * table would make the estimate worse; so the table, with its heading, begins a page.
 */
export function withContinuations(page: Page, estimate: Estimate = estimateFor(page)): Printed {
  const index = page.blocks.findIndex((block) => block.kind === 'table' && mergesOf(block.table.rows).length > 0);
  const block = page.blocks[index];
  const unchanged = { page, leastHeights: new Map() };
  if (block?.kind !== 'table') return unchanged;

  const start = beginning(page.blocks, index);
  if (start === undefined) return unchanged;
  const breaks = breaksOf(block, estimate, estimate.height(page.blocks.slice(start, index)));
  if (!breaks || breaks.length === 0) return unchanged;
  const rows = divideRows(block.table.rows, breaks);
  return {
    page: { ...page, blocks: page.blocks.with(index, { ...block, table: { ...block.table, rows } }) },
    leastHeights: new Map(
      breaks.flatMap(({ row, heightsBefore }) =>
        heightsBefore.map((height, at): [PageRow, number] => [
          rows[row - heightsBefore.length + at] as PageRow,
          height,
        ]),
      ),
    ),
    ...(start > 0 && { newPage: page.blocks[start] }),
  };
}

/** Two lines of a table's text, in twips: how much the rows of a page may be higher or lower than estimated. */
const tolerance = 420;

interface Merge {
  row: number;
  column: number;
  cell: PageCell;
}

/** The merged cells that say how they go on. */
function mergesOf(rows: PageRow[]): Merge[] {
  return rows.flatMap(({ cells }, row) =>
    cells.flatMap((cell, column) => (cell && cell.rowSpan > 1 && cell.continued ? [{ row, column, cell }] : [])),
  );
}

/** The block that begins the page of a table: its heading, or the document's first. */
function beginning(blocks: PageBlock[], table: number): number | undefined {
  const before = blocks.slice(0, table);
  const heading = before.findLastIndex(({ kind }) => kind !== 'paragraph');
  if (heading === -1) return 0;
  return before[heading]?.kind === 'heading' ? heading : undefined;
}

/** A row that begins a page, and how high the rows before it must be, if it would find room on their page. */
interface Break {
  row: number;
  heightsBefore: number[];
}

/** Fills page after page with whole rows, always with room to spare. Undefined where a row is higher than a page. */
function breaksOf(block: PageBlock & { kind: 'table' }, estimate: Estimate, above: number): Break[] | undefined {
  const { rows, headerRows } = block.table;
  const merges = mergesOf(rows).map((merge) => ({
    ...merge,
    height: estimate.rowHeight(block, merge.column, merge.cell),
    continuedHeight: estimate.rowHeight(block, merge.column, goingOn(merge.cell)),
  }));
  const merged = new Set(merges.map(({ cell }) => cell));
  const reaching = rows.map((): typeof merges => []);
  for (const merge of merges) {
    for (let row = merge.row; row < merge.row + merge.cell.rowSpan; row++) reaching[row]?.push(merge);
  }
  const heights = rows.map(({ cells }) =>
    Math.max(
      0,
      ...cells.map((cell, column) => (cell && !merged.has(cell) ? estimate.rowHeight(block, column, cell) : 0)),
    ),
  );
  const wholePage = estimate.room - heights.slice(0, headerRows).reduce((a, b) => a + b, 0);
  const breaks: Break[] = [];
  let first = headerRows;
  let room = wholePage - above;
  for (let row = first; row < rows.length; row++) {
    if (bottomOf(row, row) + tolerance > (row === headerRows ? room : wholePage)) return undefined;
    if (bottomOf(first, row) <= room) continue;
    // Where the rows fit too tightly, the last of them goes over to the next page as well.
    const tight = room - bottomOf(first, row - 1) < spare(row) && row - 1 > first;
    const next = tight ? row - 1 : row;
    const left = room - bottomOf(first, next - 1);
    const stretch = Math.max(0, left - ((heights[next] ?? 0) - spare(next)));
    breaks.push({ row: next, heightsBefore: stretch > 0 ? stretched(first, next - 1, stretch) : [] });
    first = next;
    room = wholePage;
  }
  return breaks;

  function spare(row: number): number {
    return Math.min(tolerance, (heights[row] ?? 0) / 2);
  }

  /** The heights of the rows from `first` to `last` with a share of the stretch each: it is seen least that way. */
  function stretched(first: number, last: number, stretch: number): number[] {
    const found = edges(first, last);
    const share = stretch / (found.length - 1);
    return found.slice(1).map((edge, index) => edge - (found[index] ?? 0) + share);
  }

  function bottomOf(first: number, last: number): number {
    return edges(first, last).at(-1) ?? 0;
  }

  /** The edges of the rows from `first` to `last` of a page, from the top of the first, merges ended with the page. */
  function edges(first: number, last: number): number[] {
    const found = [0];
    for (let row = first; row <= last; row++) {
      let bottom = (found.at(-1) ?? 0) + (heights[row] ?? 0);
      for (const merge of reaching[row] ?? []) {
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
  for (const { row: start, column, cell } of mergesOf(rows)) {
    const end = start + cell.rowSpan;
    const within = breaks.map(({ row }) => row).filter((row) => row > start && row < end);
    const starts = [start, ...within];
    for (const [part, row] of starts.entries()) {
      const rowSpan = (starts[part + 1] ?? end) - row;
      divided[row]?.cells.splice(column, 1, { ...(part === 0 ? cell : goingOn(cell)), rowSpan });
    }
  }
  return divided;
}

function goingOn(cell: PageCell): PageCell {
  return { ...cell, paragraphs: [{ runs: [{ text: cell.continued ?? '' }] }] };
}
