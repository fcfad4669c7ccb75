import type { RatingScale } from '../plan/model.ts';
import type { Choices } from './choices.ts';
import { type WordDocument, type WordParagraph, type WordTable, wordsOf } from './document.ts';
import { isOurs } from './head.ts';
import { labelledParagraphs, labelledTable } from './labelled.ts';
import { keyInLine, keyOf, keyOfParagraphs } from './rating-scale.ts';
import { type ActionTable, actionTable, continuation } from './table.ts';
import { isBold, oneLine } from './text.ts';

/** A block of the file with what it is for the plan. */
export type Part =
  | { kind: 'paragraph'; paragraph: WordParagraph; at: number }
  | { kind: 'actions'; table: ActionTable }
  | { kind: 'key'; scale: Omit<RatingScale, 'id'>; at: number }
  | { kind: 'other'; table: WordTable; at: number };

/**
 * The blocks of a file, each table taken for what it is; one without headings right after another goes on with it. They are
 * found once for each choice of columns, on which alone they depend: a table of thousands of rows takes its time.
 */
export function partsOf(document: WordDocument, newId: () => string, choices: Choices): Part[] {
  const columns = JSON.stringify([...choices].filter(([about]) => about.startsWith('column ')));
  const last = found.get(document);
  if (last?.columns === columns) return last.parts;
  const all = partsIn(document, newId, choices, 2);
  // Beside tables of actions, two labels are only words of an introduction.
  const kinds = new Set(
    all.map((part) => (part.kind === 'actions' ? document.blocks[part.table.block]?.kind : undefined)),
  );
  const parts = kinds.has('table') && kinds.has('paragraph') ? partsIn(document, newId, choices, 3) : all;
  found.set(document, { columns, parts });
  return parts;
}

const found = new WeakMap<WordDocument, { columns: string; parts: Part[] }>();

function partsIn(document: WordDocument, newId: () => string, choices: Choices, leastOfOne: number): Part[] {
  const { blocks } = document;
  // What we export has its facts and its key in tables with headings: all else is words.
  const ours = isOurs(document);
  const parts: Part[] = [];
  let columns: ActionTable['columns'] | undefined;
  let labelsFrom = 0;
  const letters = new Set<string>();
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at] as WordDocument['blocks'][number];
    if (block.kind === 'paragraph') {
      if (oneLine(wordsOf(block)) !== '') columns = undefined;
      const labelled = ours || at < labelsFrom ? undefined : labelledParagraphs(blocks, at, choices, leastOfOne);
      if (labelled) labelsFrom = labelled.end;
      const found = ours || labelled?.table ? undefined : keyFrom(blocks, at, newId);
      // "A: Our own commitment" under a matrix says what a column goes by.
      const key = found?.scale.ratings.every(({ code }) => letters.has(code)) ? undefined : found;
      if (labelled?.table) parts.push({ kind: 'actions', table: labelled.table });
      else if (key) parts.push({ kind: 'key', scale: key.scale, at });
      else parts.push({ kind: 'paragraph', paragraph: block, at });
      at = ((labelled?.table && labelled.end) ?? key?.end ?? at + 1) - 1;
      continue;
    }
    const labelled = ours ? undefined : labelledTable(block, at, choices);
    const headed = labelled ?? actionTable(block, at, choices);
    const key = headed && isSure(headed, ours) ? undefined : keyOf(block, newId);
    const table = key ? undefined : headed;
    const goesOn = table || key || !columns ? undefined : continuation(block, at, columns);
    for (const { indicator = '' } of table?.columns ?? []) if (/^[A-Z]$/.test(indicator)) letters.add(indicator);
    columns = labelled ? undefined : (table?.columns ?? goesOn?.columns);
    if (table ?? goesOn) parts.push({ kind: 'actions', table: (table ?? goesOn) as ActionTable });
    else parts.push(key ? { kind: 'key', scale: key, at } : { kind: 'other', table: block, at });
  }
  return parts;
}

/** Whether a table of actions is no key to ratings: ours has a heading to each column in its first row. */
function isSure({ columns, above }: ActionTable, ours: boolean): boolean {
  return (
    (ours && !above && columns.every(({ at }) => at.length === 1)) || columns.filter(({ role }) => role).length > 2
  );
}

/** A key of the paragraphs from a place on, with the place after the last. */
function keyFrom(blocks: WordDocument['blocks'], from: number, newId: () => string) {
  const [block] = blocks.slice(from, from + 1);
  const inLine = block?.kind === 'paragraph' ? keyInLine(block, newId) : undefined;
  if (inLine) return { scale: inLine, end: from + 1 };
  const lines = blocks.slice(from, from + mostInKey);
  const other = lines.findIndex((block) => !isLine(block));
  const key = keyOfParagraphs((other === -1 ? lines : lines.slice(0, other)) as WordParagraph[], newId);
  return key && { scale: key, end: from + key.ratings.length };
}

/** No Trust rates in more ways. */
const mostInKey = 12;

function isLine(block: WordDocument['blocks'][number] | undefined): boolean {
  return block?.kind === 'paragraph' && oneLine(wordsOf(block)) !== '';
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
