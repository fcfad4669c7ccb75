import type { Measured } from './continued.ts';

/** What is read of the docx library's layout of a document. Lengths are in pixels, 96 to the inch. */
interface DocumentLayout {
  pages: readonly {
    height: number;
    body: readonly ({ type: 'paragraph' } | { type: 'table'; index: number; rows: readonly RowOnPage[] })[];
  }[];
  stoppedAt?: string;
}

interface RowOnPage {
  index: number;
  y: number;
  height: number;
}

/**
 * How high the rows of a document's tables are, and where they begin, in the order of the tables. Undefined where the
 * layout broke off. `margins` are the document's, in pixels; `headerRows` is how many rows of each table repeat.
 */
export function measuredTables(
  { pages, stoppedAt }: DocumentLayout,
  margins: { top: number; bottom: number },
  headerRows: number[],
): Measured[] | undefined {
  if (stoppedAt !== undefined) return undefined;
  const tables = new Map<number, Measured>();
  for (const { body, height } of pages) {
    for (const block of body) {
      if (block.type !== 'table') continue;
      const known = tables.get(block.index);
      const table = known ?? {
        heights: [],
        top: block.rows[0]?.y ?? 0,
        pageTop: margins.top,
        pageBottom: height - margins.bottom,
      };
      const repeated = known ? (headerRows[tables.size - 1] ?? 0) : 0;
      tables.set(block.index, table);
      for (const row of block.rows) {
        // A row that breaks over pages is as high as its parts together.
        if (row.index >= repeated) table.heights[row.index] = (table.heights[row.index] ?? 0) + row.height;
      }
    }
  }
  return [...tables.values()];
}
