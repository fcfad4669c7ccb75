// npm test: everything. Where Electron has to be made first (80 s), that goes on beside the checks that need none.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { build } from '../build.mjs';
import { check, quickChecks, sumUp, tests } from '../checks.mjs';

// In a process of its own: it compiles, and waits for it.
const electron = spawn(process.execPath, [path.join(import.meta.dirname, 'electron.mjs')], { stdio: ['ignore', 2, 2] });
const electronReady = once(electron, 'exit').then(([code]) => code === 0);

const outcomes = await quickChecks();
try {
  await build();
  outcomes.push(await check('notices', process.execPath, 'scripts/packaging/notices.mjs', '--check'));
  // Some wait for processes of their own: one more at a time than there are cores.
  outcomes.push(await tests(['integration', 'faults'], { workers: availableParallelism() + 1 }));
  if (!(await electronReady)) throw new Error('There is no Electron to run the end-to-end tests in: see above.');
  // A window waits as often as it works: one more at a time than there are cores.
  outcomes.push(await tests(['e2e'], { windows: Math.min(availableParallelism() + 1, 6) }));
  outcomes.push(await check('packaging', process.execPath, 'scripts/packaging/pack.mjs', 'folder'));
  outcomes.push(await tests(['package'], { windows: 1 }));
} catch (error) {
  console.error(error);
  outcomes.push({ name: 'making ready', passed: 0, failed: 1, skipped: 0 });
}
sumUp(outcomes);
