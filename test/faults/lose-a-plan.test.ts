import { afterAll, expect, test } from 'vitest';
import { environmentIn, quickFolder } from '../support/plan-file.ts';
import { copyUnderLoad } from './copies.ts';
import { type Death, killAgainAndAgain } from './kills.ts';
import { failEachOperationOfExport, failEachOperationOfPublish } from './operations.ts';

// Every way in which a plan could be lost, tried. What is not lost is counted; what is lost fails its test.
const tried: Record<string, number> = {};
let lost = 0;
afterAll(() => {
  const times = Object.values(tried).reduce((sum, count) => sum + count, 0);
  process.stdout.write(`\ntried to lose a plan ${Object.keys(tried).length} ways, ${times} times; lost: ${lost}\n`);
});

/** Counts a way to lose a plan, and how often it was tried. */
async function attempt(way: string, run: () => Promise<number>): Promise<void> {
  lost += 1;
  tried[way] = await run();
  lost -= 1;
}

test('kill -9 while editing loses no acknowledged edit', () =>
  attempt('kill while editing', async () => {
    const deaths = Array.from({ length: 28 }, (_, index): Death => ({ after: (index * 7) % 30 }));
    await Promise.all([0, 1, 2, 3].map(() => kill(deaths)));
    return 4 * deaths.length;
  }));

/** The file operations of a publish, of the remembering of it and of its backup. */
const operations = 39;

test.for(['before', 'after'] as const)(
  'kill -9 %s each step of publish leaves the file whole and the edits there',
  (when) =>
    attempt(`kill ${when} a step of publish`, async () => {
      const steps = Array.from({ length: operations }, (_, index): Death => ({ at: index + 1, when }));
      await Promise.all([0, 1].map(() => kill(steps)));
      return 2 * steps.length;
    }),
);

test('any file operation of a publish may fail in any way, and it can be tried again', async () => {
  const folder = quickFolder();
  await attempt('a failing file operation of publish', () =>
    failEachOperationOfPublish(folder, environmentIn(folder).env),
  );
  expect(tried['a failing file operation of publish']).toBeGreaterThanOrEqual(operations * 18);
});

test('any file operation of an export may fail in any way, and it can be tried again', async () => {
  const folder = quickFolder();
  await attempt('a failing file operation of export', () => failEachOperationOfExport(folder));
});

test('1,000 copies taken while the plan is edited and published all open, whole', () =>
  attempt('copy under load', async () => {
    const folder = quickFolder();
    expect(await copyUnderLoad(folder, environmentIn(folder).env, 1_000)).toBeGreaterThan(20);
    return 1_000;
  }));

async function kill(deaths: Death[]): Promise<void> {
  const folder = quickFolder();
  await killAgainAndAgain(folder, environmentIn(folder).env, deaths);
}
