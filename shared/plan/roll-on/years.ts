import type { Period } from '../financial-year.ts';
import { usualLabel } from '../period-label.ts';

/** The same day some years later; 29 February is the 28th where there is none. The last year is 9999. YYYY-MM-DD */
export function addYears(day: string, years: number): string {
  const year = Math.min(9999, yearOf(day) + years);
  const leap = new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;
  return `${String(year).padStart(4, '0')}${day.endsWith('-02-29') && !leap ? '-02-28' : day.slice(4)}`;
}

/** The calendar year of a day (YYYY-MM-DD). */
export function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

/** How many years a period takes up: 1 for a financial year, and for anything shorter. */
export function yearsOf({ from, to }: Pick<Period, 'from' | 'to'>): number {
  const years = yearOf(to) - yearOf(from);
  return Math.max(1, addYears(from, years) <= to ? years + 1 : years);
}

/** The period of the next plan: as long as this one, beginning where it ends, and called in the same way. */
export function nextPeriod(period: Period): Period {
  const years = yearsOf(period);
  const [from, to] = [addYears(period.from, years), addYears(period.to, years)];
  const label = laterYears(period.label, years);
  return { from, to, label: label === period.label ? usualLabel(from, to) : label };
}

/** A year or several, as they stand in a text: "2025", "2025-26", "2025/2026", "25/26". */
const year = /(?<![\d./-])(?:20\d\d(?:\s?[-–/]\s?(?:20)?\d\d)?|\d\d[-–/]\d\d)(?![\d./-]|\.\d)/g;

/** The years that a text names, and where. What is no two years in a row ("11/12 people") is none. */
export function yearsIn(text: string): { words: string; start: number }[] {
  return [...text.matchAll(year)]
    .filter(([words]) => words.length > 5 || /^20\d\d$/.test(words) || inARow(words))
    .map(({ 0: words, index }) => ({ words, start: index }));
}

/** A text with every year in it so many years later. */
export function laterYears(text: string, years: number): string {
  let [result, end] = ['', 0];
  for (const { words, start } of yearsIn(text)) {
    result += text.slice(end, start) + words.replace(/\d+/g, (digits) => later(digits, years));
    end = start + words.length;
  }
  return result + text.slice(end);
}

/** A year so many years later, with as many digits: "99" is followed by "00". */
export function later(digits: string, years: number): string {
  return String(Number(digits) + years)
    .slice(-digits.length)
    .padStart(digits.length, '0');
}

function inARow(words: string): boolean {
  const [first, second] = words.split(/[-–/]/).map(Number);
  return first !== undefined && first > 12 && second === (first + 1) % 100;
}
