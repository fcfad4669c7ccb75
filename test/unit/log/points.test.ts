import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyDraft } from '../../../shared/log/apply.ts';
import type { Edit } from '../../../shared/log/edit.ts';
import { changesBackTo, pointsOf } from '../../../shared/log/points.ts';
import { type Records, toPlan, toRecords } from '../../../shared/plan/records.ts';
import { counter } from '../../support/ids.ts';
import { plans } from '../../support/plan-arbitrary.ts';

test('points are listed newest first, each under the last name that it was given', () => {
  const edit = (id: string, kind: Edit['kind'], label: string, target: string | null = null): Edit => ({
    id,
    at: '2026-09-01T09:00:00.000Z',
    author: 'EDI officer',
    device: 'desk',
    label,
    kind,
    target,
  });
  const log = [
    edit('1', 'change', 'Set the title'),
    edit('2', 'point', 'Board, Septmber'),
    edit('3', 'point', 'Published'),
    edit('4', 'point', 'Board, September', '2'),
    edit('5', 'point', 'By mistake'),
    edit('6', 'undo', 'Delete the point “By mistake”', '5'),
    edit('7', 'undo', 'Delete the point “Published”', '3'),
    edit('8', 'redo', 'Put a deleted point back', '3'),
  ];
  expect(pointsOf(log).map(({ id, name }) => [id, name])).toEqual([
    ['3', 'Published'],
    ['2', 'Board, September'],
  ]);
});

test('from any plan one comes back to any other of the same id', () => {
  fc.assert(
    fc.property(plans(), plans(), (one, other) => {
      const then = toRecords(one);
      const now = toRecords({ ...other, id: one.id });
      expect(toPlan(after(now, changesBackTo(then, now)))).toEqual(toPlan(then));
    }),
    { numRuns: 60 },
  );
});

function after(records: Records, changes: ReturnType<typeof changesBackTo>): Records {
  const newId = counter();
  return applyDraft(changes, newId(), { records, historyOf: () => [], newId }).records;
}
