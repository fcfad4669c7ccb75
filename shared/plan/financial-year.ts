import type { Plan } from './model.ts';

/**
 * Financial years and their quarters. A Trust's year runs from 1 April to 31 March; its first quarter ends in June.
 * A year is named by the calendar year that it begins in: 2026 is 2026-27.
 */

export type Period = Plan['period'];
export type Quarter = 1 | 2 | 3 | 4;

/** The financial year that begins on 1 April of `year`, ready to be a plan's period: label "2026-27". */
export function financialYear(year: number): Period {
  return {
    from: `${year}-04-01`,
    to: `${year + 1}-03-31`,
    label: `${year}-${String((year + 1) % 100).padStart(2, '0')}`,
  };
}

/** The financial year that a day (YYYY-MM-DD) falls in: 2026 for 31 March 2027. */
export function financialYearOf(day: string): number {
  const year = Number(day.slice(0, 4));
  return day.slice(5) < '04-01' ? year - 1 : year;
}

/** The quarter of the financial year that a day (YYYY-MM-DD) falls in: 4 for 31 March. */
export function quarterOf(day: string): Quarter {
  return (Math.floor(((Number(day.slice(5, 7)) + 8) % 12) / 3) + 1) as Quarter;
}

/** The last day (YYYY-MM-DD) of a quarter of the financial year that begins in `year`. */
export function quarterEnd(quarter: Quarter, year: number): string {
  return quarter === 4 ? `${year + 1}-03-31` : `${year}-${{ 1: '06-30', 2: '09-30', 3: '12-31' }[quarter]}`;
}
