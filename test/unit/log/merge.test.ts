import fc from 'fast-check';
import { expect, test } from 'vitest';
import { builtInLayouts } from '../../../shared/layout/built-in.ts';
import { layOut } from '../../../shared/layout/lay-out.ts';
import { conflictsOf, decide, keep } from '../../../shared/log/conflicts.ts';
import type { DraftEdit } from '../../../shared/log/edit.ts';
import { isEqual } from '../../../shared/log/equal.ts';
import { fold, foldLog, headsOf, historiesOf, standingOf, valueIn } from '../../../shared/log/fold.ts';
import { unsoundField } from '../../../shared/log/merge.ts';
import { whole } from '../../../shared/log/whole.ts';
import { withoutHistory } from '../../../shared/log/withhold.ts';
import { withoutNames } from '../../../shared/log/without-names.ts';
import { PlanError } from '../../../shared/messages.ts';
import { deleteIndicator } from '../../../shared/plan/edits/indicators.ts';
import { joinActions } from '../../../shared/plan/edits/join-actions.ts';
import { addLead } from '../../../shared/plan/edits/leads.ts';
import { mergePeople, removePeople } from '../../../shared/plan/edits/people.ts';
import { chooseRatingScale } from '../../../shared/plan/edits/rating-scale.ts';
import { deleteRating, ratingsInUse, recodeRating } from '../../../shared/plan/edits/ratings.ts';
import { addUpdate } from '../../../shared/plan/edits/updates.ts';
import { recordsOf } from '../../../shared/plan/existing.ts';
import type { Plan } from '../../../shared/plan/model.ts';
import { recordSchemas } from '../../../shared/plan/records.ts';
import { fromPlainText } from '../../../shared/plan/rich-text.ts';
import { Copy } from '../../support/copies.ts';
import { anyGesture, draftOf } from '../../support/gestures.ts';
import { counter } from '../../support/ids.ts';
import { smallPlan } from '../plan/edits/small-plan.ts';

/** How many random histories each property is tried with: `MERGE_RUNS=100000` for the long run. */
const numRuns = Number(process.env.MERGE_RUNS ?? 1_000);
const patience = 60_000 + numRuns * 60;

/** Gestures that reach over several records, where two people can come into each other's way. */
const wide: Record<string, (plan: Plan, a: number, b: number, newId: () => string) => DraftEdit | undefined> = {
  deleteIndicator: (plan, a, b) =>
    on(plan.indicators, a, ({ id }) => deleteIndicator(plan, id, b % 2 ? 'keep' : 'delete')),
  joinActions: (plan, a, b) =>
    joinActions(
      plan,
      [...new Set([plan.actions[a % plan.actions.length], plan.actions[b % plan.actions.length]])].flatMap(
        (each) => each?.id ?? [],
      ),
    ),
  addLead: (plan, a, b, newId) =>
    on(plan.actions, a, ({ id }) =>
      addLead(plan, [{ kind: 'action', id }], ['Ann Okoro', 'Inclusion team', 'New'][b % 3] ?? '', newId),
    ),
  mergePeople: (plan, a, b) =>
    on(plan.people, a, (into) =>
      on(plan.people, b, (other) => (into === other ? undefined : mergePeople(plan, into.id, [other.id]))),
    ),
  rename: (plan, a, b) =>
    on(plan.people, a, ({ id }) => ({
      label: `Rename ${b % 2 ? 'Maxwell' : 'somebody'}`,
      changes: [
        { kind: 'person', record: id, field: 'name', value: `Maxwell ${b}` },
        { kind: 'person', record: id, field: 'role', value: b % 3 ? 'Head of OD' : null },
      ],
    })),
  removePerson: (plan, a) => on(plan.people, a, ({ id }) => removePeople(plan, [id])?.edit),
  chooseScale: (plan, a, _, newId) =>
    chooseRatingScale(
      plan,
      (['rag', 'brag', 'five-code'] as const)[a % 3] ?? 'rag',
      Object.fromEntries([...ratingsInUse(plan).keys()].map((code) => [code, null])),
      newId,
    ),
  deleteRating: (plan, a) => on(recordsOf(plan, 'rating'), a, ({ id }) => deleteRating(plan, id, null)),
  recode: (plan, a, b) =>
    on(recordsOf(plan, 'rating'), a, ({ id }) => recodeRating(plan, id, ['Q', 'R', 'G'][b % 3] ?? '')),
  rate: (plan, a, b, newId) =>
    on(plan.actions, a, ({ id }) =>
      on(recordsOf(plan, 'rating'), b, ({ code }) =>
        addUpdate(plan, [{ kind: 'action', id }], { text: fromPlainText('Done'), rating: code }, newId, { rate: true }),
      ),
    ),
  moveUpdate: (plan, a, b) =>
    on(recordsOf(plan, 'update'), a, ({ id }) => {
      const to = [
        ...plan.actions.map((each) => ({ action: each.id, indicator: null })),
        ...plan.indicators.map((each) => ({ action: null, indicator: each.id })),
      ];
      return on(to, b, ({ action, indicator }) => ({
        label: 'Move the update',
        changes: [
          { kind: 'update', record: id, field: 'action', value: action },
          { kind: 'update', record: id, field: 'indicator', value: indicator },
        ],
      }));
    }),
};

const step = fc.record({
  who: fc.nat(4),
  to: fc.nat(4),
  a: fc.nat(20),
  b: fc.nat(20),
  what: fc.oneof(
    { weight: 5, arbitrary: anyGesture },
    { weight: 5, arbitrary: fc.constantFrom(...Object.keys(wide)) },
    { weight: 3, arbitrary: fc.constant('exchange') },
    { weight: 2, arbitrary: fc.constantFrom('undo', 'redo', 'decide', 'keep') },
  ),
});
const story = fc.record({
  people: fc.integer({ min: 2, max: 5 }),
  steps: fc.array(step, { minLength: 3, maxLength: 24 }),
});
type Story = typeof story extends fc.Arbitrary<infer Value> ? Value : never;

/** One person deletes a rating under another code, while the other rates an action with it. */
const deletedUnderAnotherCode: Story = {
  people: 2,
  steps: [
    { who: 1, to: 0, a: 1, b: 0, what: 'recode' },
    { who: 1, to: 0, a: 1, b: 0, what: 'deleteRating' },
    { who: 0, to: 0, a: 0, b: 1, what: 'rate' },
  ],
};

/** An action has a code that its rating lost in one copy; the other chooses a scale that has that code. */
const scaleWithALostCode: Story = {
  people: 2,
  steps: [
    { who: 0, to: 0, a: 4, b: 0, what: 'recode' },
    { who: 1, to: 0, a: 0, b: 4, what: 'rate' },
    { who: 0, to: 1, a: 0, b: 0, what: 'exchange' },
    { who: 1, to: 0, a: 0, b: 0, what: 'chooseScale' },
    { who: 0, to: 0, a: 0, b: 0, what: 'recode' },
  ],
};

/** What each of some people has in the end, after edits of their own and copies that they sent to each other. */
function play({ people, steps }: Story, look: (copy: Copy) => void = () => undefined): Copy[] {
  const { plan, newId: ofPlan } = smallPlan();
  const newId = counterFrom(ofPlan);
  const first = Copy.first(plan, 'A', newId);
  const copies = Array.from({ length: people }, (_, index) => first.copied('ABCDE'[index]));
  for (const { who, to, a, b, what } of steps) {
    const copy = copies[who % people] as Copy;
    if (what === 'exchange') copy.bringIn(copies[to % people] as Copy);
    else if (what === 'undo') copy.undo();
    else if (what === 'redo') copy.redo();
    else if (what === 'decide') {
      const found = conflictsOf(copy, copy.records);
      const conflict = found[a % found.length];
      if (conflict)
        copy.edit(decide(copy.plan, conflict, conflict.choices[b % conflict.choices.length]?.value ?? null, copy));
    } else if (what === 'keep') {
      const { kept } = foldLog(copy.changes);
      const found = kept[a % kept.length];
      if (found) copy.edit(keep(copy.plan, found, copy.changes));
    } else
      copy.edit(
        asked(() => (typeof what === 'string' ? wide[what]?.(copy.plan, a, b, newId) : draftOf(what, copy.plan))),
      );
    look(copy);
  }
  return copies;
}

test(
  'whatever people do and send each other, the log folds to the tables of each',
  () => {
    fc.assert(
      fc.property(story, (told) => {
        play(told, (copy) => expectSame(fold(copy.changes), copy.records));
      }),
      { numRuns },
    );
  },
  patience,
);

test(
  'nothing of either side is lost: each change is there, and each value that was last is shown or in a conflict',
  () => {
    fc.assert(
      fc.property(story, (told) => {
        const [mine, theirs] = play(told) as [Copy, Copy];
        const both = mine.copied();
        both.bringIn(theirs);
        const ids = new Set(both.changes.map(({ id }) => id));
        for (const { id } of [...mine.changes, ...theirs.changes]) expect(ids.has(id)).toBe(true);
        expect(new Set(both.edits.map(({ id }) => id)).size).toBe(both.edits.length);
        nothingUnseen(both);
      }),
      { numRuns },
    );
  },
  patience,
);

test(
  'merging is idempotent, associative, and commutative up to whose value is shown',
  () => {
    fc.assert(
      fc.property(story, (told) => {
        const [a, b, c = a] = play(told) as [Copy, Copy, Copy?];
        expect(a.merged(a).changes).toEqual(a.changes);
        const ab = a.merged(b);
        expect(ab.merged(b).changes).toEqual(ab.changes);
        sameButForOrder(ab, b.merged(a));
        sameButForOrder(ab.merged(c), a.merged(b.merged(c)));
        sameButForOrder(ab.merged(c), c.merged(b).merged(a));
      }),
      { numRuns },
    );
  },
  patience,
);

test(
  'a copy that went on from mine takes its place, without a conflict that it did not have',
  () => {
    fc.assert(
      fc.property(story, story, (told, more) => {
        const [mine] = play(told) as [Copy];
        const theirs = mine.copied('B');
        goOn(theirs, more);
        const before = { edits: theirs.edits, changes: theirs.changes, records: theirs.records };
        const news = mine.bringIn(theirs);
        expect(news).toBe(theirs.edits.length > 0 && mine.edits.length === theirs.edits.length ? news : 'all');
        expect(mine.edits).toEqual(before.edits);
        expect(mine.changes).toEqual(before.changes);
        expectSame(mine.records, before.records);
      }),
      { numRuns: Math.ceil(numRuns / 2) },
    );
  },
  patience,
);

test(
  'people who have sent each other all they have are shown the same but for conflicts, and then nothing is new',
  () => {
    fc.assert(
      fc.property(story, (told) => {
        const [a, b] = play(told) as [Copy, Copy];
        const theirs = b.copied();
        a.bringIn(b);
        b.bringIn(a);
        expect(b.bringIn(a)).toBe('none');
        expect(b.edits).toEqual(a.edits);
        const late = theirs.copied();
        late.bringIn(a);
        expectSame(late.records, a.records);
      }),
      { numRuns },
    );
  },
  patience,
);

test(
  'one undo takes back all that a copy brought, and one redo puts it in again, with its conflicts',
  () => {
    fc.assert(
      fc.property(story, (told) => {
        const [mine, theirs] = play(told) as [Copy, Copy];
        const before = mine.copied();
        if (mine.bringIn(theirs) !== 'some') return;
        const after = mine.copied();
        expect(mine.undo()).toBe(true);
        expectSame(mine.records, before.records);
        expectSame(fold(mine.changes), mine.records);
        const open = (copy: Copy) =>
          conflictsOf(copy, copy.records).map(({ choices, ...place }) => [place, choices.map(({ value }) => value)]);
        expect(open(mine)).toEqual(open(before));
        expect(mine.redo()).toBe(true);
        expectSame(mine.records, after.records);
        expectSame(fold(mine.changes), mine.records);
        expect(open(mine)).toEqual(open(after));
      }),
      { numRuns, examples: [[deletedUnderAnotherCode], [scaleWithALostCode]] },
    );
  },
  patience,
);

test(
  'a copy without its history folds to the same plan and conflicts, and comes together with the others',
  () => {
    fc.assert(
      fc.property(story, (told) => {
        const [mine, theirs] = play(told) as [Copy, Copy];
        const shared = mine.copied().become(withoutHistory(mine));
        expectSame(shared.records, mine.records);
        const values = (copy: Copy) =>
          conflictsOf(copy, copy.records).map(({ choices }) => choices.map(({ value }) => value));
        expect(values(shared)).toEqual(values(mine));
        expect(shared.merged(mine).changes).toEqual(mine.changes);
        expect(mine.merged(shared).changes).toEqual(mine.changes);
        // What was deleted in it is not told; where it lives after all, an older value may be all that is known.
        const known = foldLog(theirs.merged(shared).changes);
        const full = foldLog(theirs.merged(mine).changes);
        expect(unsoundField(theirs.merged(shared).changes, known.records)).toBeUndefined();
        const kept = new Set([...known.kept, ...full.kept].map(({ kind, record }) => `${kind} ${record}`));
        for (const [kind, ofKind] of Object.entries(full.records) as [keyof Copy['records'], Map<string, object>][]) {
          for (const [id, fields] of ofKind) {
            if (!kept.has(`${kind} ${id}`)) expect(known.records[kind].get(id)).toEqual(fields);
          }
        }
      }),
      { numRuns },
    );
  },
  patience,
);

test(
  'a copy without names tells none, goes on, comes back, and takes none away',
  () => {
    fc.assert(
      fc.property(story, story, fc.boolean(), (told, more, history) => {
        const [mine, theirs] = play(told) as [Copy, Copy];
        for (const edit of mine.edits) edit.author = { A: 'Ann Okoro', B: 'Bo Maxwell' }[edit.author] ?? edit.author;
        const log = withoutNames(history ? mine : withoutHistory(mine));
        expect(JSON.stringify(log)).not.toMatch(/okoro|maxwell|ann@/i);
        const shared = mine.copied('B').become(log);
        for (const [id, person] of shared.records.person) {
          expect(recordSchemas.person.safeParse(person).success).toBe(true);
          const name = mine.records.person.get(id)?.name;
          if (name === 'Inclusion team') expect(person.name).toBe(name);
        }
        const others = (copy: Copy) => ({ ...copy.records, person: [...copy.records.person.keys()].sort() });
        expect(others(shared)).toEqual(others(mine));
        for (const both of [shared.merged(mine), mine.merged(shared)]) {
          expect(both.changes).toEqual(mine.changes);
          expect(both.edits).toEqual(mine.edits);
        }
        const three = theirs.merged(shared);
        expect(unsoundField(three.changes, fold(three.changes))).toBeUndefined();

        // Whoever has it goes on. What stands for a name never takes its place.
        const open = (copy: Copy) => conflictsOf(copy, copy.records).map(({ record, field }) => `${record} ${field}`);
        const before = new Set(open(mine));
        const names = namesEver(mine);
        goOn(shared, more);
        const own = namesEver(shared);
        // A merge that is put back is put back with its conflicts.
        for (const each of open(shared)) if (!each.endsWith(' name')) before.add(each);
        expectSame(fold(shared.changes), shared.records);
        expect(mine.bringIn(shared)).not.toBe('some');
        for (const [id, { name }] of mine.records.person) {
          const known = names.get(id);
          if (known) expect([...known, ...(own.get(id) ?? [])], name).toContain(name);
        }
        expect(open(mine).filter((conflict) => !before.has(conflict))).toEqual([]);
      }),
      { numRuns: Math.ceil(numRuns / 4) },
    );
  },
  patience,
);

test(
  'a plan that came together can be laid out in every layout, whatever rule is broken in it',
  () => {
    fc.assert(
      fc.property(story, (told) => {
        const [mine, ...others] = play(told) as [Copy, Copy];
        for (const other of others) mine.bringIn(other);
        for (const layout of builtInLayouts) layOut(mine.plan, layout, { asAt: '2026-10-31' });
      }),
      { numRuns: Math.ceil(numRuns / 10) },
    );
  },
  patience,
);

test('one id with two contents is refused', () => {
  const { plan, newId } = smallPlan();
  const mine = Copy.first(plan, 'A', newId);
  const theirs = mine.copied('B');
  const [change, ...rest] = theirs.changes;
  theirs.changes = [{ ...change, value: { ...(change?.value as object), title: 'Another' } } as never, ...rest];
  expect(() => mine.bringIn(theirs)).toThrow(PlanError);
  const [edit, ...edits] = theirs.edits;
  Object.assign(theirs, { changes: mine.changes, edits: [{ ...edit, author: 'Somebody else' }, ...edits] });
  expect(() => mine.bringIn(theirs)).toThrow('is not what the same edit is in your plan');
});

test('another plan is refused', () => {
  const one = smallPlan();
  const mine = Copy.first(one.plan, 'A', one.newId);
  const theirs = Copy.first({ ...one.plan, id: one.newId() }, 'B', one.newId);
  expect(() => mine.bringIn(theirs)).toThrow('is another plan');
});

/** Edits of one person alone. */
function goOn(copy: Copy, { steps }: Story): void {
  const next = counterFrom(() => crypto.randomUUID());
  for (const { what, a, b } of steps) {
    if (what === 'undo') copy.undo();
    else if (what === 'redo') copy.redo();
    else if (typeof what !== 'string') copy.edit(draftOf(what, copy.plan));
    else copy.edit(asked(() => wide[what]?.(copy.plan, a, b, next)));
  }
}

/** All names that were ever given to each person, but for what stands for one. */
function namesEver({ changes }: Copy): Map<string, unknown[]> {
  const names = new Map<string, unknown[]>();
  for (const { kind, record, field, value } of changes) {
    const name = field === whole ? (value as { name?: unknown } | null)?.name : value;
    if (kind === 'person' && [whole, 'name'].includes(field) && typeof name === 'string') {
      names.set(record, [...(names.get(record) ?? []), name]);
    }
  }
  return names;
}

function nothingUnseen(copy: Copy): void {
  const conflicts = conflictsOf(copy, copy.records);
  const { kept } = foldLog(copy.changes);
  const histories = historiesOf(copy.changes);
  for (const [kind, ofKind] of Object.entries(histories) as [keyof typeof histories, Map<string, never[]>][]) {
    for (const [record, history] of ofKind) {
      const fields = copy.records[kind].get(record) as Record<string, unknown> | undefined;
      const { heads, deletions } = standingOf(kind, history);
      if (!fields) {
        expect(deletions.length, `${kind} ${record} is gone, and nobody deleted it`).toBeGreaterThan(0);
        for (const head of headsOf(kind, '*', history)) expect(head.value).toBeNull();
        continue;
      }
      if (deletions.length > 0) expect(kept.some((each) => each.record === record && each.kind === kind)).toBe(true);
      for (const [field, changes] of heads) {
        for (const change of changes) {
          const value = valueIn(field, change);
          const conflict = conflicts.find(
            (each) => each.kind === kind && each.record === record && each.field === field,
          );
          const listed = conflict?.choices.some((choice) => isEqual(choice.value, value));
          const owner = kind === 'update' && (field === 'action' || field === 'indicator');
          expect(isEqual(fields[field], value) || listed || owner, `${kind} ${field}`).toBe(true);
        }
      }
    }
  }
}

/** The same logs; the same records but for what is in conflict and what only a value in conflict names. */
function sameButForOrder(a: Copy, b: Copy): void {
  const ids = (list: { id: string }[]) => list.map(({ id }) => id).sort();
  expect(ids(a.changes)).toEqual(ids(b.changes));
  expect(ids(a.edits)).toEqual(ids(b.edits));
  const one = foldLog(a.changes);
  const other = foldLog(b.changes);
  const open = (copy: Copy, { records }: typeof one) =>
    conflictsOf({ edits: copy.edits, changes: copy.changes }, records)
      .filter(({ kind, record }) => one.records[kind].has(record) && other.records[kind].has(record))
      .map(
        ({ kind, record, field, choices }) =>
          [`${kind} ${record} ${field}`, choices.map(({ value }) => JSON.stringify(value)).sort()] as const,
      )
      .sort(([x], [y]) => (x < y ? -1 : 1));
  const conflicts = open(a, one);
  expect(open(b, other)).toEqual(conflicts);
  const inConflict = new Set(conflicts.map(([key]) => key));
  for (const [kind, ofKind] of Object.entries(one.records) as [keyof typeof one.records, Map<string, object>][]) {
    for (const record of new Set([...ofKind.keys(), ...other.records[kind].keys()])) {
      const [x, y] = [ofKind.get(record), other.records[kind].get(record)] as Record<string, unknown>[];
      if (!x || !y) {
        expect(conflicts.length, 'what is there only once is named by a value in conflict').toBeGreaterThan(0);
        const { kept } = x ? one : other;
        expect(kept.find((each) => each.kind === kind && each.record === record)?.because).toBe('named');
        continue;
      }
      for (const field of Object.keys(x)) {
        const owner =
          kind === 'update' && ['action', 'indicator'].some((each) => inConflict.has(`${kind} ${record} ${each}`));
        if (!inConflict.has(`${kind} ${record} ${field}`) && !owner) expect(y[field]).toEqual(x[field]);
      }
    }
  }
}

function expectSame(found: Copy['records'], expected: Copy['records']): void {
  for (const [kind, ofKind] of Object.entries(expected) as [keyof Copy['records'], Map<string, unknown>][]) {
    const same =
      ofKind.size === found[kind].size && [...ofKind].every(([id, fields]) => isEqual(found[kind].get(id), fields));
    if (!same) expect(new Map(found[kind] as never)).toEqual(ofKind);
  }
}

function on<Item>(
  items: readonly Item[],
  at: number,
  make: (item: Item) => DraftEdit | undefined,
): DraftEdit | undefined {
  const item = items[at % items.length];
  return item && make(item);
}

function asked(ask: () => DraftEdit | undefined): DraftEdit | undefined {
  try {
    return ask();
  } catch (error) {
    if (error instanceof PlanError && error.code === 'edit-refused') return undefined;
    throw error;
  }
}

function counterFrom(_: () => string): () => string {
  const next = counter();
  return () => next().replace(/^0{8}/, '11111111');
}
