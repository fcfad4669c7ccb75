import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { readPlan } from '../../electron/plan-file/exchange.ts';
import { toPlainText } from '../../shared/plan/rich-text.ts';
import { axeViolations, choose, saveNow, startApp, told, willOpen, willSaveAs } from '../support/app.ts';
import { rawDocx, rawParagraph, rawTable } from '../support/raw-docx.ts';
import { readDocx } from '../support/read-docx.ts';
import { seedsFolder } from '../support/seeds.ts';

const published = path.join(seedsFolder ?? '', '..', 'published');

test.skipIf(!seedsFolder)(
  'a published plan is brought in: looked through by keyboard, one column re-mapped, undone, made, taken back and exported',
  async () => {
    const { app, page, folder, faults } = await startApp();
    await willOpen(app, path.join(published, '004.docx'));
    await page.getByRole('button', { name: 'Bring in a Word plan…' }).click();
    await page.getByRole('heading', { level: 1, name: 'Bring in 004.docx' }).waitFor();

    // Doubts by F8, each with the cell that it is about; one is decided with the keyboard where it is.
    await page.keyboard.press('F8');
    const doubt = page.locator('[data-doubt][data-here="true"]');
    await doubt.waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('[data-doubt]') !== null)).toBe(true);
    const before = await page.getByRole('tab', { name: /^Doubts/ }).innerText();
    await doubt.getByRole('button', { name: 'That is right' }).press('Enter');
    await page.getByText('Decided').waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('[data-doubt]') !== null)).toBe(true);
    await expect.poll(() => page.getByRole('tab', { name: /^Doubts/ }).innerText()).not.toBe(before);
    await page.keyboard.press('Control+z');
    await expect.poll(() => page.getByRole('tab', { name: /^Doubts/ }).innerText()).toBe(before);
    await look(page, 'doubts');

    // A cell leads to what was made of it, and an action to where it stands.
    const cell = page.getByRole('gridcell', { name: /Model Employer Strategy/ });
    await cell.click();
    await page.getByRole('tab', { name: 'Actions', selected: true }).waitFor();
    const action = page.locator('[data-record][data-here="true"]').first();
    await action.getByText('Model Employer Strategy').waitFor();
    await look(page, 'actions');
    await cell.press('ArrowRight');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toMatch(/^E, D & I Lead/);
    await page.getByRole('button', { name: 'Show it in the file' }).last().click();
    await expect.poll(() => page.locator('td[data-selected="true"]').count()).toBeGreaterThan(0);

    // One column means something else: the whole file is read again; that is undone, and done again.
    await page.getByRole('tab', { name: 'Plan and columns' }).click();
    await look(page, 'columns');
    const outcome = page.getByRole('combobox', { name: 'Outcome', exact: true });
    await outcome.selectOption({ label: 'Measure of success' });
    await page.keyboard.press('Control+z');
    await expect.poll(() => outcome.inputValue()).toBe('outcome');
    await page.keyboard.press('Control+y');
    await expect.poll(() => outcome.inputValue()).toBe('measure');

    const file = path.join(folder, 'Brought in.wresplan');
    await willSaveAs(app, file);
    await page.getByRole('button', { name: 'Make the plan…' }).click();
    await page.getByRole('navigation', { name: 'Contents' }).waitFor();
    await saveNow(app, page);
    const plan = await readPlan(file);
    expect(plan).toMatchObject({ layout: 'progress-outcome', status: 'draft' });
    expect(plan.actions).toHaveLength(36);
    expect(plan.indicators.every(({ outcome, measure }) => outcome === undefined && measure !== undefined)).toBe(true);

    // All that was brought in is one step of undo.
    const first = page.getByRole('navigation', { name: 'Contents' }).getByRole('button', { name: /^Indicator 1/ });
    await first.waitFor();
    await choose(app, 'undo');
    await first.waitFor({ state: 'detached' });
    await choose(app, 'redo');
    await first.waitFor();
    const word = path.join(folder, 'Again.docx');
    await willSaveAs(app, word);
    await choose(app, 'export');
    await page.getByRole('button', { name: 'Export to Word…' }).click();
    await told(page, 'Exported');
    const text = JSON.stringify(readDocx(fs.readFileSync(word)));
    expect(text).toContain(toPlainText(plan.actions[0]?.text ?? []));
    expect(faults).toEqual([]);
  },
);

test('what is no plan is declined in words, or made one by saying what its columns are', async () => {
  const { app, page, folder, faults } = await startApp();
  const given = async (name: string, bytes: Uint8Array) => {
    const file = path.join(folder, name);
    fs.writeFileSync(file, bytes);
    await willOpen(app, file);
    await choose(app, 'bringInWord');
  };
  const ole = Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(504),
    Buffer.from('WordDocument', 'utf16le'),
    Buffer.alloc(64),
  ]);
  await given('Old.doc', ole);
  await told(page, 'What went wrong', /Old\.doc is in the format that Word had before 2007/);
  await given('Letter.docx', rawDocx(rawParagraph('Dear colleague')));
  await page.getByRole('region').getByText('No action plan was found in Letter.docx: it has no table').waitFor();
  // A file that takes long to read says so, and is let go of.
  const long = Array.from({ length: 10_000 }, (_, index) => [`Indicator ${(index % 9) + 1}`, `Action ${index}`, 'Q3']);
  await given('Long.docx', rawDocx(rawTable([['Indicator', 'Action', 'Date'], ...long])));
  await page.getByRole('dialog', { name: 'Reading the Word file' }).getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('heading', { name: 'Recent plans' }).waitFor();

  // A long one is read aside: of two choices made at once both hold, and each is a step of its own.
  const tracker = Array.from({ length: 1_200 }, (_, index) => `${(index % 9) + 1},Action ${index},All,Head of OD`);
  await given('Tracker.csv', Buffer.from(['Indicator,Action,For whom,Remarks', ...tracker].join('\n')));
  await page.getByText('9 indicators, 1,200 actions, 0 leads').waitFor();
  await page.getByRole('tab', { name: 'Plan and columns' }).click();
  await page.getByRole('combobox', { name: 'Remarks', exact: true }).selectOption({ label: 'Leads' });
  await page.getByRole('combobox', { name: 'For whom', exact: true }).selectOption({ label: 'Outcome' });
  await page.getByText('9 indicators, 1,200 actions, 1 lead').waitFor();
  const whom = page.getByRole('combobox', { name: 'For whom', exact: true });
  await expect.poll(() => whom.inputValue()).toBe('outcome');
  await page.keyboard.press('Control+z');
  await expect.poll(() => whom.inputValue()).not.toBe('outcome');
  await page.getByText('9 indicators, 1,200 actions, 1 lead').waitFor();

  const rows = [
    ['Our offer', 'By whom'],
    ['Offer places on every course', 'Head of OD'],
  ];
  await given('Strange.docx', rawDocx(rawParagraph('Anytown WRES Action Plan 2026-27') + rawTable(rows)));
  await page.getByText('its table has no column of actions').waitFor();
  await expect.poll(() => page.getByRole('button', { name: 'Make the plan…' }).isDisabled()).toBe(true);
  await page.getByRole('combobox', { name: 'Our offer', exact: true }).selectOption({ label: 'Action' });
  await page.getByRole('combobox', { name: 'By whom', exact: true }).selectOption({ label: 'Leads' });
  await page.getByLabel(/name no indicator/).selectOption({ label: 'Indicator 4' });
  await page.getByText('1 indicator, 1 action, 1 lead').waitFor();
  expect(await axeViolations(page)).toEqual([]);

  // Esc leaves the review, and it is there again as it was left.
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { name: 'Recent plans' }).waitFor();
  await choose(app, 'bringInWord');
  await page.getByText('1 indicator, 1 action, 1 lead').waitFor();
  const file = path.join(folder, 'Strange.wresplan');
  await willSaveAs(app, file);
  await page.getByRole('button', { name: 'Make the plan…' }).click();
  await page.getByRole('navigation', { name: 'Contents' }).waitFor();
  expect((await readPlan(file)).actions).toHaveLength(1);
  expect(faults).toEqual([]);
});

/** Axe finds nothing, in light and in dark. */
async function look(page: Page, where: string): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await axeViolations(page), `${where}, ${colorScheme}`).toEqual([]);
  }
}
