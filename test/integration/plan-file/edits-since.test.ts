import path from 'node:path';
import { expect, test } from 'vitest';
import { PlanFile } from '../../../electron/plan-file/plan-file.ts';
import { smallPlan } from '../../faults/small-plan.ts';
import { environmentIn, quickFolder } from '../../support/plan-file.ts';

test('what was edited since a moment is told, newest first, with what it changed, also after closing', async () => {
  const folder = quickFolder();
  const { env, clock } = environmentIn(folder);
  const file = path.join(folder, 'Plan.wresplan');
  const { id } = smallPlan();
  const open = await PlanFile.create(file, smallPlan(), env);
  const set = (field: string, value: string) =>
    open.apply({ label: `Set the ${field} to ${value}`, changes: [{ kind: 'plan', record: id, field, value }] });
  clock.now += 3_600_000;
  set('title', 'One');
  clock.now += 3_600_000;
  const since = new Date(clock.now).toISOString();
  set('trustName', 'Two');
  open.undo();

  const told = (from: PlanFile) =>
    from.editsSince(since).map(({ edit, first }) => [edit.label, edit.author, first?.record === id && first.field]);
  const expected = [
    ['Undo: Set the trustName to Two', 'EDI officer', 'trustName'],
    ['Set the trustName to Two', 'EDI officer', 'trustName'],
  ];
  expect(told(open)).toEqual(expected);
  expect(open.editsSince('2000-01-01T00:00:00.000Z', 3)).toHaveLength(3);
  clock.now += 1;
  expect(open.editsSince(new Date(clock.now).toISOString())).toEqual([]);
  await open.close();
  const again = await PlanFile.open(file, env);
  expect(told(again)).toEqual(expected);
  await again.close();
});
