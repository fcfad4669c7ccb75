import type { Plan } from './model.ts';
import type { Place } from './place.ts';
import { blocksOf, textsOf } from './texts.ts';

/** A word in a text, and where it begins, counted in UTF-16 units as strings are. */
export interface Word {
  word: string;
  start: number;
}

/** A word that the dictionary does not know. */
export interface Misspelling extends Word {
  /** Which of the texts that were asked about: its index. */
  text: number;
}

/**
 * What is to be spelt in a plan, a line or a block at a time, in the order in which one reads it. Names are not spelt;
 * `namesIn` gives them.
 */
export function spelledIn(plan: Plan): { place: Place; text: string }[] {
  return textsOf(plan)
    .filter(({ kind, field }) => !names.has(`${kind} ${field}`))
    .flatMap(({ kind, id, field, value }) =>
      blocksOf(value).map((text, block) => ({
        place: { kind, id, field, ...(typeof value !== 'string' && { block }) },
        text,
      })),
    );
}

const names = new Set([
  'plan trustName',
  'plan trustShortName',
  'plan termBme',
  'plan termIndicator',
  'person name',
  'person email',
]);

/** The words that a plan brings with it, which are right in it and nowhere else: of its Trust, its people, teams and terms. */
export function namesIn(plan: Plan): string[] {
  const { trust, terms, people } = plan;
  const all = [trust.name, trust.shortName, terms?.bme, terms?.indicator, ...people.map(({ name }) => name)];
  return [...new Set(all.flatMap((name) => lettersIn(name ?? '').map(({ word }) => word)))];
}

/**
 * The words of a text that can be looked up. Left out is what no dictionary has: addresses, what has a digit in it
 * (Q3, q14a), single letters, and abbreviations of up to five capitals (UHNM, NEDs), as Word leaves out capitals.
 */
export function wordsIn(text: string): Word[] {
  return lettersIn(text).filter(({ word }) => !abbreviation.test(word));
}

const abbreviation = /^\p{Lu}{2,5}s?(?:['’]s)?$/u;
const address = /@|:\/\/|^\W*www\.|\.(?:uk|com|org|net|docx?|xlsx?|pptx?|pdf)\b/i;
const lettersAndDigits = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*/gu;

function lettersIn(text: string): Word[] {
  return [...text.matchAll(/\S+/g)]
    .filter(([piece]) => !address.test(piece))
    .flatMap(({ 0: piece, index }) =>
      [...piece.matchAll(lettersAndDigits)].map(({ 0: word, index: start }) => ({ word, start: index + start })),
    )
    .filter(({ word }) => word.length > 1 && !/\p{N}/u.test(word));
}
