import type { Match } from './find.ts';
import type { Exception, Plan } from './model.ts';
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
 * `namesIn` gives them. Nor is what is set nationally, which nobody can change here.
 */
export function spelledIn(plan: Plan): { place: Place; text: string }[] {
  return textsOf(plan)
    .filter(({ kind, field, official, due }) => !names.has(`${kind} ${field}`) && !official && !due?.fixed)
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

/**
 * The words that a plan brings with it, which are right in it and nowhere else: of its Trust, its people, teams and
 * terms, and those that someone decided to ignore in it.
 */
export function namesIn(plan: Plan): string[] {
  const { trust, terms, people } = plan;
  const all = [trust.name, trust.shortName, terms?.bme, terms?.indicator, ...people.map(({ name }) => name)];
  const words = all.flatMap((name) => lettersIn(name ?? '').map(({ word }) => word));
  return [...new Set([...words, ...ignoredIn(plan).map(({ reason }) => reason)])];
}

/** The id under which a plan keeps what is ignored in it; `reason` is the word. Kept for ever, as those of checks are. */
export const spellingCheck = 'spelling';

/** The decisions to ignore a word in this plan. */
export function ignoredIn(plan: Plan): Exception[] {
  return plan.exceptions?.filter(({ check, kind }) => check === spellingCheck && kind === 'plan') ?? [];
}

/** The word as it is learnt: without the 's that any word may have. */
export function withoutPossessive(word: string): string {
  return word.replace(/['’]s$/i, '');
}

/** Misspellings in the texts that `spelledIn` gave, each with its place and as much of its sentence as fits a pane. */
export function inTheirSentences(texts: ReturnType<typeof spelledIn>, misspellings: Misspelling[]): Match[] {
  return misspellings.flatMap(({ text: index, word, start }) => {
    const found = texts[index];
    if (!found?.place.field) return [];
    const { place, text } = found;
    const end = start + word.length;
    const sentence = sentences.segment(text).containing(start);
    const first = sentence?.index ?? 0;
    const last = first + (sentence?.segment ?? text).trimEnd().length;
    const [from, to] = [Math.max(first, start - mostAround), Math.min(last, end + mostAround)];
    return {
      place: { ...place, field: found.place.field, start, end },
      before: (from > first ? '…' : '') + text.slice(from, start).toWellFormed(),
      text: word,
      after: text.slice(end, to).toWellFormed() + (to < last ? '…' : ''),
      replaceable: true,
    };
  });
}

/** Which of the misspellings is at a place or the first after it; where there is none, the first of all. */
export function firstFrom(plan: Plan, found: readonly Match[], place: Match['place']): number {
  const key = ({ kind, id, field, block }: Place) => `${kind} ${id} ${field} ${block}`;
  const order = new Map(spelledIn(plan).map((text, index) => [key(text.place), index]));
  const from = order.get(key(place)) ?? order.size;
  const index = found.findIndex((each) => {
    const rank = order.get(key(each.place)) ?? -1;
    return rank > from || (rank === from && each.place.start >= place.start);
  });
  return Math.max(0, index);
}

const sentences = new Intl.Segmenter('en-GB', { granularity: 'sentence' });
const mostAround = 160;

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
