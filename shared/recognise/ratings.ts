import type { Rating } from '../plan/model.ts';
import { about } from './choices.ts';
import { hueOf } from './colour.ts';
import type { WordParagraph } from './document.ts';
import type { Draft } from './draft.ts';
import { ratingCalled, ratingsColoured } from './rating-scale.ts';
import { type Item, itemLine, itemsOf } from './text.ts';

/** What a cell of ratings says: its ratings, each with the number before it, and the words beside them, which are updates. */
export function ratingsIn(
  draft: Draft,
  paragraphs: readonly WordParagraph[],
  fill: string | undefined,
  where: string,
): { codes: string[]; marks: (string | undefined)[]; rest: Item[] } {
  const codes: string[] = [];
  const marks: (string | undefined)[] = [];
  const rest: Item[] = [];
  for (const item of itemsOf(paragraphs)) {
    const alone = itemLine(item) === '' && item.mark !== '•';
    const rating = ratingCalled(draft.scale, alone ? (item.mark ?? '') : itemLine(item));
    if (rating) {
      codes.push(rating.code);
      marks.push(alone ? undefined : item.mark);
    } else rest.push(item);
  }
  const colour = fill ?? paragraphs.find((paragraph) => paragraph.colour)?.colour;
  if (codes.length === 0) return { codes: byColour(draft, rest, colour, where), marks, rest };
  return { codes: codes.length === 1 ? compare(draft, codes[0] as string, colour, where) : codes, marks, rest };
}

function byColour(draft: Draft, rest: Item[], colour: string | undefined, where: string): string[] {
  const first = rest[0] ? itemLine(rest[0]) : '';
  const ratings = ratingsColoured(draft.scale, first, colour);
  const [rating] = ratings;
  if (!rating) return unknownRating(draft, first, where);
  if (/^\s*\p{Extended_Pictographic}\s*$/u.test(first)) rest.shift();
  if (ratings.length === 1) return codesOr(draft, [rating.code]);
  return askRating(draft, where, `a colour that ${ratings.map(({ code }) => code).join(' and ')} share`, ratings);
}

/** Short words in a cell of ratings, or a sign, that are no rating of the scale. */
function unknownRating(draft: Draft, line: string, where: string): string[] {
  if (line === '' || line.length > 30 || /\d{3}|\d\D/.test(line)) return codesOr(draft, []);
  const options = draft.scale.ratings.map(({ code, label }) => ({ take: code, words: label }));
  const none = { take: 'none', words: 'no rating; the words are kept as an update' };
  const take = draft.ask({ about: about.ratingIn(draft.at), where, found: line, options: [none, ...options] });
  return take === 'none' ? [] : [take];
}

/** A word on the colour of another rating is in doubt. */
function compare(draft: Draft, code: string, colour: string | undefined, where: string): string[] {
  const rating = draft.scale.ratings.find((each) => each.code === code);
  const [said, shown] = [hueOf(rating?.colour), hueOf(colour)];
  if (!rating || !said || !shown || said === shown) return codesOr(draft, [code]);
  const others = draft.scale.ratings.filter((each) => hueOf(each.colour) === shown);
  return askRating(draft, where, `“${rating.label}” on ${shown}`, [rating, ...others], ': the word counts');
}

/** Which of several ratings a cell means: the first until somebody chooses. */
export function askRating(
  draft: Draft,
  where: string,
  found: string,
  ratings: readonly Rating[],
  because = '',
): string[] {
  const [first, ...others] = ratings.map(({ code, label }) => ({ take: code, words: label }));
  const options = [{ take: first?.take ?? '', words: `${first?.words}${because}` }, ...others];
  const none = { take: 'none', words: 'no rating' };
  const take = draft.ask({ about: about.ratingIn(draft.at), where, found, options: [...options, none] });
  return take === 'none' ? [] : [take];
}

/** The codes of a cell, or what somebody chose that it says. */
function codesOr(draft: Draft, codes: string[]): string[] {
  const chosen = draft.choices.get(about.ratingIn(draft.at));
  if (!chosen) return codes;
  return draft.scale.ratings.some(({ code }) => code === chosen) ? [chosen] : [];
}
