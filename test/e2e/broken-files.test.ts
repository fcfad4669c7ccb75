import fs from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { readPlan, writePlan } from '../../electron/plan-file/exchange.ts';
import { newId } from '../../shared/id.ts';
import { parsePlanJson } from '../../shared/plan/json.ts';
import { freshFolder, openSample, type RunningApp, startApp, told, willOpen, willSaveAs } from '../support/app.ts';
import { sampleOnDisk } from '../support/sample-on-disk.ts';

const sample = fs.readFileSync(path.resolve(import.meta.dirname, '../../assets/sample-plan.json'), 'utf8');

test('each kind of file that is not a whole plan is told well, and what was open stays open', async () => {
  const running = await startApp();
  const { page, folder, faults } = running;
  const whole = path.join(folder, 'Whole.wresplan');
  await writePlan(whole, parsePlanJson(sample, newId), { now: () => new Date() });
  const bytes = fs.readFileSync(whole);

  const newer = path.join(folder, 'Newer.wresplan');
  fs.copyFileSync(whole, newer);
  const database = new DatabaseSync(newer);
  database.exec('PRAGMA user_version = 99');
  database.close();

  const altered = path.join(folder, 'Altered.wresplan');
  fs.copyFileSync(whole, altered);
  const other = new DatabaseSync(altered);
  other.exec('CREATE TRIGGER gone AFTER INSERT ON change BEGIN DELETE FROM action; END');
  other.close();

  const flipped = Buffer.from(bytes);
  const at = flipped.indexOf('Northvale');
  flipped[at] = (flipped[at] ?? 0) ^ 1;

  const cases: [name: string, content: Uint8Array | string | null, happened: RegExp][] = [
    ['Renamed.wresplan', 'Minutes of the meeting\n'.repeat(200), /Renamed\.wresplan is not a WRES Planner plan/],
    ['Empty.wresplan', '', /Empty\.wresplan is empty/],
    ['Truncated.wresplan', bytes.subarray(0, Math.floor(bytes.length / 2)), /Truncated\.wresplan is damaged/],
    ['Flipped.wresplan', flipped, /Flipped\.wresplan (is damaged|was altered)/],
    ['Newer.wresplan', null, /Newer\.wresplan was made by a newer WRES Planner/],
    ['Altered.wresplan', null, /Altered\.wresplan was altered by another program/],
    ['Gone.wresplan', null, /Gone\.wresplan is not there any more/],
  ];
  for (const [name, content, happened] of cases) {
    const file = path.join(folder, name);
    if (content !== null) fs.writeFileSync(file, content);
    const before = fs.existsSync(file) ? fs.readFileSync(file) : null;
    expect(await open(running, file), name).toMatch(happened);
    expect(fs.existsSync(file) ? fs.readFileSync(file) : null, name).toEqual(before);
    await page.getByRole('button', { name: 'Close this message' }).click();
  }

  // With a plan on the screen, a broken one leaves it there.
  await openSample(page);
  await open(running, path.join(folder, 'Empty.wresplan'));
  await page.getByRole('navigation', { name: 'Contents' }).waitFor();
  await expect.poll(() => page.title()).toContain('Northvale');
  expect(faults).toEqual([]);
});

test('of a damaged plan that was open here, all is there; of one that was not, what can be read', async () => {
  const { folder, file, plan } = await sampleOnDisk();
  const damaged = fs.readFileSync(file).fill(0, 4_096, 8_192);
  const first = await startApp(folder, file);
  await first.page.getByRole('navigation', { name: 'Contents' }).waitFor();
  await first.close();
  fs.writeFileSync(file, damaged);

  const { app, page, faults } = await startApp(folder, file);
  const recover = async (happened: RegExp, name: string) => {
    await page.getByRole('button', { name: 'See what there is of it…' }).click();
    await told(page, 'Done', happened);
    const recovered = path.join(folder, name);
    await willSaveAs(app, recovered);
    await page.getByRole('button', { name: 'Open it as a new file…' }).click();
    await page.getByRole('navigation', { name: 'Contents' }).waitFor();
    await expect.poll(() => fs.existsSync(recovered)).toBe(true);
    expect((await readPlan(recovered)).actions).toHaveLength(plan.actions.length);
  };
  await told(page, 'What went wrong', /is damaged/);
  await recover(/All that you edited in Northvale 26-27\.wresplan is on this computer/, 'Here.wresplan');
  const elsewhere = path.join(folder, 'From a colleague.wresplan');
  fs.writeFileSync(elsewhere, damaged);
  fs.rmSync(path.join(folder, 'profile', 'backups'), { recursive: true, maxRetries: 5 });
  await open({ app, page } as RunningApp, elsewhere);
  await recover(/Some of From a colleague\.wresplan can still be read/, 'Rows.wresplan');
  for (const each of [file, elsewhere]) expect(fs.readFileSync(each).equals(damaged)).toBe(true);
  expect(faults).toEqual([]);
});

test('a file that was given at the start and cannot be opened is told on the start screen', async () => {
  const folder = freshFolder();
  const file = path.join(folder, 'Notes.wresplan');
  fs.writeFileSync(file, '');
  const { page } = await startApp(folder, file);
  await told(page, 'What went wrong', /Notes\.wresplan is empty/);
});

/** Opens a file by the dialog, and gives what is then told. */
async function open({ app, page }: RunningApp, file: string): Promise<string> {
  await willOpen(app, file);
  await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('open')?.click());
  return told(page, 'What went wrong');
}
