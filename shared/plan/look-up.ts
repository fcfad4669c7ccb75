import type { Action, Indicator, Person, Plan, Rating, RatingScale } from './model.ts';

/** Finds the records of a plan by id. Made once for a plan, then kept for as long as that plan is. */
export interface LookUp {
  person(id: string): Person | undefined;
  indicator(id: string | null): Indicator | undefined;
  /** Of the plan's own scale first; a code that only another scale has is found there. */
  rating(code: string | undefined): Rating | undefined;
  /** The scale that the plan rates by; without ratings where it does not rate. */
  scale: RatingScale | undefined;
  /** The actions whose home is this indicator (null: those of the plan as a whole), in the plan's order. */
  actionsOf(indicator: string | null): Action[];
}

const made = new WeakMap<Plan, LookUp>();

export function lookUp(plan: Plan): LookUp {
  const known = made.get(plan) ?? make(plan);
  made.set(plan, known);
  return known;
}

function make(plan: Plan): LookUp {
  const people = new Map(plan.people.map((person) => [person.id, person]));
  const indicators = new Map(plan.indicators.map((indicator) => [indicator.id, indicator]));
  const actions = Map.groupBy(plan.actions, (action) => action.indicator);
  const scale = plan.ratingScales.find(({ id }) => id === plan.ratingScale);
  const ratings = new Map<string, Rating>();
  for (const { ratings: steps } of [...plan.ratingScales.filter((each) => each !== scale), ...(scale ? [scale] : [])]) {
    for (const rating of steps) ratings.set(rating.code, rating);
  }
  return {
    person: (id) => people.get(id),
    indicator: (id) => (id === null ? undefined : indicators.get(id)),
    rating: (code) => (code === undefined ? undefined : ratings.get(code)),
    scale,
    actionsOf: (indicator) => actions.get(indicator) ?? [],
  };
}
