import type { Run } from '../plan/rich-text.ts';

/**
 * What stands in a Word file, as a small value: paragraphs and tables in their order. The reader makes it, recognition
 * reads it, and the review shows it; none of them needs to know how Word writes it down.
 */
export interface WordDocument {
  /** The title among the file's properties; "" where there is none. */
  title: string;
  /** What the properties say that it is about. */
  subject?: string;
  /** The words of the footers, a line for a paragraph. */
  footer: string;
  /** What the app wrote into the file as it exported it, if it did. */
  exportedFrom?: string;
  /** Which way its pages lie; undefined of what has no pages, as a sheet. */
  page?: 'landscape' | 'portrait';
  blocks: WordBlock[];
  /** What the file has besides, and is not read: pictures, deleted text, comments; with their words, where it has some. */
  leftOut: { what: string; count: number; texts?: string[] }[];
}

export type WordBlock = ({ kind: 'paragraph' } & WordParagraph) | ({ kind: 'table' } & WordTable);

export interface WordParagraph {
  runs: Run[];
  /** The bullet or number that Word puts before it, which is not among its runs; `level` counts from 0. */
  label?: { kind: 'bullet' | 'number'; text: string; level: number };
  /** The level of a heading, 1 to 9. */
  heading?: number;
  /** The names of the bookmarks in it that the app itself has set (`shared/layout/marks.ts`). */
  marks?: string[];
  /** #rrggbb of the paragraph, its highlight or its words, in that order. */
  colour?: string;
}

export interface WordTable {
  /** How many columns its grid has. */
  columns: number;
  /** How wide each of them is, where the file says so; only their proportion counts. */
  widths?: number[];
  rows: WordRow[];
}

export interface WordRow {
  /** Whether Word repeats it at the top of each page. */
  header: boolean;
  /** The cells that begin in this row; what a cell above or to the left covers is not among them. */
  cells: WordCell[];
}

export interface WordCell {
  column: number;
  columnSpan: number;
  rowSpan: number;
  paragraphs: WordParagraph[];
  /** #rrggbb of the cell itself. */
  fill?: string;
}

/** A place in a Word file: one of its blocks or, in a table, the cell that begins in that row and column. */
export interface WordPlace {
  block: number;
  row?: number;
  column?: number;
}

/** A name for what was read from these places: that of the first. */
export function placeName([first]: readonly WordPlace[]): string {
  return first ? [first.block, first.row, first.column].filter((part) => part !== undefined).join('.') : '';
}

/** The words of a paragraph, without its bullet or number. */
export function wordsOf({ runs }: WordParagraph): string {
  const [only] = runs;
  return only && runs.length === 1 ? only.text : runs.map(({ text }) => text).join('');
}

/** The words of a cell as one line, white space made single. */
export function lineOf({ paragraphs }: { paragraphs: WordParagraph[] }): string {
  const [only] = paragraphs;
  const words = only && paragraphs.length === 1 ? wordsOf(only) : paragraphs.map(wordsOf).join(' ');
  // A text that is one line already is not made anew: tables of thousands of cells are gone through many times.
  return words.replace(/\s{2,}|[^\S ]/g, ' ').trim();
}
