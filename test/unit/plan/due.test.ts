import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeDue, longDate, readDue, shortDate } from '../../../shared/plan/due.ts';
import { financialYear, financialYearOf, quarterEnd, quarterOf } from '../../../shared/plan/financial-year.ts';
import { type Due, dueSchema } from '../../../shared/plan/model.ts';
import { seeds, seedsFolder } from '../../support/seeds.ts';

const period = financialYear(2026);
const twoYears = { from: '2021-04-01', to: '2023-03-31', label: '2021-2023' };
const dateOf = (text: string, within = period) => readDue(text, within).date;

describe('a due date as plans write it', () => {
  it.each([
    ['Q1', '2026-06-30'],
    ['Q2', '2026-09-30'],
    ['q3', '2026-12-31'],
    ['Q4', '2027-03-31'],
    ['Quarter 2', '2026-09-30'],
    ['End of Q2', '2026-09-30'],
    ['Q1-Q3', '2026-12-31'],
    ['Q1 to Q2', '2026-09-30'],
    ['Q4 2025-26', '2026-03-31'],
    ['Q4 2025/26', '2026-03-31'],
    ['Q1 (2027-28)', '2027-06-30'],
    ['Q2 of 25/26', '2025-09-30'],
    ['Mar 23', '2023-03-31'],
    ['Mar-23', '2023-03-31'],
    ['Sept 2026', '2026-09-30'],
    ["March '24", '2024-03-31'],
    ['March 2024', '2024-03-31'],
    ['by March 2024', '2024-03-31'],
    ['*March 2024', '2024-03-31'],
    ['February 2024', '2024-02-29'],
    ['December 2021', '2021-12-31'],
    ['03/2027', '2027-03-31'],
    ['2025', '2025-12-31'],
    ['By the end of 2025', '2025-12-31'],
    ['2025-26', '2026-03-31'],
    ['2025/2026', '2026-03-31'],
    ['23/24', '2024-03-31'],
    ['24.08.21', '2021-08-24'],
    ['24/08/2021', '2021-08-24'],
    ['4-8-26', '2026-08-04'],
    ['2026-10-31', '2026-10-31'],
    ['31 October 2026', '2026-10-31'],
    ['31st Oct 26', '2026-10-31'],
    ['Saturday 31 October 2026', '2026-10-31'],
    ['October 31st, 2026', '2026-10-31'],
    ['end of June', '2026-06-30'],
    ['End June 2026', '2026-06-30'],
    ['February', '2027-02-28'],
    ['31 October', '2026-10-31'],
    ['1 March', '2027-03-01'],
    ['year end', '2027-03-31'],
    ['End of the financial year', '2027-03-31'],
    ['October to December 2026', '2026-12-31'],
    ['Oct\u00a02026 – Jan\u00a02027', '2027-01-31'],
  ])('reads “%s” as %s', (text, date) => {
    expect(readDue(text, period)).toEqual({ text, date });
  });

  it.each([
    ...[
      'In place',
      'Ongoing',
      'tbc',
      'TBC',
      'Complete',
      'N/A',
      'Autumn',
      'Autumn 2026',
      'Summer',
      'mid June',
      'early 2027',
    ],
    ...['31 June 2026', '30.02.24', '29 February', '00/12/2026', '12/31/2026', '13/2026', '2026-13-01', 'Q5', 'Q0'],
    ...[
      '11/12',
      '09/10',
      '2025-27',
      'Q4 2025',
      'Q4 2025-27',
      'Q3-Q1',
      'within 6 months',
      '14',
      '1999',
      '',
      ' ',
      '-',
      '12 -',
    ],
  ])('keeps “%s” without a date', (text) => {
    expect(readDue(text, period)).toEqual({ text });
  });

  it('takes the first such day of a period of several years', () => {
    expect(dateOf('Q3', twoYears)).toBe('2021-12-31');
    expect(dateOf('end of June', twoYears)).toBe('2021-06-30');
    expect(dateOf('31 March', twoYears)).toBe('2022-03-31');
    expect(dateOf('29 February', { ...twoYears, to: '2025-03-31' })).toBe('2024-02-29');
  });

  it('has no date where the period has no such quarter', () => {
    const secondHalf = { from: '2026-10-01', to: '2027-03-31', label: 'second half' };
    expect(dateOf('Q1', secondHalf)).toBeUndefined();
    expect(dateOf('Q4', secondHalf)).toBe('2027-03-31');
  });

  it('reads a calendar year’s quarters as the financial quarters that end in it', () => {
    const calendar = { from: '2026-01-01', to: '2026-12-31', label: '2026' };
    expect(dateOf('Q4', calendar)).toBe('2026-03-31');
    expect(dateOf('Q3', calendar)).toBe('2026-12-31');
  });

  it.skipIf(!seedsFolder)('gives every due date of the published plans as their plan JSON has it', () => {
    const found = seeds().flatMap(({ number, planJson }) => {
      const file = JSON.parse(planJson);
      const dues: Due[] = [...file.indicators, ...file.actions].flatMap((each) => each.due ?? []);
      return dues.map((due) => ({ number, due, read: readDue(due.text, file.plan.period) }));
    });
    expect(found.length).toBeGreaterThan(30);
    expect(found.map(({ number, read }) => [number, read])).toEqual(found.map(({ number, due }) => [number, due]));
  });
});

describe('any text at all', () => {
  const words = fc.constantFrom(
    'Q1',
    'q4',
    'Mar',
    'june',
    '31',
    '2',
    '26',
    '2026',
    '/',
    '.',
    '-',
    ' ',
    'of',
    'end',
    'by',
    'to',
    '*',
    'tbc',
  );
  const anyText = fc.oneof(
    fc.string({ maxLength: 200 }),
    fc.array(words, { maxLength: 12 }).map((parts) => parts.join('')),
  );

  it('keeps its words, and has a real day or none', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 2001, max: 2090 }), (text, year) => {
        const due = readDue(text, financialYear(year));
        expect(due.text).toBe(text);
        if (due.date !== undefined) expect(dueSchema.shape.date.safeParse(due.date).success).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is read quickly, however long and odd it is', () => {
    const start = performance.now();
    for (const text of ['a-'.repeat(100), 'q1 to '.repeat(33), '-'.repeat(200), 'a'.repeat(200)]) readDue(text, period);
    expect(performance.now() - start).toBeLessThan(200);
  });
});

describe('a day', () => {
  const day = fc
    .date({ min: new Date('2001-01-01'), max: new Date('2098-12-31'), noInvalidDate: true })
    .map((each) => each.toISOString().slice(0, 10));

  it('comes back from every way in which it is printed', () => {
    fc.assert(
      fc.property(day, (each) => {
        for (const text of [each, longDate(each), shortDate(each), `${longDate(each).replace(/ (\w{3})\w*/, ' $1')}`]) {
          expect(dateOf(text)).toBe(each);
        }
      }),
    );
  });

  it('lies in one financial year and one quarter of it', () => {
    fc.assert(
      fc.property(day, (each) => {
        const year = financialYearOf(each);
        const { from, to } = financialYear(year);
        expect(from <= each && each <= to).toBe(true);
        const quarter = quarterOf(each);
        expect(each <= quarterEnd(quarter, year)).toBe(true);
        if (quarter > 1) expect(each > quarterEnd((quarter - 1) as 1 | 2 | 3, year)).toBe(true);
        expect(dateOf(`Q${quarter}`, financialYear(year))).toBe(quarterEnd(quarter, year));
      }),
    );
  });

  it('is described in words, and text without a day by itself', () => {
    expect(describeDue({ text: 'Q3', date: '2023-12-31' })).toBe('31 December 2023');
    expect(describeDue({ text: 'In place' })).toBe('In place');
    expect(longDate('2026-10-01')).toBe('1 October 2026');
    expect(shortDate('2021-08-24')).toBe('24.08.21');
    expect(financialYear(2099).label).toBe('2099-00');
  });
});
