import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { contentsOf } from '../../../electron/plan-file/contents.ts';
import { writePlan } from '../../../electron/plan-file/exchange.ts';
import { rowsOf } from '../../../electron/plan-file/inspect.ts';
import { PlanFile } from '../../../electron/plan-file/plan-file.ts';
import { findRecovery } from '../../../electron/plan-file/recover.ts';
import { newId } from '../../../shared/id.ts';
import { parsePlanJson } from '../../../shared/plan/json.ts';
import { nthEdit } from '../../faults/editing.ts';
import { smallPlan } from '../../faults/small-plan.ts';
import { environmentIn, freshFolder } from '../../support/plan-file.ts';

test('of a plan that was worked on here, all edits are there; else the newest version that is whole', async () => {
  const folder = freshFolder();
  const { env, clock } = environmentIn(folder);
  const file = path.join(folder, 'Plan.wresplan');
  const open = await PlanFile.create(file, smallPlan(), env);
  open.apply(nthEdit(open.state.plan, 1));
  clock.now += 60_000;
  await open.close();
  const damaged = readFileSync(file).subarray(0, 9_000);
  writeFileSync(file, damaged);
  await expect(PlanFile.open(file, env)).rejects.toMatchObject({ code: 'damaged-file' });

  const here = await findRecovery(file, env);
  expect(here).toMatchObject({ from: 'here', at: '2026-11-02T09:00:00.000Z', doubtful: 0 });
  expect(contentsOf(rowsOf(here?.bytes ?? damaged))).toMatchObject({ plan: { title: 'Edit 1' }, edits: [{}, {}] });

  // The working copy is gone or damaged, and so is the newest version.
  const plans = path.join(env.profile, 'plans', open.state.plan.id);
  const [place = ''] = readdirSync(plans);
  writeFileSync(path.join(plans, place, 'plan.sqlite'), 'no database at all');
  const backups = path.join(env.profile, 'backups', open.state.plan.id);
  const newest = readdirSync(backups).sort().at(-1) ?? '';
  writeFileSync(path.join(backups, newest), damaged);
  const version = await findRecovery(file, env);
  expect(version).toMatchObject({ from: 'version', at: '2026-11-02T09:00:00.000Z' });
  expect(contentsOf(rowsOf(version?.bytes ?? damaged)).plan.title).toBe('Edit 0');
  expect(readFileSync(file).equals(damaged)).toBe(true);
  rmSync(plans, { recursive: true });
});

test('of a file that was never open here, what can be read is read row by row into a new plan', async () => {
  const sample = readFileSync(path.resolve(import.meta.dirname, '../../../assets/sample-plan.json'), 'utf8');
  for (const [name, plan] of Object.entries({ small: smallPlan(), sample: parsePlanJson(sample, newId) })) {
    const folder = freshFolder();
    const { env } = environmentIn(folder);
    mkdirSync(env.profile);
    const file = path.join(folder, 'Plan.wresplan');
    await writePlan(file, plan, env);
    const bytes = readFileSync(file);
    const pages = bytes.length / 4_096;

    // Without any one of its pages but the first, nearly all of it is there: each thing stands in a file twice.
    let most = 0;
    for (let page = 1; page < pages; page += Math.ceil(pages / 4)) {
      writeFileSync(file, Buffer.from(bytes).fill(0, page * 4_096, (page + 1) * 4_096));
      const found = await findRecovery(file, env);
      if (!found) continue;
      const { plan: there, edits } = contentsOf(rowsOf(found.bytes));
      expect(found.from, name).toBe('rows');
      expect(there.id, name).not.toBe(plan.id);
      expect(edits, name).toHaveLength(1);
      most = Math.max(most, there.actions.length);
      expect(there.actions.length, `${name}, without page ${page}`).toBeGreaterThanOrEqual(plan.actions.length * 0.9);
    }
    expect(most, name).toBe(plan.actions.length);
  }
});

test('a changed letter makes a record doubtful; of what is no database nothing is found', async () => {
  const folder = freshFolder();
  const { env } = environmentIn(folder);
  const file = path.join(folder, 'Plan.wresplan');
  await writePlan(file, smallPlan(), env);
  const bytes = readFileSync(file);
  const at = bytes.indexOf('Step 7 of what');
  bytes[at] = 'X'.charCodeAt(0);
  writeFileSync(file, bytes);
  expect(await findRecovery(file, env)).toMatchObject({ from: 'rows', doubtful: 1 });
  for (const nothing of ['', 'Dear colleague', Buffer.alloc(20_000), bytes.subarray(0, 2_000)]) {
    writeFileSync(file, nothing);
    expect(await findRecovery(file, env)).toBeNull();
  }
});
