import { expect, test } from 'vitest';
import { newId } from '../../../shared/id.ts';
import { bothOf } from '../../../shared/log/both.ts';
import { conflictsOf, keep } from '../../../shared/log/conflicts.ts';
import type { DraftChange, DraftEdit } from '../../../shared/log/edit.ts';
import { foldLog } from '../../../shared/log/fold.ts';
import { changesSince } from '../../../shared/log/history.ts';
import { historyRows } from '../../../shared/log/history-rows.ts';
import { cameInDuring, conflictsTold, keptTold, lastMerge } from '../../../shared/log/told.ts';
import { changedBy, undoOne } from '../../../shared/log/undo-one.ts';
import { PlanError } from '../../../shared/messages.ts';
import { broughtIn } from '../../../shared/plan/brought-in.ts';
import { fromPlainText } from '../../../shared/plan/rich-text.ts';
import { smallPlan } from '../../faults/small-plan.ts';
import { Copy } from '../../support/copies.ts';

const text = fromPlainText;

function set(kind: DraftChange['kind'], record: string, field: string, value: unknown): DraftEdit {
  return { label: `Set the ${field}`, changes: [{ kind, record, field, value: value as DraftChange['value'] }] };
}

function apart() {
  const mine = Copy.first(smallPlan(), 'Amina', newId);
  const theirs = mine.copied('Sam');
  const [action] = mine.plan.actions;
  if (!action) throw new Error('the small plan has an action');
  return { mine, theirs, action };
}

test('what came in is told by part and person, and a conflict with both sides and what both would be', () => {
  const { mine, theirs, action } = apart();
  mine.edit(set('action', action.id, 'notes', text('Ask HR')));
  theirs.edit(set('action', action.id, 'notes', text('Ask Finance')));
  theirs.edit(set('plan', mine.plan.id, 'title', 'Their title'));
  const added = newId();
  theirs.edit({
    label: 'Add an update',
    changes: [
      {
        kind: 'update',
        record: added,
        field: '*',
        value: { indicator: null, action: action.id, date: null, text: text('Done'), rating: null },
      },
    ],
  });
  mine.bringIn(theirs);

  const stretch = lastMerge(mine.edits, () => true);
  if (!stretch) throw new Error('a copy came in');
  const { by, changes } = cameInDuring(mine, stretch, mine.plan);
  expect(by).toEqual([{ author: 'Sam', edits: 3 }]);
  expect(
    changes.map(({ what, sort, newWords, place, by: who }) => [what, sort, newWords, place?.kind, who?.author]),
  ).toEqual([
    ['The title of the plan', 'set', 'Their title', 'plan', 'Sam'],
    [expect.stringMatching(/^The update on action/), 'new', 'Done', 'update', 'Sam'],
  ]);
  const [conflict] = conflictsTold(
    conflictsOf(mine, mine.records),
    mine.records,
    mine.plan,
    ({ author }) => author === 'Amina',
  );
  expect(conflict?.what).toMatch(/^The internal notes of action/);
  expect(conflict?.choices.map(({ words, mine: own }) => [words, own])).toEqual([
    ['Ask HR', true],
    ['Ask Finance', false],
  ]);
  expect(conflict?.both?.words).toBe('Ask HR\nAsk Finance');
  const rowsOf = (who: string) => historyRows(mine, mine.plan, ({ author }) => author === who);
  const { rows, subjects } = rowsOf('Amina');
  expect(rows[0]?.kind).toBe('merge');
  expect(rows[1]?.via).toBe('Bring in Sam');
  expect(rowsOf('Sam').rows[1]?.via).toBeNull();
  expect(rows[1]?.about?.map((at) => subjects[at])).toContain(action.id);
});

test('what one deleted and the other edited is told with who did which', () => {
  const { mine, theirs, action } = apart();
  const update = newId();
  const fields = { indicator: null, action: action.id, date: null, text: text('Done'), rating: null };
  mine.edit({ label: 'Add', changes: [{ kind: 'update', record: update, field: '*', value: fields }] });
  theirs.bringIn(mine);
  mine.edit(set('action', action.id, 'notes', text('Ask HR')));
  theirs.edit({ label: 'Delete', changes: [{ kind: 'action', record: action.id, field: '*', value: null }] });
  mine.bringIn(theirs);
  const told = (who: string) =>
    keptTold(foldLog(mine.changes).kept, mine.plan, mine, ({ author }) => author === who).map(
      ({ because, deletedBy, editedBy }) => [because, deletedBy, editedBy],
    );
  expect(told('Amina')).toEqual([['edited', ['Sam'], ['you']]]);
  expect(told('Sam')).toEqual([['edited', ['you'], ['Amina']]]);

  // To keep it is to have back what was deleted with it; whoever deleted it is told that it is back, and by whom.
  const texts = ({ plan }: Copy) => plan.actions.find(({ id }) => id === action.id)?.updates.map(({ id }) => id);
  expect(texts(mine)).toEqual([]);
  mine.edit(keep(mine.plan, { kind: 'action', record: action.id }, mine.changes));
  expect(foldLog(mine.changes).kept).toEqual([]);
  expect(texts(mine)).toEqual([update]);
  const before = { edits: [...theirs.edits], changes: [...theirs.changes] };
  theirs.bringIn(mine);
  const stretch = { after: before.edits.at(-1)?.id ?? '', upTo: theirs.edits.at(-1)?.id ?? '' };
  expect(
    cameInDuring(theirs, stretch, theirs.plan, before)
      .changes.filter(({ place }) => place?.kind === 'action')
      .map(({ sort, by }) => [sort, by?.author]),
  ).toEqual([['back', 'Amina']]);
});

test('both: texts one after another, all leads, and nothing where it can be only one', () => {
  const both = (...values: string[]) => bothOf({ kind: 'action', field: 'text' }, values.map(text));
  expect(both('A\nB', 'B\nC')).toEqual(text('A\nB\nC'));
  // Where each only added to the same paragraph, it is there once, with what both added.
  expect(both('It is so. Ann: yes.', 'It is so. Ben: no.')).toEqual(text('It is so. Ann: yes. Ben: no.'));
  expect(both('A day each month in work time;\nB', 'A day each month;\nB. Ben.')).toEqual(
    text('A day each month in work time;\nB. Ben.'),
  );
  expect(both('By 28 February', 'By 31 March')).toEqual(text('By 28 February\nBy 31 March'));
  expect(
    bothOf({ kind: 'action', field: 'leads' }, [
      ['a', 'b'],
      ['c', 'a'],
    ]),
  ).toEqual(['a', 'b', 'c']);
  expect(bothOf({ kind: 'action', field: 'heading' }, ['One', 'Two'])).toBe('One / Two');
  expect(bothOf({ kind: 'action', field: 'rating' }, ['R', 'G'])).toBeUndefined();
  expect(bothOf({ kind: 'action', field: 'text' }, [text('A'), null])).toBeUndefined();
});

test('one thing from long ago is taken back by itself, and not where it was changed again since', () => {
  const { mine, action } = apart();
  mine.edit(set('action', action.id, 'heading', 'First'));
  mine.edit(set('action', action.id, 'notes', text('Kept')));
  const [, heading, notes] = mine.edits.map(({ id }) => id);
  if (!heading || !notes) throw new Error('two edits were made');
  expect(changedBy(mine, heading)).toEqual([
    { kind: 'action', record: action.id, field: 'heading', before: action.heading ?? null, after: 'First' },
  ]);
  expect(mine.edit(undoOne(mine, heading, mine.records, mine.plan))).toBe(true);
  expect(mine.plan.actions[0]?.heading).toBe(action.heading);
  expect(mine.plan.actions[0]?.notes).toEqual(text('Kept'));

  mine.edit(set('action', action.id, 'notes', text('Changed again')));
  expect(() => undoOne(mine, notes, mine.records, mine.plan)).toThrow(
    /internal notes of action .* was changed again since/,
  );

  // What was deleted comes back; what was added goes, unless somebody added to it.
  mine.edit({ label: 'Delete', changes: [{ kind: 'action', record: action.id, field: '*', value: null }] });
  const deleted = mine.edits.at(-1)?.id ?? '';
  mine.edit(undoOne(mine, deleted, mine.records, mine.plan));
  expect(mine.plan.actions[0]?.notes).toEqual(text('Changed again'));
  const [person, update] = [newId(), newId()];
  mine.edit({
    label: 'Add',
    changes: [{ kind: 'person', record: person, field: '*', value: { name: 'New', role: null, email: null } }],
  });
  const add = mine.edits.at(-1)?.id ?? '';
  mine.edit(undoOne(mine, add, mine.records, mine.plan));
  expect(mine.plan.people.some(({ id }) => id === person)).toBe(false);
  const { text: body, ...rest } = mine.records.action.get(action.id) ?? ({} as never);
  const copy = newId();
  mine.edit({
    label: 'Add',
    changes: [{ kind: 'action', record: copy, field: '*', value: { ...rest, text: body, order: undefined } as never }],
  });
  const addAction = mine.edits.at(-1)?.id ?? '';
  mine.edit({
    label: 'Update',
    changes: [
      {
        kind: 'update',
        record: update,
        field: '*',
        value: { indicator: null, action: copy, date: null, text: text('x'), rating: null },
      },
    ],
  });
  expect(() => undoOne(mine, addAction, mine.records, mine.plan)).toThrow('has been added to since');
  expect(() => undoOne(mine, mine.edits[0]?.id ?? '', mine.records, mine.plan)).toThrow(PlanError);
});

test('what changed since before the plan was begun is what changed since then: not all that it has', () => {
  const { begun, edit } = broughtIn(smallPlan(), 'Last year.docx');
  const mine = Copy.first(begun, 'Amina', newId);
  mine.edit(edit);
  expect(mine.plan.actions).not.toEqual([]);
  expect(changesSince(mine, { day: '2000-01-01' })).toEqual([]);
  mine.edit(set('plan', begun.id, 'title', 'Another title'));
  expect(changesSince(mine, { day: '2000-01-01' }).map(({ what }) => what)).toEqual(['The title of the plan']);
});
