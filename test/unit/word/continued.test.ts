import { describe, expect, test } from 'vitest';
import { type LeastHeights, type Measured, mayContinue, withContinuations } from '../../../electron/word/continued.ts';
import type { Page, PageRow, PageTable } from '../../../shared/layout/page.ts';
import { cellOf, headerRow, pageOf, paragraphOf, rowOf, tableOf } from './sample-page.ts';

/** Rows 100 high on pages of 1,000; a header of 40; a merged cell as high as its text says, "250 high". */
function measure(page: Page): Measured[] {
  return page.blocks.flatMap((block) => {
    if (block.kind !== 'table') return [];
    const measuring = block.table.headerRows === 0;
    const heights = block.table.rows.map(({ cells }, row) => {
      const text = cells[0]?.paragraphs[0]?.runs[0]?.text ?? '';
      if (measuring) return Number(/(\d+) high/.exec(text)?.[1] ?? 20);
      return row < block.table.headerRows
        ? 40
        : Number(/(\d+) high/.exec(cells[1]?.paragraphs[0]?.runs[0]?.text ?? '')?.[1] ?? 100);
    });
    return [{ heights, top: 100, pageTop: 50, pageBottom: 1_000 }];
  });
}

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
  Object.fromEntries([...leastHeights].map(([row, height]) => [tableIn(page).rows.indexOf(row), height]));

const firstColumn = (rows: PageRow[]) =>
  rows.map(({ cells: [cell] }) => cell && `${cell.paragraphs[0]?.runs[0]?.text} ×${cell.rowSpan}`);

describe('a cell that is merged down over a page break', () => {
  test('ends there and begins again on the next page', () => {
    const { page, leastHeights } = withContinuations(grouped([5, 6, 9]), measure);
    // Eight rows fit on the first page, with 60 to spare; on the next nine would, but with 10 only, so it has eight too.
    expect(firstColumn(tableIn(page).rows)).toEqual([
      'Indicator ×1',
      ...['Indicator 1 ×5', null, null, null, null],
      ...['Indicator 2 ×3', null, null, 'Indicator 2 (continued) ×3', null, null],
      ...['Indicator 3 ×5', null, null, null, null, 'Indicator 3 (continued) ×4', null, null, null],
    ]);
    // The next row, of 100, misses 60 anyway; it must miss the other 110 by 28 too, so eight rows share 38 more.
    expect(heightsIn(page, leastHeights)).toEqual(
      Object.fromEntries([9, 10, 11, 12, 13, 14, 15, 16].map((row) => [row, 104.75])),
    );
  });

  test('shares what a page is stretched by among its rows, beside what the texts of merged cells ask for', () => {
    const { page, leastHeights } = withContinuations(grouped([2, 4, 3], '350 high'), measure);
    // Two rows of 100 and 250, four of 100, and 110 left: 38 to share among six rows.
    const heights = heightsIn(page, leastHeights);
    expect(Object.values(heights).map(Math.floor)).toEqual([106, 256, 106, 106, 106, 106]);
  });

  test('is left whole where it fits on its page', () => {
    const { page, leastHeights } = withContinuations(grouped([8, 2]), measure);
    expect(firstColumn(tableIn(page).rows).filter((cell) => cell?.includes('continued'))).toEqual([]);
    expect(leastHeights.size).toBe(0);
  });

  test('takes its text along where too little of it fits', () => {
    // The text of the second group needs more than the one row that is left of the first page.
    const { page } = withContinuations(grouped([7, 6], '250 high'), measure);
    expect(firstColumn(tableIn(page).rows).filter((cell) => cell?.includes('continued'))).toEqual([]);
  });

  test('is left alone where a row is higher than a page, or nothing can be measured', () => {
    for (const [page, how] of [
      [grouped([5, 9], 'Indicator', '900 high'), measure],
      [grouped([5, 9]), () => undefined],
    ] as const) {
      expect(withContinuations(page, how)).toEqual({ page, leastHeights: new Map() });
    }
  });

  test('is not looked for in pages without one, or of more than 300 rows', () => {
    const may = (page: Page) => page.blocks.some(mayContinue);
    expect(may(grouped([1, 1, 1]))).toBe(false);
    expect(may(pageOf([{ kind: 'paragraph', paragraph: paragraphOf('Nothing to do') }]))).toBe(false);
    expect(may(grouped([100, 199]))).toBe(true);
    expect(may(grouped([100, 200]))).toBe(false);
  });
});
