import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DraftEdit } from '../../../../shared/log/edit.ts';
import { PlanError } from '../../../../shared/messages.ts';
import { runChecks } from '../../../../shared/plan/checks/all.ts';
import { addAction, deleteActions, duplicateAction } from '../../../../shared/plan/edits/actions.ts';
import { addIndicator, deleteIndicator, moveIndicator } from '../../../../shared/plan/edits/indicators.ts';
import { joinActions } from '../../../../shared/plan/edits/join-actions.ts';
import { addLead, type Led, removeLead } from '../../../../shared/plan/edits/leads.ts';
import { setMany } from '../../../../shared/plan/edits/many.ts';
import { moveActionBy, moveActions } from '../../../../shared/plan/edits/move-actions.ts';
import { addPerson, mergePeople, movePerson, removePeople } from '../../../../shared/plan/edits/people.ts';
import { chooseRatingScale } from '../../../../shared/plan/edits/rating-scale.ts';
import { deleteRating, ratingsInUse, recodeRating } from '../../../../shared/plan/edits/ratings.ts';
import { addSection, deleteSection, moveSection } from '../../../../shared/plan/edits/sections.ts';
import { setField } from '../../../../shared/plan/edits/set-field.ts';
import { splitAction } from '../../../../shared/plan/edits/split-action.ts';
import { addUpdate, deleteUpdate } from '../../../../shared/plan/edits/updates.ts';
import { existing, recordsOf } from '../../../../shared/plan/existing.ts';
import { parsePlanJson } from '../../../../shared/plan/json.ts';
import type { Plan } from '../../../../shared/plan/model.ts';
import { overviewOf } from '../../../../shared/plan/overview.ts';
import { fromPlainText } from '../../../../shared/plan/rich-text.ts';
import { intoPlan } from '../../../../shared/recognise/into-plan.ts';
import { pastedDocument, tableOfText } from '../../../../shared/recognise/pasted.ts';
import { recognise } from '../../../../shared/recognise/recognise.ts';
import { counter } from '../../../support/ids.ts';
import { seeds } from '../../../support/seeds.ts';
import { Ledger } from './ledger.ts';
import { smallPlan } from './small-plan.ts';

/** Chooses by the next of some random numbers: one of a list, or undefined of an empty one. */
type Choose = <T>(list: readonly T[]) => T | undefined;
type Gesture = (plan: Plan, choose: Choose, newId: () => string) => DraftEdit | undefined;

const words = ['', 'Ann Okoro', 'Review\n• the policy\n• the training', 'BAME staff', '🙂 نص', 'x'.repeat(400)];
const some = <T>(choose: Choose, list: readonly T[]) =>
  [...new Set([choose(list), choose(list), choose(list)])].filter((one) => one !== undefined);
const led = (plan: Plan, choose: Choose): Led[] => [
  ...some(choose, plan.actions).map(({ id }): Led => ({ kind: 'action', id })),
  ...some(choose, plan.indicators)
    .slice(0, choose([0, 1]))
    .map(({ id }): Led => ({ kind: 'indicator', id })),
];
const where = (plan: Plan, choose: Choose) => {
  const indicator = choose([...plan.indicators.map(({ id }) => id), null]) ?? null;
  const there = plan.actions.filter((each) => each.indicator === indicator).map(({ id }) => id);
  const after = choose([undefined, null, ...there]);
  return { indicator, ...(after !== undefined && { after }) };
};
const with1 = <T>(one: T | undefined, make: (one: T) => DraftEdit | undefined) =>
  one === undefined ? undefined : make(one);
const rich = (choose: Choose) => fromPlainText(choose(words) ?? '');
const codes = (plan: Plan) => recordsOf(plan, 'rating').map(({ code }) => code);

const gestures: Record<string, Gesture> = {
  addAction: (plan, choose, newId) => addAction(plan, newId(), where(plan, choose), rich(choose)),
  intoPlan: (plan, choose, newId) => {
    const rows = [
      ['Action', 'Lead', 'Due', 'RAG'],
      [choose(words) ?? '', 'ann okoro / New, Other', 'Q3', choose(codes(plan)) ?? 'No such'],
      [choose(words) ?? ''],
    ];
    const table = tableOfText(rows.map((row) => row.join('\t')).join('\n'));
    if (!table) return undefined;
    const { plan: read } = recognise(pastedDocument(table, true), newId);
    return intoPlan(plan, read, where(plan, choose), newId)?.edit;
  },
  moveActions: (plan, choose) => {
    const ids = some(choose, plan.actions).map(({ id }) => id);
    return moveActions(plan, ids, where(plan, choose));
  },
  moveActionBy: (plan, choose) =>
    with1(choose(plan.actions), ({ id }) => moveActionBy(plan, id, choose([1, -1]) as 1 | -1)),
  duplicate: (plan, choose, newId) => with1(choose(plan.actions), ({ id }) => duplicateAction(plan, id, newId())),
  split: (plan, choose, newId) =>
    with1(choose(plan.actions.filter(({ text }) => text.length > 1)), ({ id }) => splitAction(plan, id, 1, newId())),
  join: (plan, choose) =>
    joinActions(
      plan,
      some(choose, plan.actions).map(({ id }) => id),
    ),
  deleteActions: (plan, choose) =>
    deleteActions(
      plan,
      some(choose, plan.actions).map(({ id }) => id),
    ),
  addIndicator: (_, choose, newId) => addIndicator(newId(), choose(['', 'Our pledge']) ?? ''),
  moveIndicator: (plan, choose) =>
    with1(choose(plan.indicators), ({ id }) =>
      moveIndicator(
        plan,
        id,
        choose([null, ...plan.indicators.filter((each) => each.id !== id).map((each) => each.id)]) ?? null,
      ),
    ),
  deleteIndicator: (plan, choose) =>
    with1(choose(plan.indicators), ({ id }) => deleteIndicator(plan, id, choose(['keep', 'delete']) as 'keep')),
  addLead: (plan, choose, newId) =>
    addLead(plan, led(plan, choose), choose(['Ann Okoro', 'ann  OKORO', 'New person']) ?? '', newId),
  removeLead: (plan, choose) => with1(choose(plan.people), ({ id }) => removeLead(plan, led(plan, choose), id)),
  addPerson: (_, choose, newId) => addPerson(newId(), { name: choose(['Ann Okoro', 'Comms']) ?? '' }),
  movePerson: (plan, choose) => with1(choose(plan.people), ({ id }) => movePerson(plan, id, null)),
  mergePeople: (plan, choose) => {
    const [into, ...others] = some(choose, plan.people).map(({ id }) => id);
    return into && others.length > 0 ? mergePeople(plan, into, others) : undefined;
  },
  removePeople: (plan, choose) =>
    removePeople(
      plan,
      some(choose, plan.people).map(({ id }) => id),
    )?.edit,
  setMany: (plan, choose) =>
    setMany(plan, led(plan, choose), {
      leads: some(choose, plan.people).map(({ id }) => id),
      due: choose([null, { text: 'Q3', date: '2026-12-31' }, { text: 'tbc' }]) ?? null,
      rating: choose([null, ...codes(plan)]) ?? null,
    }),
  addUpdate: (plan, choose, newId) => {
    const rating = choose([undefined, ...codes(plan)]);
    return addUpdate(
      plan,
      led(plan, choose),
      { text: rich(choose), date: '2026-10-01', ...(rating && { rating }) },
      newId,
      { rate: true },
    );
  },
  deleteUpdate: (plan, choose) => with1(choose(recordsOf(plan, 'update')), ({ id }) => deleteUpdate(plan, id)),
  addSection: (plan, choose, newId) =>
    addSection(
      choose(['preface', 'closing']) as 'preface',
      { id: newId(), body: rich(choose) },
      choose(plan.preface) && null,
    ),
  moveSection: (plan, choose) =>
    with1(choose(recordsOf(plan, 'section')), ({ id }) =>
      moveSection(plan, id, choose(['preface', 'closing']) as 'preface', null),
    ),
  deleteSection: (plan, choose) => with1(choose(recordsOf(plan, 'section')), ({ id }) => deleteSection(plan, id)),
  recode: (plan, choose) =>
    with1(choose(recordsOf(plan, 'rating')), ({ id }) => recodeRating(plan, id, choose(['R', 'Q', 'ZZ']) ?? '')),
  deleteRating: (plan, choose) =>
    with1(choose(recordsOf(plan, 'rating')), ({ id, code }) =>
      deleteRating(plan, id, choose([null, ...codes(plan).filter((each) => each !== code)]) ?? null),
    ),
  chooseScale: (plan, choose, newId) => {
    const instead = choose(['R', 'A', null]) ?? null;
    return chooseRatingScale(
      plan,
      choose(['rag', 'brag', 'five-code']) as 'rag',
      Object.fromEntries([...ratingsInUse(plan).keys()].map((code) => [code, instead])),
      newId,
    );
  },
  setText: (plan, choose) =>
    with1(choose(plan.actions), ({ id }) => setField(plan, 'action', id, 'text', rich(choose))),
  setEffects: (plan, choose) =>
    with1(choose(plan.actions), ({ id }) =>
      setField(
        plan,
        'action',
        id,
        'effects',
        Object.fromEntries(some(choose, plan.indicators).map((each) => [each.id, 'direct' as const])),
      ),
    ),
  setTitle: (plan, choose) => setField(plan, 'plan', plan.id, 'title', choose(['One', 'Two']) ?? ''),
};

const sample = fs.readFileSync(path.resolve(import.meta.dirname, '../../../../assets/sample-plan.json'), 'utf8');

const starts: [string, () => Plan][] = [
  ['the small plan', () => smallPlan().plan],
  ['the sample plan', () => parsePlanJson(sample, counter())],
  ...seeds().map(({ number, planJson }): [string, () => Plan] => [
    `plan ${number}`,
    () => parsePlanJson(planJson, counter()),
  ]),
];

describe.each(starts)('any run of gestures on %s', (_, begin) => {
  it('keeps to the rules, is what the log says, and can be undone to the start', () => {
    const run = fc.array(
      fc.record({
        gesture: fc.constantFrom(...Object.keys(gestures)),
        dice: fc.array(fc.nat(), { minLength: 8, maxLength: 8 }),
      }),
      {
        minLength: 4,
        maxLength: 25,
      },
    );
    fc.assert(
      fc.property(run, (steps) => {
        const start = begin();
        const newId = counterFrom(5_000_000);
        const ledger = new Ledger(start, newId);
        for (const { gesture, dice } of steps) {
          let next = 0;
          const choose: Choose = (list) => list[(dice[next++ % dice.length] ?? 0) % Math.max(1, list.length)];
          const edit = asked(() => gestures[gesture]?.(ledger.plan, choose, newId));
          if (edit) ledger.apply(edit);
        }
        // Whatever a plan has become, it can be read.
        for (const { findings } of runChecks(ledger.plan, { today: '2026-10-31' })) {
          for (const { place } of findings) existing(ledger.plan, place.kind, place.id);
        }
        expect(overviewOf(ledger.plan, '2026-10-31').actions).toBe(ledger.plan.actions.length);
        expect(ledger.folded()).toEqual(ledger.plan);
        expect(ledger.undoAll()).toEqual(start);
      }),
      { numRuns: 12 },
    );
  }, 60_000);
});

/** What a person asks for may be refused, in words; then nothing happens. */
function asked(ask: () => DraftEdit | undefined): DraftEdit | undefined {
  try {
    return ask();
  } catch (error) {
    if (error instanceof PlanError && error.code === 'edit-refused') return undefined;
    throw error;
  }
}

function counterFrom(start: number): () => string {
  const next = counter();
  return () => next().replace(/\d{12}$/, (digits) => String(Number(digits) + start).padStart(12, '0'));
}
