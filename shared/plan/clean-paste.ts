import type { Block, RichText } from './rich-text.ts';

/**
 * Makes any text storable, whatever program it comes from: every kind of line break is a line feed, and what cannot be
 * seen or written goes (control characters, halves of characters, soft hyphens, spaces of no width). The joiners that
 * emoji and Arabic need stay. A space that does not break becomes one that does.
 */
export function cleanText(pasted: string): string {
  return (
    pasted
      .toWellFormed()
      // Word writes a line break within a paragraph as a vertical tab.
      .replace(/\r\n|[\r\v\f\u0085\u2028\u2029]/g, '\n')
      .replace(/(?![\n\t])\p{Cc}|[\u00ad\u200b\u2060\ufeff\ufffe\uffff]/gu, '')
      .replace(/\u00a0/g, ' ')
  );
}

/** The same for a text of one line: a title, a name. */
export function cleanLine(pasted: string): string {
  return cleanText(pasted).replace(/\s+/g, ' ').trim();
}

/**
 * Reads pasted plain text as Word and Outlook write it: a line is a paragraph, a mark and a tab or space before it makes
 * it an item, and tabs before that tell how deep it stands. Empty lines, which only kept paragraphs apart, are left out.
 */
export function blocksOfText(pasted: string): RichText {
  return cleanText(pasted)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(blockOf);
}

/** Takes the bullet or list number off a line, if it begins with one. */
export function withoutMark(line: string): string {
  return (marked(line)?.words ?? line).trim();
}

/** A line as a block. Sub-items of Word have an "o" for a bullet, or a sign of the Symbol font. */
function blockOf(line: string): Block {
  const found = marked(line);
  const words = (found?.words ?? line).replace(/\t/g, ' ').trim();
  const runs = words === '' ? [] : [{ text: words }];
  if (!found) return { kind: 'paragraph', runs };
  const level = Math.min(2, found.depth);
  return { kind: found.kind, ...(level > 0 && { level }), runs };
}

function marked(line: string): { kind: 'bullet' | 'number'; depth: number; words: string } | undefined {
  const [, indent = '', bullet, , words = ''] =
    /^(\s*)(?:([•·●○▪■◦∙‣–*-]|[\uf000-\uf0ff]|o(?=\t))|((?:\d{1,3}|[a-z])[.)]))[\t ]+(.*)$/u.exec(line) ?? [];
  if (words === '') return undefined;
  const depth = indent.replace(/ {2,4}/g, '\t').split('\t').length - 1;
  return { kind: bullet === undefined ? 'number' : 'bullet', depth, words };
}
