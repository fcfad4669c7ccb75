import { effective, latestUpdate } from './effective.ts';
import { lookUp } from './look-up.ts';
import type { Action, Due, Person, Plan, Rating, Update } from './model.ts';
import { capitalised, indicatorName } from './names.ts';
import { numberOf } from './numbers.ts';
import { toPlainText } from './rich-text.ts';
import { carriedFrom } from './roll-on/carried-from.ts';
import { standingOf } from './standing.ts';

/** An action in the grid of a progress round: what holds for it now, and whether that comes from its indicator. */
export interface Row {
  id: string;
  /** As the app numbers it. */
  number: string;
  /** Its home; null: the plan as a whole. */
  indicator: string | null;
  home: string;
  /** Its heading and text, on one line each. */
  text: string;
  leads: Person[];
  due: Due | undefined;
  rating: Rating | undefined;
  inherited: { leads: boolean; due: boolean; rating: boolean };
  latest: Update | undefined;
  /** Its day is past, and its rating does not say that it is complete or closed. */
  overdue: boolean;
  /** The period of the plan that it was carried over from. */
  carriedFrom: string | undefined;
}

/**
 * A row for each action, in the plan's order of indicators, the plan as a whole last. A row in which nothing changed is
 * the same object as before.
 * @param today YYYY-MM-DD
 */
export function rowsOf(plan: Plan, today: string): Row[] {
  const find = lookUp(plan);
  const homes = [...plan.indicators.map(({ id }) => id), null];
  return homes.flatMap((indicator) => {
    const owner = find.indicator(indicator);
    const home = owner ? capitalised(indicatorName(plan, owner)) : 'Whole plan';
    return find.actionsOf(indicator).map((action) => {
      const number = numberOf(plan, action.id);
      const from = carriedFrom(plan, action.id)?.period;
      const parts = [owner, home, number, today, plan.people, plan.ratingScales, plan.ratingScale, from];
      return remembered(action, parts, () => {
        const { leads, due, rating: code, inherited } = effective(action, owner);
        const rating = find.rating(code);
        const text = toPlainText(action.text);
        return {
          id: action.id,
          number,
          indicator,
          home,
          text: action.heading ? `${action.heading}\n${text}` : text,
          leads: leads.flatMap((id) => find.person(id) ?? []),
          due,
          rating,
          inherited,
          latest: latestUpdate(action.updates),
          overdue: due?.date !== undefined && due.date < today && standingOf(rating) === 'open',
          carriedFrom: from,
        };
      });
    });
  });
}

const made = new WeakMap<Action, { parts: unknown[]; row: Row }>();

/** The row of the last time, if all that it was made of is the same, so that a grid can skip what did not change. */
function remembered(action: Action, parts: unknown[], make: () => Row): Row {
  const known = made.get(action);
  if (known?.parts.every((part, index) => part === parts[index])) return known.row;
  const row = make();
  made.set(action, { parts, row });
  return row;
}

/** What is shown of the grid. What is left out does not matter; null asks for those that have none. */
export interface Filter {
  lead?: string | null;
  indicator?: string | null;
  /** A rating's code. */
  rating?: string | null;
  overdue?: boolean;
  carriedOver?: true;
  /** Those that are still open, and without an update on or after this day (YYYY-MM-DD). */
  noUpdateSince?: string;
  /** Words, all of which must stand in the action, its number, its leads or its latest update. */
  text?: string;
}

/** The rows that a filter lets through, in their order. */
export function filtered(rows: readonly Row[], filter: Filter): Row[] {
  const { lead, indicator, rating, overdue, carriedOver, noUpdateSince } = filter;
  const words = (filter.text ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter(
    (row) =>
      (lead === undefined || (lead === null ? row.leads.length === 0 : row.leads.some(({ id }) => id === lead))) &&
      (indicator === undefined || row.indicator === indicator) &&
      (rating === undefined || (row.rating?.code ?? null) === rating) &&
      (overdue === undefined || row.overdue === overdue) &&
      (carriedOver === undefined || row.carriedFrom !== undefined) &&
      (noUpdateSince === undefined ||
        (standingOf(row.rating) === 'open' && (row.latest?.date ?? '') < noUpdateSince)) &&
      (words.length === 0 || hasAll(row, words)),
  );
}

export type Column = 'number' | 'indicator' | 'text' | 'leads' | 'due' | 'rating' | 'latest';

/**
 * The rows by one column; equal ones keep their order. Ratings go by their place in the scale. Rows without a value
 * come last whichever way it goes: nothing is found there.
 */
export function sorted(plan: Plan, rows: readonly Row[], by: Column, descending = false): Row[] {
  const value = valuesOf(plan)[by];
  const direction = descending ? -1 : 1;
  return rows
    .map((row) => ({ row, value: value(row) }))
    .sort((a, b) => {
      if (a.value === undefined || b.value === undefined)
        return Number(a.value === undefined) - Number(b.value === undefined);
      return direction * compare(a.value, b.value);
    })
    .map(({ row }) => row);
}

function valuesOf(plan: Plan): Record<Column, (row: Row) => string | number | undefined> {
  const homes = new Map(plan.indicators.map(({ id }, index) => [id, index]));
  const ratings = new Map((lookUp(plan).scale?.ratings ?? []).map(({ code }, index) => [code, index]));
  return {
    number: (row) => row.number || undefined,
    indicator: (row) => (row.indicator === null ? homes.size : homes.get(row.indicator)),
    text: (row) => row.text || undefined,
    leads: (row) => row.leads.map(({ name }) => name).join(', ') || undefined,
    due: (row) => row.due?.date,
    rating: (row) => row.rating && (ratings.get(row.rating.code) ?? ratings.size),
    latest: (row) => row.latest?.date,
  };
}

/** "2" before "10", as committees count. */
const collator = new Intl.Collator('en-GB', { numeric: true, sensitivity: 'base' });

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
}

const haystacks = new WeakMap<Row, string>();

function hasAll(row: Row, words: string[]): boolean {
  const known = haystacks.get(row) ?? haystackOf(row);
  haystacks.set(row, known);
  return words.every((word) => known.includes(word));
}

function haystackOf({ number, text, home, leads, latest }: Row): string {
  const update = latest ? toPlainText(latest.text) : '';
  return [number, text, home, ...leads.map(({ name }) => name), update].join('\n').toLowerCase();
}
