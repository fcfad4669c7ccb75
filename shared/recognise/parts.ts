import type { RatingScale } from '../plan/model.ts';
import type { Choices } from './choices.ts';
import { type WordDocument, type WordParagraph, type WordTable, wordsOf } from './document.ts';
import { keyOf } from './rating-scale.ts';
import { type ActionTable, actionTable, continuation } from './table.ts';
import { isBold, oneLine } from './text.ts';

/** A block of the file with what it is for the plan. */
export type Part =
  | { kind: 'paragraph'; paragraph: WordParagraph; at: number }
  | { kind: 'actions'; table: ActionTable }
  | { kind: 'key'; scale: Omit<RatingScale, 'id'>; at: number }
  | { kind: 'other'; table: WordTable; at: number };

/** The blocks of a file, each table taken for what it is; one without headings right after another goes on with it. */
export function partsOf({ blocks }: WordDocument, newId: () => string, choices: Choices): Part[] {
  let columns: ActionTable['columns'] | undefined;
  return blocks.map((block, at): Part => {
    if (block.kind === 'paragraph') {
      if (oneLine(wordsOf(block)) !== '') columns = undefined;
      return { kind: 'paragraph', paragraph: block, at };
    }
    const key = keyOf(block, newId);
    const table = key ? undefined : actionTable(block, at, choices);
    const goesOn = table || key || !columns ? undefined : continuation(block, at, columns);
    columns = table?.columns ?? goesOn?.columns;
    if (table ?? goesOn) return { kind: 'actions', table: (table ?? goesOn) as ActionTable };
    return key ? { kind: 'key', scale: key, at } : { kind: 'other', table: block, at };
  });
}

/** Whether a paragraph heads what follows, by its style or by being bold and short. */
export function isHeading(paragraph: WordParagraph): boolean {
  if (paragraph.heading !== undefined) return true;
  const words = wordsOf(paragraph).trim();
  return isBold(paragraph) && paragraph.label === undefined && words.length <= 150 && !words.endsWith(':');
}

/** What comes next after a heading, empty paragraphs aside. */
export function leadsTo(parts: Part[], index: number): Part['kind'] | undefined {
  return parts.slice(index + 1).find((part) => part.kind !== 'paragraph' || oneLine(wordsOf(part.paragraph)) !== '')
    ?.kind;
}
