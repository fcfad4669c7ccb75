import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { layoutById } from '../../../shared/layout/built-in.ts';
import { layOut } from '../../../shared/layout/lay-out.ts';
import { parsePlanJson } from '../../../shared/plan/json.ts';
import { type GridCell, keyGrid, pageGrid, tableOf, tidy } from '../../support/page-grid.ts';
import { seeds, seedsFolder } from '../../support/seeds.ts';

const tidied = (cell: GridCell | null, matrix: boolean) =>
  // In the matrix the page says the effect in words too, where the grid has the fill alone.
  cell && { ...cell, text: matrix && cell.fill ? '' : tidy(cell.text) };

describe.skipIf(!seedsFolder)('a published plan in its own layout', () => {
  test.each(seeds())('$number is the table that its Trust published, cell by cell', ({ planJson, layout, grid }) => {
    const plan = parsePlanJson(planJson, randomUUID);
    const page = layOut(plan, layoutById(layout), { asAt: '2026-10-31' });
    const [published] = grid.tables;
    const { columns, rows } = pageGrid(page);
    const matrix = grid.banner !== undefined;

    expect(columns).toEqual(published?.columns);
    expect(rows.map((row) => row.map((cell) => tidied(cell, matrix)))).toEqual(
      published?.rows.map((row) => row.map((cell) => tidied(cell as GridCell | null, matrix))),
    );
    expect(page.title).toBe(grid.title);
    expect(page.omitted).toEqual([]);
    if (grid.key) {
      expect(keyGrid(page).map((row) => row.map((cell) => tidied(cell, false)))).toEqual(
        grid.key.map((row) => row.map((cell) => tidied(cell as GridCell, false))),
      );
    }
    if (grid.banner) {
      const [first] = tableOf(page, 'actions').rows;
      expect(first?.cells.flatMap((cell) => cell?.columnSpan ?? [])).toEqual(grid.banner.map(({ columns }) => columns));
    }
  });
});
