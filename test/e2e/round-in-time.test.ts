import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { readPlan, writePlan } from '../../electron/plan-file/exchange.ts';
import { effective, latestUpdate } from '../../shared/plan/effective.ts';
import { lookUp } from '../../shared/plan/look-up.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { toPlainText } from '../../shared/plan/rich-text.ts';
import { planOf } from '../bench/plans.ts';
import { allSaved, choose, freshFolder, saveNow, startApp, told, willSaveAs } from '../support/app.ts';
import { readDocx } from '../support/read-docx.ts';

/** How long the round may take without a person's thinking, in milliseconds. With it, it is to take two minutes. */
const most = 20_000;

test('a progress round of 60 actions, by keyboard: one lead, five ratings, an update for all of theirs, exported', async () => {
  const folder = freshFolder();
  const file = path.join(folder, 'Round.wresplan');
  const before = withOldUpdates(planOf(60));
  await writePlan(file, before, { now: () => new Date() });
  const word = path.join(folder, 'For the lead.docx');
  const { app, page, faults } = await startApp(folder, file);
  await page.getByRole('navigation', { name: 'Contents' }).waitFor();
  await willSaveAs(app, word);
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const lead = before.people[2];
  if (!lead) throw new Error('Nobody leads anything in this plan.');
  const led = ledBy(before, lead.id);
  const others = before.actions.map(({ id }) => id).filter((id) => !led.includes(id));
  const begun = performance.now();

  // To the filter of leads, and in it to the name by its first letters.
  await choose(app, 'round');
  const grid = page.getByRole('grid');
  await grid.waitFor();
  await page.getByRole('searchbox').focus();
  await press('Tab');
  await page.keyboard.type(lead.name);
  await page.getByRole('main').getByText(`${led.length} of 60 actions`).waitFor();

  // Into the grid, to the first row's rating; a letter rates.
  const at = (what: 'row' | 'column') =>
    page.evaluate((name) => document.activeElement?.getAttribute(`data-${name}`) ?? null, what);
  for (let step = 0; step < 10 && (await at('row')) === null; step += 1) await press('Tab');
  await press('Control+Home', 'End', 'ArrowLeft');
  await expect.poll(() => at('row')).toBe('0');
  const column = await at('column');
  await expect
    .poll(() => page.locator(`[role="columnheader"][data-column="${column}"]`).innerText())
    .toContain('Rating');
  const wanted = led.slice(0, 5).map((id) => nextRating(before, id));
  for (const [row, code] of wanted.entries()) {
    await press(code.toLowerCase());
    const cell = page.locator(`[role="gridcell"][data-row="${row}"][data-column="${column}"]`);
    await expect.poll(() => cell.innerText()).toContain(words[code]);
    await press('ArrowDown');
  }

  await press('Control+a');
  const add = page.getByRole('button', { name: 'Add an update…' });
  await add.focus();
  await press('Enter');
  await page.getByLabel('Update', { exact: true }).waitFor();
  await page.keyboard.type('Seen at the October board.');
  await press('Control+Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Export this table…' }).focus();
  await press('Enter');
  await told(page, 'Done', `${led.length} actions exported to For the lead.docx`);
  expect(performance.now() - begun).toBeLessThan(most);
  await allSaved(page);

  const { actions } = await readPlan(file);
  const after = (id: string) => actions.find((action) => action.id === id);
  expect(led.slice(0, 5).map((id) => after(id)?.rating)).toEqual(wanted);
  for (const id of led) {
    expect(toPlainText(latestUpdate(after(id)?.updates ?? [])?.text ?? []), id).toBe('Seen at the October board.');
  }
  for (const id of others) expect(after(id), id).toEqual(before.actions.find((action) => action.id === id));
  const table = readDocx(fs.readFileSync(word)).tables[0];
  expect(table?.rows).toHaveLength(led.length + 1);
  for (const row of table?.rows.slice(1) ?? []) expect(row.cells.at(-1)?.text).toContain('Seen at the October board.');

  // Six edits, and each of them can be taken back.
  for (let step = 0; step < 6; step += 1) {
    const label = await undoLabel(page);
    await choose(app, 'undo');
    await expect.poll(() => undoLabel(page)).not.toBe(label);
  }
  await expect.poll(() => undoLabel(page)).toBeNull();
  await saveNow(app, page);
  expect((await readPlan(file)).actions).toEqual(before.actions);
  expect(faults).toEqual([]);
});

const words: Record<string, string> = { R: 'Red', A: 'Amber', G: 'Green' };

/** With the updates of a time long gone, so that whatever is added today is the latest. */
function withOldUpdates(plan: Plan): Plan {
  const actions = plan.actions.map((action) => ({
    ...action,
    updates: action.updates.map((update) => ({ ...update, date: '2020-04-30' })),
  }));
  return { ...plan, actions };
}

/** What a person leads, in the round's order. */
function ledBy(plan: Plan, person: string): string[] {
  const find = lookUp(plan);
  return [...plan.indicators.map(({ id }) => id), null]
    .flatMap((home) => find.actionsOf(home))
    .filter((action) => effective(action, find.indicator(action.indicator)).leads.includes(person))
    .map(({ id }) => id);
}

/** Another rating than it has. */
function nextRating(plan: Plan, id: string): string {
  const codes = Object.keys(words);
  const now = plan.actions.find((action) => action.id === id)?.rating ?? '';
  return codes[(codes.indexOf(now) + 1) % codes.length] as string;
}

/** As it is at this moment: the button may lose its name between a look whether it is there and a look at it. */
function undoLabel(page: Page): Promise<string | null> {
  const undo = page.getByRole('banner').getByRole('button', { name: /^Undo: / });
  return undo.evaluateAll(([button]) => button?.getAttribute('aria-label') ?? null);
}
