import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { writeAtomically } from '../../electron/files.ts';
import type { PlanFileEnvironment } from '../../electron/plan-file/environment.ts';
import { PlanFile } from '../../electron/plan-file/plan-file.ts';
import { PlanError } from '../../shared/messages.ts';
import { editsIn, editsInFile, nthEdit } from './editing.ts';
import { type Fault, faultyFiles } from './faulty-files.ts';
import { smallPlan } from './small-plan.ts';
import { some } from './tried.ts';

const codes = ['ENOSPC', 'EIO', 'EPERM', 'EBUSY', 'EACCES', 'ENOENT'];
const told = ['disk-full', 'write-failed', 'target-read-only', 'target-in-use', 'folder-missing'];

/** Every operation with every error, each in the three ways; only what changes something can be done and still fail. */
function faults(operations: number): Fault[] {
  const ways = ['once', 'always', 'late'] as const;
  return some(
    Array.from({ length: operations }, (_, index) => index + 1).flatMap((at) =>
      codes.flatMap((code) => ways.map((how) => ({ at, how, code }))),
    ),
  );
}

/** Makes every file operation of a publish fail, and of the backup that is made of it. @returns how often */
export async function failEachOperationOfPublish(folder: string, env: PlanFileEnvironment): Promise<number> {
  const faulty = faultyFiles();
  const file = path.join(folder, 'Plan.wresplan');
  const open = await PlanFile.create(file, smallPlan(), { ...env, files: faulty.files });
  open.apply(nthEdit(open.state.plan, 1));
  await open.backedUp();
  faulty.set(null);
  expect((await open.publish()).state).toBe('saved');
  await open.backedUp();
  const cases = faults(faulty.count);

  for (const fault of cases) {
    const why = JSON.stringify(fault);
    const before = readFileSync(file);
    const n = editsIn(open.state.plan) + 1;
    open.apply(nthEdit(open.state.plan, n));
    faulty.set(fault);
    const saved = await open.publish();
    await open.backedUp();
    faulty.set(null);

    expect(editsIn(open.state.plan), why).toBe(n);
    const after = readFileSync(file);
    if (saved.state === 'failed') {
      expect(told, why).toContain(saved.failure.code);
      expect(saved.failure.details, why).toMatchObject({ file: 'Plan.wresplan', folder });
      // A rename that was done and then reported as failed is the one way to the new file after a failure.
      if (!after.equals(before)) expect([fault.how, editsInFile(after)], why).toEqual(['late', n]);
    } else {
      expect(editsInFile(after), why).toBe(n);
    }
    if (fault.how !== 'always') expect(readdirSync(folder).sort(), why).toEqual(['Plan.wresplan', 'profile']);

    expect(await open.publish(), why).toMatchObject({ state: 'saved' });
    expect(editsInFile(readFileSync(file)), why).toBe(n);
    expect(readdirSync(folder).sort(), why).toEqual(['Plan.wresplan', 'profile']);
  }
  // Whatever failed, what is kept is whole.
  for (const { id } of (await open.versions()).slice(0, 20))
    expect((await open.version(id)).plan.id).toBe(open.state.plan.id);
  await open.close();
  return cases.length;
}

/** Makes every file operation of an export fail. @returns how often */
export async function failEachOperationOfExport(folder: string): Promise<number> {
  const faulty = faultyFiles();
  const file = path.join(folder, 'Plan.docx');
  const options = { files: faulty.files, patience: 0 };
  await writeAtomically(file, Buffer.from('old'), options);
  faulty.set(null);
  await writeAtomically(file, Buffer.from('old'), options);
  const cases = faults(faulty.count);

  for (const fault of cases) {
    const why = JSON.stringify(fault);
    await writeAtomically(file, Buffer.from('old'));
    faulty.set(fault);
    const error = await writeAtomically(file, Buffer.from('new'), options).catch((error: unknown) => error);
    faulty.set(null);
    const now = readFileSync(file, 'utf8');
    if (error === undefined) {
      expect(now, why).toBe('new');
    } else {
      expect(error, why).toBeInstanceOf(PlanError);
      expect(told, why).toContain((error as PlanError).code);
      expect(fault.how === 'late' ? ['old', 'new'] : ['old'], why).toContain(now);
    }
    const left = readdirSync(folder).filter((name) => name !== 'Plan.docx');
    // Where nothing at all can be removed any more, that file stays until it is a day old.
    if (fault.how !== 'always') expect(left, why).toEqual([]);
    await writeAtomically(file, Buffer.from('new'));
    expect(readFileSync(file, 'utf8'), why).toBe('new');
    for (const name of left) await faulty.files.remove(path.join(folder, name));
  }
  return cases.length;
}
