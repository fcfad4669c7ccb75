import { z } from 'zod';
import { text } from './text.ts';

/** A stretch of text in one style. A link goes to the web or to a mailbox, nowhere else. */
export const runSchema = z.strictObject({
  text: text(200_000),
  bold: z.literal(true).optional(),
  italic: z.literal(true).optional(),
  href: z
    .string()
    .max(2_000)
    .regex(/^(https?:\/\/|mailto:)[^\s<>"]+$/i, 'is not a web or e-mail link')
    .optional(),
});

/** A paragraph, or an item of a list; `level` 0 to 2 is how deep the item stands. */
export const blockSchema = z.strictObject({
  kind: z.enum(['paragraph', 'bullet', 'number']),
  level: z.int().min(0).max(2).optional(),
  runs: z.array(runSchema).max(5_000),
});

/** A long text: a flat list of blocks, the way Word itself sees one. There is no HTML anywhere. */
export const richTextSchema = z.array(blockSchema).max(5_000);

export type Run = z.infer<typeof runSchema>;
export type Block = z.infer<typeof blockSchema>;
export type RichText = z.infer<typeof richTextSchema>;

/** Reads a plain string: each line is a paragraph, a line that begins with "• " a bullet. "" is no text at all. */
export function fromPlainText(value: string): RichText {
  if (value === '') return [];
  return value.split(/\r\n|\r|\n/).map((each): Block => {
    const bullet = each.startsWith('• ');
    const words = bullet ? each.slice(2) : each;
    return { kind: bullet ? 'bullet' : 'paragraph', runs: words === '' ? [] : [{ text: words }] };
  });
}

/**
 * The text as one would read it aloud: a line for a block, "• " before a bullet, "1. " before a numbered item.
 * @param look `nested`: items of a list within a list stand further in
 */
export function toPlainText(value: RichText, look?: { nested: true }): string {
  const indent = ({ level = 0 }: Block) => (look?.nested ? '    '.repeat(level) : '');
  return numbered(value)
    .map(({ block, number }) => indent(block) + prefix(block, number) + blockText(block))
    .join('\n');
}

/**
 * The shortest way to write the same text in plan JSON: a string where that says it all, else the blocks themselves.
 * `fromPlainText` gives back exactly what went in.
 */
export function toPlainOrBlocks(value: RichText): string | RichText {
  const plain = value.map((block) => (block.kind === 'bullet' ? '• ' : '') + blockText(block)).join('\n');
  return sameText(fromPlainText(plain), value) ? plain : value;
}

/** The words of one block, without its bullet or number. */
export function blockText(block: Block): string {
  return block.runs.map((run) => run.text).join('');
}

/** True where there are no words in it, only empty paragraphs or none. */
export function isBlank(value: RichText | undefined | null): boolean {
  return !value?.some((block) => blockText(block).trim() !== '');
}

/**
 * Each block with its number, if it is an item of a numbered list. A list is a run of numbered items; an item of a
 * deeper level counts from 1 under its parent, as in Word.
 */
export function numbered(value: RichText): { block: Block; number?: number }[] {
  const counts = [0, 0, 0];
  return value.map((block) => {
    if (block.kind !== 'number') {
      counts.fill(0);
      return { block };
    }
    const level = block.level ?? 0;
    counts.fill(0, level + 1);
    counts[level] = (counts[level] ?? 0) + 1;
    return { block, number: counts[level] };
  });
}

function prefix(block: Block, number: number | undefined): string {
  if (block.kind === 'bullet') return '• ';
  return number === undefined ? '' : `${number}. `;
}

function sameText(a: RichText, b: RichText): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
