import { markNames } from '../../layout/marks.ts';
import type { Page, PageTable, Paragraph } from '../../layout/page.ts';
import { oneLine } from '../text.ts';

/** A paragraph of the page, with the name of its bookmark. */
export interface Printed extends Paragraph {
  mark?: string | undefined;
}

export interface PrintedPage {
  /** The paragraphs outside the tables. */
  story: Printed[];
  /** The last heading above each table. */
  headings: ReadonlyMap<PageTable, Printed>;
  /** The marks of all paragraphs of the page itself. */
  marks: ReadonlyMap<Paragraph, string>;
}

/** The paragraphs of a page with their marks. The order is the one in which the file is written. */
export function printedOf({ blocks }: Page): PrintedPage {
  const nameOf = markNames();
  const marks = new Map<Paragraph, string>();
  const headings = new Map<PageTable, Printed>();
  let heading: Printed | undefined;
  const marked = (paragraph: Paragraph): Printed => {
    const mark = nameOf(paragraph.source);
    if (mark) marks.set(paragraph, mark);
    return { ...paragraph, mark };
  };
  const story = blocks.flatMap((block): Printed[] => {
    if (block.kind === 'heading') {
      heading = marked({ runs: [{ text: block.text }], ...(block.source && { source: block.source }) });
      return [heading];
    }
    if (block.kind === 'paragraph') return [marked(block.paragraph)];
    if (heading) headings.set(block.table, heading);
    for (const { cells } of block.table.rows) for (const cell of cells) cell?.paragraphs.forEach(marked);
    return [];
  });
  return { story, headings, marks };
}

/** The words of a paragraph as they are printed. */
export function printedText({ label, runs }: Paragraph): string {
  return oneLine((label ? `${label} ` : '') + runs.map(({ text }) => text).join(''));
}
