// npm test: everything. Where Electron has to be made first (80 s), that goes on beside the checks that need none.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { build } from '../build.mjs';
import { check, quickChecks, sumUp, tests } from '../checks.mjs';
import { hasDisplay } from '../set-up/display.mjs';

// In a process of its own: it compiles, and waits for it.
const electron = spawn(process.execPath, [path.join(import.meta.dirname, 'electron.mjs')], { stdio: ['ignore', 2, 2] });
const electronReady = once(electron, 'exit').then(([code]) => code === 0);

const outcomes = await quickChecks();
try {
  await build();
  outcomes.push(await check('notices', process.execPath, 'scripts/packaging/notices.mjs', '--check'));
  outcomes.push(await tests('integration'), await tests('faults'));
  if (!(await electronReady)) throw new Error('There is no Electron to run the end-to-end tests in: see above.');
  outcomes.push(...(await windowTests()));
  outcomes.push(await check('packaging', process.execPath, 'scripts/packaging/pack.mjs', 'folder'));
  outcomes.push(await tests('package', { window: true }));
} catch (error) {
  console.error(error);
  outcomes.push({ name: 'making ready', passed: 0, failed: 1, skipped: 0 });
}
sumUp(outcomes);

/** Windows share a display and its focus. Where each half can have a display of its own, they run side by side. */
async function windowTests() {
  if (hasDisplay()) return [await tests('e2e', { window: true })];
  return Promise.all(['1/2', '2/2'].map((part) => tests('e2e', { window: true, part })));
}
