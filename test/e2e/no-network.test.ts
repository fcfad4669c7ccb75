import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { freshFolder } from '../support/app.ts';

test('no packet leaves: the system itself counts those of the app while the main job is done in it', (context) => {
  const isolated = (...command: string[]) => spawnSync('unshare', ['-n', ...command], { encoding: 'utf8' });
  if (isolated('ip', 'tuntap', 'add', 'dev', 'x', 'mode', 'tun').status !== 0) {
    context.skip('needs unshare and ip, and the right to make a network namespace');
  }
  const program = path.resolve(import.meta.dirname, '../support/counted-network.ts');
  const { stdout, stderr } = isolated(process.execPath, program, freshFolder());
  expect(stdout, stderr).not.toBe('');
  expect(JSON.parse(stdout)).toEqual({ left: 0, thenSent: 1 });
});
