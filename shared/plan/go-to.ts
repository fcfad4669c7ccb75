import { indicatorWording } from '../indicator-sets.ts';
import type { Plan } from './model.ts';
import { brief, capitalised, indicatorName, recordName } from './names.ts';
import { numberOf } from './numbers.ts';
import type { Place } from './place.ts';
import { blockText, type RichText } from './rich-text.ts';

/** Something that one can go to by typing a part of its name. */
export interface Destination {
  title: string;
  /** Words that help to tell it from others; they can be typed too. */
  detail: string;
  place: Place;
}

/** Everything in the plan that has a name: indicators, sections, people, actions, in this order. */
export function destinations(plan: Plan): Destination[] {
  return [
    ...plan.indicators.map(
      (indicator): Destination => ({
        title: capitalised(plainQuote(indicatorName(plan, indicator))),
        detail: indicator.number === null ? '' : indicatorWording(plan, indicator),
        place: { kind: 'indicator', id: indicator.id },
      }),
    ),
    ...[...plan.preface, ...plan.closing].map(
      (section): Destination => ({
        title: section.heading || brief(firstLine(section.body), 80) || 'Untitled section',
        detail: plan.preface.includes(section) ? 'Introduction' : 'Closing pages',
        place: { kind: 'section', id: section.id },
      }),
    ),
    ...plan.people.map(
      ({ id, name, role = '' }): Destination => ({ title: name, detail: role, place: { kind: 'person', id } }),
    ),
    ...plan.actions.map(
      (action): Destination => ({
        title: [`${numberOf(plan, action.id)}.`, action.heading, brief(firstLine(action.text), 120)]
          .filter(Boolean)
          .join(' '),
        detail: action.indicator === null ? '' : plainQuote(recordName(plan, 'indicator', action.indicator)),
        place: { kind: 'action', id: action.id },
      }),
    ),
  ];
}

/**
 * Those that fit what was typed, the best first; of equal ones, the first in the list. All words must be there, in any
 * order, at the start of a word, or within one. Of nothing typed, all fit. Also for pages and commands.
 */
export function ranked<Item extends { title: string; detail?: string }>(
  items: readonly Item[],
  typed: string,
  most = 50,
): Item[] {
  const query = plain(typed).trim();
  const words = query.split(' ').filter((word) => word !== '');
  if (words.length === 0) return items.slice(0, most);
  return items
    .map((item) => ({ item, score: scoreOf(plainOf(item), query, words) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ item }) => item);
}

function scoreOf({ title, detail }: { title: string; detail: string }, query: string, words: string[]): number {
  if (title === query) return 100;
  if (startsWord(title, 0, query)) return 90;
  if (title.startsWith(query)) return 80;
  const each = words.map((word) => wordScore(title, word) || wordScore(detail, word) / 4);
  if (each.some((score) => score === 0)) return 0;
  return each.reduce((sum, score) => sum + score, 0) / words.length;
}

/** 60: it is a word of the text, 50: one begins so, 20: it stands within one. */
function wordScore(text: string, word: string): number {
  let best = 0;
  for (let at = text.indexOf(word); at !== -1 && best < 60; at = text.indexOf(word, at + 1)) {
    const begins = at === 0 || /[^\p{L}\p{N}]/u.test(text.charAt(at - 1));
    best = Math.max(best, begins ? (startsWord(text, at, word) ? 60 : 50) : 20);
  }
  return best;
}

/** Whether the word stands there and ends there. */
function startsWord(text: string, at: number, word: string): boolean {
  return text.startsWith(word, at) && !/[\p{L}\p{N}]/u.test(text.charAt(at + word.length));
}

const plains = new WeakMap<object, { title: string; detail: string }>();

/** Its words as they are compared; kept, since one types letter by letter. */
function plainOf(item: { title: string; detail?: string }): { title: string; detail: string } {
  const known = plains.get(item) ?? { title: plain(item.title), detail: plain(item.detail ?? '') };
  plains.set(item, known);
  return known;
}

/** Without capitals and accents, so that "zoe" finds Zoë. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ');
}

function plainQuote(name: string): string {
  return name.replace(/^“|”$/g, '');
}

function firstLine(text: RichText): string {
  return text.map(blockText).find((words) => words.trim() !== '') ?? '';
}
