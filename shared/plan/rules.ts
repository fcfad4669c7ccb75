import { isOwnLayoutId, limits, type Plan } from './model.ts';
import type { Problem } from './problem.ts';

/**
 * The rules that hold between the records of a plan; the schemas say what holds within one. An edit that breaks one is
 * refused, and so is a file. Only copies that were brought together may lead to a plan with a broken rule: it is shown,
 * and an edit need not mend it.
 *
 * @param before the plan that an edit was made on: what was broken in it is not held against the edit
 * @returns the first rule that is broken, in words, or undefined where all hold.
 */
export function brokenRule(plan: Plan, before?: Plan): Problem | undefined {
  let known: Set<string> | undefined;
  for (const problem of problems(plan)) {
    known ??= new Set(before ? [...problems(before)].map(keyOf) : []);
    if (!known.has(keyOf(problem))) return problem;
  }
  return undefined;
}

/** All rules that are broken, in words. */
export function brokenRules(plan: Plan): Problem[] {
  return [...problems(plan)];
}

/** The first list that is longer than a plan can hold. */
export function overLimit(plan: Plan): Problem | undefined {
  for (const problem of tooMany(plan)) return problem;
  return undefined;
}

/** Places move when a record before them goes; the record that is meant stays the same. */
interface Broken extends Problem {
  record?: string;
}

function keyOf({ where, found, record }: Broken): string {
  return `${record ?? where} ${found}`;
}

function* problems(plan: Plan): Generator<Broken> {
  yield* tooMany(plan);
  yield* repeatedIds(plan);
  yield* ratingScales(plan);
  yield* references(plan);
}

/** What the schemas bound too: an edit adds one record at a time, and never sees the whole list. */
function* tooMany(plan: Plan): Generator<Broken> {
  const lists: [string, number, unknown[]][] = [
    ['the preface', limits.sections, plan.preface],
    ['the closing', limits.sections, plan.closing],
    ['the list of rating scales', limits.scales, plan.ratingScales],
    ['the list of people', limits.people, plan.people],
    ['the list of indicators', limits.indicators, plan.indicators],
    ['the list of actions', limits.actions, plan.actions],
    ['the list of what was left so', limits.exceptions, plan.exceptions ?? []],
    ['the list of layouts', limits.layouts, plan.layouts ?? []],
    ...plan.ratingScales.map(named('rating scale', limits.ratings, (scale) => scale.ratings)),
    ...plan.indicators.map(named('indicator', limits.updates, (indicator) => indicator.updates)),
    ...plan.actions.map(named('action', limits.updates, (action) => action.updates)),
  ];
  for (const [where, most, list] of lists) {
    if (list.length > most) yield { where, found: `has more than ${most.toLocaleString('en-GB')} entries` };
  }
}

function named<Item>(what: string, most: number, list: (item: Item) => unknown[]) {
  return (item: Item, index: number): [string, number, unknown[]] => [nth(what, index), most, list(item)];
}

function* repeatedIds(plan: Plan): Generator<Broken> {
  const kinds: [string, { id: string }[]][] = [
    ['section', [...plan.preface, ...plan.closing]],
    ['rating scale', plan.ratingScales],
    ['rating', plan.ratingScales.flatMap((scale) => scale.ratings)],
    ['person', plan.people],
    ['indicator', plan.indicators],
    ['action', plan.actions],
    ['update', [...plan.indicators, ...plan.actions].flatMap((owner) => owner.updates)],
    ['exception', plan.exceptions ?? []],
    ['layout', plan.layouts ?? []],
  ];
  for (const [what, records] of kinds) {
    const index = repeated(records.map(({ id }) => id));
    if (index !== -1)
      yield { where: nth(what, index), found: `has the same id as an earlier one (${records[index]?.id})` };
  }
}

function* ratingScales(plan: Plan): Generator<Broken> {
  for (const scale of plan.ratingScales) {
    const codes = scale.ratings.map(({ code }) => code);
    const index = repeated(codes);
    if (index !== -1) yield { where: `rating scale “${scale.id}”`, found: `has the code “${codes[index]}” twice` };
  }
  // A plan that does not rate may have no scale at all; then its name stands for nothing.
  if (plan.ratingScales.length > 0 && !plan.ratingScales.some(({ id }) => id === plan.ratingScale)) {
    yield {
      where: 'the plan’s rating scale',
      found: `is “${plan.ratingScale}”, which is not one of its rating scales`,
    };
  }
}

function* references(plan: Plan): Generator<Broken> {
  // A word that is no layout of the app's may be one of another version's; a layout of the plan's own must be there.
  if (plan.layout && isOwnLayoutId(plan.layout) && !plan.layouts?.some(({ id }) => id === plan.layout))
    yield { where: 'the plan’s layout', found: 'is not one of its layouts' };

  const people = new Set(plan.people.map(({ id }) => id));
  const indicators = new Set(plan.indicators.map(({ id }) => id));
  const codes = new Set(plan.ratingScales.flatMap((scale) => scale.ratings.map(({ code }) => code)));

  for (const [what, records] of [['indicator', plan.indicators] as const, ['action', plan.actions] as const]) {
    for (const [index, record] of records.entries()) {
      const broken = (found: string) => ({ record: record.id, where: nth(what, index), found });
      for (const lead of record.leads) {
        if (!people.has(lead)) yield broken(`names a lead that is not one of the people (${lead})`);
      }
      if (repeated(record.leads) !== -1) yield broken('names the same lead twice');
      for (const { rating } of [record, ...record.updates]) {
        if (rating !== undefined && !codes.has(rating))
          yield broken(`has the rating “${rating}”, which is in none of the rating scales`);
      }
    }
  }
  for (const [index, action] of plan.actions.entries()) {
    if (action.indicator !== null && !indicators.has(action.indicator)) {
      yield {
        record: action.id,
        where: nth('action', index),
        found: `belongs to an indicator that is not there (${action.indicator})`,
      };
    }
    for (const indicator in action.effects) {
      if (!indicators.has(indicator)) {
        yield {
          record: action.id,
          where: nth('action', index),
          found: `moves an indicator that is not there (${indicator})`,
        };
      }
    }
  }
}

/** The place of the first value that stands in the list before; -1 where none does. */
function repeated(values: string[]): number {
  if (values.length < 2) return -1; // nearly every list of leads: each edit comes by here for each action
  if (new Set(values).size === values.length) return -1;
  return values.findIndex((value, index) => values.indexOf(value) < index);
}

const nth = (what: string, index: number) => `${what} ${index + 1}`;
