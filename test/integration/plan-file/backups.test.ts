import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { realFiles } from '../../../electron/files.ts';
import { backupsFolder } from '../../../electron/plan-file/backups.ts';
import { readPlan } from '../../../electron/plan-file/exchange.ts';
import { PlanFile } from '../../../electron/plan-file/plan-file.ts';
import type { DraftEdit } from '../../../shared/log/edit.ts';
import { whole } from '../../../shared/log/whole.ts';
import { deleteActions } from '../../../shared/plan/edits/actions.ts';
import { addLead } from '../../../shared/plan/edits/leads.ts';
import type { Plan } from '../../../shared/plan/model.ts';
import { nthEdit } from '../../faults/editing.ts';
import { smallPlan } from '../../faults/small-plan.ts';
import { environmentIn, freshFolder } from '../../support/plan-file.ts';

function setUp() {
  const folder = freshFolder();
  const { env, clock } = environmentIn(folder);
  return { folder, file: path.join(folder, 'Plan.wresplan'), env, clock };
}

/** Edits and publishes, a minute after the last time. */
async function edited(open: PlanFile, clock: { now: number }, ...drafts: (DraftEdit | undefined)[]) {
  clock.now += 60_000;
  for (const draft of drafts) if (draft) open.apply(draft);
  await open.publish();
}

test('every publish is kept as a whole plan file, and told with who did what', async () => {
  const { file, env, clock } = setUp();
  const open = await PlanFile.create(file, smallPlan(), env);
  await edited(open, clock, nthEdit(open.state.plan, 1));
  await edited(open, clock, ...[2, 3, 4, 5].map((n) => nthEdit(open.state.plan, n)));
  const versions = await open.versions();
  expect(
    versions.map(({ reason, more, edits }) => ({ reason, more, labels: edits.map(({ label }) => label) })),
  ).toEqual([
    { reason: 'publish', more: 1, labels: ['Edit 5', 'Edit 4', 'Edit 3'] },
    { reason: 'publish', more: 0, labels: ['Edit 1'] },
    { reason: 'publish', more: 0, labels: ['Start the plan'] },
  ]);
  expect(versions[0]).toMatchObject({ at: clock.now, edits: [{ author: 'EDI officer' }, {}, {}] });
  expect((await open.version(versions[1]?.id ?? '')).plan.title).toBe('Edit 1');
  await expect(open.version('../../elsewhere')).rejects.toMatchObject({ code: 'not-found' });
  await open.close();

  const folder = backupsFolder(env.profile, open.state.plan.id);
  for (const name of readdirSync(folder)) expect((await readPlan(path.join(folder, name))).id).toBe(open.state.plan.id);

  // What is kept of a file that came from elsewhere begins with the day that it came.
  const elsewhere = environmentIn(freshFolder()).env;
  const there = await PlanFile.open(file, elsewhere);
  expect(await there.versions()).toMatchObject([{ reason: 'open', more: 3 }]);
  await there.close();
});

test('all is taken back in one edit that can be undone; what was there before is kept first', async () => {
  const { file, env, clock } = setUp();
  const open = await PlanFile.create(file, smallPlan(), env);
  await edited(open, clock, nthEdit(open.state.plan, 1), deleteActions(open.state.plan, [action(open, 3)]));
  const [, first] = await open.versions();
  clock.now += 60_000;
  const back = open.bringBack((await open.version(first?.id ?? '')).records, 'Go back to the version of 9:00');
  expect(back.plan).toEqual(smallPlan());
  expect(back.undo).toBe('Go back to the version of 9:00');
  expect((await open.versions())[0]).toMatchObject({ reason: 'before-restore', at: clock.now });
  expect(open.undo().plan.actions).toHaveLength(11);
  await open.close();
  expect((await readPlan(file)).title).toBe('Edit 1');
});

test('one thing is taken back with what it names and what belonged to it, and nothing else', async () => {
  const { file, env, clock } = setUp();
  const open = await PlanFile.create(file, smallPlan(), env);
  const id = action(open, 5);
  const update = env.newId();
  const text = [{ kind: 'paragraph' as const, runs: [{ text: 'Begun.' }] }];
  const fields = { indicator: null, action: id, date: null, text, rating: null };
  await edited(open, clock, addLead(open.state.plan, [{ kind: 'action', id }], 'Ann Okoro', env.newId), {
    label: 'Add an update',
    changes: [{ kind: 'update', record: update, field: whole, value: fields }],
  });
  const [version] = await open.versions();
  const before = open.state.plan;
  const ann = before.people.find(({ name }) => name === 'Ann Okoro')?.id ?? '';
  await edited(
    open,
    clock,
    nthEdit(open.state.plan, 1),
    deleteActions(open.state.plan, [id]),
    { label: 'Delete Ann', changes: [{ kind: 'person', record: ann, field: whole, value: null }] },
    deleteActions(open.state.plan, [action(open, 0)]),
  );
  const { records } = await open.version(version?.id ?? '');
  const { plan } = open.bringBack(records, 'Bring back action 6', [{ kind: 'action', id }]);
  expect(found(plan, id)).toEqual(found(before, id));
  expect(found(plan, id)?.updates).toHaveLength(1);
  expect(plan.people.map(({ name }) => name)).toContain('Ann Okoro');
  expect(plan.title).toBe('Edit 1');
  expect(plan.actions).toHaveLength(11);

  const titled = open.bringBack(records, 'Bring back the title', [{ kind: 'plan', id: plan.id, field: 'title' }]);
  expect(titled.plan.title).toBe('Edit 0');
  expect(titled.plan.actions).toHaveLength(11);
  await open.close();
});

test('before a copy is brought in, the plan as it was is kept', async () => {
  const { folder, file, env, clock } = setUp();
  const open = await PlanFile.create(file, smallPlan(), env);
  const copy = path.join(folder, 'Copy.wresplan');
  copyFileSync(file, copy);
  const theirs = await PlanFile.open(copy, { ...environmentIn(freshFolder()).env, now: env.now });
  theirs.apply(nthEdit(theirs.state.plan, 2));
  await theirs.close();
  open.apply(nthEdit(open.state.plan, 1));
  clock.now += 60_000;
  await open.bringIn(copy);
  const [version] = await open.versions();
  expect(version?.reason).toBe('before-merge');
  expect((await open.version(version?.id ?? '')).plan).toMatchObject({
    title: 'Edit 1',
    trust: { name: 'Anytown Hospitals' },
  });
  await open.close();
});

test('a backup that hangs or fails holds up nothing, and is told to the log alone', async () => {
  const { folder, file, env, clock } = setUp();
  const failures: unknown[] = [];
  let hang = true;
  const inBackups = (name: string) => name.includes('backups');
  const files = {
    ...realFiles,
    create: async (name: string) => {
      if (!inBackups(name)) return realFiles.create(name);
      if (hang) return new Promise<never>(() => undefined);
      throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    },
  };
  const open = await PlanFile.create(file, smallPlan(), { ...env, files, quietly: (error) => failures.push(error) });
  await edited(open, clock, nthEdit(open.state.plan, 1));
  expect(open.state.saved.state).toBe('saved');
  expect(await readPlan(file)).toMatchObject({ title: 'Edit 1' });
  expect((await open.close()).state).toBe('saved');

  hang = false;
  const again = await PlanFile.open(file, { ...env, files, quietly: (error) => failures.push(error) });
  await edited(again, clock, nthEdit(again.state.plan, 2));
  expect(await again.versions()).toEqual([]);
  expect(failures).toMatchObject([{ code: 'disk-full' }]);
  expect((await again.close()).state).toBe('saved');
  expect(readdirSync(folder).sort()).toEqual(['Plan.wresplan', 'profile']);
});

test('a backup that is damaged is told so, and what a stopped start left behind is gone', async () => {
  const { file, env } = setUp();
  const open = await PlanFile.create(file, smallPlan(), env);
  const [version] = await open.versions();
  const folder = backupsFolder(env.profile, open.state.plan.id);
  const backup = path.join(folder, `${version?.id}.wresplan`);
  writeFileSync(path.join(folder, '~$left.0123abcd.tmp'), 'half');
  writeFileSync(backup, readFileSync(backup).subarray(0, 5_000));
  await expect(open.version(version?.id ?? '')).rejects.toMatchObject({ code: 'damaged-file' });
  expect(open.state.plan).toEqual(smallPlan());
  await open.close();
  await (await PlanFile.open(file, env)).close();
  expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

const action = (open: PlanFile, index: number) => open.state.plan.actions[index]?.id ?? '';
const found = (plan: Plan, id: string) => plan.actions.find((each) => each.id === id);
