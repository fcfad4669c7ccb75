import type { Page, PageBlock, PageCell, Paragraph } from '../../shared/layout/page.ts';
import { arialWidth, lineHeight } from './arial.ts';
import {
  a4,
  cellMargins,
  columnWidths,
  type HeadingLook,
  headings,
  listStep,
  margins,
  roomyColumns,
  sizes,
  spacing,
  textWidth,
} from './measures.ts';
import { largestNumber } from './numbering.ts';

/**
 * Where things will stand on Word's pages, in twips. It is an estimate, by the widths of Arial and Word's rules for
 * lines: good to a line or two on a page, in a thousandth of the time that a layout of the whole document takes.
 */
export interface Estimate {
  /** How high a row is whose highest cell begins in a column of a table and says this. */
  rowHeight(
    block: PageBlock & { kind: 'table' },
    column: number,
    cell: Pick<PageCell, 'paragraphs' | 'columnSpan' | 'header'>,
  ): number;
  /** How high some blocks without tables are, at the top of a page. */
  height(blocks: PageBlock[]): number;
  /** How much of a page its text can take. */
  room: number;
}

export function estimateFor(page: Page): Estimate {
  const step = listStep(largestNumber(page));
  const pageWidth = textWidth(page.orientation);
  const widths = new Map<PageBlock, number[]>();
  const widthsOf = (block: PageBlock & { kind: 'table' }) => {
    const known = widths.get(block) ?? columnWidths(block.table.widths, pageWidth);
    widths.set(block, known);
    return known;
  };
  return {
    room: (page.orientation === 'landscape' ? a4.width : a4.height) - margins.top - margins.bottom,
    rowHeight(block, column, { paragraphs, columnSpan, header }) {
      const columns = widthsOf(block);
      const width = columns.slice(column, column + columnSpan).reduce((a, b) => a + b, 0);
      const inside = width - cellMargins.left - cellMargins.right;
      const size = columns.length > roomyColumns && !header ? sizes.dense : sizes.table;
      const text = { size, bold: header === true, width: inside, step };
      const lines = paragraphs.length === 0 ? [{ runs: [] }] : paragraphs;
      const heights = lines.map(
        (each) => linesOf(each, text) * heightOf(size, spacing.table.line) + spacing.table.after,
      );
      return cellMargins.top + heights.reduce((a, b) => a + b, 0) + cellMargins.bottom + border;
    },
    height(blocks) {
      return blocks.reduce((height, block, index) => {
        if (block.kind === 'table') return height;
        const look: HeadingLook | undefined = block.kind === 'heading' ? headings[block.level] : undefined;
        const paragraph = block.kind === 'heading' ? { runs: [{ text: block.text }] } : block.paragraph;
        const size = look?.size ?? sizes.body;
        const lines = linesOf(paragraph, { size, bold: look !== undefined, width: pageWidth, step });
        const before = index === 0 ? 0 : (look?.before ?? 0);
        return height + before + lines * heightOf(size, spacing.body.line) + (look?.after ?? spacing.body.after);
      }, 0);
    },
  };
}

/** Half a point, in twips: the line between two rows. */
const border = 10;

/** How high a line is, in twips, from its size in half-points and its spacing in 240ths. */
function heightOf(size: number, line: number): number {
  return size * 10 * lineHeight * (line / 240);
}

interface TextLook {
  size: number;
  bold: boolean;
  /** Twips. */
  width: number;
  step: number;
}

/** How many lines a paragraph takes. */
function linesOf({ label, runs, list }: Paragraph, { size, bold, width, step }: TextLook): number {
  const em = size * 10;
  const room = (width - (list ? step * (list.level + 1) : 0)) / em;
  const stretches = label === undefined ? runs : [{ text: `${label} `, bold: true }, ...runs];
  let lines = 1;
  let used = 0;
  for (const stretch of stretches) {
    for (const piece of stretch.text.match(/\n|\t|[^\S\n\t]+|[^\s–—-]*[–—-]+|[^\s–—-]+/gu) ?? []) {
      if (piece === '\n') {
        lines += 1;
        used = 0;
        continue;
      }
      const wide = piece === '\t' ? tab / em : arialWidth(piece, bold || stretch.bold === true);
      // Spaces at the end of a line take no room.
      if (piece.trim() !== '' && used > 0 && used + wide > room) {
        lines += 1;
        used = 0;
      }
      // A word that is wider than the line goes on in the next.
      lines += Math.max(0, Math.ceil(wide / room) - 1);
      used = wide > room ? wide % room : used + wide;
    }
  }
  return lines;
}

/** Word's own distance between tab stops, in twips. */
const tab = 720;
