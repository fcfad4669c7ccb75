import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runCli } from '../../../electron/cli.ts';
import { readPlan } from '../../../electron/plan-file/exchange.ts';
import { carriedFrom } from '../../../shared/plan/roll-on/carried-from.ts';
import { quickFolder } from '../../support/plan-file.ts';

const sample = path.resolve(import.meta.dirname, '../../../assets/sample-plan.json');

test('roll-on makes next year’s plan, leaves the old one to the byte, and says all that a person should look at', async () => {
  const folder = quickFolder();
  const at = (name: string) => path.join(folder, name);
  await run('import', sample, at('old.wresplan'));
  const before = fs.readFileSync(at('old.wresplan'));
  const rolled = ['roll-on', at('old.wresplan'), '--to', '2027-28', at('new.wresplan')];
  const done = await run(...rolled, '--finished', 'leave', '--without-notes', '--report', at('report.json'));
  expect(done).toMatchObject({ code: 0, error: [] });
  expect(done.out).toEqual(
    expect.arrayContaining([
      'Rolled on from 2026-27 to 2027-28: 36 actions carried over.',
      '16 finished actions left behind:',
      '  Action G1 (“Send our Workforce Race Equality Standard data to NHS England.”)',
      '  Indicator 1: 31 March 2027 → 31 March 2028',
      'The indicators are worded as before (edition 2025).',
      'To change the title: --title "Workforce Race Equality Standard (WRES) action plan 2027-28"',
    ]),
  );
  expect(fs.readFileSync(at('old.wresplan')).equals(before)).toBe(true);
  expect(await run('verify', at('new.wresplan'))).toMatchObject({ code: 0 });

  const [old, next] = [await readPlan(at('old.wresplan')), await readPlan(at('new.wresplan'))];
  const report = JSON.parse(fs.readFileSync(at('report.json'), 'utf8'));
  expect(next.actions.map(({ id }) => carriedFrom(next, id)?.action)).toEqual(
    report.carried.map(({ from }: { from: string }) => from),
  );
  const known = new Set(old.actions.map(({ id }) => id));
  expect(report.carried.every(({ from }: { from: string }) => known.has(from))).toBe(true);
  expect([...next.indicators, ...next.actions].filter(({ notes }) => notes)).toEqual([]);

  // The year after, from the rolled plan.
  expect(await run('roll-on', at('new.wresplan'), '--to', '2028-29', at('third.wresplan'))).toMatchObject({ code: 0 });
  expect((await readPlan(at('third.wresplan'))).actions).toHaveLength(36);
});

test('roll-on says in words what it cannot do, and which edition it uses', async () => {
  const to = path.join(quickFolder(), 'new.wresplan');
  const said = async (...args: string[]) => (await run('roll-on', sample, to, ...args)).error[0];
  expect(await said('--to', '2026-27')).toMatch(/^The plan is for 2026-27, and can be rolled on to a later one only/);
  expect(await said('--to', '2019-20')).toMatch(/not to 2019-20\. Nothing was changed\./);
  expect(await said('--to', 'next')).toMatch(/^“next” is not a year: write --to as 2027-28\./);
  expect(await said()).toMatch(/^Say which year: --to 2027-28\./);
  expect(await said('--to', '2027-28', '--dates', 'soon')).toMatch(/^--dates should be "move" or "clear" or "keep"\./);
  expect(fs.existsSync(to)).toBe(false);
  const unknown = await run('roll-on', sample, to, '--to', '2027-28', '--edition', '1999');
  expect(unknown.out[1]).toBe(
    'Nothing is known of the edition “1999”: that of 2025 is used, the newest that had begun.',
  );
  expect(await said('--to', '2027-28')).toMatch(/is there already/);
});

async function run(...args: string[]) {
  const out: string[] = [];
  const error: string[] = [];
  const now = () => new Date('2026-11-22T12:00:00Z');
  const code = await runCli(args, { out: (line) => out.push(line), error: (line) => error.push(line), now });
  return { code, out, error };
}
