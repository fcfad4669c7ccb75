import { type WordParagraph, wordsOf } from '../document.ts';
import { oneLine } from '../text.ts';
import { align, likenessOf, type Pair } from './align.ts';
import { type Printed, printedText } from './printed.ts';
import { wordsIn } from './rows-of-page.ts';

export type Line = Pair<Printed, WordParagraph>;

/** Puts paragraphs of the page beside those of the copy: by their bookmarks and, where these are gone, by their words. */
export function linesOf(was: Printed[], is: WordParagraph[]): Line[] {
  const named = new Set(was.flatMap(({ mark }) => mark ?? []));
  const words = new Map(is.map((each) => [each, wordsIn(wordsOf(each))]));
  return align(
    was,
    is,
    (one, other) => {
      const marks = other.marks?.filter((mark) => named.has(mark)) ?? [];
      if (one.mark && marks.includes(one.mark)) return 3;
      if (marks.length > 0) return 0;
      const text = printedText(one);
      if (text !== '' && text === oneLine(wordsOf(other))) return 1;
      const likeness = likenessOf(wordsIn(text), words.get(other) ?? []);
      return likeness >= 0.3 && likeness < 1 ? likeness : likeness >= 1 ? 0.99 : 0;
    },
    true,
  );
}
