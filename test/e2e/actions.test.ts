import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { readPlan } from '../../electron/plan-file/exchange.ts';
import { axeViolations, choose, startApp } from '../support/app.ts';
import { actionTexts, planIn, sampleOnDisk } from '../support/sample-on-disk.ts';

/** How long an edit may take. */

test('actions are added, filled in, put in order, duplicated, split, joined and deleted by keyboard alone', async () => {
  const { folder, file, plan } = await sampleOnDisk();
  const home = plan.indicators[2]?.id as string;
  const { app, page, close, faults } = await startApp(folder, file);
  const press = (...keys: string[]) => each(keys, (key) => page.keyboard.press(key));
  const texts = async () => actionTexts(await planIn(page), home);
  const had = actionTexts(plan, home);
  await goTo(page, /^Indicator 3/);

  // Enter on the button adds the first of the new ones, Ctrl+Enter the next; both are there to be written in.
  await page.getByRole('button', { name: 'Add action' }).focus();
  await press('Enter');
  await editing(page, /^Text of action/);
  await page.keyboard.type('Train investigators');
  await press('Control+Enter');
  await page.keyboard.type('Publish the figures'); // at once: nothing of it goes into the action that is left
  await press('Enter');
  await page.keyboard.type('and what they show');
  await expect.poll(texts).toEqual([...had, 'Train investigators', 'Publish the figures\nand what they show']);

  // Leads, date and rating of the last one.
  await press('Tab');
  await page.keyboard.type('Head of New Things');
  await press('Enter');
  await page.keyboard.type('head of emp res');
  await press('Escape');
  await page.keyboard.type('chief nur');
  await press('ArrowDown', 'Enter');
  await page.keyboard.type('Not meant');
  await press('Escape', 'Tab');
  await page.keyboard.type('Q3');
  await press('Enter');
  const last = async () => (await planIn(page)).actions.filter(({ indicator }) => indicator === home).at(-1);
  await expect.poll(async () => (await last())?.due).toEqual({ text: 'Q3', date: '2026-12-31' });
  const named = async () => {
    const { people } = await planIn(page);
    return (await last())?.leads.map((id) => people.find((person) => person.id === id)?.name);
  };
  expect(plan.indicators[2]?.leads).not.toEqual([]);
  await expect.poll(named).toEqual(['Head of New Things', 'Chief Nurse']);
  await press('Shift+Tab', 'Backspace');
  await expect.poll(named).toEqual(['Head of New Things']);

  // In the text: split before the paragraph of the caret, join again, move, duplicate.
  await page
    .getByRole('textbox', { name: /^Text of action/ })
    .last()
    .click();
  await press('Control+End', 'Control+Shift+Enter');
  await expect.poll(() => focused(page)).toBe('and what they show');
  await expect.poll(texts).toEqual([...had, 'Train investigators', 'Publish the figures', 'and what they show']);
  await press('Alt+Shift+ArrowUp');
  await expect.poll(texts).toEqual([...had, 'Train investigators', 'and what they show', 'Publish the figures']);
  await expect.poll(() => focused(page)).toBe('and what they show');
  await press('Control+Shift+j');
  await expect.poll(texts).toEqual([...had, 'Train investigators', 'and what they show\nPublish the figures']);
  await press('Control+Shift+d');
  await expect.poll(async () => (await texts()).length).toBe(had.length + 3);

  // Esc closes; Delete on a closed one deletes it, and the keyboard goes on to its neighbour.
  await press('Escape');
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-expanded'))).toBe('false');
  await press('Delete');
  const gone = page.getByRole('listitem').filter({ hasText: 'Deleted.' });
  await gone.waitFor();
  const onRow = () => page.evaluate(() => document.activeElement?.hasAttribute('data-summary'));
  await expect.poll(onRow).toBe(true);
  await expect.poll(async () => (await texts()).length).toBe(had.length + 2);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect.poll(async () => (await texts()).length).toBe(had.length + 3);
  await expect.poll(() => gone.count()).toBe(0);

  // Ctrl+Enter adds on every page of a home, also after a click beside its fields; there Ctrl+A paints nothing.
  await goTo(page, /^Whole plan/);
  await page.getByRole('main').click({ position: { x: 4, y: 400 } });
  await press('Control+a');
  expect(await page.evaluate(() => String(getSelection()))).toBe('');
  await press('Control+Enter');
  await editing(page, /^Text of action/);

  // Undone to the start, all is as it was.
  const newest = () =>
    page.evaluate(() => document.querySelector('header [aria-label^="Undo: "]')?.getAttribute('aria-label') ?? null);
  for (let label = await newest(); label !== null; label = await newest()) {
    await choose(app, 'undo');
    await expect.poll(newest).not.toBe(label);
  }
  expect((await planIn(page)).actions).toEqual(plan.actions);
  await close();
  expect((await readPlan(file)).actions).toEqual(plan.actions);
  expect(faults).toEqual([]);
});

test('an action is dragged, moved to another indicator by its menu, and all of it is edited in one place', async () => {
  const { folder, file, plan } = await sampleOnDisk();
  const [first, second] = plan.indicators;
  const { page } = await startApp(folder, file);
  await goTo(page, /^Indicator 1/);
  const [one, two, three, ...rest] = actionTexts(plan, first?.id ?? null);
  const rows = page.locator('li[data-item]');

  const handle = rows.nth(0).locator('[title^="Drag"]');
  await rows.nth(0).hover();
  const from = await handle.boundingBox();
  const to = await rows.nth(1).boundingBox();
  if (!from || !to) throw new Error('There are no rows to drag.');
  await page.mouse.move(from.x + 8, from.y + 8);
  await page.mouse.down();
  await page.mouse.move(from.x + 8, to.y + to.height - 4, { steps: 6 });
  await expect.poll(() => rows.nth(1).getAttribute('data-drop')).toBe('below');
  await page.mouse.up();
  await expect.poll(async () => actionTexts(await planIn(page), first?.id ?? null)).toEqual([two, one, three, ...rest]);

  await rows.nth(0).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Move to another indicator…' }).click();
  await page.getByRole('menuitem', { name: /^Indicator 2: / }).click();
  await page.getByText('Moved action').waitFor();
  await expect.poll(async () => actionTexts(await planIn(page), first?.id ?? null)).toEqual([one, three, ...rest]);
  expect(actionTexts(await planIn(page), second?.id ?? null).at(-1)).toBe(two);

  await rows.nth(0).locator('[data-summary]').click();
  await rows.nth(0).getByRole('button', { name: 'Fix its number' }).click();
  await page.keyboard.type('1a');
  await page.keyboard.press('Enter');
  await page.getByRole('group', { name: /^Which other indicators action 1a moves$/ }).waitFor({ state: 'attached' });
  const effect = page.getByRole('button', { name: /^Indicator 7: (not )?moved/ });
  const was = await effect.getAttribute('aria-label');
  await effect.click();
  await expect.poll(() => effect.getAttribute('aria-label')).not.toBe(was);
  await rows.nth(0).getByRole('button', { name: 'Add an update' }).click();
  await editing(page, /^Text of the update/);
  await page.keyboard.type('Half of them have begun.');
  const saved = (await planIn(page)).actions.find(({ number }) => number === '1a');
  expect(saved?.updates.some(({ text }) => text[0]?.runs[0]?.text === 'Half of them have begun.')).toBe(true);
  expect(saved?.effects?.[plan.indicators[6]?.id ?? '']).toBe(
    { 'Indicator 7: not moved': 'direct', 'Indicator 7: moved directly': 'indirect' }[was ?? ''],
  );

  for (const media of [
    { colorScheme: 'light', forcedColors: 'none' },
    { colorScheme: 'dark', forcedColors: 'none' },
    { colorScheme: 'dark', forcedColors: 'active' },
  ] as const) {
    await page.emulateMedia({ ...media, reducedMotion: 'reduce' });
    expect(await axeViolations(page), JSON.stringify(media)).toEqual([]);
  }
});

async function goTo(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('navigation', { name: 'Contents' }).getByRole('button', { name }).click();
  await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
}

/** Waits until an editor of that name, with nothing in it, has the keyboard. */
async function editing(page: Page, name: RegExp): Promise<void> {
  const here = () =>
    page.evaluate(() => {
      const field = document.activeElement;
      const isNew = field instanceof HTMLElement && field.isContentEditable && field.innerText.trim() === '';
      return isNew ? field.getAttribute('aria-label') : null;
    });
  await expect.poll(here).toMatch(name);
}

function focused(page: Page): Promise<string | undefined> {
  return page.evaluate(() => (document.activeElement as HTMLElement | null)?.innerText.trim());
}

async function each(keys: string[], press: (key: string) => Promise<void>): Promise<void> {
  for (const key of keys) await press(key);
}
