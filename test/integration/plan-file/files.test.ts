import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { realFiles, writeAtomically } from '../../../electron/files.ts';
import { freshFolder } from '../../support/plan-file.ts';

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
