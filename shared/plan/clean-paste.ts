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
