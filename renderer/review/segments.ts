import {
  lineOf,
  type WordDocument,
  type WordParagraph,
  type WordPlace,
  type WordTable,
  wordsOf,
} from '../../shared/recognise/document.ts';

/** A piece of a Word file that is drawn as one: a paragraph, or some rows of a table. */
export type Segment =
  | { kind: 'paragraph'; block: number; paragraph: WordParagraph }
  | { kind: 'rows'; block: number; table: WordTable; from: number; to: number; widths: number[] };

/** How many rows are drawn as one, if no merged cell goes on below them; and at most, wherever one does. */
const rowsTogether = { usual: 6, most: 60 };

/** The file in pieces, so that of a long one only those in sight need to be drawn. */
export function segmentsOf({ blocks }: WordDocument): Segment[] {
  return blocks.flatMap((block, index): Segment[] => {
    if (block.kind === 'table') return segmentsOfTable(block, index);
    return wordsOf(block).trim() === '' ? [] : [{ kind: 'paragraph', block: index, paragraph: block }];
  });
}

function segmentsOfTable(table: WordTable, block: number): Segment[] {
  const widths = widthsOf(table);
  const segments: Segment[] = [];
  let from = 0;
  let open = 0; // the first row that no cell above reaches down to
  for (const [index, { cells }] of table.rows.entries()) {
    open = Math.max(open, index + 1, ...cells.map(({ rowSpan }) => index + rowSpan));
    const rows = index + 1 - from;
    const last = index === table.rows.length - 1;
    if (last || rows >= rowsTogether.most || (rows >= rowsTogether.usual && open === index + 1)) {
      segments.push({ kind: 'rows', block, table, from, to: index + 1, widths });
      from = index + 1;
    }
  }
  return segments;
}

/** The share of each column, in per cent: what says more has more room, and none has too little to be read. */
function widthsOf({ columns, rows }: WordTable): number[] {
  const letters = new Array<number>(columns).fill(200);
  const longest = new Array<number>(columns).fill(3);
  for (const { cells } of rows.slice(0, 200)) {
    for (const cell of cells) {
      if (cell.columnSpan > 1) continue;
      const line = lineOf(cell);
      const word = Math.max(...line.split(/[\s/-]/).map(({ length }) => length));
      letters[cell.column] = (letters[cell.column] ?? 0) + line.length;
      longest[cell.column] = Math.max(longest[cell.column] ?? 0, Math.min(14, word));
    }
  }
  // A word of the usual size has about a hundredth of the width for each letter.
  const least = longest.map((word) => 1.1 * word + 2);
  const rest = Math.max(0, 100 - sum(least));
  const weights = letters.map(Math.sqrt);
  const shares = least.map((share, column) => share + (rest * (weights[column] ?? 0)) / sum(weights));
  return shares.map((share) => (100 * share) / sum(shares));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all + each, 0);
}

/** Which cell covers each field of a table's grid, by row and column: the place where it begins. */
export function coverOf(table: WordTable, block: number): (WordPlace | undefined)[][] {
  const cover = table.rows.map(() => new Array<WordPlace | undefined>(table.columns));
  for (const [row, { cells }] of table.rows.entries()) {
    for (const { column, columnSpan, rowSpan } of cells) {
      const place = { block, row, column };
      for (let down = row; down < row + rowSpan && down < cover.length; down += 1) {
        for (let at = column; at < column + columnSpan; at += 1) (cover[down] as (WordPlace | undefined)[])[at] = place;
      }
    }
  }
  return cover;
}

/** The cell that a key leads to from another; undefined for a key that leads nowhere. */
export function stepFrom({ blocks }: WordDocument, from: WordPlace, key: string): WordPlace | undefined {
  const block = blocks[from.block];
  if (block?.kind !== 'table') return undefined;
  const { row = 0, column = 0 } = from;
  const cell = block.rows[row]?.cells.find((each) => each.column === column);
  const cover = coverOf(block, from.block);
  const to = {
    ArrowUp: [row - 1, column],
    ArrowDown: [row + (cell?.rowSpan ?? 1), column],
    ArrowLeft: [row, column - 1],
    ArrowRight: [row, column + (cell?.columnSpan ?? 1)],
    Home: [row, 0],
    End: [row, block.columns - 1],
  }[key] as [number, number] | undefined;
  if (!to) return undefined;
  const beyond = key === 'ArrowUp' && to[0] < 0 ? -1 : key === 'ArrowDown' && to[0] >= block.rows.length ? 1 : 0;
  return beyond === 0 ? cover[to[0]]?.[to[1]] : edgeOf(blocks, from.block, beyond);
}

/** The first cell of the next table, or the last row's first of the one before. */
function edgeOf(blocks: WordDocument['blocks'], from: number, step: -1 | 1): WordPlace | undefined {
  for (let at = from + step; at >= 0 && at < blocks.length; at += step) {
    const block = blocks[at];
    if (block?.kind !== 'table' || block.rows.length === 0) continue;
    return coverOf(block, at)[step === 1 ? 0 : block.rows.length - 1]?.find((place) => place !== undefined);
  }
  return undefined;
}

/** The first cell of all. */
export function firstCell({ blocks }: WordDocument): WordPlace | undefined {
  return edgeOf(blocks, -1, 1);
}
