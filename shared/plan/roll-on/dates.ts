import { longDate, readDue } from '../due.ts';
import type { Period } from '../financial-year.ts';
import type { Due } from '../model.ts';
import type { RollOnOptions } from './options.ts';
import { addYears, later, laterYears, yearOf, yearsOf } from './years.ts';

/**
 * A date as the new plan has it; undefined where it is cleared. What is set nationally, and what means no day ("In
 * place"), stays in any case. A day that lies in the new period or after it is not moved: it still holds.
 */
export function rolledDue(due: Due, from: Period, to: Period, choice: RollOnOptions['dates']): Due | undefined {
  if (due.fixed || due.date === undefined || choice === 'keep') return due;
  if (choice === 'clear') return undefined;
  if (due.date >= to.from) return due;

  const read = readDue(due.text, from).date === due.date;
  // "Q3" names no year, and is Q3 of whatever period it stands in.
  const anew = readDue(due.text, to);
  if (read && anew.date !== undefined && anew.date !== due.date) return anew;

  const step = yearsOf(from);
  let years = Math.max(1, Math.ceil((yearOf(to.from) - yearOf(due.date)) / step)) * step;
  if (addYears(due.date, years) < to.from) years += step;
  const date = addYears(due.date, years);
  if (!read) return { text: laterYears(due.text, years), date };
  // "Feb 27" is 29 February a year later, as it means the end of the month.
  const written = laterTexts(due.text, years).map((text) => readDue(text, to));
  return written.find((each) => each.date?.slice(0, 7) === date.slice(0, 7)) ?? { text: longDate(date), date };
}

/** A date so many years later in the way in which it is written: which of its numbers is the year shows as it is read. */
function laterTexts(text: string, years: number): string[] {
  const numbers = [...text.matchAll(/\d+/g)].reverse();
  return [
    laterYears(text, years),
    ...numbers.map(
      ({ 0: digits, index }) => text.slice(0, index) + later(digits, years) + text.slice(index + digits.length),
    ),
  ];
}
