import type { Rating } from '../../shared/plan/model.ts';
import type { Column, Filter, Row } from '../../shared/plan/rows.ts';
import type { GridCell } from '../ui/grid-keys.ts';

/** How the progress round is looked at: what is shown, in which order, where the keyboard is, and what is selected. */
export interface RoundView {
  filter: Filter;
  sort: { by: Column; descending: boolean } | null;
  at: GridCell | null;
  selected: ReadonlySet<string>;
}

/** Everything, in the plan's order. */
export const wholeRound: RoundView = { filter: {}, sort: null, at: null, selected: new Set() };

/**
 * The rows in the order in which they were last asked for. What an edit no longer lets through the filter, or would
 * move elsewhere, stays where it is, so that nothing jumps away from under the keyboard; what it lets in comes last.
 *
 * @param asked the ids, as filter and sort gave them when they were last changed
 * @param fresh the rows, as they would give them now
 * @param all every row of the plan
 */
export function steady(asked: readonly string[], fresh: readonly Row[], all: readonly Row[]): Row[] {
  const known = new Set(asked);
  const rows = new Map(all.map((row) => [row.id, row]));
  return [...asked.flatMap((id) => rows.get(id) ?? []), ...fresh.filter(({ id }) => !known.has(id))];
}

/** Whether both show the same actions in the same order. */
export function alike(one: readonly Row[], other: readonly Row[]): boolean {
  return one.length === other.length && one.every(({ id }, index) => id === other[index]?.id);
}

/**
 * The rating that a letter stands for: the one whose code or label begins with it. Where several do, each further time
 * gives the next.
 */
export function ratingTyped(ratings: readonly Rating[], letter: string, now: Rating | undefined): Rating | undefined {
  const begins = (words: string) => words.toLowerCase().startsWith(letter.toLowerCase());
  const exact = ratings.filter(({ code }) => code.toLowerCase() === letter.toLowerCase());
  const fitting = exact.length > 0 ? exact : ratings.filter(({ code, label }) => begins(code) || begins(label));
  const place = now ? fitting.indexOf(now) : -1;
  return fitting[(place + 1) % fitting.length];
}
