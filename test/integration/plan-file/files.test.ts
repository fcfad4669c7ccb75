import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { longestRead, readWhole, realFiles, writeAtomically } from '../../../electron/files.ts';
import { readPlan } from '../../../electron/plan-file/exchange.ts';
import { PlanFile } from '../../../electron/plan-file/plan-file.ts';
import { editsIn, nthEdit } from '../../faults/editing.ts';
import { smallPlan } from '../../faults/small-plan.ts';
import { environmentIn, freshFolder } from '../../support/plan-file.ts';

const root = process.getuid?.() === 0;

/** What writing gives somebody who is not root: root may write anything, and read the sources wherever they are. */
function writeAsNobody(file: string): string {
  const program = `
    import { writeAtomically } from ${JSON.stringify(path.resolve(import.meta.dirname, '../../../electron/files.ts'))};
    ${root ? 'process.setgroups([]); process.setgid(65534); process.setuid(65534);' : ''}
    await writeAtomically(${JSON.stringify(file)}, Buffer.from('new'), { patience: 50 }).then(
      () => console.log('written'),
      (error) => console.log(error.code, '|', error.message),
    );`;
  const args = ['--input-type=module-typescript', '--eval', program];
  return execFileSync(process.execPath, args, { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } }).trim();
}

test('a folder that may not be written to is told as read-only, with its name, and the file is as it was', () => {
  const folder = freshFolder();
  chmodSync(folder, 0o755);
  const file = path.join(folder, 'Plan.docx');
  writeFileSync(file, 'old');
  chmodSync(file, 0o666);
  if (!root) chmodSync(folder, 0o555);
  expect(writeAsNobody(file)).toMatch(/^target-read-only \| Plan\.docx is read-only, or you may not write to \//);
  chmodSync(folder, 0o755);
  expect(readFileSync(file, 'utf8')).toBe('old');
  expect(readdirSync(folder)).toEqual(['Plan.docx']);
});

test('a file that is read-only is not replaced, though its folder would allow it', () => {
  const folder = freshFolder();
  chmodSync(folder, 0o777);
  const file = path.join(folder, 'Plan.docx');
  writeFileSync(file, 'old');
  chmodSync(file, 0o444);
  expect(writeAsNobody(file)).toMatch(/^target-read-only/);
  expect(readFileSync(file, 'utf8')).toBe('old');
  expect(readdirSync(folder)).toEqual(['Plan.docx']);
});

test('whoever may write does', () => {
  const folder = freshFolder();
  chmodSync(folder, 0o777);
  if (root) chownSync(folder, 65534, 65534);
  const file = path.join(folder, 'Plan.docx');
  expect(writeAsNobody(file)).toBe('written');
  expect(readFileSync(file, 'utf8')).toBe('new');
});

test('a full disk is told as such', async () => {
  const folder = freshFolder();
  const full = { code: 'ENOSPC' };
  const files = { ...realFiles, create: () => Promise.reject(Object.assign(new Error('full'), full)) };
  await expect(writeAtomically(path.join(folder, 'Plan.docx'), Buffer.from('x'), { files })).rejects.toMatchObject({
    code: 'disk-full',
    details: { file: 'Plan.docx', folder },
  });
});

test('another program that lets go of the file in time is waited for; one that does not is told', async () => {
  const folder = freshFolder();
  const file = path.join(folder, 'Plan.docx');
  let held = 3;
  const busy = () => Promise.reject(Object.assign(new Error('busy'), { code: 'EBUSY' }));
  const files = {
    ...realFiles,
    rename: (from: string, to: string) => (held-- > 0 ? busy() : realFiles.rename(from, to)),
  };
  await writeAtomically(file, Buffer.from('new'), { files });
  expect(readFileSync(file, 'utf8')).toBe('new');

  const always = { ...realFiles, rename: busy };
  await expect(writeAtomically(file, Buffer.from('newer'), { files: always, patience: 100 })).rejects.toMatchObject({
    code: 'target-in-use',
  });
  expect(readFileSync(file, 'utf8')).toBe('new');
  expect(readdirSync(folder)).toEqual(['Plan.docx']);
});

test('a folder in the place of the file, and a folder that is not there, are told apart', async () => {
  const folder = freshFolder();
  mkdirSync(path.join(folder, 'Plan.docx'));
  await expect(writeAtomically(path.join(folder, 'Plan.docx'), Buffer.from('x'))).rejects.toMatchObject({
    code: 'write-failed',
  });
  await expect(writeAtomically(path.join(folder, 'no', 'Plan.docx'), Buffer.from('x'))).rejects.toMatchObject({
    code: 'folder-missing',
  });
  expect(readdirSync(folder)).toEqual(['Plan.docx']);
});

test('the longest name that a file may have, and one of other scripts, are written', async () => {
  const folder = freshFolder();
  for (const name of [`${'x'.repeat(245)}.wresplan`, `${'平'.repeat(80)}.wresplan`, `it's & #1 "plan".wresplan`]) {
    await writeAtomically(path.join(folder, name), Buffer.from('x'));
    expect(statSync(path.join(folder, name)).size).toBe(1);
  }
});

test.each(['ENETUNREACH', 'EHOSTDOWN', 'EHOSTUNREACH', 'ESTALE', 'ETIMEDOUT'])(
  'a network drive that goes while it is written to (%s) is told as a folder that is not there',
  async (code) => {
    const file = path.join(freshFolder(), 'Plan.wresplan');
    writeFileSync(file, 'old');
    for (const gone of ['realPath', 'create', 'rename'] as const) {
      const files = { ...realFiles, [gone]: () => Promise.reject(Object.assign(new Error(code), { code })) };
      const writing = writeAtomically(file, Buffer.from('new'), { files, patience: 0 });
      await expect(writing, gone).rejects.toMatchObject({ code: 'folder-missing' });
      expect(readFileSync(file, 'utf8')).toBe('old');
      expect(readdirSync(path.dirname(file))).toEqual(['Plan.wresplan']);
    }
  },
);

test.each(['EIO', 'ENOTSUP', 'UNKNOWN', 'ESTALE'])(
  'a file that is in the cloud only and does not come (%s) is told so, and not as damaged',
  async (code) => {
    const files = { ...realFiles, read: () => Promise.reject(Object.assign(new Error(code), { code })) };
    const message = expect.stringMatching(/^Plan\.wresplan cannot be fetched just now.*OneDrive/);
    await expect(readWhole('/cloud/Plan.wresplan', files)).rejects.toMatchObject({ code: 'not-reachable', message });
  },
);

test('a file that never comes is not waited for for ever', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const files = { ...realFiles, read: () => new Promise<never>(() => undefined) };
  const told = expect(readWhole('/cloud/Plan.wresplan', files)).rejects.toMatchObject({ code: 'not-reachable' });
  await vi.advanceTimersByTimeAsync(longestRead);
  await told;
});

test('a path of more than 260 characters is one like any other', async () => {
  const base = freshFolder();
  const folder = path.join(
    base,
    ...Array.from({ length: 5 }, (_, level) => `Workforce race equality, part ${level} `.padEnd(70, 'x')),
  );
  mkdirSync(folder, { recursive: true });
  const [file, copy] = ['Plan & action #1 – “final”.wresplan', 'Copy.wresplan'].map((name) => path.join(folder, name));
  expect(file?.length).toBeGreaterThan(400);
  const { env } = environmentIn(base);
  const open = await PlanFile.create(file ?? '', smallPlan(), env);
  open.apply(nthEdit(open.state.plan, 1));
  await open.saveCopy(copy ?? '');
  expect((await open.close()).state).toBe('saved');
  const again = await PlanFile.open(file ?? '', env);
  expect(editsIn(again.state.plan)).toBe(1);
  await again.close();
  expect((await readPlan(copy ?? '')).title).toBe(again.state.plan.title);
});
