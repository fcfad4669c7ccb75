import type { Run } from '../plan/rich-text.ts';

export const orientations = ['landscape', 'portrait'] as const;

/**
 * A page: a plan laid out, before it is Word, a picture on the screen or anything else. It is a small value without
 * behaviour. `lay-out.ts` makes one; the Word writer and the preview show it and decide nothing about its content.
 */
export interface Page {
  /** The id of the layout that made it. */
  layout: string;
  /** Whether this is the layout's plain twin: no merged, split or empty cells, words for every colour. */
  plain: boolean;
  /** The document's title, which its first block, a heading of level 1, repeats. */
  title: string;
  orientation: (typeof orientations)[number];
  /** What the footer says before "Page X of Y": Trust, title and "as at" date. */
  footer: string;
  properties: {
    title: string;
    subject: string;
    creator: string;
    /** The day that the plan is shown as at, YYYY-MM-DD: the document's own dates, so that two exports are alike. */
    asAt: string;
  };
  /** The plan that it shows whole, and what was chosen for it: an edited copy is compared with the same page again. */
  of?: { plan: string; edit?: string; leaveOut: readonly string[]; posts: boolean };
  blocks: PageBlock[];
  /** What the plan holds and this page does not show, for people to be told. Never empty by accident. */
  omitted: Omission[];
}

export type PageBlock =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string; source?: Source }
  | { kind: 'paragraph'; paragraph: Paragraph }
  | { kind: 'table'; table: PageTable };

export interface PageTable {
  kind: 'actions' | 'key';
  /** The alternative text's title and its description (WCAG 2.2, 1.1.1). */
  caption: string;
  description: string;
  /** The columns' shares of the table's width; they add up to 1. */
  widths: number[];
  /** How many of the first rows are header rows: they repeat on every page. */
  headerRows: number;
  rows: PageRow[];
}

export interface PageRow {
  /** One entry for each column; null where a cell to the left or above covers it. */
  cells: (PageCell | null)[];
  /** Whether a page break may fall inside it. A row of a whole indicator must be free to break. */
  mayBreak: boolean;
}

export interface PageCell {
  paragraphs: Paragraph[];
  columnSpan: number;
  rowSpan: number;
  /** Whether it heads its column. */
  header?: true;
  align?: 'centre';
  fill?: Fill;
  /** What a merged cell says at the top of the next page, e.g. "Indicator 2 (continued)". */
  continued?: string;
}

export interface Paragraph {
  /** Words before the text that say what it is, e.g. "Objective:"; printed in bold, with a space after. */
  label?: string;
  runs: Run[];
  list?: ListItem;
  /** A fill of this paragraph alone, where a cell stacks several ratings. */
  fill?: Fill;
  /** Where in the plan it comes from. */
  source?: Source;
}

export type ListItem =
  | { kind: 'bullet'; level: number }
  /** A further paragraph of the item above: it stands in line with that item's words, without a mark. */
  | { kind: 'continuation'; level: number }
  /** `value` is the number that stands before it; items of one `list` are one list in Word, which counts on. */
  | { kind: 'number'; level: number; list: string; value: number };

/** A background with the text colour, black or white, that reads best on it. */
export interface Fill {
  colour: string;
  ink: '#000000' | '#ffffff';
  /** What the colour stands for: a rating's code, "direct" or "indirect". */
  code: string;
}

/** The record and field that a piece of the page shows. */
export interface Source {
  kind: 'plan' | 'section' | 'indicator' | 'action' | 'update';
  id: string;
  field: string;
}

/** Facts of the plan for which the layout has no place. */
export interface Omission {
  /** The field, in words: "responsible leads". */
  what: string;
  /** How many indicators, actions, sections have it. */
  count: number;
}
