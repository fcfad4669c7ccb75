import { financialYear, financialYearOf, type Period, type Quarter, quarterEnd } from './financial-year.ts';
import type { Due } from './model.ts';

/**
 * Reads when something is due, the way plans write it. The text is kept as it is. The date is the last day that it
 * means: "Q3" of 2023-24 is 31 December 2023, "Mar 23" is 31 March 2023, "2025" is 31 December 2025. What names no year
 * ("Q3", "end of June", "31 October") means the first such day of the period, also where that has several years.
 * What means no day ("In place", "Ongoing", "tbc", "Autumn"), could mean two ("11/12") or cannot be ("31 June") has none.
 */
export function readDue(text: string, period: Period): Due {
  const date = text.length > longest ? undefined : lastDay(plain(text), period);
  return date === undefined ? { text } : { text, date };
}

/** A longer text says more than a day. */
const longest = 300;

/** The day that it means, in words: "31 December 2023"; where it means none, its own text: "In place". */
export function describeDue(due: Due): string {
  return due.date === undefined ? due.text : longDate(due.date);
}

/** 2026-10-31 as "31 October 2026". */
export function longDate(day: string): string {
  return `${Number(day.slice(8))} ${monthNames[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;
}

/** 2021-08-24 as "24.08.21". */
export function shortDate(day: string): string {
  return `${day.slice(8)}.${day.slice(5, 7)}.${day.slice(2, 4)}`;
}

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

type Reading = (match: RegExpExecArray, period: Period) => string | undefined;

const month =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const day = '(\\d{1,2})(?:st|nd|rd|th)?';
const year = "'?(20\\d\\d|\\d\\d)";
const gap = '[ ,-]*';

/** Each way to write a date, and the day that it means. The first that fits the whole text decides. */
const readings: [pattern: RegExp, read: Reading][] = [
  // 2026-10-31
  form('(20\\d\\d)-(\\d\\d)-(\\d\\d)', ([, y, m, d]) => exactDay(Number(y), Number(m), Number(d))),
  // 24.08.21, 24/08/2021
  form(`(\\d{1,2})[./-](\\d{1,2})[./-]${year}`, ([, d, m, y]) => exactDay(fullYear(y), Number(m), Number(d))),
  // 31 October 2026, Saturday 31st Oct 26
  form(`${day}(?: of)?${gap}${month}${gap}${year}`, ([, d, m, y]) => exactDay(fullYear(y), monthOf(m), Number(d))),
  // October 31st, 2026
  form(`${month} ${day}[ ,]+(20\\d\\d)`, ([, m, d, y]) => exactDay(Number(y), monthOf(m), Number(d))),
  // 31 October
  form(`${day}(?: of)?${gap}${month}`, ([, d, m], period) =>
    firstIn(period, (each) => exactDay(each, monthOf(m), Number(d))),
  ),
  // Mar 23, March 2024
  form(`${month}(?: of)?${gap}${year}`, ([, m, y]) => monthEnd(fullYear(y), monthOf(m))),
  // 03/2024
  form('(\\d{1,2})[./](20\\d\\d)', ([, m, y]) => monthEnd(Number(y), Number(m))),
  // June
  form(month, ([, m], period) => firstIn(period, (each) => monthEnd(each, monthOf(m)))),
  // 2025-26, 2025/2026, 25/26 (but not 11/12, which may be November 2012)
  form('(20)?(\\d\\d) ?[-/] ?(20)?(\\d\\d)', ([, century, from, , to]) =>
    Number(to) === (Number(from) + 1) % 100 && (century || Number(from) > 12) ? yearEnd(fullYear(from)) : undefined,
  ),
  // Q4 2025-26
  form('(?:q|quarter) ?([1-4])(?: of)?[ ,(]*(?:20)?(\\d\\d) ?[-/] ?(?:20)?(\\d\\d)\\)?', ([, quarter, from, to]) =>
    Number(to) === (Number(from) + 1) % 100 ? quarterEnd(Number(quarter) as Quarter, fullYear(from)) : undefined,
  ),
  // Q3
  form('(?:q|quarter) ?([1-4])', ([, quarter], period) =>
    firstIn(period, (each) => quarterEnd(Number(quarter) as Quarter, each)),
  ),
  // end of the financial year, year end
  form('(?:the )?(?:financial )?year(?:[ -]end)?', (_, period) => firstIn(period, yearEnd)),
  // 2025
  form('(20\\d\\d)', ([, y]) => `${y}-12-31`),
  // October to December 2026, Q1-Q3: the last day of the last
  form('(.*?[a-z].*?)(?: ?[-/&] ?| to | and )(.*[a-z].*)', ([, first, last], period) => {
    const [from, to] = [lastDay(first ?? '', period), lastDay(last ?? '', period)];
    return from !== undefined && to !== undefined && from <= to ? to : undefined;
  }),
];

function lastDay(text: string, period: Period): string | undefined {
  for (const [pattern, read] of readings) {
    const match = pattern.exec(text);
    if (match) return read(match, period);
  }
  return undefined;
}

function form(pattern: string, read: Reading): [RegExp, Reading] {
  return [new RegExp(`^${pattern}$`), read];
}

/** Without what says nothing about the day: case, spaces, the star of a national date, "by the end of", a week day. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/^[* ]+|[*.;, ]+$/g, '')
    .replace(/^(?:to (?:be )?)?(?:due|complete[ds]?|completion|delivered|delivery|achieved|finish(?:ed)?):? /, '')
    .replace(/^(?:by|in|during|until|no later than) /, '')
    .replace(/^(?:the )?end(?: of)? (?!of)/, '')
    .replace(/^(?:w\/[ce]|week (?:commencing|ending)) /, '')
    .replace(/^(?:fy|(?:financial )?year) ?(?=\d)/, '')
    .replace(/^(?:mon|tues|wednes|thurs|fri|satur|sun)day,? /, '');
}

/** The first of the days that `of` gives for the years of the period, if one lies in it. */
function firstIn(period: Period, of: (year: number) => string | undefined): string | undefined {
  const last = Number(period.to.slice(0, 4));
  for (let each = financialYearOf(period.from); each <= last; each += 1) {
    const found = of(each);
    if (found !== undefined && period.from <= found && found <= period.to) return found;
  }
  return undefined;
}

function exactDay(y: number, m: number, d: number): string | undefined {
  return m >= 1 && m <= 12 && d >= 1 && d <= daysIn(y, m) ? iso(y, m, d) : undefined;
}

function monthEnd(y: number, m: number): string | undefined {
  return exactDay(y, m, daysIn(y, m));
}

function yearEnd(y: number): string {
  return financialYear(y).to;
}

/** How many days month `m` (1 to 12) has: day 0 of the next month is its last. */
function daysIn(y: number, m: number): number {
  return new Date(Date.UTC(y, m, 0)).getUTCDate();
}

function iso(y: number, m: number, d: number): string {
  return `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}

function monthOf(name = ''): number {
  return monthNames.findIndex((each) => each.toLowerCase().startsWith(name.slice(0, 3))) + 1;
}

/** 21 is 2021: plans speak of this century. */
function fullYear(digits = ''): number {
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}
