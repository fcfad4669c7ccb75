import type { Action, Due, Indicator, Update } from './model.ts';

/** What holds for an action: its own leads, date and rating, or its indicator's where it has none of its own. */
export interface Effective {
  leads: string[];
  due: Due | undefined;
  rating: string | undefined;
  /** Which of the three come from the indicator. */
  inherited: { leads: boolean; due: boolean; rating: boolean };
}

type Rated = Pick<Action, 'leads' | 'due' | 'rating'>;

/** Resolves inheritance. `home` is the action's indicator, if it has one. */
export function effective(action: Rated, home: Rated | Indicator | undefined): Effective {
  const inherited = {
    leads: action.leads.length === 0 && (home?.leads.length ?? 0) > 0,
    due: action.due === undefined && home?.due !== undefined,
    rating: action.rating === undefined && home?.rating !== undefined,
  };
  return {
    leads: (inherited.leads ? home?.leads : action.leads) ?? [],
    due: inherited.due ? home?.due : action.due,
    rating: inherited.rating ? home?.rating : action.rating,
    inherited,
  };
}

/** The update of the newest date; among those of one date, or none dated, the last in the plan's order. */
export function latestUpdate(updates: readonly Update[]): Update | undefined {
  return updates.reduce<Update | undefined>(
    (latest, update) => (latest && (latest.date ?? '') > (update.date ?? '') ? latest : update),
    undefined,
  );
}
