import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { installDependencies } from '../../../scripts/set-up/dependencies.mjs';
import { withLock } from '../../../scripts/set-up/lock.mjs';

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'wres-planner-set-up-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  fs.rmSync(folder, { recursive: true, force: true });
});

describe.skipIf(process.platform === 'win32')('the dependencies', () => {
  const wanted = {
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b-win32': { version: '2.0.0', optional: true },
  };

  beforeEach(() => {
    const npm = path.join(folder, 'bin/npm');
    fs.mkdirSync(path.dirname(npm));
    fs.writeFileSync(npm, `#!/bin/sh\necho "$1" >> "${folder}/asked"\n`, { mode: 0o755 });
    vi.stubEnv('PATH', `${path.dirname(npm)}:${process.env.PATH}`);
    vi.spyOn(console, 'error').mockReturnValue();
    write('package-lock.json', { packages: { '': {}, ...wanted } });
  });

  test('are installed where there are none', async () => {
    await installDependencies(folder);
    expect(asked()).toEqual(['ci']);
  });

  test('are installed anew where one has another version than the lock file says', async () => {
    write('node_modules/.package-lock.json', { packages: { 'node_modules/a': { version: '0.9.0' } } });
    await installDependencies(folder);
    expect(asked()).toEqual(['ci']);
  });

  test('are left alone where they are there, but for those of other platforms', async () => {
    write('node_modules/.package-lock.json', { packages: { 'node_modules/a': { version: '1.0.0' } } });
    await installDependencies(folder);
    expect(asked()).toEqual([]);
  });

  test('that npm cannot install stop the task', async () => {
    fs.writeFileSync(path.join(folder, 'bin/npm'), '#!/bin/sh\nexit 1\n');
    await expect(installDependencies(folder)).rejects.toThrow('npm ci failed');
  });
});

describe('a lock', () => {
  test('lets one in at a time', async () => {
    const seen: string[] = [];
    const work = (name: string) =>
      withLock(path.join(folder, 'lock'), async () => {
        seen.push(`${name} in`);
        await new Promise((resolve) => setTimeout(resolve, 20));
        seen.push(`${name} out`);
      });
    await Promise.all([work('first'), work('second')]);
    expect(seen).toEqual(['first in', 'first out', 'second in', 'second out']);
  });

  test('is given back where the work fails', async () => {
    const file = path.join(folder, 'lock');
    await expect(withLock(file, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  test('whose owner is gone is taken over', async () => {
    const file = path.join(folder, 'lock');
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    fs.writeFileSync(file, String(pid));
    expect(await withLock(file, () => 'done')).toBe('done');
  });
});

function write(name: string, content: object): void {
  const file = path.join(folder, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, JSON.stringify(content));
}

function asked(): string[] {
  const file = path.join(folder, 'asked');
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim().split('\n') : [];
}
