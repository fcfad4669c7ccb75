import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { readPlan, writePlan } from '../../electron/plan-file/exchange.ts';
import { runChecks } from '../../shared/plan/checks/all.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { fromPlainText } from '../../shared/plan/rich-text.ts';
import { axeViolations, choose, freshFolder, saveNow, startApp } from '../support/app.ts';
import { sampleOnDisk } from '../support/sample-on-disk.ts';

test('each finding leads to its place, is mended by one edit, or left so with a reason that is kept', async () => {
  const { file, folder, plan } = await faulty();
  const { app, page, faults } = await startApp(folder, file);
  const main = page.getByRole('main');
  const contents = page.getByRole('navigation', { name: 'Contents' });
  const mendable = runChecks(plan, { today: await today(page) })
    .filter(({ check }) => check.weight === 'mend')
    .reduce((sum, { findings }) => sum + findings.length, 0);
  await contents.getByText(`${mendable} to mend`).waitFor();

  await choose(app, 'export');
  await main.getByText(/Worth a look first: \d+ things? to mend/).waitFor();
  await main.getByRole('button', { name: 'Show the checks' }).click();
  await main.getByRole('heading', { name: 'Checks', level: 1 }).waitFor();

  // A fix is one edit, and one undo.
  const mixed = main.getByRole('region', { name: /^BME and BAME mixed/ });
  await mixed.getByRole('button', { name: /^Mend it/ }).click();
  await mixed.waitFor({ state: 'detached' });
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  await contents.getByText(`${mendable - 1} to mend`).waitFor();
  await choose(app, 'undo');
  await mixed.waitFor();
  await choose(app, 'redo');
  await mixed.waitFor({ state: 'detached' });

  // Left so, with a reason, and taken up again.
  const noLead = main.getByRole('region', { name: /^Action without a lead/ });
  await noLead.getByRole('button', { name: /^Leave it so/ }).click();
  await page.getByLabel('Why it is right as it is').fill('The post is advertised');
  await page.keyboard.press('Enter');
  await noLead.waitFor({ state: 'detached' });
  await saveNow(app, page);
  expect((await readPlan(file)).exceptions?.at(-1)).toMatchObject({
    check: 'no-lead',
    reason: 'The post is advertised',
  });
  await main.getByText(/left as (it is|they are)/).click();
  await main.getByText('The post is advertised').waitFor();
  for (const media of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: media, reducedMotion: 'reduce' });
    expect(await axeViolations(page), media).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'active', reducedMotion: 'reduce' });
  expect(await axeViolations(page), 'forced').toEqual([]);
  await main.getByRole('button', { name: /^Take up again: .* has no lead/ }).click();
  await noLead.waitFor();

  // A finding leads to the field where it is mended.
  await noLead
    .getByRole('button', { name: /has no lead/ })
    .first()
    .click();
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
    .toMatch(/lead of action/);
  expect(faults).toEqual([]);
});

/** The sample, with an action of which nobody says who leads it, and a term that the plan does not use. */
async function faulty(): Promise<{ file: string; folder: string; plan: Plan }> {
  const { plan } = await sampleOnDisk();
  const folder = freshFolder();
  const file = path.join(folder, 'Faulty.wresplan');
  const [model] = plan.actions as [Plan['actions'][number]];
  const { due = { text: 'Ongoing' } } = model;
  const added = {
    id: '01999999-0000-7000-8000-0000000000aa',
    indicator: null,
    text: fromPlainText('Ask BAME colleagues about the rota.'),
    leads: [],
    due,
    updates: [],
  };
  const terms = { ...plan.terms, bme: 'BME' };
  await writePlan(file, { ...plan, terms, actions: [...plan.actions, added] }, { now: () => new Date() });
  return { file, folder, plan: await readPlan(file) };
}

function today(page: Page): Promise<string> {
  return page.evaluate(() => new Date().toLocaleDateString('sv'));
}
