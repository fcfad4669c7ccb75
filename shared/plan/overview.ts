import { longDate } from './due.ts';
import { lookUp } from './look-up.ts';
import type { Plan, Rating } from './model.ts';
import { counted, listed } from './names.ts';
import type { Place } from './place.ts';
import { type Row, rowsOf } from './rows.ts';
import { standingOf } from './standing.ts';

/** How the plan stands on a day: numbers for a picture, the rows behind each, and where each leads. */
export interface Overview {
  actions: number;
  /** Of all actions, and of each home that has any: by rating, in the scale's order, those without one last. */
  ratings: Share[];
  homes: { indicator: string | null; name: string; actions: number; ratings: Share[] }[];
  overdue: Item[];
  /** Due today or within 30 days, and after that within 90; soonest first. */
  dueIn30: Item[];
  dueIn90: Item[];
  withoutLead: Item[];
  withoutDate: Item[];
  withoutRating: Item[];
  /** Not complete, and without an update since the day that was asked for. */
  stale: Item[];
  /** From the plan of the year before, and still open. */
  carriedOver: Item[];
}

/** How many actions have a rating; undefined: none. */
export interface Share {
  rating: Rating | undefined;
  count: number;
}

/** An action, and the field of it that the list is about. */
export interface Item {
  row: Row;
  place: Place;
}

/**
 * @param today YYYY-MM-DD
 * @param since the day after which an action should have had an update; 90 days ago where it is not given
 */
export function overviewOf(plan: Plan, today: string, since = addDays(today, -90)): Overview {
  const rows = rowsOf(plan, today);
  const open = rows.filter(({ rating }) => standingOf(rating) === 'open');
  const dueBetween = (from: string, to: string) =>
    open.filter(({ due }) => due?.date !== undefined && due.date >= from && due.date <= to).sort(byDate);
  const rates = (lookUp(plan).scale?.ratings.length ?? 0) > 0;
  return {
    actions: rows.length,
    ratings: sharesOf(plan, rows),
    homes: [...Map.groupBy(rows, ({ indicator }) => indicator)].map(([indicator, own]) => ({
      indicator,
      name: own[0]?.home ?? '',
      actions: own.length,
      ratings: sharesOf(plan, own),
    })),
    overdue: items(rows.filter(({ overdue }) => overdue).sort(byDate), 'due'),
    dueIn30: items(dueBetween(today, addDays(today, 30)), 'due'),
    dueIn90: items(dueBetween(addDays(today, 31), addDays(today, 90)), 'due'),
    withoutLead: items(
      rows.filter(({ leads }) => leads.length === 0),
      'leads',
    ),
    withoutDate: items(
      rows.filter(({ due }) => due === undefined),
      'due',
    ),
    withoutRating: items(rates ? rows.filter(({ rating }) => rating === undefined) : [], 'rating'),
    stale: items(
      open.filter(({ latest }) => (latest?.date ?? '') < since),
      'updates',
    ),
    carriedOver: items(
      open.filter(({ carriedFrom }) => carriedFrom !== undefined),
      'text',
    ),
  };
}

/** The same in sentences, for those who cannot see the picture and for a committee's paper. */
export function overviewInWords({
  actions,
  ratings,
  overdue,
  dueIn30,
  dueIn90,
  withoutLead,
  withoutDate,
}: Overview): string[] {
  if (actions === 0) return ['The plan has no actions yet.'];
  const first = overdue[0]?.row.due?.date;
  return [
    `The plan has ${counted(actions, 'action')}: ${sharesInWords(ratings)}.`,
    overdue.length === 0
      ? 'Nothing is overdue.'
      : `${counted(overdue.length, 'action')} ${are(overdue)} overdue${first ? `, the first since ${longDate(first)}` : ''}.`,
    dueInWords(dueIn30.length, dueIn90.length),
    ...(withoutLead.length > 0 ? [`${counted(withoutLead.length, 'action')} ${have(withoutLead)} no lead.`] : []),
    ...(withoutDate.length > 0 ? [`${counted(withoutDate.length, 'action')} ${have(withoutDate)} no date.`] : []),
  ];
}

function dueInWords(soon: number, later: number): string {
  if (soon + later === 0) return 'Nothing is due within the next 90 days.';
  const first = soon === 0 ? 'Nothing is' : `${counted(soon, 'action')} ${soon === 1 ? 'is' : 'are'}`;
  return `${first} due within 30 days, and ${later === 0 ? 'nothing' : later.toLocaleString('en-GB')} more within 90.`;
}

/** "3 Red, 5 Amber and 2 without a rating". */
export function sharesInWords(shares: readonly Share[]): string {
  return listed(
    shares.map(({ rating, count }) => `${count.toLocaleString('en-GB')} ${rating ? rating.label : 'without a rating'}`),
    100,
  );
}

/** A day some days later (or, below zero, earlier), YYYY-MM-DD. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function sharesOf(plan: Plan, rows: Row[]): Share[] {
  const counts = Map.groupBy(rows, ({ rating }) => rating);
  const scale = lookUp(plan).scale?.ratings ?? [];
  const others = [...counts.keys()].filter((rating) => rating !== undefined && !scale.includes(rating));
  return [...scale, ...others, undefined].flatMap((rating) => {
    const count = counts.get(rating)?.length ?? 0;
    return count > 0 ? [{ rating, count }] : [];
  });
}

function items(rows: Row[], field: string): Item[] {
  return rows.map((row) => ({ row, place: { kind: 'action', id: row.id, field } }));
}

function byDate(a: Row, b: Row): number {
  return (a.due?.date ?? '') < (b.due?.date ?? '') ? -1 : a.due?.date === b.due?.date ? 0 : 1;
}

const are = (list: unknown[]) => (list.length === 1 ? 'is' : 'are');
const have = (list: unknown[]) => (list.length === 1 ? 'has' : 'have');
