import { expect, test } from 'vitest';
import { axeViolations, choose, openSample, startApp } from '../support/app.ts';

test('a page, an indicator, an action, a person and a command are each gone to by a part of their name', async () => {
  const { app, page, faults } = await startApp();
  await openSample(page);
  const goTo = async (typed: string) => {
    await choose(app, 'goTo');
    await page.getByRole('combobox', { name: 'Go to' }).waitFor();
    await page.keyboard.type(typed);
  };
  await goTo('intro');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Introduction' }).waitFor();
  await goTo('shortlisting');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Indicator 2' }).waitFor();
  await goTo('12');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toMatch(/^12/);

  await goTo('e');
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toMatch(/^12/);
  await choose(app, 'settings');
  await page.getByRole('dialog', { name: 'Settings' }).waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toMatch(/^12/);

  // Commands show their keys; the arrows choose, and the field says which one.
  await goTo('plan');
  const field = page.getByRole('combobox', { name: 'Go to' });
  const first = await field.getAttribute('aria-activedescendant');
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => field.getAttribute('aria-activedescendant')).not.toBe(first);
  await page.keyboard.press('ArrowUp');
  await field.fill('export');
  await expect.poll(() => page.getByRole('option', { name: /Export to Word/ }).innerText()).toContain('Ctrl+E');
  await page.getByRole('option', { name: /Export to Word/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Export to Word' }).waitFor();

  await goTo('copy path');
  await page.keyboard.press('Enter');
  const copied = () => app.evaluate(({ clipboard }) => clipboard.readText());
  await expect.poll(copied).toMatch(/Sample plan\.wresplan$/);

  await goTo('there is nothing of this name');
  await page.getByText('Nothing is called so.').waitFor();
  await page.keyboard.press('Escape');
  await field.waitFor({ state: 'detached' });
  await choose(app, 'closePlan');
  await page.getByRole('button', { name: 'Look around with the sample plan' }).waitFor();
  await goTo('sample');
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: 'Contents' }).waitFor();
  expect(faults).toEqual([]);
});
