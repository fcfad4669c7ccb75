import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { readPlan, writePlan } from '../../electron/plan-file/exchange.ts';
import { newId } from '../../shared/id.ts';
import { parsePlanJson } from '../../shared/plan/json.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { axeViolations, choose, freshFolder, saveNow, startApp, told } from '../support/app.ts';

const sample = fs.readFileSync(path.resolve(import.meta.dirname, '../../assets/sample-plan.json'), 'utf8');

test('title, edition, period, status, terms and layout are changed, each told what it changes, and undone', async () => {
  const { app, before, file, page, undoAll, faults } = await openDetails();
  expect(await axeViolations(page)).toEqual([]);
  await page.getByLabel('Title of the plan').fill('Race equality plan');
  await page.keyboard.press('Enter');

  await page.getByLabel('Edition').selectOption('2023');
  const ahead = page.getByRole('region', { name: 'What the edition of 2023 changes' });
  await expect.poll(() => ahead.innerText()).toContain('9 indicators would be worded otherwise.');
  await expect.poll(() => ahead.innerText()).toContain('Relative likelihood of white applicants being appointed');
  await page.getByRole('button', { name: 'Take the edition of 2023' }).click();
  await ahead.waitFor({ state: 'detached' });

  await page.getByRole('radio', { name: '2027-28' }).check();
  const moves = page.getByRole('region', { name: 'What the period changes' });
  await expect
    .poll(() => moves.innerText())
    .toMatch(/\d+ dates told by a quarter or a month alone .*Q3 \(31 December 2027\)/s);
  await page.getByRole('button', { name: 'Set the period to 2027-28' }).click();
  await moves.waitFor({ state: 'detached' });

  await page.getByRole('radio', { name: 'Draft' }).check();
  await page.getByRole('radio', { name: 'BAME' }).check();
  await page.getByRole('group', { name: 'Terms' }).getByRole('radio', { name: 'Another term' }).last().check();
  await page.getByLabel('Term for an indicator of the plan').fill('Measure');
  await page.keyboard.press('Enter');
  await page.getByText('say “Measure 1”').waitFor();
  await page.getByRole('radio', { name: 'Metrics, KPIs and progress rating' }).check();
  await page
    .getByRole('banner')
    .getByRole('button', { name: /^Undo: Set the layout/ })
    .waitFor();
  await saveNow(app, page);
  expect(await readPlan(file)).toMatchObject({
    title: 'Race equality plan',
    edition: '2023',
    period: { from: '2027-04-01', to: '2028-03-31', label: '2027-28' },
    status: 'draft',
    terms: { bme: 'BAME', indicator: 'Measure' },
    layout: 'metric-kpi-rating',
  });
  await undoAll();
  expect(await readPlan(file)).toEqual(before);
  expect(faults).toEqual([]);
});

test('a rating is given another code, name and colour, moved and deleted, and a usual scale takes over', async () => {
  const { app, before, file, page, faults } = await openDetails();
  const given = (plan: Plan, code: string) => plan.actions.filter(({ rating }) => rating === code).length;

  await page.getByLabel('Code of the rating “Amber”').fill('R');
  await page.keyboard.press('Enter');
  await page.getByText('It stays here until you change it').waitFor();
  await page.getByLabel('Code of the rating “Amber”').fill('AM');
  await page.keyboard.press('Enter');
  await page.getByLabel('Name of the rating “Amber”').fill('Slipping');
  await page.keyboard.press('Enter');
  await page.getByLabel('Colour of the rating “Slipping”').fill('#000000');
  await page.getByText('White words on it stand out 21.0 to 1, very well').waitFor();
  await page.getByLabel('Colour of the rating “Slipping”').blur();
  await page.getByRole('button', { name: 'More for the rating Slipping' }).click();
  await page.getByRole('menuitem', { name: 'Move down' }).click();
  const names = () => page.getByRole('list', { name: 'Ratings' }).getByRole('listitem').count();
  await expect.poll(() => names()).toBe(4);
  await page.getByRole('button', { name: 'Add a rating' }).click();
  await expect.poll(names).toBe(5);
  await page.keyboard.type('Paused');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'More for the rating Green' }).click();
  await page.getByRole('menuitem', { name: 'Delete…' }).click();
  await page.getByLabel('Rate those instead').selectOption({ label: 'Blue' });
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Delete the rating' }).click();
  await expect.poll(names).toBe(4);
  await saveNow(app, page);
  const changed = await readPlan(file);
  expect(given(changed, 'AM')).toBe(given(before, 'A'));
  expect(given(changed, 'B')).toBe(given(before, 'B') + given(before, 'G'));
  expect(changed.ratingScales[0]?.ratings.map(({ code, label }) => [code, label])).toEqual([
    ['B', 'Blue'],
    ['R', 'Red'],
    ['AM', 'Slipping'],
    [expect.any(String), 'Paused'],
  ]);
  expect(changed.ratingScales[0]?.ratings.find(({ code }) => code === 'AM')?.colour).toBe('#000000');

  // Each rating that is given must become something: where that is not sure, the app asks.
  await page.getByRole('button', { name: 'Use another scale…' }).click();
  await page.getByRole('radio', { name: /^RAG rating/ }).check();
  await page.getByRole('button', { name: 'Use this scale' }).click();
  await told(page, 'What went wrong', 'has no rating chosen for what is rated');
  await page.getByLabel('What Slipping becomes').selectOption({ label: 'Amber' });
  await page.getByLabel('What Blue becomes').selectOption({ label: 'Green' });
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Use this scale' }).click();
  await expect.poll(names).toBe(3);
  await expect.poll(() => page.getByRole('region', { name: 'What went wrong' }).count()).toBe(0);
  await saveNow(app, page);
  const taken = await readPlan(file);
  expect(taken.ratingScale).toBe('rag');
  expect([given(taken, 'A'), given(taken, 'G'), given(taken, 'R')]).toEqual([
    given(before, 'A'),
    given(before, 'B') + given(before, 'G'),
    given(before, 'R'),
  ]);
  await choose(app, 'undo');
  await expect.poll(names).toBe(4);
  await saveNow(app, page);
  expect(await readPlan(file)).toEqual(changed);
  expect(faults).toEqual([]);
});

/** The sample plan in a file of its own, at its details. */
async function openDetails() {
  const folder = freshFolder();
  const file = path.join(folder, 'Details.wresplan');
  await writePlan(file, parsePlanJson(sample, newId), { now: () => new Date() });
  const before = await readPlan(file);
  const { app, page, faults } = await startApp(folder, file);
  await page.getByRole('navigation', { name: 'Contents' }).waitFor();
  await choose(app, 'togglePreview'); // looked through by axe elsewhere
  await page.getByRole('navigation', { name: 'Contents' }).getByRole('button', { name: 'Plan details' }).click();
  await page.getByRole('heading', { level: 1, name: 'Plan details' }).waitFor();
  await page.getByRole('radio', { name: 'Narrative and numbered actions' }).waitFor();
  const undoAll = async () => {
    for (let label = await undoLabel(page); label !== null; label = await undoLabel(page)) {
      await choose(app, 'undo');
      await expect.poll(() => undoLabel(page)).not.toBe(label);
    }
    await saveNow(app, page);
  };
  return { app, before, file, page, undoAll, faults };
}

async function undoLabel(page: Page): Promise<string | null> {
  const label = await page
    .getByRole('banner')
    .getByRole('button')
    .evaluateAll((buttons) =>
      buttons.map((button) => button.getAttribute('aria-label') ?? '').find((words) => words.startsWith('Undo: ')),
    );
  return label ?? null;
}
