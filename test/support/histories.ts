import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect } from 'vitest';
import { conflictsOf } from '../../shared/log/conflicts.ts';
import { isEqual } from '../../shared/log/equal.ts';
import { fold, foldLog, headsOf, historiesOf, standingOf, valueIn } from '../../shared/log/fold.ts';
import { unsoundField } from '../../shared/log/merge.ts';
import { whole } from '../../shared/log/whole.ts';
import { withoutHistory } from '../../shared/log/withhold.ts';
import { withoutNames } from '../../shared/log/without-names.ts';
import { recordSchemas } from '../../shared/plan/records.ts';
import type { Copy } from './copies.ts';
import { goOn, play, type Story, story } from './stories.ts';

/**
 * Plays random histories of two to five people, each with a copy of one plan, and asks of each whether all of
 * `properties` is true of it: nothing is lost, nothing diverges, nothing is silent.
 */
export function tryHistories(numRuns: number): void {
  fc.assert(
    fc.property(story, story, fc.boolean(), (told, more, history) => {
      const copies = play(told, (copy) => same(fold(copy.changes), copy.records));
      for (const [name, hold] of Object.entries(properties)) {
        const [mine, theirs, third] = copies.map((copy) => copy.copied()) as [Copy, Copy, Copy?];
        try {
          hold({ mine, theirs, third, more, history });
        } catch (cause) {
          throw new Error(`Not true: ${name}`, { cause });
        }
      }
    }),
    { numRuns, examples: onceBroken.map((told): [Story, Story, boolean] => [told, told, true]) },
  );
}

/** What some people have in the end, each of whom has a copy. */
interface Told {
  /** Of the first two; a property may do with them what it likes. */
  mine: Copy;
  theirs: Copy;
  /** Of a third, if there is one. */
  third: Copy | undefined;
  /** What somebody does afterwards. */
  more: Story;
  /** Whether they send their history along. */
  history: boolean;
}

/** What must hold of every history. */
const properties: Record<string, (told: Told) => void> = {
  'nothing of either side is lost: each change is there, and each value that was last is shown or in a conflict': ({
    mine,
    theirs,
  }) => {
    const both = mine.copied();
    both.bringIn(theirs);
    const ids = new Set(both.changes.map(({ id }) => id));
    expect([...mine.changes, ...theirs.changes].filter(({ id }) => !ids.has(id))).toEqual([]);
    expect(new Set(both.edits.map(({ id }) => id)).size).toBe(both.edits.length);
    nothingUnseen(both);
  },

  'merging is idempotent, associative, and commutative up to whose value is shown': ({ mine, theirs, third }) => {
    const [a, b, c = a] = [mine, theirs, third];
    same(a.merged(a).changes, a.changes);
    const ab = a.merged(b);
    same(ab.merged(b).changes, ab.changes);
    sameButForOrder(ab, b.merged(a));
    sameButForOrder(ab.merged(c), a.merged(b.merged(c)));
    sameButForOrder(ab.merged(c), c.merged(b).merged(a));
  },

  'a copy that went on from mine takes its place, without a conflict that it did not have': ({ mine, more }) => {
    const theirs = mine.copied('B');
    goOn(theirs, more);
    const wentOn = theirs.edits.length > mine.edits.length;
    expect(mine.bringIn(theirs)).toBe(wentOn ? 'all' : 'none');
    same(mine.edits, theirs.edits);
    same(mine.changes, theirs.changes);
    same(mine.records, theirs.records);
  },

  'people who have sent each other all they have are shown the same but for conflicts, and then nothing is new': ({
    mine: a,
    theirs: b,
  }) => {
    const late = b.copied();
    a.bringIn(b);
    b.bringIn(a);
    expect(b.bringIn(a)).toBe('none');
    same(b.edits, a.edits);
    late.bringIn(a);
    same(late.records, a.records);
  },

  'one undo takes back all that a copy brought, and one redo puts it in again, with its conflicts': ({
    mine,
    theirs,
  }) => {
    const before = mine.copied();
    if (mine.bringIn(theirs) !== 'some') return;
    const after = mine.copied();
    const open = (copy: Copy) => [
      conflictsOf(copy, copy.records).map(({ choices, ...place }) => [place, choices.map(({ value }) => value)]),
      foldLog(copy.changes)
        .kept.map(({ kind, record }) => `${kind} ${record}`)
        .sort(),
    ];
    for (const [step, then] of [
      [() => mine.undo(), before],
      [() => mine.redo(), after],
    ] as const) {
      expect(step()).toBe(true);
      same(mine.records, then.records);
      same(fold(mine.changes), mine.records);
      same(open(mine), open(then));
    }
  },

  'a copy without its history folds to the same plan and conflicts, and comes together with the others': ({
    mine,
    theirs,
  }) => {
    const shared = mine.copied().become(withoutHistory(mine));
    same(shared.records, mine.records);
    const values = (copy: Copy) =>
      conflictsOf(copy, copy.records).map(({ choices }) => choices.map(({ value }) => value));
    same(values(shared), values(mine));
    same(shared.merged(mine).changes, mine.changes);
    same(mine.merged(shared).changes, mine.changes);
    // What was deleted in it is not told; where it lives after all, an older value may be all that is known.
    const three = theirs.merged(shared).changes;
    const known = foldLog(three);
    const full = foldLog(theirs.merged(mine).changes);
    expect(unsoundField(three, known.records)).toBeUndefined();
    const kept = new Set([...known.kept, ...full.kept].map(({ kind, record }) => `${kind} ${record}`));
    for (const [kind, ofKind] of Object.entries(full.records) as [keyof Copy['records'], Map<string, object>][]) {
      for (const [id, fields] of ofKind) {
        if (!kept.has(`${kind} ${id}`)) same(known.records[kind].get(id), fields);
      }
    }
  },

  'a copy without names tells none, goes on, comes back, and takes none away': ({ mine, theirs, more, history }) => {
    mine.edits = mine.edits.map((edit) => ({
      ...edit,
      author: { A: 'Ann Okoro', B: 'Bo Maxwell' }[edit.author] ?? edit.author,
    }));
    const log = withoutNames(history ? mine : withoutHistory(mine));
    expect(JSON.stringify(log)).not.toMatch(/okoro|maxwell|ann@/i);
    const shared = mine.copied('B').become(log);
    for (const [id, person] of shared.records.person) {
      expect(recordSchemas.person.safeParse(person).success).toBe(true);
      const name = mine.records.person.get(id)?.name;
      if (name === 'Inclusion team') expect(person.name).toBe(name);
    }
    const others = (copy: Copy) => ({ ...copy.records, person: [...copy.records.person.keys()].sort() });
    same(others(shared), others(mine));
    for (const both of [shared.merged(mine), mine.merged(shared)]) {
      same(both.changes, mine.changes);
      same(both.edits, mine.edits);
    }
    const three = theirs.merged(shared).changes;
    expect(unsoundField(three, fold(three))).toBeUndefined();

    // Whoever has it goes on. What stands for a name never takes its place.
    const open = (copy: Copy) => conflictsOf(copy, copy.records).map(({ record, field }) => `${record} ${field}`);
    const before = new Set(open(mine));
    const names = namesEver(mine);
    goOn(shared, more);
    const own = namesEver(shared);
    // A merge that is put back is put back with its conflicts.
    for (const each of open(shared)) if (!each.endsWith(' name')) before.add(each);
    same(fold(shared.changes), shared.records);
    expect(mine.bringIn(shared)).not.toBe('some');
    for (const [id, { name }] of mine.records.person) {
      const known = names.get(id);
      if (known) expect([...known, ...(own.get(id) ?? [])], name).toContain(name);
    }
    expect(open(mine).filter((conflict) => !before.has(conflict))).toEqual([]);
  },
};

/** Histories that were lost once. */
const onceBroken: Story[] = [
  {
    // One person deletes a rating under another code, while the other rates an action with it.
    people: 2,
    steps: [
      { who: 1, to: 0, a: 1, b: 0, what: 'recode' },
      { who: 1, to: 0, a: 1, b: 0, what: 'deleteRating' },
      { who: 0, to: 0, a: 0, b: 1, what: 'rate' },
    ],
  },
  {
    // An action has a code that its rating lost in one copy; the other chooses a scale that has that code.
    people: 2,
    steps: [
      { who: 0, to: 0, a: 4, b: 0, what: 'recode' },
      { who: 1, to: 0, a: 0, b: 4, what: 'rate' },
      { who: 0, to: 1, a: 0, b: 0, what: 'exchange' },
      { who: 1, to: 0, a: 0, b: 0, what: 'chooseScale' },
      { who: 0, to: 0, a: 0, b: 0, what: 'recode' },
    ],
  },
];

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
          const seen = isEqual(fields[field], value) || listed || owner;
          if (!seen) expect.fail(`${kind} ${field} of ${record} is neither shown nor in a conflict`);
        }
      }
    }
  }
}

/** The same logs; the same records but for what is in conflict and what only a value in conflict names. */
function sameButForOrder(a: Copy, b: Copy): void {
  const ids = (list: { id: string }[]) => list.map(({ id }) => id).sort();
  same(ids(a.changes), ids(b.changes));
  same(ids(a.edits), ids(b.edits));
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
  same(open(b, other), conflicts);
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
        if (!inConflict.has(`${kind} ${record} ${field}`) && !owner) same(y[field], x[field]);
      }
    }
  }
}

/** The same, told by Vitest where it is not: that tells more, and takes long. */
function same(found: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(found, expected)) expect(found).toEqual(expected);
}
