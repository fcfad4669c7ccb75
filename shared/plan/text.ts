import { z } from 'zod';

/**
 * Text that can be stored and printed: no control characters but tab and line feed, no half of a surrogate pair.
 * XML 1.0 has no way to write the others (section 2.2), and SQLite would change half a pair without a word.
 */
export const text = (max: number) =>
  z
    .string()
    .max(max, `is longer than ${max.toLocaleString('en-GB')} characters`)
    .refine(isPrintable, 'holds a control character or a broken character');

/** A text of one line: a title, a name, a heading, a code. */
export const line = (max: number) => text(max).refine((value) => !/[\n\t]/.test(value), 'must be one line');

/** A text of one line that says something. */
export const filledLine = (max: number) => line(max).refine((value) => value.trim() !== '', 'is empty');

function isPrintable(value: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return value.isWellFormed() && !/[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]/.test(value);
}

/** A text without what cannot be stored or printed: it is left out, and half a pair becomes the sign for what is broken. */
export function printable(value: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  const unprintable = /[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]/g;
  return value.toWellFormed().replace(/\r\n?/g, '\n').replace(unprintable, '');
}
