import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { readPlan } from '../../electron/plan-file/exchange.ts';
import { find } from '../../shared/plan/find.ts';
import { axeViolations, choose, openSample, saveNow, startApp } from '../support/app.ts';
import { sampleOnDisk } from '../support/sample-on-disk.ts';

test('what is found is counted, listed and marked where it stands; F3 goes on in the texts themselves', async () => {
  const { app, page, faults } = await startApp();
  await openSample(page);
  await choose(app, 'find');
  await inBox(page);
  await page.keyboard.type('interview');
  const found = page.getByRole('list', { name: 'Found' }).getByRole('listitem');
  const status = page.getByRole('search').getByRole('status');
  await expect.poll(() => status.innerText()).toMatch(/^\d+ found$/);
  const count = Number.parseInt(await status.innerText(), 10);
  expect(count).toBeGreaterThan(3);
  await expect.poll(() => found.count()).toBe(count);

  // Enter brings the first into sight; the keyboard stays in the box, so that it can be pressed again.
  await page.keyboard.press('Enter');
  await expect.poll(() => marked(page, 'found-here')).toEqual(['interview']);
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Find');
  await page.keyboard.press('Enter');
  await expect.poll(() => status.innerText()).toBe(`2 of ${count}`);
  expect((await marked(page, 'found')).every((words) => words.toLowerCase() === 'interview')).toBe(true);
  expect(await axeViolations(page)).toEqual([]);

  // Esc closes the pane and leaves the person in the text, with the words selected.
  await page.keyboard.press('Escape');
  await page.getByRole('search').waitFor({ state: 'detached' });
  await expect.poll(() => selected(page)).toMatch(/^interview$/i);
  const before = await focused(page);
  await choose(app, 'findNext');
  await expect.poll(async () => (await selected(page)).toLowerCase()).toBe('interview');
  await choose(app, 'findPrevious');
  await expect.poll(() => focused(page)).toBe(before);

  // Where no match was gone to, Esc goes back to where one was. What is closed with the keyboard in it leaves it on the page.
  await choose(app, 'find');
  await inBox(page);
  await page.keyboard.type('x');
  await page.keyboard.press('Escape');
  await expect.poll(() => focused(page)).toBe(before);
  await page.getByRole('region', { name: /as it will look in Word/ }).focus();
  await choose(app, 'togglePreview');
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  expect(faults).toEqual([]);
});

test('what is ticked is replaced in one edit, and Undo takes all of it back', async () => {
  const { folder, file } = await sampleOnDisk();
  const before = await readPlan(file);
  const all = find(before, 'network').filter(({ replaceable }) => replaceable).length;
  const { app, page } = await startApp(folder, file);
  await page.getByRole('navigation', { name: 'Contents' }).waitFor();
  await choose(app, 'replace');
  await inBox(page);
  await page.keyboard.type('network');
  await page.getByLabel('Replace with').fill('forum');
  await page.getByRole('button', { name: `Replace ${all} matches` }).waitFor();
  await page.getByRole('checkbox', { name: 'Replace match 1', exact: true }).uncheck();
  await page.getByRole('button', { name: `Replace ${all - 1} matches` }).click();
  await expect.poll(() => page.getByRole('search').getByRole('status').innerText()).toBe('1 found');
  await saveNow(app, page);
  expect(find(await readPlan(file), 'forum').length).toBe(all - 1 + find(before, 'forum').length);
  await choose(app, 'undo');
  await expect.poll(() => page.getByRole('search').getByRole('status').innerText()).toMatch(/^\d\d+ found$/);
  await saveNow(app, page);
  expect(await readPlan(file)).toEqual(before);
});

test('capitals and whole words can be asked for', async () => {
  const { app, page } = await startApp();
  await openSample(page);
  await choose(app, 'find');
  await inBox(page);
  await page.keyboard.type('BME');
  const status = page.getByRole('search').getByRole('status');
  await expect.poll(() => status.innerText()).toMatch(/ found$/);
  await box(page).fill('bme');
  await page.getByLabel('Match capitals').check();
  await expect.poll(() => status.innerText()).toBe('Nothing found.');
  await page.getByLabel('Match capitals').uncheck();
  await box(page).fill('caree');
  await page.getByLabel('Whole words').check();
  await expect.poll(() => status.innerText()).toBe('Nothing found.');
});

function box(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Find', exact: true });
}

/** The words that are painted over as found. */
function marked(page: Page, name: 'found' | 'found-here'): Promise<string[]> {
  return page.evaluate((key) => [...(CSS.highlights.get(key) ?? [])].map(String), name);
}

function selected(page: Page): Promise<string> {
  return page.evaluate(() => {
    const field = document.activeElement;
    return field instanceof HTMLTextAreaElement
      ? field.value.slice(field.selectionStart, field.selectionEnd)
      : String(window.getSelection());
  });
}

function focused(page: Page): Promise<string | null | undefined> {
  return page.evaluate(() => document.activeElement?.closest('[data-place]')?.getAttribute('data-place'));
}

/** What is typed goes into the box from now on, and not into what had the keyboard before. */
async function inBox(page: Page): Promise<void> {
  await expect.poll(() => box(page).evaluateAll(([input]) => input === document.activeElement)).toBe(true);
}
