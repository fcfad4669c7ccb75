import { expect, test } from 'vitest';
import { environmentIn, quickFolder } from '../support/plan-file.ts';
import { copyUnderLoad } from './copies.ts';
import { type Deed, deeds, killInEachStep } from './deeds.ts';
import { type Death, killAgainAndAgain } from './kills.ts';
import { amount, attempt, rounds } from './tried.ts';

test('kill -9 while editing loses no acknowledged edit', () =>
  attempt('kill -9 while editing', async () => {
    const lives = 25;
    const people = Math.ceil(amount(500) / lives);
    const deaths = Array.from({ length: lives }, (_, index): Death => ({ after: (index * 7) % 30 }));
    await sideBySide(people, () => kill(deaths));
    return people * lives;
  }));

/** The file operations of a publish, of the remembering of it and of its backup. */
const operations = 39;

test.for(['before', 'after'] as const)(
  'kill -9 %s each step of publish leaves the file whole and the edits there',
  (when) =>
    attempt(`kill -9 ${when} a step of publish`, async () => {
      const steps = Array.from({ length: operations }, (_, index): Death => ({ at: index + 1, when }));
      await sideBySide(rounds, () => kill(steps));
      return rounds * steps.length;
    }),
);

test.for(Object.keys(deeds) as Deed[])('kill -9 at each step of %s leaves all of it or nothing', (deed) =>
  attempt(`kill -9 at a step of ${deed}`, async () => {
    let times = 0;
    let round = 0;
    await sideBySide(rounds, async () => {
      times += await killInEachStep(deed, quickFolder(), round++);
    });
    expect(times).toBeGreaterThan(1);
    return times;
  }),
);

test('copies taken while the plan is edited and published all open, whole', () =>
  attempt('copy under load', async () => {
    const folder = quickFolder();
    const times = amount(1_000);
    expect(await copyUnderLoad(folder, environmentIn(folder).env, times)).toBeGreaterThan(times / 50);
    return times;
  }));

async function kill(deaths: Death[]): Promise<void> {
  const folder = quickFolder();
  await killAgainAndAgain(folder, environmentIn(folder).env, deaths);
}

/** Runs something so often, two at a time. */
async function sideBySide(times: number, run: () => Promise<void>): Promise<void> {
  let left = times;
  const lane = async () => {
    while (left-- > 0) await run();
  };
  await Promise.all([lane(), lane()]);
}
