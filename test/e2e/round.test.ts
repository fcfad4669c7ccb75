import fs from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { readPlan, writePlan } from '../../electron/plan-file/exchange.ts';
import { readDocument } from '../../electron/sheet/read-document.ts';
import { effective, latestUpdate } from '../../shared/plan/effective.ts';
import { lookUp } from '../../shared/plan/look-up.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { toPlainText } from '../../shared/plan/rich-text.ts';
import { planOf } from '../bench/plans.ts';
import { axeViolations, choose, freshFolder, saveNow, startApp, told, willSaveAs } from '../support/app.ts';
import { readDocx } from '../support/read-docx.ts';
import { sampleOnDisk } from '../support/sample-on-disk.ts';

test('a progress round: one lead, five ratings, an update for all, taken back and put back, exported and copied', async () => {
  const { folder, file, plan } = await sampleOnDisk();
  const [lead, led] = busiest(plan);
  const { app, page, faults } = await startApp(folder, file);
  await toRound(app, page);

  await page.getByLabel('Lead', { exact: true }).selectOption({ label: lead });
  await page.getByRole('main').getByText(`${led.length} of ${plan.actions.length} actions`).waitFor();
  await expect.poll(() => page.getByRole('row').count()).toBe(led.length + 1);

  await cell(page, 0, 'Rating').click();
  for (let row = 0; row < 5; row += 1) {
    await page.keyboard.press('r');
    await expect.poll(() => cell(page, row, 'Rating').innerText()).toMatch(/^Red/);
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Control+a');
  const many = page.getByRole('region', { name: `Change ${led.length} actions` });
  await many.getByRole('button', { name: 'Add an update…' }).click();
  await page.getByLabel('Update', { exact: true }).fill('Looked at by the committee.');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('• Nothing to add');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  for (let row = 0; row < 5; row += 1) {
    await expect.poll(() => cell(page, row, 'Latest update').innerText()).toContain('Looked at by the committee.');
  }
  await choose(app, 'undo');
  await expect.poll(() => page.getByText('Looked at by the committee.').count()).toBe(0);
  await choose(app, 'redo');
  await saveNow(app, page);

  const after = await readPlan(file);
  const byId = new Map(after.actions.map((action) => [action.id, action]));
  expect(led.slice(0, 5).map((id) => byId.get(id)?.rating)).toEqual(Array(5).fill('R'));
  for (const { id, updates } of after.actions) {
    const latest = toPlainText(latestUpdate(updates)?.text ?? []);
    expect(latest === 'Looked at by the committee.\n• Nothing to add', id).toBe(led.includes(id));
  }

  const word = path.join(folder, 'Round.docx');
  await willSaveAs(app, word);
  await page.getByRole('button', { name: 'Export this table…' }).click();
  await told(page, 'Done', `${led.length} actions exported to Round.docx`);
  const { blocks } = readDocx(fs.readFileSync(word));
  expect(JSON.stringify(blocks.filter(({ kind }) => kind === 'paragraph'))).toContain(`led by ${lead}.`);
  const table = blocks.find((block) => block.kind === 'table');
  expect(table?.rows.length).toBe(led.length + 1);
  expect(table?.rows[1]?.cells.at(-1)?.text).toContain('Looked at by the committee.');

  const excel = path.join(folder, 'Round.xlsx');
  await willSaveAs(app, excel);
  await page.getByRole('button', { name: 'Excel…' }).click();
  await told(page, 'Done', `${led.length} actions exported to Round.xlsx`);
  const sheet = readDocument(fs.readFileSync(excel)).blocks.find(({ kind }) => kind === 'table');
  expect(sheet?.kind === 'table' && sheet.rows.length).toBe(led.length + 1);

  await page.getByRole('button', { name: 'Copy table' }).click();
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  const { html, text } = await clipboardOf(app);
  expect(text.split(/\r?\n/)).toHaveLength(led.length + 1);
  expect(html).toContain('<table');
  expect(html).toContain('Looked at by the committee.');
  expect(faults).toEqual([]);
});

test('the grid is one stop for Tab, goes by arrows, is written in where it stands, and is found again as it was', async () => {
  const { folder, file, plan } = await sampleOnDisk();
  const { app, page, faults } = await startApp(folder, file);
  await toRound(app, page);
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const at = () =>
    page.evaluate(() =>
      [document.activeElement?.getAttribute('data-row'), document.activeElement?.getAttribute('data-column')].join(),
    );

  // One stop: the heading before it, nothing of the page after it.
  await page.getByLabel('Overdue').focus();
  await press('Tab');
  await expect.poll(() => at()).toBe('0,1');
  await press('Tab');
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('main'))).toBeNull();
  await press('Shift+Tab');
  await expect.poll(() => at()).toBe('0,1');
  await press('Control+End');
  await expect.poll(() => at()).toBe(`${plan.actions.length - 1},7`);
  await press('Control+Home', 'ArrowUp', 'ArrowRight', 'ArrowRight');
  await expect.poll(() => at()).toBe('-1,2');

  // A heading sorts: up, down, and back to the plan's order.
  await press('End', 'ArrowLeft', 'ArrowLeft', 'Enter');
  await page.locator('[role="columnheader"][aria-sort="ascending"]').getByText('Due').waitFor();
  const days = () => page.locator('[role="gridcell"][data-column="5"]').allInnerTexts();
  await press('Enter');
  await page.locator('[role="columnheader"][aria-sort="descending"]').getByText('Due').waitFor();
  expect((await days())[0]).toContain('2027');
  await press('Enter');
  await expect.poll(() => page.locator('[aria-sort="ascending"], [aria-sort="descending"]').count()).toBe(0);

  // Typing begins, Enter ends and goes down, Esc takes back.
  await press('ArrowDown', 'ArrowDown');
  await expect.poll(() => at()).toBe('1,5');
  await page.keyboard.type('Mar 27');
  await press('Enter');
  await expect.poll(() => cell(page, 1, 'Due').innerText()).toContain('31 March 2027');
  await expect.poll(at).toBe('2,5');
  const was = await cell(page, 2, 'Due').innerText();
  await press('F2');
  await page.keyboard.type('nonsense');
  await press('Escape');
  await expect.poll(at).toBe('2,5');
  await expect.poll(() => cell(page, 2, 'Due').innerText()).toBe(was);

  await press('ArrowLeft');
  await page.keyboard.type('Head of New Things');
  await press('Enter', 'Enter');
  await expect.poll(() => cell(page, 2, 'Leads').innerText()).toContain('Head of New Things');
  await expect.poll(at).toBe('3,4');
  await press('ArrowUp', 'End');
  await page.keyboard.type('Begun');
  await press('Escape', 'F2');
  await expect.poll(() => page.getByLabel(/^New update on action/).inputValue()).toBe('Begun');
  await page.keyboard.press('End');
  await page.keyboard.type(' in May');
  await press('Enter');
  await expect.poll(() => cell(page, 2, 'Latest update').innerText()).toContain('Begun in May');
  await expect.poll(at).toBe('3,7');

  // Ctrl+C takes the row that one is at.
  await press('Control+c');
  await expect.poll(async () => (await clipboardOf(app)).text).toContain(await cell(page, 3, 'Indicator').innerText());
  expect((await clipboardOf(app)).text.split(/\r?\n/)).toHaveLength(2);

  // Space and Shift select; Esc selects none.
  await press(' ', 'Shift+ArrowDown', 'Shift+ArrowDown');
  await expect.poll(() => page.locator('[role="row"][aria-selected="true"]').count()).toBe(3);
  await press('Escape');
  await expect.poll(() => page.locator('[role="row"][aria-selected="true"]').count()).toBe(0);

  // What no longer fits the filter stays until one asks.
  await page.getByLabel('Rating', { exact: true }).selectOption({ label: 'Amber' });
  const ratings = () => page.locator('[role="gridcell"][data-column="6"]').allInnerTexts();
  await expect.poll(async () => (await ratings()).filter((rating) => !rating.includes('Amber'))).toEqual([]); // a frame later
  const amber = await page.getByRole('row').count();
  await cell(page, 0, 'Rating').click();
  await press('g');
  const afresh = page.getByRole('button', { name: /sort and filter afresh/ });
  await afresh.waitFor();
  await expect.poll(() => page.getByRole('row').count()).toBe(amber);
  await press('Delete'); // its own rating; it has its indicator's again, which is amber
  await afresh.waitFor({ state: 'detached' });
  await press('g');
  await afresh.click();
  await expect.poll(() => page.getByRole('row').count()).toBe(amber - 1);
  await expect.poll(at).toBe('0,6');

  // There and back again.
  await cell(page, 2, 'Action').click();
  const number = await cell(page, 2, 'No.').innerText();
  await press('Enter');
  await page.getByRole('grid').waitFor({ state: 'detached' });
  await choose(app, 'round');
  await page.getByRole('grid').waitFor();
  await expect.poll(at).toBe('2,3');
  await expect.poll(() => cell(page, 2, 'No.').innerText()).toBe(number);
  await expect.poll(() => page.getByLabel('Rating', { exact: true }).inputValue()).toBe('=A');

  // What can be done with an action: by its menu, at the pointer or at the cell, and by its keys; the keyboard stays.
  const menu = page.getByRole('menu', { name: /^More for action/ });
  const spot = await cell(page, 1, 'Leads').boundingBox();
  await cell(page, 1, 'Leads').click({ button: 'right', position: { x: 20, y: 20 } });
  await menu.waitFor();
  const opened = await menu.boundingBox();
  expect(opened?.x).toBeCloseTo((spot?.x ?? 0) + 20, -1);
  await press('Escape');
  await expect.poll(at).toBe('1,4');
  await press('Shift+F10');
  await menu.getByRole('menuitem', { name: 'Delete' }).click();
  await expect.poll(() => page.getByRole('row').count()).toBe(amber - 2);
  await expect.poll(at).toBe('1,4');
  await press('Control+Shift+Delete');
  await expect.poll(() => page.getByRole('row').count()).toBe(amber - 3);
  await choose(app, 'undo');
  await choose(app, 'undo');
  await expect.poll(() => page.getByRole('row').count()).toBe(amber - 1);
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /^Indicator 2/ })
    .press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Its actions in the progress round' }).click();
  await expect
    .poll(() => page.getByRole('row').count())
    .toBe(1 + plan.actions.filter(({ indicator }) => indicator === plan.indicators[1]?.id).length);
  expect(faults).toEqual([]);
});

test('axe finds nothing in the round, with a selection, a field and a form open, in light, dark and forced colours', async () => {
  const { folder, file } = await sampleOnDisk();
  const { app, page } = await startApp(folder, file);
  const found: string[] = [];
  const look = async (what: string) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, forcedColors: 'none', reducedMotion: 'reduce' });
      found.push(...(await axeViolations(page)).map((each) => `${what}, ${colorScheme}: ${each}`));
    }
    await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'active', reducedMotion: 'reduce' });
    found.push(...(await axeViolations(page)).map((each) => `${what}, forced: ${each}`));
  };
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await toRound(app, page);
  await cell(page, 1, 'Due').click();
  await look('round');
  await page.keyboard.press('F2');
  await look('a date');
  await page.keyboard.press('Escape');
  await page.keyboard.press(' ');
  await page.getByRole('button', { name: 'Add an update…' }).click();
  await look('an update for many');
  expect(found).toEqual([]);
});

test('five thousand actions: only those on the screen are drawn, and keys go where they should', async () => {
  const folder = freshFolder();
  const file = path.join(folder, 'Long.wresplan');
  await writePlan(file, planOf(5_000), { now: () => new Date() });
  const { app, page, faults } = await startApp(folder, file);
  await toRound(app, page);
  await page.getByRole('main').getByText('5,000 actions').waitFor();
  await expect.poll(() => page.getByRole('row').count()).toBeLessThan(60);
  await expect.poll(() => page.getByRole('grid').getAttribute('aria-rowcount')).toBe('5001');
  await cell(page, 0, 'Rating').click();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-row'))).toBe('4999');
  await page.keyboard.press('g');
  await expect.poll(() => cell(page, 4_999, 'Rating').innerText()).toMatch(/^Green/);
  await page.getByRole('searchbox').fill('4999');
  await page
    .getByRole('main')
    .getByText(/ of 5,000 actions/)
    .waitFor();
  await page.keyboard.press('Control+a');
  await expect.poll(() => page.getByRole('row').count()).toBeLessThan(60);
  expect(faults).toEqual([]);
});

async function toRound(app: ElectronApplication, page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Contents' }).waitFor();
  await choose(app, 'round');
  await page.getByRole('grid').waitFor();
}

const headings = ['', 'No.', 'Indicator', 'Action', 'Leads', 'Due', 'Rating', 'Latest update'];

function cell(page: Page, row: number, heading: string) {
  return page.locator(`[role="gridcell"][data-row="${row}"][data-column="${headings.indexOf(heading)}"]`);
}

/** Who leads most, with the actions in the round's order. */
function busiest(plan: Plan): [name: string, actions: string[]] {
  const find = lookUp(plan);
  const homes = [...plan.indicators.map(({ id }) => id), null];
  const led = plan.people.map(({ id, name }): [string, string[]] => [
    name,
    homes
      .flatMap((home) => find.actionsOf(home))
      .filter((action) => effective(action, find.indicator(action.indicator)).leads.includes(id))
      .map((action) => action.id),
  ]);
  const most = Math.max(...led.map(([, actions]) => actions.length));
  return led.find(([, actions]) => actions.length === most) as [string, string[]];
}

/** As another program would have it. The older Electron of the tests has other calls than the one that is shipped. */
function clipboardOf(app: ElectronApplication): Promise<{ html: string; text: string }> {
  return app.evaluate(async ({ clipboard }) => {
    const any = clipboard as unknown as { readHTML?(): string; readText(): string | Promise<string> };
    return { html: any.readHTML?.() ?? '', text: await any.readText() };
  });
}
