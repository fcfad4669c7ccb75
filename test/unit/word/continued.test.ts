import { describe, expect, test } from 'vitest';
import { type LeastHeights, withContinuations } from '../../../electron/word/continued.ts';
import { type Estimate, estimateFor } from '../../../electron/word/estimate.ts';
import type { Page, PageRow, PageTable } from '../../../shared/layout/page.ts';
import { cellOf, headerRow, pageOf, paragraphOf, rowOf, tableOf } from './sample-page.ts';

/**
 * Rows are 100 points high, or what they say ("85 high"), a header 40; a page has room for 950, of which what stands
 * before the table takes 50.
 */
const estimate: Estimate = {
  room: 950 * 20,
  height: () => 50 * 20,
  rowHeight: (_, column, { paragraphs, header }) => {
    const said = /(\d+) high/.exec(paragraphs[0]?.runs[0]?.text ?? '')?.[1];
    return 20 * (header ? 40 : Number(said ?? (column === 0 ? 20 : 100)));
  },
};

/** A table with one group of rows for each length, each with a merged cell that says how it goes on. */
function grouped(lengths: number[], text = 'Indicator', action = 'Action'): Page {
  const rows = lengths.flatMap((length, group) =>
    Array.from({ length }, (_, row) =>
      rowOf(
        row > 0
          ? null
          : cellOf(
              `${text} ${group + 1}`,
              length > 1 ? { rowSpan: length, continued: `Indicator ${group + 1} (continued)` } : {},
            ),
        `${action} ${row + 1}`,
      ),
    ),
  );
  return pageOf([tableOf([headerRow('Indicator', 'Action'), ...rows])]);
}

function tableIn({ blocks }: Page): PageTable {
  const block = blocks.find(({ kind }) => kind === 'table');
  return (block as { table: PageTable }).table;
}

const heightsIn = (page: Page, leastHeights: LeastHeights) =>
  Object.fromEntries([...leastHeights].map(([row, height]) => [tableIn(page).rows.indexOf(row), height / 20]));

const firstColumn = (rows: PageRow[]) =>
  rows.map(({ cells: [cell] }) => cell && `${cell.paragraphs[0]?.runs[0]?.text} ×${cell.rowSpan}`);

describe('a cell that is merged down over a page break', () => {
  test('ends there and begins again on the next page', () => {
    const { page, leastHeights } = withContinuations(grouped([5, 6, 9]), estimate);
    // Eight rows fit on the first page, with 60 to spare; on the next nine would, but with 10 only, so it has eight too.
    expect(firstColumn(tableIn(page).rows)).toEqual([
      'Indicator ×1',
      ...['Indicator 1 ×5', null, null, null, null],
      ...['Indicator 2 ×3', null, null, 'Indicator 2 (continued) ×3', null, null],
      ...['Indicator 3 ×5', null, null, null, null, 'Indicator 3 (continued) ×4', null, null, null],
    ]);
    // The next row, of 100, misses 60 anyway; it must miss the other 110 by 21, two lines, so eight rows share 31 more.
    expect(heightsIn(page, leastHeights)).toEqual(
      Object.fromEntries([9, 10, 11, 12, 13, 14, 15, 16].map((row) => [row, 103.875])),
    );
  });

  test('shares what a page is stretched by among its rows, beside what the texts of merged cells ask for', () => {
    const { page, leastHeights } = withContinuations(grouped([2, 4, 3], '350 high'), estimate);
    // Two rows of 100 and 250, four of 100, and 110 left: 31 to share among six rows.
    const heights = heightsIn(page, leastHeights);
    expect(Object.values(heights).map(Math.floor)).toEqual([105, 255, 105, 105, 105, 105]);
  });

  test('is left whole where it fits on its page', () => {
    const { page, leastHeights } = withContinuations(grouped([8, 2]), estimate);
    expect(firstColumn(tableIn(page).rows).filter((cell) => cell?.includes('continued'))).toEqual([]);
    expect(leastHeights.size).toBe(0);
  });

  test('takes its text along where too little of it fits', () => {
    // The text of the second group needs more than the one row that is left of the first page.
    const { page } = withContinuations(grouped([7, 6], '250 high'), estimate);
    expect(firstColumn(tableIn(page).rows).filter((cell) => cell?.includes('continued'))).toEqual([]);
  });

  test('is left alone where a row is higher than a page', () => {
    const page = grouped([5, 9], 'Indicator', '940 high');
    expect(withContinuations(page, estimate)).toEqual({ page, leastHeights: new Map() });
  });

  test('has its table begin a page, with its heading, where something else comes first', () => {
    const [title, table] = grouped([5, 9]).blocks;
    const before = { kind: 'paragraph' as const, paragraph: paragraphOf('An introduction') };
    const heading = { kind: 'heading' as const, level: 2 as const, text: 'Actions' };
    const page = { ...grouped([5, 9]), blocks: [title, before, heading, table] as Page['blocks'] };
    expect(withContinuations(page, estimate).newPage).toBe(heading);
    expect(withContinuations(grouped([5, 9]), estimate).newPage).toBeUndefined();
  });
});

test('the estimate knows where lines break', () => {
  const page = pageOf([tableOf([headerRow('A', 'B'), rowOf('', '')])]);
  const { rowHeight } = estimateFor(page);
  const table = page.blocks[1] as Parameters<typeof rowHeight>[0];
  const height = (text: string) => rowHeight(table, 0, cellOf(text));
  const line = rowHeight(table, 0, cellOf([paragraphOf('a\nb')])) - height('a');
  // Half of a landscape page is 7,399 twips inside its cell: 38.9 em of 9.5 points.
  for (const [text, lines] of [
    ['W'.repeat(41), 1],
    ['W'.repeat(42), 2],
    ['i'.repeat(175), 1],
    ['word '.repeat(16), 1],
    ['word '.repeat(17), 2],
    ['word '.repeat(100), 7],
    ['', 1],
  ] as const) {
    expect([text.slice(0, 6), Math.round((height(text) - height('a')) / line) + 1]).toEqual([text.slice(0, 6), lines]);
  }
});
