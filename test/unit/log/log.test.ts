import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyDraft, creationOf } from '../../../shared/log/apply.ts';
import type { Change, DraftChange, Edit } from '../../../shared/log/edit.ts';
import { fold, headsOf } from '../../../shared/log/fold.ts';
import { putBack, stepsOf, takeBack } from '../../../shared/log/undo.ts';
import { PlanError } from '../../../shared/messages.ts';
import type { Plan } from '../../../shared/plan/model.ts';
import { type Records, toPlan, toRecords } from '../../../shared/plan/records.ts';
import { anyGesture, draftOf, type Gesture } from '../../support/gestures.ts';
import { counter } from '../../support/ids.ts';
import { plans } from '../../support/plan-arbitrary.ts';

const gestures = fc.array(anyGesture, { maxLength: 20 });

test('the log folds to the records after any run of edits, in whatever order its changes stand', () => {
  fc.assert(
    fc.property(plans(), gestures, fc.infiniteStream(fc.nat()), (plan, run, dice) => {
      const log = begin(plan);
      for (const gesture of run) edit(log, gesture);
      expect(fold(log.changes)).toEqual(log.records);
      expect(fold(shuffled(log.changes, dice))).toEqual(log.records);
    }),
  );
});

test('every field of every record has one head where everybody has seen everything', () => {
  fc.assert(
    fc.property(plans(), gestures, (plan, run) => {
      const log = begin(plan);
      for (const gesture of run) edit(log, gesture);
      for (const [kind, ofKind] of Object.entries(log.records)) {
        for (const [id, fields] of ofKind) {
          const history = log.changes.filter((change) => change.kind === kind && change.record === id);
          for (const field of Object.keys(fields)) expect(headsOf(kind as never, field, history)).toHaveLength(1);
        }
      }
    }),
  );
});

test('undo of any run of edits gives the start, step by step, and redo the end', () => {
  fc.assert(
    fc.property(plans(), gestures, (plan, run) => {
      const log = begin(plan);
      const states = [toPlan(log.records)];
      for (const gesture of run) if (edit(log, gesture)) states.push(toPlan(log.records));
      for (const state of states.slice(0, -1).reverse()) {
        undo(log);
        expect(toPlan(log.records)).toEqual(state);
      }
      expect(stepsOf(log.edits, () => true).undo).toEqual([]);
      for (const state of states.slice(1)) {
        redo(log);
        expect(toPlan(log.records)).toEqual(state);
      }
      expect(stepsOf(log.edits, () => true).redo).toEqual([]);
      expect(fold(log.changes)).toEqual(log.records);
    }),
  );
});

test('an edit that changes nothing logs nothing', () => {
  fc.assert(
    fc.property(plans(), (plan) => {
      const log = begin(plan);
      const same = creationOf(log.records);
      expect(applyDraft(same, log.newId(), ground(log)).changes).toEqual([]);
    }),
  );
});

test('two edits of one field that did not know of each other are both heads, and the first in the log is shown', () => {
  const log = begin(somePlan());
  const title = (value: string): DraftChange[] => [{ kind: 'plan', record: somePlan().id, field: 'title', value }];
  const mine = applyDraft(title('Mine'), log.newId(), ground(log)).changes;
  const theirs = applyDraft(title('Theirs'), log.newId(), ground(log)).changes;
  const both = [...log.changes, ...mine, ...theirs];
  const ofPlan = both.filter(({ kind }) => kind === 'plan');
  expect(headsOf('plan', 'title', ofPlan)).toHaveLength(2);
  const shown = (changes: Change[]) => fold(changes).plan.get(somePlan().id)?.title;
  expect(shown(both)).toBe('Mine');
  expect(shown([...theirs, ...mine, ...log.changes])).toBe('Theirs');
});

test('a deletion does not hold against an edit that it did not know of; what was edited is there, and so is the rest', () => {
  const log = begin(somePlan());
  const [id, fields] = [...log.records.person][0] as [string, { name: string; role: string | null }];
  const deletion = applyDraft(
    [
      { kind: 'action', record: somePlan().actions[0]?.id ?? '', field: 'leads', value: [] },
      { kind: 'person', record: id, field: '*', value: null },
    ],
    log.newId(),
    ground(log),
  ).changes;
  const rename = applyDraft(
    [{ kind: 'person', record: id, field: 'name', value: 'New name' }],
    log.newId(),
    ground(log),
  ).changes;
  expect(fold([...log.changes, ...deletion]).person.has(id)).toBe(false);
  expect(fold([...log.changes, ...deletion, ...rename]).person.get(id)).toEqual({ ...fields, name: 'New name' });
});

test('a deletion names the heads of the record and of its children', () => {
  const log = begin(somePlan());
  const indicator = somePlan().indicators[0] as Plan['indicators'][number];
  const [deletion, ...others] = applyDraft(
    [
      { kind: 'action', record: somePlan().actions[0]?.id ?? '', field: '*', value: null },
      { kind: 'indicator', record: indicator.id, field: '*', value: null },
    ],
    log.newId(),
    ground(log),
  ).changes.filter((change) => change.kind !== 'action');
  const seen = log.changes.filter((change) => deletion?.replaces.includes(change.id)).map(({ kind }) => kind);
  expect(seen.sort()).toEqual(['action', 'indicator', 'update']);
  expect(others.map(({ kind, value }) => [kind, value])).toEqual([['update', null]]);
});

test.for<[string, DraftChange, string]>([
  [
    'a field that is not there',
    { kind: 'plan', record: somePlan().id, field: 'colour', value: 'red' },
    'the plan has no field “colour”',
  ],
  [
    'a value that is not what it may be',
    { kind: 'plan', record: somePlan().id, field: 'period', value: { from: '2026-04-01', to: 'x', label: '2026' } },
    'the period, to of the plan is not a day',
  ],
  [
    'a record that is not there',
    { kind: 'action', record: counter()(), field: 'heading', value: 'x' },
    'the action is not there any more',
  ],
  [
    'a new record that lacks a field',
    { kind: 'person', record: counter()(), field: '*', value: { name: 'x' } },
    'is missing',
  ],
  [
    'a new record that is no record',
    { kind: 'person', record: counter()(), field: '*', value: 5 },
    'the person is not a record',
  ],
  [
    'an id that is none',
    { kind: 'person', record: 'x', field: '*', value: { name: 'x', role: null, email: null } },
    'is not a UUID',
  ],
  [
    'a place after what is not there',
    { kind: 'person', record: somePlan().people[0]?.id ?? '', field: 'order', value: { after: 'x' } },
    'is after something that is not there',
  ],
  [
    'a place that is none',
    { kind: 'person', record: somePlan().people[0]?.id ?? '', field: 'order', value: 'a0!' },
    'is not a place in a list',
  ],
  ['the deletion of the plan', { kind: 'plan', record: somePlan().id, field: '*', value: null }, 'cannot be deleted'],
])('%s is refused in words', ([, change, said]) => {
  const log = begin(somePlan());
  const refused = () => applyDraft([change], log.newId(), ground(log));
  expect(refused).toThrow(PlanError);
  expect(refused).toThrow(said);
});

test('a thousand insertions at one place keep their order, and their keys stay short', () => {
  const log = begin(somePlan());
  const first = somePlan().people[0]?.id ?? '';
  for (let count = 0; count < 1_000; count++) {
    const value = { name: `Lead ${count}`, role: null, email: null, order: { after: first } };
    const { records } = applyDraft(
      [{ kind: 'person', record: log.newId(), field: '*', value }],
      log.newId(),
      ground(log),
    );
    log.records = records;
  }
  const names = toPlan(log.records).people.map(({ name }) => name);
  expect(names.slice(1, 1_001)).toEqual(Array.from({ length: 1_000 }, (_, index) => `Lead ${999 - index}`));
  expect(Math.max(...[...log.records.person.values()].map(({ order }) => order.length))).toBeLessThan(400);
});

test('20,000 changes fold in no time that grows with their square', () => {
  const log = begin(somePlan());
  const [id] = [...log.records.action.keys()];
  const many: Change[] = [];
  let last = log.changes.find(({ record }) => record === id) as Change;
  for (let count = 0; count < 20_000; count++) {
    const record = count % 2 ? (id as string) : log.newId();
    const value = count % 2 ? `Heading ${count}` : log.records.action.get(id as string);
    const field = count % 2 ? 'heading' : '*';
    const change: Change = {
      id: log.newId(),
      edit: log.newId(),
      kind: 'action',
      record,
      field,
      value: value as never,
      replaces: count % 2 ? [last.id] : [],
    };
    if (count % 2) last = change;
    many.push(change);
  }
  const start = performance.now();
  const records = fold([...log.changes, ...many]);
  expect(performance.now() - start).toBeLessThan(3_000);
  expect(records.action.size).toBe(10_001);
});

interface Log {
  records: Records;
  edits: Edit[];
  changes: Change[];
  newId(): string;
}

function begin(plan: Plan): Log {
  const count = counter();
  const newId = () => count().replace(/^0/, '1');
  const log: Log = { records: toRecords(plan), edits: [], changes: [], newId };
  const edit = editOf(log, 'import', 'Start', null);
  log.edits.push(edit);
  log.changes.push(
    ...creationOf(log.records).map((change) => ({ id: newId(), edit: edit.id, ...change, replaces: [] })),
  );
  return log;
}

function ground(log: Log) {
  return {
    records: log.records,
    historyOf: (kind: string, record: string) =>
      log.changes.filter((each) => each.kind === kind && each.record === record),
    newId: log.newId,
  };
}

/** Does what the gesture says, if it can be done. */
function edit(log: Log, gesture: Gesture): boolean {
  const draft = draftOf(gesture, toPlan(log.records));
  return draft !== undefined && write(log, editOf(log, 'change', draft.label, null), draft.changes) > 0;
}

function undo(log: Log): void {
  const step = stepsOf(log.edits, () => true).undo.at(-1);
  const changes = log.changes.filter((change) => change.edit === step?.id);
  const draft = takeBack(changes, (id) => log.changes.find((change) => change.id === id));
  write(log, editOf(log, 'undo', 'Undo', step?.id ?? null), draft);
}

function redo(log: Log): void {
  const step = stepsOf(log.edits, () => true).redo.at(-1);
  write(
    log,
    editOf(log, 'redo', 'Redo', step?.id ?? null),
    putBack(log.changes.filter((change) => change.edit === step?.id)),
  );
}

function write(log: Log, edit: Edit, draft: DraftChange[]): number {
  const { changes, records } = applyDraft(draft, edit.id, ground(log));
  if (changes.length === 0) return 0;
  log.edits.push(edit);
  log.changes.push(...changes);
  log.records = records;
  return changes.length;
}

function editOf(log: Log, kind: Edit['kind'], label: string, target: string | null): Edit {
  return { id: log.newId(), at: '2026-11-02T09:00:00.000Z', author: '', device: '', label, kind, target };
}

function shuffled<Item>(items: Item[], dice: Iterator<number>): Item[] {
  return items
    .map((item) => ({ item, at: dice.next().value as number }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

function somePlan(): Plan {
  const newId = counter();
  const [plan, indicator, action, person, update] = [newId(), newId(), newId(), newId(), newId()] as [
    string,
    string,
    string,
    string,
    string,
  ];
  return {
    id: plan,
    title: 'Race equality action plan',
    trust: { name: 'Anytown Hospitals' },
    standard: 'WRES',
    edition: '2023',
    period: { from: '2026-04-01', to: '2027-03-31', label: '2026-27' },
    status: 'draft',
    ratingScale: 'none',
    preface: [],
    closing: [],
    ratingScales: [],
    people: [{ id: person, name: 'Head of Resourcing', role: 'Sponsor' }],
    indicators: [{ id: indicator, number: '1', wording: '', leads: [], updates: [{ id: update, text: [] }] }],
    actions: [{ id: action, indicator, text: [], leads: [person], updates: [] }],
  };
}
