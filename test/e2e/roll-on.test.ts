import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readPlan } from '../../electron/plan-file/exchange.ts';
import { allSaved, choose, openSample, startApp, told, willOpen, willSaveAs } from '../support/app.ts';

test('the open plan is rolled on by keyboard: looked at first, then made and shown; the old one stays as it is', async () => {
  const { app, page, folder, faults } = await startApp();
  await openSample(page);
  await allSaved(page);
  const sample = path.join(folder, 'profile', 'sample', 'Sample plan.wresplan');
  const before = fs.readFileSync(sample);

  await choose(app, 'rollOn');
  const look = page.getByRole('group', { name: 'What comes of it' });
  await look.getByText('Actions carried over 36').waitFor();
  await look.getByText('Finished actions summed up 16').waitFor();
  await expect.poll(() => page.getByLabel('Title').inputValue()).toMatch(/2027-28$/);
  await look.getByText(/^Dates changed/).focus();
  await page.keyboard.press('Enter');
  await look.getByText('Indicator 1: 31 March 2027 → becomes 31 March 2028').waitFor();

  // Esc keeps what was chosen; a year that is no later is declined where it is chosen.
  await page.getByRole('radio', { name: 'Leave them behind' }).first().focus();
  await page.keyboard.press('Space');
  await look.getByText('Finished actions left behind 16').waitFor();
  await page.getByRole('radio', { name: 'Last year’s plan' }).focus();
  await page.keyboard.press('Escape');
  await page.getByRole('navigation', { name: 'Contents' }).waitFor();
  await choose(app, 'rollOn');
  await look.getByText('Finished actions left behind 16').waitFor();
  await page.getByRole('radio', { name: '2026-27', exact: true }).check();
  await page.getByText('It must begin later than that of the old plan (2026-27).').waitFor();
  await page.getByRole('radio', { name: '2027-28', exact: true }).check();
  await page.getByRole('radio', { name: /^Sum them up/ }).check();

  const file = path.join(folder, 'Northvale 2027-28.wresplan');
  await willSaveAs(app, file);
  await page.getByLabel('Title').focus();
  await page.keyboard.press('Enter');
  await told(page, 'Done', '36 actions carried over from 2026-27');
  await page.getByRole('button', { name: 'Go to the introduction' }).click();
  await page.getByText('What we did in 2026-27').first().waitFor();
  expect(fs.readFileSync(sample).equals(before)).toBe(true);
  const next = await readPlan(file);
  expect(next).toMatchObject({ period: { label: '2027-28' }, status: 'draft' });
  expect(next.title).toMatch(/2027-28$/);

  // What was carried over says so, and is to be had in the progress round.
  await choose(app, 'round');
  await page.getByRole('checkbox', { name: 'Carried over' }).check();
  await page.getByRole('button', { name: 'Show all' }).waitFor();

  // And from a file, out of the form of a new plan.
  await choose(app, 'closePlan');
  await page.getByRole('heading', { name: 'Recent plans' }).waitFor();
  await choose(app, 'newPlan');
  await page.getByRole('radio', { name: 'A blank plan' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('lastYear');
  await willOpen(app, file);
  await page.getByRole('button', { name: 'Another file…' }).click();
  await look.getByText('Actions carried over 36').waitFor();
  await expect.poll(() => page.getByLabel('Title').inputValue()).toMatch(/2028-29$/);
  expect(faults).toEqual([]);
});
