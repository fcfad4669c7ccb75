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
  const likeness = (one: Printed, other: WordParagraph) => {
    const marks = other.marks?.filter((mark) => named.has(mark)) ?? [];
    if (one.mark && marks.includes(one.mark)) return 3;
    if (marks.length > 0) return 0;
    const text = printedText(one);
    // More than any two that are only alike: what changed places is known again.
    if (text !== '' && text === oneLine(wordsOf(other))) return 2;
    const alike = likenessOf(wordsIn(text), words.get(other) ?? []);
    return alike >= 0.3 && alike < 1 ? alike : alike >= 1 ? 0.99 : 0;
  };
  return apart(align(was, is, likeness, true));
}

/** What stands beside something else, and is found again where something else stands beside that, is no pair. */
function apart(lines: Line[]): Line[] {
  const keysOfWas = ({ was }: Line) => (was ? [was.mark ?? '', printedText(was)] : []);
  const keysOfIs = ({ is }: Line) => (is ? [...(is.marks ?? []), oneLine(wordsOf(is))] : []);
  const isKnown = (keys: string[], others: ReadonlySet<string>) => keys.some((key) => key !== '' && others.has(key));
  const open = lines.filter((line) => !isKnown(keysOfWas(line), new Set(keysOfIs(line))));
  const [was, is] = [new Set(open.flatMap(keysOfWas)), new Set(open.flatMap(keysOfIs))];
  const wrong = new Set(open.filter((line) => isKnown(keysOfIs(line), was) || isKnown(keysOfWas(line), is)));
  return lines.flatMap((line) =>
    wrong.has(line) && line.was && line.is ? [{ was: line.was }, { is: line.is }] : [line],
  );
}
