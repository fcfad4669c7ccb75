import { longDate } from './due.ts';

/** What a period is called where nobody says otherwise: "2026-27" of a financial year, "2026-29" of several. */
export function usualLabel(from: string, to: string): string {
  if (from.endsWith('-04-01') && to.endsWith('-03-31')) return `${from.slice(0, 4)}-${to.slice(2, 4)}`;
  const [first, last] = [monthAndYear(from), monthAndYear(to)];
  return first === last ? first : `${first} to ${last}`;
}

function monthAndYear(day: string): string {
  return longDate(day).replace(/^\d+ /, '');
}
