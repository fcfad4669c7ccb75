import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { sayOpen } from '../../../electron/plan-file/owner-note.ts';
import type { OtherView } from '../../../shared/ipc/contract.ts';
import { fallSilent } from '../../support/fall-silent.ts';
import { freshFolder } from '../../support/plan-file.ts';

const since = '2026-11-02T09:00:00.000Z';

/** Somebody who has a plan open, and what they were told last. */
function opens(file: string, name: string, mark: string) {
  const told: { others: OtherView[] } = { others: [] };
  const tell = (others: OtherView[]) => {
    told.others = others;
  };
  const end = sayOpen(file, { author: () => name, mark }, tell, 40);
  onTestFinished(end);
  return { names: () => told.others.map(({ author }) => author), end };
}

test('two who have a plan open are told of each other, and nothing is left when they have closed it', async () => {
  const folder = freshFolder();
  const file = path.join(folder, 'Plan.wresplan');
  const sam = opens(file, 'Sam', '00000001');
  const alex = opens(file, 'Alex\n', '00000002');
  await expect.poll(alex.names).toEqual(['Sam']);
  await expect.poll(sam.names).toEqual(['Alex ']);
  const note = JSON.parse(readFileSync(path.join(folder, '~$Plan.wresplan.00000001.open'), 'utf8'));
  expect(Object.keys(note)).toEqual(['author', 'since']);
  await alex.end();
  await expect.poll(sam.names).toEqual([]);
  await sam.end();
  expect(readdirSync(folder)).toEqual([]);
});

test('a note that is not renewed says nothing any more, and what is no note never did', async () => {
  const folder = freshFolder();
  const file = path.join(folder, 'Plan.wresplan');
  const at = (name: string) => path.join(folder, name);
  const left = at('~$Plan.wresplan.00000009.open');
  writeFileSync(left, JSON.stringify({ author: 'Whoever was stopped', since }));
  utimesSync(left, new Date(), new Date(Date.now() - 60_000));
  writeFileSync(at('~$Plan.wresplan.00000003.open'), 'half');
  writeFileSync(at('~$Plan.wresplan.00000004.open'), JSON.stringify({ author: 'A'.repeat(10_000), since }));
  writeFileSync(at('~$Plan.wresplan.00000005.open'), JSON.stringify({ author: 'Two\nlines', since }));
  mkdirSync(at('~$Plan.wresplan.00000006.open'));
  writeFileSync(at('~$Plan.wresplan.00000007.open'), '');
  const answer = fallSilent(at('~$Plan.wresplan.00000007.open'));
  writeFileSync(at('~$Other.wresplan.00000008.open'), JSON.stringify({ author: 'Of another plan', since }));
  const sam = opens(file, 'Sam', '00000001');
  const alex = opens(file, '', '00000002');
  await expect.poll(sam.names).toEqual(['']);
  await expect.poll(alex.names).toEqual(['Sam']);
  await answer();
});

test('where nothing can be written, or there is nothing to be read, that is no error, and nobody waits', async () => {
  const nowhere = path.join(freshFolder(), 'gone', 'Plan.wresplan');
  for (const file of ['/sys/Plan.wresplan', nowhere]) {
    const sam = opens(file, 'Sam', '00000001');
    await wait(100);
    expect(sam.names()).toEqual([]);
    await sam.end();
  }
});

test('of a place that does not answer, closing waits a second and no more', async () => {
  const file = path.join(freshFolder(), 'Plan.wresplan');
  const own = path.join(path.dirname(file), '~$Plan.wresplan.00000001.open');
  execFileSync('mkfifo', [own]);
  const sam = opens(file, 'Sam', '00000001');
  const begun = performance.now();
  await sam.end();
  expect(performance.now() - begun).toBeLessThan(5_000);
  await readFile(own);
  await expect.poll(() => readdirSync(path.dirname(file))).toEqual([]);
});
