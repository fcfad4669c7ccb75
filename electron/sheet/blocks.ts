import type { WordBlock, WordCell, WordParagraph, WordRow } from '../../shared/recognise/document.ts';
import { namesIndicator } from '../../shared/recognise/indicator-name.ts';

/** A cell of a sheet that holds something; rows and columns count from 0. */
export interface SheetCell {
  paragraphs: WordParagraph[];
  /** #rrggbb */
  fill?: string;
  columnSpan: number;
  rowSpan: number;
}

/** The rows of a sheet, each with the cells that hold something by their columns. */
export type SheetRows = ReadonlyMap<number, SheetCell>[];

/**
 * A sheet as paragraphs and tables, as if it stood in Word: rows of one cell above a table are its title and what
 * introduces it, rows of one cell without a table are text, and an empty row ends a table. Columns that are empty from
 * top to bottom go, so that the pieces of one table have as many columns.
 */
export function blocksOfSheet(rows: SheetRows): WordBlock[] {
  const columns = usedColumns(rows);
  return piecesOf(rows).flatMap((piece): WordBlock[] => {
    const start = piece.findIndex((row) => textCells(row) > 1);
    const lines = start === -1 ? piece : piece.slice(0, start);
    const paragraphs = lines.flatMap((row) => [...row.values()].flatMap((cell) => cell.paragraphs));
    const table = start === -1 ? [] : piece.slice(start);
    return [
      ...paragraphs.map((paragraph): WordBlock => ({ kind: 'paragraph', ...paragraph })),
      ...(table.length === 0
        ? []
        : [{ kind: 'table' as const, columns: columns.length, rows: table.map((row) => rowOf(row, columns)) }]),
    ];
  });
}

function textCells(row: ReadonlyMap<number, SheetCell>): number {
  return [...row.values()].filter(({ paragraphs }) => paragraphs.length > 0).length;
}

function usedColumns(rows: SheetRows): number[] {
  const used = new Set(rows.flatMap((row) => [...row].flatMap(([at, { paragraphs }]) => (paragraphs[0] ? [at] : []))));
  return [...used].sort((one, other) => one - other);
}

/** The stretches of rows between empty ones; a row that a cell above reaches into is not empty. */
function piecesOf(rows: SheetRows): SheetRows[] {
  const pieces: SheetRows[] = [];
  let current: SheetRows = [];
  let covered = 0;
  for (const [index, row] of rows.entries()) {
    if (textCells(row) > 0 || index < covered) current.push(row);
    else if (current.length > 0) {
      pieces.push(current);
      current = [];
    }
    for (const { rowSpan, paragraphs } of row.values()) if (paragraphs[0]) covered = Math.max(covered, index + rowSpan);
  }
  return current.length > 0 ? [...pieces, current] : pieces;
}

function rowOf(row: ReadonlyMap<number, SheetCell>, columns: number[]): WordRow {
  const cells = [...row].flatMap(([at, { columnSpan, ...cell }]): WordCell[] => {
    const column = columns.findIndex((each) => each >= at);
    const span = columns.filter((each) => each >= at && each < at + columnSpan).length;
    return column === -1 || span === 0 ? [] : [{ ...cell, column, columnSpan: span }];
  });
  return { header: false, cells: overWholeWidth(cells, columns.length) };
}

/** "Indicator 3" alone at the start of a row heads the rows below it, merged or not. */
function overWholeWidth(cells: WordCell[], columns: number): WordCell[] {
  const [first, ...others] = cells;
  const words = first?.paragraphs.flatMap(({ runs }) => runs.map(({ text }) => text)).join(' ') ?? '';
  const alone = first?.column === 0 && first.rowSpan === 1 && others.every(({ paragraphs }) => !paragraphs[0]);
  return first && alone && namesIndicator(words) ? [{ ...first, columnSpan: columns }] : cells;
}
