import { type Block, blockText, type RichText, type Run } from '../plan/rich-text.ts';
import { isEqual } from './equal.ts';
import { inCommon } from './in-common.ts';

/**
 * Two texts in one. What both have is there once; where each only added to a paragraph, the paragraph has what both
 * added. Paragraphs that are said otherwise stand one after the other.
 */
export function bothTexts(one: RichText, other: RichText): RichText {
  const [ours, theirs] = [one.filter(hasWords), other.filter(hasWords)];
  const both: RichText = [];
  let [i, j] = [0, 0];
  for (const [atOurs, atTheirs] of [...inCommon(ours, theirs, isEqual), [ours.length, theirs.length] as const]) {
    both.push(...bothStretches(ours.slice(i, atOurs), theirs.slice(j, atTheirs)), ...ours.slice(atOurs, atOurs + 1));
    [i, j] = [atOurs + 1, atTheirs + 1];
  }
  return both;
}

/** What stands between two paragraphs that both texts have. */
function bothStretches(ours: Block[], theirs: Block[]): Block[] {
  const [one, ...otherOurs] = ours;
  const [other, ...otherTheirs] = theirs;
  const together = one && other && bothBlocks(one, other);
  return together ? [together, ...bothStretches(otherOurs, otherTheirs)] : [...ours, ...theirs];
}

/** One paragraph with what each added to it; undefined where one of them says something otherwise. */
function bothBlocks(one: Block, other: Block): Block | undefined {
  const { runs: ours, ...look } = one;
  const { runs: theirs, ...otherLook } = other;
  if (!isEqual(look, otherLook)) return undefined;
  const [a, b] = [letters(ours), letters(theirs)];
  const same = (x: Run | undefined, y: Run | undefined) => isEqual(x, y);
  const start = wholeWords(
    a,
    b,
    lengthWhile((at) => at < a.length && same(a[at], b[at])),
  );
  const room = Math.min(a.length, b.length) - start;
  const end = wholeWordsBack(
    a,
    b,
    lengthWhile((at) => at < room && same(a.at(-1 - at), b.at(-1 - at))),
  );
  const [added, otherAdded] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (added.length === 0) return other;
  if (otherAdded.length === 0) return one;
  // What each says after the end of a sentence is added to it; in the middle of one it is said in place of something.
  const before = wordsOf(a.slice(0, start));
  if (!/[.!?…:;]\s*$/.test(before) || /[\p{L}\p{N}]/u.test(wordsOf(a.slice(a.length - end)))) return undefined;
  const isApart = /\s$/.test(wordsOf(a)) || !/\s$/.test(before);
  return { ...look, runs: joined([...a, ...(isApart ? [] : [{ text: ' ' }]), ...b.slice(start)]) };
}

/** Back to where a word begins, in both. */
function wholeWords(a: Run[], b: Run[], length: number): number {
  const cuts = (of: Run[], at: number) => [of[at - 1], of[at]].every((each) => /[\p{L}\p{N}]/u.test(each?.text ?? ''));
  let edge = length;
  while (edge > 0 && (cuts(a, edge) || cuts(b, edge))) edge -= 1;
  return edge;
}

/** The same from the end. */
function wholeWordsBack(a: Run[], b: Run[], length: number): number {
  return wholeWords(a.toReversed(), b.toReversed(), length);
}

function lengthWhile(holds: (at: number) => boolean): number {
  let at = 0;
  while (holds(at)) at += 1;
  return at;
}

function letters(runs: Run[]): Run[] {
  return runs.flatMap(({ text, ...look }) => [...text].map((letter) => ({ text: letter, ...look })));
}

function joined(all: Run[]): Run[] {
  const runs: Run[] = [];
  for (const { text, ...look } of all) {
    const { text: before = '', ...last } = runs.at(-1) ?? { text: '' };
    if (runs.length > 0 && isEqual(last, look)) runs.splice(-1, 1, { text: before + text, ...look });
    else runs.push({ text, ...look });
  }
  return runs;
}

const wordsOf = (runs: Run[]) => runs.map(({ text }) => text).join('');
const hasWords = (block: Block) => blockText(block).trim() !== '';
