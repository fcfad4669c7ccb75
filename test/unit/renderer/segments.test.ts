import { expect, test } from 'vitest';
import { coverOf, firstCell, segmentsOf, stepFrom } from '../../../renderer/review/segments.ts';
import { type Cell, documentOf } from '../recognise/shapes.ts';

const rows = (count: number, cell: (row: number) => Cell): Cell[][] =>
  Array.from({ length: count }, (_, row) => [cell(row), `Action ${row}`]);

test('a long table is drawn in pieces that part no merged cells, but for those that are very long', () => {
  const pieces = (cells: Cell[][]) =>
    segmentsOf(documentOf('Title', '', cells)).map((each) => (each.kind === 'rows' ? [each.from, each.to] : 'text'));
  expect(pieces(rows(14, (row) => `${row}`))).toEqual(['text', [0, 6], [6, 12], [12, 14]]);
  expect(pieces(rows(12, (row) => (row > 3 && row < 9 ? null : `${row}`)))).toEqual(['text', [0, 9], [9, 12]]);
  expect(pieces(rows(100, (row) => (row === 0 ? 'all' : null)))).toEqual(['text', [0, 60], [60, 100]]);
  const [, table] = segmentsOf(
    documentOf(
      'Title',
      rows(3, () => 'a'),
    ),
  );
  expect(table?.kind === 'rows' && Math.round(table.widths.reduce((sum, width) => sum + width))).toBe(100);
});

test('the arrow keys go from cell to cell as they stand, over merged ones and from table to table', () => {
  const document = documentOf([['One'], ['a', 'b', 'c'], [null, 'e', 'f']], 'Text', [['g', 'h']]);
  const step = (block: number, row: number, column: number, key: string) => {
    const to = stepFrom(document, { block, row, column }, key);
    return to && [to.block, to.row, to.column];
  };
  expect(firstCell(document)).toEqual({ block: 0, row: 0, column: 0 });
  expect(step(0, 0, 0, 'ArrowDown')).toEqual([0, 1, 0]);
  expect(step(0, 1, 0, 'ArrowDown')).toEqual([2, 0, 0]);
  expect(step(0, 2, 1, 'ArrowLeft')).toEqual([0, 1, 0]);
  expect(step(0, 1, 2, 'ArrowUp')).toEqual([0, 0, 0]);
  expect(step(0, 2, 2, 'Home')).toEqual([0, 1, 0]);
  expect(step(0, 1, 0, 'End')).toEqual([0, 1, 2]);
  expect(step(2, 0, 1, 'ArrowUp')).toEqual([0, 1, 0]);
  expect(step(0, 1, 2, 'ArrowRight')).toBeUndefined();
  expect(step(2, 0, 0, 'x')).toBeUndefined();
  const [block] = document.blocks;
  expect(block?.kind === 'table' && coverOf(block, 0)[2]?.[0]).toEqual({ block: 0, row: 1, column: 0 });
});
