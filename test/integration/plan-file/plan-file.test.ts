import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { newId } from '../../../shared/id.ts';
import { PlanFile } from '../../../electron/plan-file/plan-file.ts';
import { readPlan } from '../../../electron/plan-file/exchange.ts';
import { parsePlanJson } from '../../../shared/plan/json.ts';
import { environmentIn, freshFolder } from '../../support/plan-file.ts';

const seed = () => parsePlanJson(readFileSync(path.resolve('../shared/seeds/000.plan.json'), 'utf8'), newId);

test('a plan that was made, edited and closed opens as it was left', async () => {
  const folder = freshFolder();
  const { env } = environmentIn(folder);
  const file = path.join(folder, 'Plan.wresplan');
  const plan = seed();
  const made = await PlanFile.create(file, plan, env);
  expect(made.state.plan).toEqual(plan);
  const action = plan.actions[0]!;
  made.apply({ label: 'Set the date', changes: [{ kind: 'action', record: action.id, field: 'due', value: { text: 'Q3' } }] });
  const saved = await made.close();
  expect(saved.state).toBe('saved');
  expect((await readPlan(file, env.reading)).actions[0]?.due).toEqual({ text: 'Q3' });
  const opened = await PlanFile.open(file, env);
  expect(opened.state).toMatchObject({ undo: 'Set the date', redo: null, saved: { state: 'saved' } });
  expect(opened.undo().plan).toEqual(plan);
  expect(opened.state.redo).toBe('Set the date');
  await opened.close();
});
