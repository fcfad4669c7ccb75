import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { readPlan, writePlan } from '../../electron/plan-file/exchange.ts';
import { find } from '../../shared/plan/find.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { fromPlainText, toPlainText } from '../../shared/plan/rich-text.ts';
import { ignoredIn } from '../../shared/plan/spelling.ts';
import { axeViolations, choose, saveNow, startApp } from '../support/app.ts';
import { sampleOnDisk } from '../support/sample-on-disk.ts';

test('F7 goes through the plan by the keyboard: change, change all, ignore, add to dictionary, take it all back', async () => {
  const { folder, file, plan } = await misspelt();
  const [, second, third] = plan.actions;
  const text = (now: Plan, id = '') => toPlainText(now.actions.find((action) => action.id === id)?.text ?? []);
  const { app, page, faults } = await startApp(folder, file);
  await page.getByRole('navigation', { name: 'Contents' }).waitFor();
  await choose(app, 'spelling');
  const pane = page.getByRole('region', { name: 'Spelling' });
  const count = () => pane.getByRole('status').innerText();
  await expect.poll(count).toBe('1 of 6 not in the dictionary');

  // The word is shown in its sentence and on its page; what was meant is ready, and Enter writes it.
  await expect.poll(() => field(page).inputValue()).toBe('receive');
  await expect.poll(() => pane.innerText()).toContain('Staff recieve a reply.');
  await expect.poll(() => pane.innerText()).not.toContain('All is well.');
  await expect.poll(() => page.evaluate(() => [...(CSS.highlights.get('found-here') ?? [])].join())).toBe('recieve');
  await expect.poll(() => focused(page)).toBe('Change “recieve” to');
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect.poll(count).toBe('1 of 5 not in the dictionary');
  await page.getByRole('main').getByText('Staff receive a reply. All is well.').waitFor();
  await choose(app, 'undo');
  await expect.poll(count).toBe('2 of 6 not in the dictionary');

  // All of one spelling at once is one edit.
  await pane.getByRole('button', { name: 'Previous word' }).click();
  await expect.poll(count).toBe('1 of 6 not in the dictionary');
  await pane.getByRole('radio', { name: 'receive', exact: true }).check();
  await pane.getByRole('button', { name: 'Change all 3' }).click();
  await expect.poll(count).toBe('1 of 3 not in the dictionary');
  await choose(app, 'undo');
  await expect.poll(count).toBe('4 of 6 not in the dictionary');
  await choose(app, 'redo');
  await expect.poll(count).toBe('1 of 3 not in the dictionary');

  // F7 leaves a word and goes on; from the last to the first.
  await field(page).focus();
  for (const at of ['2 of 3', '3 of 3', '1 of 3']) {
    await choose(app, 'spelling');
    await expect.poll(count).toContain(at);
  }

  // Ignored in this plan with its possessive, and said so in the file; then looked at again.
  await expect.poll(() => pane.innerText()).toContain('Change “Quibblewick’s” to');
  await pane.getByRole('button', { name: 'Ignore in this plan' }).press('Enter');
  await expect.poll(count).toBe('1 of 1 not in the dictionary');
  await expect.poll(() => focused(page)).toBe('Ignore in this plan');
  await saveNow(app, page);
  const saved = await readPlan(file);
  expect(find(saved, 'recieve')).toEqual([]);
  expect(text(saved, second?.id)).toBe('We receive and they receive.');
  expect(ignoredIn(saved).map(({ reason }) => reason)).toEqual(['Quibblewick']);
  await pane.getByText('Ignored in this plan: 1').click();
  await pane.getByRole('button', { name: 'No longer ignore “Quibblewick”' }).click();
  await expect.poll(count).toMatch(/of 3/);
  await choose(app, 'undo');
  await expect.poll(count).toMatch(/of 1/);

  // What is added to the dictionary is right from then on; then there is nothing left.
  await expect.poll(() => pane.innerText()).toContain('Change “xanthorbing” to');
  await pane.getByRole('button', { name: 'Add to dictionary' }).press('Enter');
  await expect.poll(count).toBe('Nothing is misspelt.');
  await page.keyboard.press('Escape');
  await pane.waitFor({ state: 'detached' });

  // It is among one's own words in the settings, until it is taken out.
  await choose(app, 'settings');
  await page.getByRole('button', { name: 'Remove “xanthorbing”' }).click();
  await page.getByText('No words yet.').waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await choose(app, 'spelling');
  await expect.poll(count).toBe('1 of 1 not in the dictionary');

  // Esc leaves the person at the word, in the text itself.
  await page.keyboard.press('Escape');
  await expect.poll(() => page.evaluate(() => String(window.getSelection()))).toBe('xanthorbing');
  expect(third && (await page.evaluate(() => document.activeElement?.getAttribute('data-place')))).toContain(third?.id);
  expect(faults).toEqual([]);
});

/** The sample, which has no mistakes, with some in its first actions. */
async function misspelt(): Promise<{ folder: string; file: string; plan: Plan }> {
  const { folder, file, plan } = await sampleOnDisk();
  const texts = [
    'Staff recieve a reply. All is well.',
    'We recieve and they recieve.',
    'Quibblewick’s and Quibblewick are xanthorbing.',
  ];
  const actions = plan.actions.map((action, index) => {
    const text = texts[index];
    return text === undefined ? action : { ...action, text: fromPlainText(text) };
  });
  const wrong = `${file}.2.wresplan`;
  await writePlan(wrong, { ...plan, actions }, { now: () => new Date() });
  return { folder, file: wrong, plan: await readPlan(wrong) };
}

function field(page: Page) {
  return page.getByRole('textbox', { name: /^Change “/ });
}

/** What has the keyboard: the words of its label, or its own. */
function focused(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const here = document.activeElement;
    return here instanceof HTMLInputElement ? here.labels?.[0]?.innerText.trim() : here?.textContent?.trim();
  });
}
