import path from 'node:path';
import { expect, test } from 'vitest';
import { readPlan } from '../../../electron/plan-file/exchange.ts';
import { PlanFile } from '../../../electron/plan-file/plan-file.ts';
import { smallPlan } from '../../faults/small-plan.ts';
import { environmentIn, freshFolder } from '../../support/plan-file.ts';

const call = (title: string) => ({
  label: `Call the plan ${title}`,
  changes: [{ kind: 'plan' as const, record: smallPlan().id, field: 'title', value: title }],
});

test('a point is kept in the file; the plan is compared with it and gone back to, and that is undone like any edit', async () => {
  const { env } = environmentIn(freshFolder());
  const file = path.join(freshFolder(), 'Plan.wresplan');
  const first = await PlanFile.create(file, smallPlan(), env);
  first.apply(call('As the Board saw it'));
  first.markPoint('Board, Septmber');
  expect(first.state.undo).toBe('Call the plan As the Board saw it');
  first.apply(call('As it is now'));
  const [point] = first.points();
  first.renamePoint(point?.id ?? '', 'Board, September');
  await first.close();

  const again = await PlanFile.open(file, env);
  expect(again.points().map(({ name, author }) => [name, author])).toEqual([['Board, September', 'EDI officer']]);
  const id = again.points()[0]?.id ?? '';
  expect(again.planAt(id).title).toBe('As the Board saw it');
  again.goBackTo(id);
  expect(again.state.plan.title).toBe('As the Board saw it');
  expect(again.state.undo).toBe('Go back to “Board, September”');
  again.undo();
  expect(again.state.plan.title).toBe('As it is now');
  again.redo();
  await again.close();
  expect((await readPlan(file)).title).toBe('As the Board saw it');
});

test('what can be redone is still there after a point was named; going back to where one is leaves no trace', async () => {
  const { env } = environmentIn(freshFolder());
  const open = await PlanFile.create(path.join(freshFolder(), 'Plan.wresplan'), smallPlan(), env);
  open.apply(call('Another'));
  open.undo();
  open.markPoint('Before the meeting');
  expect(open.state.redo).toBe('Call the plan Another');
  open.goBackTo(open.points()[0]?.id ?? '');
  expect(open.state.redo).toBe('Call the plan Another');
  const [{ id } = { id: '' }] = open.points();
  open.deletePoint(id);
  expect(open.points()).toEqual([]);
  expect(() => open.goBackTo(id)).toThrow(expect.objectContaining({ code: 'edit-refused' }));
  open.restorePoint(id);
  expect(open.points()).toMatchObject([{ id, name: 'Before the meeting' }]);
  expect(open.state.redo).toBe('Call the plan Another');
  expect(() => open.goBackTo(env.newId())).toThrow(expect.objectContaining({ code: 'edit-refused' }));
  await open.close();
});

test('a point of a file that comes from elsewhere is one here', async () => {
  const here = environmentIn(freshFolder());
  const there = environmentIn(freshFolder(), { author: 'Colleague' });
  const file = path.join(freshFolder(), 'Plan.wresplan');
  const theirs = await PlanFile.create(file, smallPlan(), there.env);
  theirs.markPoint('Sent round');
  await theirs.close();
  const open = await PlanFile.open(file, here.env);
  expect(open.points()).toMatchObject([{ name: 'Sent round', author: 'Colleague' }]);
  await open.close();
});
