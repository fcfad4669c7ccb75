import type { DraftEdit } from '../log/edit.ts';
import { readDue } from './due.ts';
import type { Plan } from './model.ts';
import { counted, quote } from './names.ts';
import type { Place } from './place.ts';
import type { RichText, Run } from './rich-text.ts';
import { blocksOf, type PlanText, textsOf } from './texts.ts';

export interface FindOptions {
  matchCase?: boolean;
  wholeWord?: boolean;
}

/** A stretch of text that was looked for, with some of what stands before and after it. */
export interface Match {
  place: Required<Omit<Place, 'block'>> & Pick<Place, 'block'>;
  before: string;
  text: string;
  after: string;
  /** False where it stands in what is set nationally: a date, or the standard's wording. */
  replaceable: boolean;
}

/**
 * Finds words in every text of the plan, in reading order. One space stands for any white space; straight and curly
 * quotation marks are alike, and so are hyphens that break and that do not, as people type one and Word makes the other.
 */
export function find(plan: Plan, query: string, options: FindOptions = {}): Match[] {
  const pattern = patternOf(query, options);
  return pattern ? textsOf(plan).flatMap((text) => matchesIn(text, pattern)) : [];
}

/**
 * Replaces what was found, all in one edit. Each replacement looks as the first letter of what it replaces. A due text
 * is read anew for the day that it means. A match that is not there any more is left alone; undefined where none is.
 */
export function replaceMatches(plan: Plan, matches: readonly Match[], replacement: string): DraftEdit | undefined {
  const words = replacement.replace(/\s+/g, ' ');
  const byField = Map.groupBy(
    matches.filter(({ replaceable }) => replaceable),
    ({ place }) => key(place),
  );
  let count = 0;
  const changes = textsOf(plan).flatMap(({ kind, id, field, value, due }) => {
    const here = byField.get(key({ kind, id, field })) ?? [];
    const still = here.filter(
      ({ place, text }) => blocksOf(value)[place.block ?? 0]?.slice(place.start, place.end) === text,
    );
    if (still.length === 0) return [];
    count += still.length;
    const replaced = replaceIn(value, still, words);
    const next = due ? (replaced === '' ? null : readDue(replaced as string, plan.period)) : replaced;
    return [{ kind, record: id, field, value: next }];
  });
  const [first] = matches;
  if (count === 0 || !first) return undefined;
  return { label: `Replace ${quote(first.text)} with ${quote(words)} (${counted(count, 'time')})`, changes };
}

const context = 40;

function matchesIn(text: PlanText, pattern: RegExp): Match[] {
  const { kind, id, field, value, due, official } = text;
  return blocksOf(value).flatMap((words, block) =>
    [...words.matchAll(pattern)].map(({ 0: found, index: start }): Match => {
      const end = start + found.length;
      return {
        place: { kind, id, field, start, end, ...(typeof value !== 'string' && { block }) },
        before: words.slice(Math.max(0, start - context), start).toWellFormed(),
        text: found,
        after: words.slice(end, end + context).toWellFormed(),
        replaceable: !due?.fixed && !official,
      };
    }),
  );
}

/** What matches the words that are looked for; undefined where there are none. */
export function patternOf(query: string, { matchCase = false, wholeWord = false }: FindOptions): RegExp | undefined {
  if (query.trim() === '') return undefined;
  const words = query
    .replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
    .replace(/['\u2018\u2019]/g, "['\u2018\u2019]")
    .replace(/["\u201c\u201d]/g, '["\u201c\u201d]')
    .replace(/[-\u2010\u2011]/g, '[-\u2010\u2011]')
    .replace(/\s+/g, '\\s+');
  const whole = wholeWord ? `(?<![\\p{L}\\p{N}])${words}(?![\\p{L}\\p{N}])` : words;
  return new RegExp(whole, matchCase ? 'gu' : 'giu');
}

function replaceIn(value: string | RichText, matches: Match[], words: string): string | RichText {
  // From the end, so that the places of those before stay true.
  const inBlock = (block: number) =>
    matches.filter(({ place }) => (place.block ?? 0) === block).sort((a, b) => b.place.start - a.place.start);
  if (typeof value === 'string') {
    return inBlock(0).reduce((text, { place }) => text.slice(0, place.start) + words + text.slice(place.end), value);
  }
  return value.map((block, index) => {
    const here = inBlock(index);
    if (here.length === 0) return block;
    return {
      ...block,
      runs: here.reduce((runs, { place }) => replaceInRuns(runs, place.start, place.end, words), block.runs),
    };
  });
}

function replaceInRuns(runs: Run[], start: number, end: number, words: string): Run[] {
  let offset = 0;
  return runs
    .map((run): Run => {
      const [from, to] = [start - offset, end - offset];
      const begins = from >= 0 && from < run.text.length;
      offset += run.text.length;
      if (to <= 0 || from >= run.text.length) return run;
      const text = run.text.slice(0, Math.max(0, from)) + (begins ? words : '') + run.text.slice(Math.max(0, to));
      return { ...run, text };
    })
    .filter(({ text }) => text !== '');
}

function key({ kind, id, field }: Pick<Place, 'kind' | 'id' | 'field'>): string {
  return `${kind} ${id} ${field}`;
}
