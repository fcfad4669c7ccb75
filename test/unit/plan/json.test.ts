import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { PlanError } from '../../../shared/messages.ts';
import { parsePlanJson, printPlanJson } from '../../../shared/plan/json.ts';
import { seeds, seedsFolder } from '../../support/seeds.ts';

/** A small plan as one would write it by hand: short ids, plain strings, nothing that may be left out. */
const byHand = {
  format: 'wres-plan',
  version: 1,
  plan: {
    id: 'plan',
    title: 'WRES action plan 2026-27',
    trust: { name: 'Northvale' },
    standard: 'WRES',
    edition: '2023',
    period: { from: '2026-04-01', to: '2027-03-31', label: '2026-27' },
    ratingScale: 'rag',
  },
  ratingScales: [{ id: 'rag', title: 'RAG', ratings: [{ code: 'R', label: 'Red', colour: '#c00000' }] }],
  people: [{ id: '1', name: 'Director of People' }],
  indicators: [{ id: '1', number: '1', wording: '', gaps: 'Too few in Band 8a\n• and fewer above' }],
  actions: [{ id: '1', indicator: '1', text: 'Advertise every secondment', leads: ['1'], effects: { '1': 'direct' } }],
};

function refusal(change: (json: typeof byHand) => void): { where?: string | undefined; found?: string | undefined } {
  const json = structuredClone(byHand);
  change(json);
  try {
    parsePlanJson(JSON.stringify(json), randomUUID);
  } catch (error) {
    if (error instanceof PlanError && error.code === 'json-schema') return error.details;
    throw error;
  }
  throw new Error('it was read');
}

test('ids written by hand become UUIDs, and what refers to them follows', () => {
  const plan = parsePlanJson(JSON.stringify(byHand), randomUUID);
  const [action, indicator, person] = [plan.actions[0], plan.indicators[0], plan.people[0]];
  expect(action?.indicator).toBe(indicator?.id);
  expect(action?.leads).toEqual([person?.id]);
  expect(action?.effects).toEqual({ [indicator?.id ?? '']: 'direct' });
  expect(new Set([action?.id, indicator?.id, person?.id]).size).toBe(3);
  expect(indicator?.gaps?.map(({ kind }) => kind)).toEqual(['paragraph', 'bullet']);
});

test('what may be left out is filled in', () => {
  const plan = parsePlanJson(JSON.stringify(byHand), randomUUID);
  expect(plan).toMatchObject({ status: 'draft', preface: [], closing: [] });
  expect(plan.actions[0]).toMatchObject({ updates: [] });
});

test('a plan comes out of its own JSON as it went in', () => {
  const plan = parsePlanJson(JSON.stringify(byHand), randomUUID);
  const printed = printPlanJson(plan);
  expect(parsePlanJson(printed, neverAsked)).toEqual(plan);
  expect(printPlanJson(parsePlanJson(printed, neverAsked))).toBe(printed);
});

describe('what is wrong is said with its place', () => {
  test.each<[string, (json: typeof byHand) => void, string, string]>([
    ['a missing title', (json) => Reflect.deleteProperty(json.plan, 'title'), 'plan, title', 'is missing'],
    [
      'a number for text',
      (json) => Object.assign(json.actions[0] as object, { text: 5 }),
      'actions, item 1, text',
      'should be a list, in square brackets',
    ],
    [
      'a day that is none',
      (json) => Object.assign(json.plan.period, { to: '2027-02-30' }),
      'plan, period, to',
      'is not a day (YYYY-MM-DD)',
    ],
    [
      'a period backwards',
      (json) => Object.assign(json.plan.period, { to: '2025-03-31' }),
      'plan, period',
      'ends before it begins',
    ],
    [
      'an unknown field',
      (json) => Object.assign(json.actions[0] as object, { owner: 'x' }),
      'actions, item 1',
      'has something that a plan does not know: “owner”',
    ],
    ['another version', (json) => Object.assign(json, { version: 2 }), 'version', 'should be 1'],
    [
      'a control character',
      (json) => Object.assign(json.plan, { title: 'a\u0007b' }),
      'plan, title',
      'holds a control character or a broken character',
    ],
    [
      'a script link',
      (json) =>
        Object.assign(json.actions[0] as object, {
          text: [{ kind: 'paragraph', runs: [{ text: 'x', href: 'javascript:alert(1)' }] }],
        }),
      'actions, item 1, text, item 1, runs, item 1, href',
      'is not a web or e-mail link',
    ],
  ])('%s', (_name, change, where, found) => {
    expect(refusal(change)).toMatchObject({ where, found });
  });

  test('a lead, home or rating that is not there', () => {
    for (const change of [{ leads: ['nobody'] }, { indicator: 'none' }, { rating: 'X' }]) {
      expect(refusal((json) => Object.assign(json.actions[0] as object, change)).found).toBeTruthy();
    }
  });

  test('an id that is used twice', () => {
    expect(
      refusal((json) => json.actions.push({ ...(json.actions[0] as (typeof json.actions)[number]) })).found,
    ).toBeTruthy();
  });
});

test('text that is not JSON is refused with the line', () => {
  const broken = () => parsePlanJson('{\n  "format": "wres-plan",\n  "version": 1,,\n}', randomUUID, 'plan.json');
  expect(broken).toThrow(/^plan\.json is not JSON: line 3, column \d+\./);
  expect(() => parsePlanJson('', randomUUID)).toThrow(PlanError);
});

describe.skipIf(!seedsFolder)('a published plan', () => {
  test.each(seeds())('$number comes out as it went in, but for ids given and defaults filled', ({ planJson }) => {
    const { _notes, ...given } = JSON.parse(planJson);
    const out = JSON.parse(printPlanJson(parsePlanJson(planJson, randomUUID)));
    for (const scale of out.ratingScales) for (const rating of scale.ratings) Reflect.deleteProperty(rating, 'id');
    expect(out).toEqual(given);
  });
});

function neverAsked(): string {
  throw new Error('every id was there already');
}
