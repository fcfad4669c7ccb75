// npm run test:faults: tries to lose a plan, each way a tenth as often as in a full run.
// npm run test:faults -- --full: as often as the table says, and writes what came of it into test/faults/RESULTS.md.
// npm run test:faults -- --full kills damage: these rows only; the others stay in the table as they were.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sumUp, tests } from '../checks.mjs';
import { tool } from '../tool.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const results = path.join(root, 'test/faults/RESULTS.md');
const mutations = 10_000;

/**
 * The rows of the table: what is tried, at least how often, and the tests that do it. Those outside of test/faults
 * count by the number that they are given, or by their tests that passed.
 * @type {Record<string, { what: string, least: number, test: string, named?: string, times?: number }>}
 */
const rows = {
  kills: { what: 'kill -9 while editing', least: 500, test: 'test/faults/kills', named: 'while editing loses' },
  steps: {
    what: 'kill -9 before and after each step of publish, export, import, merge, restore and migration, each 20 times',
    least: 1_000,
    test: 'test/faults/kills',
    named: 'each step of',
  },
  operations: { what: 'each file operation fails, in every way', least: 500, test: 'test/faults/operations' },
  places: {
    what: 'disk full, read-only folder or file, folder deleted, drive gone and back or silent',
    least: 30,
    test: 'test/faults/places',
  },
  copies: {
    what: 'the file copied at any moment under load',
    least: 1_000,
    test: 'test/faults/kills',
    named: 'copies taken',
  },
  damage: { what: 'bits flipped, parts cut off, blanked and swapped', least: 5_000, test: 'test/faults/damage' },
  plans: {
    what: 'hostile plan files',
    least: 40,
    test: 'test/integration/plan-file/hostile',
    named: 'is refused in words, at once',
  },
  word: { what: 'hostile Word files', least: 40, test: 'test/faults/word' },
  mutations: {
    what: 'Word files with changed bytes',
    least: 10_000,
    test: 'test/integration/recognise/hostile',
    named: 'changed files are each',
    times: mutations,
  },
  merge: {
    what: 'two to five edited copies, random histories',
    least: 100_000,
    test: 'test/faults/histories',
  },
  versions: {
    what: 'every released file version',
    least: 1,
    test: 'test/integration/plan-file/migrate',
    named: 'opens with all',
  },
};

const [flag, ...chosen] = process.argv.slice(2);
const unknown = chosen.filter((name) => !Object.hasOwn(rows, name));
if ((flag !== undefined && flag !== '--full') || unknown.length > 0) {
  console.error(`npm run test:faults [-- --full [${Object.keys(rows).join('|')} …]]`);
  process.exitCode = 2;
} else if (flag === '--full') {
  for (const name of chosen.length > 0 ? chosen : Object.keys(rows)) await runFully(name);
} else {
  sumUp([await tests(['faults'])]);
}

/** @param {string} name */
async function runFully(name) {
  const { what, least, test, named, times } = /** @type {(typeof rows)[string]} */ (rows[name]);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'wres-planner-faults-'));
  const [report, tried] = [path.join(folder, 'report.json'), path.join(folder, 'tried')];
  const pattern = named ? ['--testNamePattern', named] : [];
  const command = [...tool('vitest'), 'run', test, ...pattern, '--reporter=default', '--reporter=json'];
  const begun = Date.now();
  const child = spawn(command[0] ?? '', [...command.slice(1), `--outputFile.json=${report}`], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, WORD_MUTATIONS: String(mutations), WRES_FAULTS: 'full', WRES_TRIED: tried },
  });
  const [code] = await once(child, 'exit');
  const { numPassedTests, numFailedTests } = JSON.parse(fs.readFileSync(report, 'utf8'));
  const lines = fs.existsSync(tried) ? fs.readFileSync(tried, 'utf8').trim().split('\n') : [];
  const counted = lines.reduce((sum, line) => sum + JSON.parse(line).times, 0);
  fs.rmSync(folder, { recursive: true, force: true });
  const done = times ?? (lines.length > 0 ? counted : numPassedTests);
  const lost = numFailedTests || (code === 0 ? 0 : 1);
  console.log(`\n${name}: tried ${done} times; lost: ${lost}`);
  // What failed was not tried as often as it says.
  if (lost > 0 || done < least) process.exitCode = 1;
  else writeRow(what, least, done, (Date.now() - begun) / 60_000);
}

/**
 * Puts a row into the table, in the place of what it said before.
 * @param {string} what
 * @param {number} least
 * @param {number} times
 * @param {number} minutes
 */
function writeRow(what, least, times, minutes) {
  const before = fs.existsSync(results) ? fs.readFileSync(results, 'utf8').split('\n') : [];
  const cellsOf = (/** @type {string} */ line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
  const known = new Map(before.filter((line) => line.startsWith('|')).map((line) => [cellsOf(line)[0], cellsOf(line)]));
  const when = new Date().toISOString().slice(0, 16).replace('T', ' ');
  known.set(what, [what, number(least), number(times), '0', when, minutes.toFixed(1), machine()]);
  const heads = ['what was tried', 'at least', 'times', 'lost', 'when (UTC)', 'minutes', 'machine'];
  const table = [
    heads,
    ...Object.values(rows).flatMap((row) => [known.get(row.what) ?? []].filter(({ length }) => length)),
  ];
  const widths = heads.map((_, column) => Math.max(...table.map((cells) => cells[column]?.length ?? 0)));
  const line = (/** @type {string[]} */ cells) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [head = '', ...lines] = table.map(line);
  const text = `# Tried to lose a plan

Written by \`npm run test:faults -- --full\`, row by row, as each was last run in full. A row that failed is not written.

${[head, line(widths.map((width) => '-'.repeat(width))), ...lines].join('\n')}
`;
  fs.writeFileSync(results, text);
}

function machine() {
  const cpus = os.cpus();
  return `${process.platform} ${process.arch}, ${cpus.length} × ${cpus[0]?.model.trim()}, Node ${process.versions.node}`;
}

/** @param {number} value */
function number(value) {
  return value.toLocaleString('en-GB');
}
