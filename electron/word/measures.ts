/**
 * The look of a printed plan, in Word's own units: a twip is a twentieth of a point, font sizes are half-points, border
 * widths are eighths of a point, colours are hexadecimal without "#".
 */

/** A4 upright (ISO 216: 210 by 297 mm), in twips. A landscape page is the same sheet turned. */
export const a4 = { width: 11_906, height: 16_838 };

export const margins = { top: 850, right: 850, bottom: 964, left: 850, header: 454, footer: 454 };

/** Room inside a cell, between its border and its text; below, each paragraph brings its own. */
export const cellMargins = { top: 60, right: 85, bottom: 10, left: 85 };

export const font = 'Arial';

export const sizes = { body: 21, table: 19, dense: 18, footer: 18 };

export interface HeadingLook {
  size: number;
  /** Twips. */
  before: number;
  after: number;
}

export const headings: Record<1 | 2 | 3, HeadingLook> = {
  1: { size: 40, before: 0, after: 160 },
  2: { size: 28, before: 280, after: 100 },
  3: { size: 23, before: 200, after: 80 },
};

/** `line` is in 240ths of a line, `after` in twips. */
export const spacing = {
  body: { line: 264, after: 120 },
  list: { after: 60 },
  afterTable: 160,
  table: { line: 250, after: 50 },
};

/** A table with more columns than this is set in the smaller of the two table sizes. */
export const roomyColumns = 6;

/** NHS colours, from the NHS identity guidelines. White on dark blue is 11.5:1, blue on white 6.3:1. */
export const colours = {
  darkBlue: '003087',
  blue: '005EB8',
  white: 'FFFFFF',
  black: '000000',
  rule: 'AEB7BD',
};

/** The room for a bullet or number, in twips, and so how far each level of a list stands in. 0: there are only bullets. */
export function listStep(largestNumber: number): number {
  if (largestNumber === 0) return 227;
  const digits = String(largestNumber).length;
  return 340 + 106 * Math.max(0, digits - 2);
}

/** The width of the text on a page, in twips. */
export function textWidth(orientation: 'landscape' | 'portrait'): number {
  return (orientation === 'landscape' ? a4.height : a4.width) - margins.left - margins.right;
}

/** Shares of a width in whole twips that add up to it exactly: each edge is rounded, not each column. */
export function columnWidths(shares: number[], total: number): number[] {
  const sum = shares.reduce((a, b) => a + b, 0);
  let before = 0;
  let share = 0;
  return shares.map((each) => {
    share += each;
    const edge = Math.round((share / sum) * total);
    const width = edge - before;
    before = edge;
    return width;
  });
}
