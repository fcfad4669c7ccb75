import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runWithElectron } from './electron/run.mjs';
import { tool } from './tool.mjs';

/** @typedef {{ name: string, passed: number, failed: number, skipped: number }} Outcome */

/**
 * A check that is one thing: it passes or fails by its exit code.
 * @param {string} name
 * @param {string[]} command
 * @returns {Promise<Outcome>}
 */
export async function check(name, ...command) {
  heading(name);
  const failed = (await run(command)) === 0 ? 0 : 1;
  return { name, passed: 1 - failed, failed, skipped: 0 };
}

/**
 * What `npm run check` and `npm test` begin with: all that is quick.
 * @returns {Promise<Outcome[]>}
 */
export async function quickChecks() {
  return [
    await check('types', ...tool('tsc'), '-p', '.'),
    await check('types of shared', ...tool('tsc'), '-p', 'shared'), // without Node and the DOM
    await check('lint', ...tool('biome'), 'check', '.'),
    await check('unused', ...tool('knip')),
    await tests(['unit']),
  ];
}

/**
 * Runs projects of vitest.config.ts and counts their tests from Vitest's own report.
 * @param {string[]} projects
 * @param {{ windows?: number, workers?: number }} [needs] how many windows there may be at a time; how many files, if
 *   not one for each core
 * @returns {Promise<Outcome>}
 */
export async function tests(projects, { windows = 0, workers } = {}) {
  const name = projects.join(', ');
  heading(`${name} tests`);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'wres-planner-tests-'));
  try {
    const report = path.join(folder, 'report.json');
    const command = [
      ...tool('vitest'),
      'run',
      ...projects.flatMap((project) => ['--project', project]),
      ...(workers ? [`--maxWorkers=${workers}`] : []),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ];
    const code = await (windows > 0 ? runWithElectron(command, { displays: windows }) : run(command));
    return { name, ...count(report, code) };
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * A runner that crashed, a file that could not be loaded, an error outside of any test and a run without tests are each
 * a failure: what did not run has not passed.
 * @param {string} report
 * @param {number} code
 */
export function count(report, code) {
  const result = read(report);
  if (!result) return { passed: 0, failed: 1, skipped: 0 };
  const notLoaded = result.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  ).length;
  const failed = result.numFailedTests + notLoaded;
  const broken = failed === 0 && (code !== 0 || result.numPassedTests + result.numPendingTests === 0);
  return {
    passed: result.numPassedTests,
    failed: broken ? 1 : failed,
    skipped: result.numPendingTests + result.numTodoTests,
  };
}

/**
 * @typedef {{
 *   numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
 *   testResults: { status: string, assertionResults: { status: string }[] }[]
 * }} Report Vitest's JSON report, as far as it is read here
 * @param {string} report
 * @returns {Report | undefined}
 */
function read(report) {
  try {
    return JSON.parse(fs.readFileSync(report, 'utf8'));
  } catch {
    return undefined; // none, or not whole
  }
}

/**
 * Prints what came of each, ends with the line that sums them up, and sets the exit code.
 * @param {Outcome[]} outcomes
 */
export function sumUp(outcomes) {
  const sum = (/** @type {'passed' | 'failed' | 'skipped'} */ key) =>
    outcomes.reduce((total, outcome) => total + outcome[key], 0);
  console.log('');
  for (const { name, passed, failed, skipped } of outcomes) {
    console.log(`${failed ? '✗' : '✓'} ${name.padEnd(16)} ${words(passed, failed, skipped)}`);
  }
  console.log(`\n${words(sum('passed'), sum('failed'), sum('skipped'))}`);
  process.exitCode = sum('failed') === 0 ? 0 : 1;
}

/** @param {[number, number, number]} counts */
function words(...[passed, failed, skipped]) {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
}

/** @param {string} name */
function heading(name) {
  console.log(`\n── ${name} ──`);
}

/**
 * @param {string[]} command
 * @returns {Promise<number>}
 */
function run([program = '', ...args]) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'] });
    child.once('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
