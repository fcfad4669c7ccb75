import path from 'node:path';
import { expect, test } from 'vitest';
import { axeViolations, choose, resize, saveNow, startApp, told } from '../support/app.ts';
import { sampleOnDisk } from '../support/sample-on-disk.ts';

test('an earlier version is found, compared with now, looked at, and brought back in part and as a whole', async () => {
  const { folder, file } = await sampleOnDisk();
  const { app, page, faults } = await startApp(folder, file);
  const contents = page.getByRole('navigation', { name: 'Contents' });
  await contents.getByRole('button', { name: /^Indicator 1/ }).click();
  const due = page.getByLabel('Due date of Indicator 1');
  const was = await due.inputValue();
  await due.fill('Q2');
  await page.keyboard.press('Enter');
  await saveNow(app, page);

  await choose(app, 'versions');
  const today = page.getByRole('region', { name: 'Today', exact: true });
  await today.getByText(/Set the (due )?date of Indicator 1/i).waitFor();
  await today.getByText('As it was opened here').waitFor();
  const first = today.getByRole('listitem').filter({ hasText: 'As it was opened here' });
  await first.getByRole('button', { name: /^What changed since/ }).click();
  await page.getByRole('button', { name: /^Date.*Q2 \(30 September 2026\)/ }).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await shot('compared');
  await page.getByRole('button', { name: /^Bring back: Date/ }).click();
  await told(page, 'Done', 'Bring back the date of Indicator 1. Done.');
  await page.getByText('Nothing has changed.').waitFor();
  await page.getByRole('region', { name: 'Done' }).getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: /^Date.*Q2/ }).waitFor();
  await page.getByRole('button', { name: 'Close this message' }).click();

  await first.getByRole('button', { name: /^See the page/ }).click();
  const then = page.getByRole('region', { name: /^As it was today/ });
  await then.getByText(was).first().waitFor();
  await shot('page');
  await page.emulateMedia({ colorScheme: 'dark' });
  await resize(app, 800, 700);
  expect(await axeViolations(page)).toEqual([]);
  await shot('narrow');

  await first.getByRole('button', { name: /^Go back/ }).click();
  await told(page, 'Done', /Go back to the version of today, \d\d:\d\d\. Done\./);
  await today.getByText('Before something was brought back').first().waitFor();
  await page.getByRole('button', { name: 'Undo: Go back to the version' }).click();
  await page.getByRole('button', { name: 'Redo: Go back to the version' }).click();
  await contents.getByRole('button', { name: /^Indicator 1/ }).click();
  await expect.poll(() => due.inputValue()).toBe(was);
  await saveNow(app, page);
  expect(faults).toEqual([]);

  async function shot(name: string) {
    if (process.env.SHOTS) await page.screenshot({ path: path.join(process.env.SHOTS, `${name}.png`) });
  }
});
