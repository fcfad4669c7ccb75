import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { readPlan, writePlan } from '../../electron/plan-file/exchange.ts';
import { newId } from '../../shared/id.ts';
import { parsePlanJson } from '../../shared/plan/json.ts';
import { ledByEach } from '../../shared/plan/led.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { axeViolations, choose, freshFolder, saveNow, startApp, told } from '../support/app.ts';

const sample = fs.readFileSync(path.resolve(import.meta.dirname, '../../assets/sample-plan.json'), 'utf8');

test('a name is changed everywhere, two are made one, one is taken out, and undo brings all of it back', async () => {
  const folder = freshFolder();
  const file = path.join(folder, 'People.wresplan');
  const before = parsePlanJson(sample, newId);
  await writePlan(file, before, { now: () => new Date() });
  const { app, page, faults } = await startApp(folder, file);
  await page.getByRole('navigation', { name: 'Contents' }).waitFor();
  await choose(app, 'togglePreview'); // looked through by axe elsewhere
  await goTo(page, 'People');
  await page.getByText(`${before.people.length} names`).waitFor();
  expect(await axeViolations(page)).toEqual([]);

  // Renamed once, it is renamed where it leads.
  await page.getByLabel('Name of “Chief Nurse”').fill('Director of Nursing');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^Director of Nursing leads/ }).click();
  const led = ledBy(before, 'Chief Nurse');
  const first = page.getByRole('button', { name: /^Action \d+ .*|Indicator \d/ }).first();
  await first.waitFor();
  expect(led.actions.length).toBeGreaterThan(0);

  // Found by a part of the post; somebody new leads nothing yet.
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.keyboard.type('Estates');
  await page.keyboard.press('Enter');
  await page.getByLabel('Leads nothing (1)').check();
  await page.getByText(`1 of ${before.people.length + 1}`).waitFor();
  await expect
    .poll(() => page.getByRole('list', { name: 'People, posts and teams' }).innerText())
    .toContain('Leads nothing');
  await page.getByLabel('Leads nothing (1)').uncheck();
  await page.getByLabel('Find a name or a post').fill('race equality executive');
  await expect.poll(() => page.getByLabel(/^Name of /).count()).toBe(1);
  await page.getByLabel('Find a name or a post').fill('');

  // Two that are one: what that changes is said first.
  await menuOf(page, 'Head of EDI', 'Merge with another name…');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('With').selectOption({ label: 'Director of Nursing' });
  await dialog.getByText('“Director of Nursing” leads').waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Merge into “Director of Nursing”' }).click();
  await expect.poll(() => page.getByLabel('Name of “Head of EDI”').count()).toBe(0);

  // Taken out: what has no lead then is said before and after.
  await menuOf(page, 'Chief People Officer', 'Take out of the plan…');
  await expect.poll(() => dialog.innerText()).toMatch(/2 places would be left without a lead/);
  await dialog.getByRole('button', { name: 'Take out' }).click();
  await told(page, 'Done', '2 places without a lead.');
  await page.getByRole('button', { name: 'Go to the first without a lead' }).click();
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-place'))).toMatch(/\/leads$/);
  await saveNow(app, page);

  const after = await readPlan(file);
  const both = ledBy(after, 'Director of Nursing').actions.length;
  expect(both).toBeGreaterThanOrEqual(Math.max(led.actions.length, ledBy(before, 'Head of EDI').actions.length));
  expect(after.people.map(({ name }) => name)).not.toContain('Chief People Officer');
  expect(after.people.map(({ name }) => name)).toContain('Estates');

  // A name that another has already is most likely the same one.
  await goTo(page, 'People');
  await page.getByLabel('Name of “Estates”').fill('head of  learning');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Another has this name: merge the two…' }).first().click();
  await dialog.getByRole('button', { name: /^Merge into/ }).click();
  await expect.poll(() => page.getByLabel(/^Name of “head of learning”/i).count()).toBe(1);

  const undo = page.getByRole('banner').getByRole('button', { name: /^Undo: / });
  while (await undo.count()) {
    const was = await undo.getAttribute('aria-label');
    await choose(app, 'undo');
    await expect
      .poll(() =>
        page
          .getByRole('banner')
          .getByRole('button', { name: was ?? '', exact: true })
          .count(),
      )
      .toBe(0);
  }
  await saveNow(app, page);
  expect((await readPlan(file)).people).toEqual(before.people);
  expect((await readPlan(file)).actions).toEqual(before.actions);
  expect(faults).toEqual([]);
});

function ledBy(plan: Plan, name: string) {
  const id = plan.people.find((person) => person.name === name)?.id ?? '';
  return ledByEach(plan).get(id) ?? { indicators: [], actions: [] };
}

async function menuOf(page: Page, name: string, item: string): Promise<void> {
  await page.getByRole('button', { name: `More for ${name}`, exact: true }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

async function goTo(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Contents' }).getByRole('button', { name }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
}
