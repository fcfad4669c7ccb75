import { expect, test } from 'vitest';
import { overviewOf } from '../../shared/plan/overview.ts';
import { axeViolations, choose, startApp } from '../support/app.ts';
import { sampleOnDisk } from '../support/sample-on-disk.ts';

const looks = [
  { colorScheme: 'light', forcedColors: 'none' },
  { colorScheme: 'dark', forcedColors: 'none' },
  { colorScheme: 'dark', forcedColors: 'active' },
] as const;

test('the overview says how the plan stands, as a picture and in figures, and each item leads there', async () => {
  const { folder, file, plan } = await sampleOnDisk();
  const { app, page, faults } = await startApp(folder, file);
  await page.getByRole('navigation', { name: 'Contents' }).waitFor();
  const day = await page.evaluate(() => new Date().toLocaleDateString('sv'));
  const overview = overviewOf(plan, day);
  const main = page.getByRole('main');

  // Bars and figures say the same: for each row, how many of each rating.
  const table = main.getByRole('table');
  const home = overview.homes.find(({ ratings }) => ratings.length > 2);
  const bar = table.getByRole('button', { name: /progress round/ }).nth(overview.homes.indexOf(home as never));
  const words = await bar.textContent();
  for (const { rating, count } of home?.ratings ?? []) expect(words).toContain(`${count} ${rating?.label}`);
  await main.getByRole('radio', { name: 'Figures' }).check();
  const figures = await table.locator('tfoot td').allInnerTexts();
  expect(figures).toEqual([overview.actions, ...overview.ratings.map(({ count }) => count)].map(String));
  await main.getByRole('radio', { name: 'Bars' }).check();

  expect(await axeViolations(page), 'bars').toEqual([]);

  // What is overdue stands open; an item leads to its action, the whole list to the round.
  const overdue = main.locator('details', { hasText: /^Overdue/ });
  await expect.poll(() => overdue.getByRole('listitem').count()).toBe(Math.min(10, overview.overdue.length));
  const first = overview.overdue[0];
  await overdue.getByRole('listitem').first().getByRole('button').click();
  await page.getByLabel(`Due date of action ${first?.row.number}`).waitFor();
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
    .toContain(`action ${first?.row.number}`);

  // What was just done stands under what changed, and leads there.
  await page.keyboard.type('Mar 27');
  await page.keyboard.press('Enter');
  await goTo('Overview');
  const changes = main.getByRole('region', { name: 'What changed' });
  const label = `Set the date of action ${first?.row.number} to Mar 27`;
  await changes.getByRole('button', { name: label, exact: true }).waitFor();
  await expect.poll(() => overdue.getByRole('listitem').count()).toBe(Math.min(10, overview.overdue.length - 1));
  await choose(app, 'undo');
  await changes.getByRole('button', { name: `Undo: ${label}` }).waitFor();
  await changes.getByRole('combobox').selectOption({ label: 'since a day…' });
  await changes.getByLabel('Since', { exact: true }).fill('1 January 2024');
  await changes.getByRole('button', { name: label, exact: true }).waitFor();

  await overdue.getByRole('button', { name: 'Show them in the progress round' }).click();
  await page.getByRole('grid').waitFor();
  await expect
    .poll(() => page.getByRole('grid').getAttribute('aria-rowcount'))
    .toBe(String(overview.overdue.length + 1));
  await expect.poll(() => page.getByLabel('Overdue').isChecked()).toBe(true);

  // A stretch of a bar leads to the actions of that rating.
  await goTo('Overview');
  const [share] = home?.ratings ?? [];
  await bar.locator('span').first().click();
  await page.getByRole('grid').waitFor();
  await expect.poll(() => page.getByRole('grid').getAttribute('aria-rowcount')).toBe(String((share?.count ?? 0) + 1));

  await goTo('Overview');
  await main.getByRole('radio', { name: 'Figures' }).check();
  for (const list of await main.locator('details > summary').all()) await list.click();
  for (const media of looks) {
    await page.emulateMedia({ ...media, reducedMotion: 'reduce' });
    expect(await axeViolations(page), media.colorScheme).toEqual([]);
  }
  expect(faults).toEqual([]);

  async function goTo(name: string): Promise<void> {
    await page.getByRole('navigation', { name: 'Contents' }).getByRole('button', { name }).click();
    await main.getByRole('heading', { level: 1 }).waitFor();
  }
});
