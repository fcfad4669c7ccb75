import type { Indicator, Plan } from '../../plan/model.ts';

/** An action of the copy, with where it stood and stands; undefined: with the actions of the plan as a whole. */
export interface Standing {
  action: string;
  was: Indicator | undefined;
  is: Indicator | undefined;
}

/** An action that stands elsewhere in the copy. */
export interface Moved {
  action: string;
  indicator: Indicator | undefined;
  /** All that stand there, in the order of the copy. */
  list: readonly string[];
  /** Those of them that have not been moved. */
  stays: ReadonlySet<string>;
}

/**
 * The actions that stand under another indicator, or not between those that they stood between: no more of them than
 * have to be moved.
 *
 * @param standings in the order of the copy
 */
export function movedAmong(plan: Plan, standings: readonly Standing[]): Moved[] {
  const places = new Map(plan.actions.map(({ id }, place) => [id, place]));
  return [...Map.groupBy(standings, ({ is }) => is)].flatMap(([indicator, here]) => {
    const own = here.filter(({ was }) => was === indicator);
    const stays = new Set(rising(own, ({ action }) => places.get(action) ?? 0).map(({ action }) => action));
    const list = here.map(({ action }) => action);
    return list.filter((id) => !stays.has(id)).map((action) => ({ action, indicator, list, stays }));
  });
}

/** Of the parts of a list whose places rise, the one that weighs the most. */
export function rising<Item>(
  items: readonly Item[],
  placeOf: (item: Item) => number,
  weightOf: (item: Item) => number = () => 1,
): Item[] {
  const places = Float64Array.from(items, placeOf);
  const sums = new Float64Array(items.length);
  const before = new Int32Array(items.length);
  let heaviest = -1;
  for (const [at, item] of items.entries()) {
    let [sum, from] = [0, -1];
    for (let other = 0; other < at; other += 1) {
      if ((places[other] ?? 0) < (places[at] ?? 0) && (sums[other] ?? 0) > sum) [sum, from] = [sums[other] ?? 0, other];
    }
    sums[at] = sum + weightOf(item);
    before[at] = from;
    if (heaviest === -1 || (sums[at] ?? 0) > (sums[heaviest] ?? 0)) heaviest = at;
  }
  const found: Item[] = [];
  for (let at = heaviest; at !== -1; at = before[at] ?? -1) found.unshift(items[at] as Item);
  return found;
}
