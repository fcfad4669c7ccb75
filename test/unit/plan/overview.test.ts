import { describe, expect, it } from 'vitest';
import { setField } from '../../../shared/plan/edits/set-field.ts';
import { addDays, overviewInWords, overviewOf } from '../../../shared/plan/overview.ts';
import { ratingScalePresets } from '../../../shared/plan/rating-scales.ts';
import { type Filter, filtered, rowsOf, sorted } from '../../../shared/plan/rows.ts';
import { standingOf } from '../../../shared/plan/standing.ts';
import { Ledger } from './edits/ledger.ts';
import { smallPlan } from './edits/small-plan.ts';

const { plan, id } = smallPlan();
const today = '2026-12-15';
const rows = rowsOf(plan, today);
const names = (found: { id: string }[]) =>
  found.map((row) => ['a', 'b', 'c', 'd'].find((name) => id(name) === row.id)).join('');

describe('rows', () => {
  it('hold what counts for each action, and say what is its indicator’s', () => {
    expect(names(rows)).toBe('abcd');
    expect(rows[0]).toMatchObject({
      number: '1',
      home: 'Indicator 1',
      text: 'Publish the figures.\nTell every team.',
      leads: [{ name: 'Ann Okoro' }],
      due: { date: '2027-03-31' },
      rating: { label: 'Amber' },
      inherited: { leads: true, due: true, rating: true },
      latest: { id: id('a1') },
      overdue: false,
    });
    expect(rows[3]).toMatchObject({
      home: 'Whole plan',
      indicator: null,
      inherited: { leads: false, due: false, rating: false },
    });
    expect(rows.map(({ number }) => number)).toEqual(['1', '2', '3', '4']);
  });

  it('stay the same objects but for what an edit changed', () => {
    const ledger = new Ledger(plan, smallPlan().newId);
    const before = rowsOf(ledger.plan, today);
    const after = rowsOf(ledger.apply(setField(ledger.plan, 'action', id('b'), 'rating', 'G')), today);
    expect(after.map((row, index) => row === before[index])).toEqual([true, false, true, true]);
    expect(after[1]?.rating?.label).toBe('Green');
    const led = rowsOf(ledger.apply(setField(ledger.plan, 'indicator', id('one'), 'leads', [id('team')])), today);
    expect(led.map((row, index) => row === after[index])).toEqual([false, false, true, true]);
    expect(rowsOf(ledger.plan, '2027-06-01')[0]?.overdue).toBe(true);
  });

  it.each<[string, Filter]>([
    ['abcd', {}],
    ['ad', { lead: id('ann') }],
    ['', { lead: null }],
    ['ab', { indicator: id('one') }],
    ['d', { indicator: null }],
    ['a', { rating: 'A' }],
    ['cd', { rating: null }],
    ['', { overdue: true }],
    ['bcd', { noUpdateSince: '2026-08-02' }],
    ['cd', { noUpdateSince: '2026-08-01' }],
    ['acd', { text: 'ANN' }],
    ['b', { text: 'mentors inclusion' }],
    ['bd', { lead: id('team'), text: ' ' }],
  ])('shows %o of the filter %o', (expected, filter) => {
    expect(names(filtered(rows, filter))).toBe(expected);
  });

  it('are not asked after where their rating says that they are complete', () => {
    const ratings = plan.ratingScales[0]?.ratings.map((each) => ({ ...each, label: 'Complete' })) ?? [];
    const done = { ...plan, ratingScales: plan.ratingScales.map((scale) => ({ ...scale, ratings })) };
    expect(names(filtered(rowsOf(done, today), { noUpdateSince: '2026-08-02' }))).toBe('cd');
  });

  it('sort by each column, those without a value last both ways', () => {
    expect(names(sorted(plan, rows, 'due'))).toBe('cabd');
    expect(names(sorted(plan, rows, 'due', true))).toBe('abcd');
    expect(names(sorted(plan, rows, 'rating'))).toBe('bacd');
    expect(names(sorted(plan, rows, 'rating', true))).toBe('abcd');
    expect(names(sorted(plan, rows, 'text'))).toBe('bcad');
    expect(names(sorted(plan, rows, 'indicator', true))).toBe('dcab');
    expect(names(sorted(plan, rows, 'latest'))).toBe('bacd');
    expect(names(sorted(plan, rows, 'leads'))).toBe('acdb');
    expect(names(sorted(plan, rows, 'number'))).toBe('abcd');
    const numbered = rows.map((row, index) => ({ ...row, number: ['10', '9', '', '2a'][index] ?? '' }));
    expect(names(sorted(plan, numbered, 'number'))).toBe('dbac');
  });

  it('are there at once, also 5,000 of them', () => {
    const many = Array.from(
      { length: 5_000 },
      (_, index) => ({ ...plan.actions[index % 4], id: `x${index}` }) as (typeof plan.actions)[number],
    );
    const large = { ...plan, actions: many };
    const run = () => {
      const start = performance.now();
      const all = rowsOf(large, today);
      expect(sorted(large, filtered(all, { text: 'publish' }), 'due')).toHaveLength(1_250);
      return performance.now() - start;
    };
    run();
    expect(Math.min(run(), run(), run(), run(), run())).toBeLessThan(60);
  });
});

describe('the overview', () => {
  it('counts by rating and home, and leads to each action that needs something', () => {
    const overview = overviewOf(plan, '2027-04-01');
    expect(overview.ratings.map(({ rating, count }) => [rating?.code, count])).toEqual([
      ['R', 1],
      ['A', 1],
      [undefined, 2],
    ]);
    expect(overview.homes.map(({ name, actions }) => [name, actions])).toEqual([
      ['Indicator 1', 2],
      ['Indicator 2', 1],
      ['Whole plan', 1],
    ]);
    expect(names(overview.overdue.map(({ row }) => row))).toBe('cab');
    expect(overview.overdue[0]?.place).toEqual({ kind: 'action', id: id('c'), field: 'due' });
    expect(names(overview.withoutDate.map(({ row }) => row))).toBe('d');
    expect(names(overview.withoutRating.map(({ row }) => row))).toBe('cd');
    expect(names(overview.stale.map(({ row }) => row))).toBe('abcd');
    expect(overviewInWords(overview)).toEqual([
      'The plan has 4 actions: 1 Red, 1 Amber and 2 without a rating.',
      '3 actions are overdue, the first since 31 December 2026.',
      'Nothing is due within the next 90 days.',
      '1 action has no date.',
    ]);
  });

  it('parts what is due soon from what is due later', () => {
    const overview = overviewOf(plan, '2026-12-15', '2026-08-15');
    expect(names(overview.dueIn30.map(({ row }) => row))).toBe('c');
    expect(names(overviewOf(plan, '2026-12-31').dueIn30.map(({ row }) => row))).toBe('c');
    expect(names(overviewOf(plan, '2026-12-31').dueIn90.map(({ row }) => row))).toBe('ab');
    expect(names(overview.stale.map(({ row }) => row))).toBe('bcd');
    expect(overview.overdue).toEqual([]);
    expect(overviewInWords(overview)).toContain('1 action is due within 30 days, and nothing more within 90.');
    expect(addDays('2028-02-28', 2)).toBe('2028-03-01');
  });

  it('says so of a plan without actions', () => {
    expect(overviewInWords(overviewOf({ ...plan, actions: [] }, today))).toEqual(['The plan has no actions yet.']);
  });
});

describe('what a rating says of the work', () => {
  it.each(ratingScalePresets.flatMap((scale) => scale.ratings.map((rating) => [scale.id, rating] as const)))(
    'in %s: $label',
    (scale, rating) => {
      const expected = {
        'brag B': 'complete',
        'five-code B': 'complete',
        'words Complete': 'complete',
        'words Carried over': 'closed',
      };
      expect(standingOf(rating)).toBe(expected[`${scale} ${rating.code}` as keyof typeof expected] ?? 'open');
    },
  );

  it.each([
    ['Complete / Business as Usual', '', 'complete'],
    ['On Track', 'Either: A. not yet completed', 'open'],
    ['Not completed', '', 'open'],
    ['Incomplete', '', 'open'],
    ['On track to deliver', '', 'open'],
    ['Delivered', '', 'complete'],
    ['Green', '', 'open'],
    ['GREEN', 'Completed: evidence on file', 'complete'],
    ['Green', 'Expected to be completed on time', 'open'],
    ['Blue', '', 'complete'],
    ['No longer pursued', '', 'closed'],
  ])('“%s”, meaning “%s”, is %s', (label, meaning, standing) => {
    expect(standingOf({ label, meaning })).toBe(standing);
  });
});
