import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checks, runCheck } from '../../../../shared/plan/checks/all.ts';
import { financialYear } from '../../../../shared/plan/financial-year.ts';
import { parsePlanJson, printPlanJson } from '../../../../shared/plan/json.ts';
import { type Plan, planSchema } from '../../../../shared/plan/model.ts';
import { overviewOf } from '../../../../shared/plan/overview.ts';
import { presetScale } from '../../../../shared/plan/rating-scales.ts';
import { toPlainText } from '../../../../shared/plan/rich-text.ts';
import { carriedFrom } from '../../../../shared/plan/roll-on/carried-from.ts';
import { rolledDue } from '../../../../shared/plan/roll-on/dates.ts';
import type { RollOnOptions } from '../../../../shared/plan/roll-on/options.ts';
import { rollOn } from '../../../../shared/plan/roll-on/roll-on.ts';
import { laterYears, nextPeriod } from '../../../../shared/plan/roll-on/years.ts';
import { filtered, rowsOf } from '../../../../shared/plan/rows.ts';
import { brokenRule } from '../../../../shared/plan/rules.ts';
import { textsOf } from '../../../../shared/plan/texts.ts';
import { counter } from '../../../support/ids.ts';
import { plans } from '../../../support/plan-arbitrary.ts';

const root = path.resolve(import.meta.dirname, '../../../..');
const shared = process.env.WRES_SHARED ?? path.resolve(root, '../shared');
const seeds = ['000', '001', '002', '003', '004'].map((name) => path.join(shared, 'seeds', `${name}.plan.json`));
const sample = parsePlanJson(readFileSync(path.join(root, 'assets/sample-plan.json'), 'utf8'), idsOf(1));

const today = '2026-11-22';
const usual: Omit<RollOnOptions, 'period'> = { finished: 'summary', dates: 'move', ratings: 'not-begun', notes: true };
const choices: fc.Arbitrary<Omit<RollOnOptions, 'period'>> = fc.record({
  finished: fc.constantFrom('summary', 'leave', 'carry'),
  dates: fc.constantFrom('move', 'clear', 'keep'),
  ratings: fc.constantFrom('not-begun', 'none'),
  notes: fc.boolean(),
});

describe('any plan', () => {
  test('rolls on, twice too, to a plan that keeps the rules, and is itself left as it is', () => {
    fc.assert(
      fc.property(plans(), choices, choices, (plan, first, second) => {
        const before = printPlanJson(plan);
        const ids = idsOf(7);
        const once = rollOn(plan, { ...first, period: nextPeriod(plan.period) }, today, ids);
        const twice = rollOn(once.plan, { ...second, period: nextPeriod(once.plan.period) }, today, ids);
        expect(printPlanJson(plan)).toBe(before);
        for (const { plan: next } of [once, twice]) {
          expect(planSchema.parse(next)).toEqual(next);
          expect(brokenRule(next)).toBeUndefined();
        }
        const old = new Set(idsIn(plan));
        expect(idsIn(once.plan).filter((id) => old.has(id))).toEqual([]);
        for (const { to, from } of twice.report.carried) {
          expect(carriedFrom(twice.plan, to)).toEqual({ action: from, period: once.plan.period.label });
        }
      }),
      { numRuns: 200 },
    );
  });

  test('loses nothing that is not named: each action is carried, summed up or left behind, and so is each text', () => {
    fc.assert(
      fc.property(plans(), choices, (plan, options) => {
        const { plan: next, report } = rollOn(plan, { ...options, period: nextPeriod(plan.period) }, today, idsOf(7));
        const carried = new Set(report.carried.map(({ from }) => from));
        const named = new Set(report.finished.map(({ from }) => from));
        for (const { id } of plan.actions) expect(carried.has(id) || named.has(id)).toBe(true);
        expect(next.actions).toHaveLength(carried.size);

        const summary = next.preface
          .slice(plan.preface.length)
          .map(({ body }) => plain(toPlainText(body)))
          .join(' ');
        const texts = new Set(textsOf(next).map(({ value }) => JSON.stringify(value)));
        const fates = new Map(report.finished.map(({ from, fate }) => [from, fate]));
        for (const action of plan.actions) {
          const fate = fates.get(action.id) ?? 'carried';
          if (fate === 'carried') expect(texts.has(JSON.stringify(action.text)) || action.text.length === 0).toBe(true);
          if (fate === 'summed up') expect(summary).toContain(plain(toPlainText(action.text.map(asParagraph))));
        }
        const gone = plan.actions
          .filter(({ id }) => !carried.has(id))
          .flatMap(({ id, updates }) => [id, ...updates.map((each) => each.id)]);
        for (const { kind, id, field, value, internal, official } of textsOf(plan)) {
          const moved = field === 'due' || field === 'wording' || official || (internal && !options.notes);
          if (moved || (kind === 'action' && gone.includes(id)) || (kind === 'update' && gone.includes(id))) continue;
          expect(texts.has(JSON.stringify(value)), `${kind} ${field}`).toBe(true);
        }
        expect(report.notes.length > 0 && options.notes).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  test('has each moved or cleared date, and each old rating, in the report or in a dated update', () => {
    fc.assert(
      fc.property(plans(), choices, (plan, options) => {
        const { plan: next, report } = rollOn(plan, { ...options, period: nextPeriod(plan.period) }, today, idsOf(7));
        const now = new Map(next.actions.map((action) => [carriedFrom(next, action.id)?.action, action]));
        const finished = new Set(report.finished.map(({ from }) => from));
        for (const action of plan.actions) {
          const after = now.get(action.id);
          if (!after || finished.has(action.id)) continue;
          expect(after.updates.slice(0, -1).map(({ id: _, ...rest }) => rest)).toEqual(
            action.updates.map(({ id: _, ...rest }) => rest),
          );
          const home = plan.indicators.find(({ id }) => id === action.indicator);
          expect(after.updates.at(-1)).toMatchObject({ date: today });
          expect(after.updates.at(-1)?.rating).toBe(action.rating ?? home?.rating);
          const changed = JSON.stringify(after.due) !== JSON.stringify(action.due);
          if (changed) expect(report.dates.some(({ before }) => before === action.due)).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('the published plans', () => {
  test.skipIf(!existsSync(seeds[0] ?? ''))('all roll on to plans that keep the rules', () => {
    for (const seed of seeds) {
      const plan = parsePlanJson(readFileSync(seed, 'utf8'), idsOf(1));
      const { plan: next, report } = rollOn(plan, { ...usual, period: nextPeriod(plan.period) }, today, idsOf(7));
      expect(planSchema.parse(next)).toEqual(next);
      expect(brokenRule(next)).toBeUndefined();
      expect(report.carried.length + report.finished.length).toBe(plan.actions.length);
      const open = next.actions.filter(({ due }) => due?.date !== undefined && !due.fixed);
      expect(open.filter(({ due }) => (due?.date ?? '') < next.period.from)).toEqual([]);
    }
  });
});

describe('dates', () => {
  const [from, to] = [financialYear(2025), financialYear(2026)];
  const move = (text: string, date?: string) => rolledDue({ text, ...(date && { date }) }, from, to, 'move');

  test.for([
    ['Q3', '2025-12-31', 'Q3', '2026-12-31'],
    ['Q4', '2026-03-31', 'Q4', '2027-03-31'],
    ['31 October', '2025-10-31', '31 October', '2026-10-31'],
    ['Mar 26', '2026-03-31', 'Mar 27', '2027-03-31'],
    ['24.08.25', '2025-08-24', '24.08.26', '2026-08-24'],
    ['2025-10-31', '2025-10-31', '2026-10-31', '2026-10-31'],
    ['Q2 2025-26', '2025-09-30', 'Q2 2026-27', '2026-09-30'],
    ['By the end of September 2025', '2025-09-30', 'By the end of September 2026', '2026-09-30'],
    ['May to June 2025', '2025-06-30', 'May to June 2026', '2026-06-30'],
    // Long past: the first such day of the new year, not one that is past again.
    ['Jun 23', '2023-06-30', 'Jun 26', '2026-06-30'],
    // A day that somebody set against its words.
    ['After the 2025 survey', '2025-11-15', 'After the 2026 survey', '2026-11-15'],
    // It lies in the new year already.
    ['December 2026', '2026-12-31', 'December 2026', '2026-12-31'],
  ] as const)('%s moves on to the same day of the new year', ([text, date, newText, newDate]) => {
    expect(move(text, date)).toEqual({ text: newText, date: newDate });
  });

  test('what is set nationally or means no day stays; others can be cleared or kept', () => {
    const fixed = { text: '31 October 2025', date: '2025-10-31', fixed: true as const };
    const open = { text: 'Q3', date: '2025-12-31' };
    for (const choice of ['move', 'clear', 'keep'] as const) {
      expect(rolledDue(fixed, from, to, choice)).toEqual(fixed);
      expect(rolledDue({ text: 'In place' }, from, to, choice)).toEqual({ text: 'In place' });
    }
    expect(rolledDue(open, from, to, 'clear')).toBeUndefined();
    expect(rolledDue(open, from, to, 'keep')).toEqual(open);
  });

  test('years that no plan has end nowhere else', () => {
    const ages = { from: '0001-01-01', to: '9999-12-31', label: 'For ever' };
    expect(nextPeriod(ages)).toMatchObject({ from: '9999-01-01', to: '9999-12-31' });
    const last = { from: '9999-12-31', to: '9999-12-31', label: 'The last day' };
    expect(rolledDue({ text: 'x', date: '0500-01-01' }, ages, last, 'move')?.date).toBe('9999-01-01');
    expect(rolledDue({ text: 'x', date: '0500-01-01' }, from, to, 'move')?.date).toBe('2027-01-01');
  });

  test('the end of February is the end of February, and the 29th the 28th', () => {
    const [leap, next] = [financialYear(2023), financialYear(2024)];
    expect(rolledDue({ text: 'Feb 24', date: '2024-02-29' }, leap, next, 'move')).toEqual({
      text: 'Feb 25',
      date: '2025-02-28',
    });
    expect(rolledDue({ text: '29 Feb 2024', date: '2024-02-29' }, leap, next, 'move')).toEqual({
      text: '28 February 2025',
      date: '2025-02-28',
    });
  });
});

test('years move on as they are written, and numbers that are no years do not', () => {
  expect(laterYears('Plan 2025-26, 2025/2026 and 25/26; 11/12 posts, 31/03/2025, 2,025 staff, 1 in 20', 1)).toBe(
    'Plan 2026-27, 2026/2027 and 26/27; 11/12 posts, 31/03/2025, 2,025 staff, 1 in 20',
  );
  expect(nextPeriod({ from: '2021-04-01', to: '2023-03-31', label: '2021-2023' })).toEqual({
    from: '2023-04-01',
    to: '2025-03-31',
    label: '2023-2025',
  });
  expect(nextPeriod({ from: '2024-01-01', to: '2024-12-31', label: '2024' }).label).toBe('2025');
});

describe('the sample plan, rolled on', () => {
  const { plan: next, report } = rollOn(sample, { ...usual, period: financialYear(2027) }, today, idsOf(7));

  test('begins as a draft of the new year, and its title and introduction are flagged, not changed', () => {
    expect(next).toMatchObject({
      status: 'draft',
      title: sample.title,
      period: financialYear(2027),
      layout: sample.layout,
    });
    expect(report.title.suggested).toBe('Workforce Race Equality Standard (WRES) action plan 2027-28');
    expect(report.years.map(({ where, years }) => [where, years])).toContainEqual([
      'The introduction, “About this plan”',
      '2026-27',
    ]);
    expect(next.preface.slice(0, sample.preface.length).map(({ body }) => body)).toEqual(
      sample.preface.map(({ body }) => body),
    );
  });

  test('says what was done under each indicator, and what was late of what goes on', () => {
    const [summary] = next.preface.slice(sample.preface.length);
    expect(summary?.heading).toBe('What we did in 2026-27');
    expect(report.finished.every(({ fate }) => fate === 'summed up')).toBe(true);
    expect(summary?.body.filter(({ kind }) => kind === 'bullet')).toHaveLength(report.finished.length);
    const last = next.actions.map(({ updates }) => toPlainText(updates.at(-1)?.text ?? []));
    expect(last.every((words) => words.startsWith('Carried over from 2026-27'))).toBe(true);
    expect(last).toContain('Carried over from 2026-27, where it was rated Red and due 30 September 2026, and late.');
    // This scale has no word for what has not begun.
    expect([...next.actions, ...next.indicators].every(({ rating }) => rating === undefined)).toBe(true);
  });

  test('begins as not begun where the scale has a word for that', () => {
    const scale = presetScale('five-code', idsOf(3));
    const rated = {
      ...sample,
      ratingScale: scale.id,
      ratingScales: [scale],
      indicators: sample.indicators.map(({ rating: _, ...each }) => ({ ...each, updates: [] })),
      actions: sample.actions.map((each, index) => ({ ...each, updates: [], rating: index === 0 ? 'B' : 'A' })),
    };
    const rolled = rollOn(rated, { ...usual, period: financialYear(2027) }, today, idsOf(7));
    expect(new Set(rolled.plan.actions.map(({ rating }) => rating))).toEqual(new Set(['GB']));
    expect(rolled.plan.actions.every(({ updates }) => updates.at(-1)?.rating === 'A')).toBe(true);
    const along = rollOn(rated, { ...usual, finished: 'carry', period: financialYear(2027) }, today, idsOf(7));
    expect(along.plan.actions.map(({ rating }) => rating).filter((code) => code === 'B')).toHaveLength(1);
  });

  test('has what was carried over to be filtered for, and counted', () => {
    expect(filtered(rowsOf(next, today), { carriedOver: true })).toHaveLength(report.carried.length);
    expect(filtered(rowsOf(sample, today), { carriedOver: true })).toEqual([]);
    expect(overviewOf(next, today).carriedOver.map(({ row }) => row.carriedFrom)).toEqual(
      report.carried.map(() => '2026-27'),
    );
  });

  test('lets its checks find nothing in what rolling on itself wrote', () => {
    const [repeated] = checks
      .filter(({ id }) => id === 'repeated-update')
      .map((check) => runCheck(check, next, { today }));
    const before = checks
      .filter(({ id }) => id === 'repeated-update')
      .map((check) => runCheck(check, sample, { today }));
    expect(repeated?.findings.length).toBeLessThanOrEqual(before[0]?.findings.length ?? 0);
  });
});

test('the new edition words the indicators, words of the plan’s own stay, and an unknown edition is the newest', () => {
  const old = {
    ...sample,
    edition: '2023',
    period: financialYear(2024),
    indicators: sample.indicators.map((each) =>
      each.number === '2' ? { ...each, wording: 'Shortlisting, as we say it' } : each,
    ),
  };
  const { plan: next, report } = rollOn(
    old,
    { ...usual, period: financialYear(2025), edition: '1999' },
    today,
    idsOf(7),
  );
  expect(report.edition).toEqual({ from: '2023', to: '2025' });
  expect(report.wordings.map(({ number, takes }) => [number, takes])).toContainEqual(['2', 'own']);
  expect(report.wordings.find(({ number }) => number === '3')).toMatchObject({ takes: 'new' });
  expect(next.indicators.find(({ number }) => number === '2')?.wording).toBe('Shortlisting, as we say it');
});

test('the same year and an earlier one are declined in words', () => {
  for (const year of [2026, 2020]) {
    expect(() => rollOn(sample, { ...usual, period: financialYear(year) }, today, idsOf(7))).toThrow(
      `The plan is for 2026-27, and can be rolled on to a later one only, not to ${financialYear(year).label}.`,
    );
  }
});

function idsOf(group: number): () => string {
  const next = counter();
  return () => next().replace(/^0{8}/, String(group).padStart(8, '0'));
}

function idsIn(plan: Plan): string[] {
  const owners = [...plan.indicators, ...plan.actions];
  return [
    plan,
    ...plan.preface,
    ...plan.closing,
    ...plan.people,
    ...plan.ratingScales.flatMap(({ ratings }) => ratings),
    ...owners,
    ...owners.flatMap(({ updates }) => updates),
    ...(plan.exceptions ?? []),
  ].map(({ id }) => id);
}

const asParagraph = <Block extends object>(block: Block) => ({ ...block, kind: 'paragraph' as const });
const plain = (words: string) => words.replace(/\s+/g, ' ').trim();
