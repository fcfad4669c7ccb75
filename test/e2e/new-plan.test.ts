import fs from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { readPlan } from '../../electron/plan-file/exchange.ts';
import { axeViolations, choose, saveNow, startApp, told, willSaveAs } from '../support/app.ts';

test('a plan is begun by the keyboard alone, opens where its writing begins, and the next one knows the Trust', async () => {
  const { app, page, folder, faults } = await startApp();
  const file = path.join(folder, 'Anytown WRES.wresplan');
  await begin(app, page);
  await page.keyboard.type('Anytown Hospitals NHS Foundation Trust');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Anytown');
  await tabTo(page, 'radio', 'BRAG');
  await page.keyboard.press('ArrowDown'); // the next scale
  await tabTo(page, 'radio', 'BME');
  await page.keyboard.press('ArrowDown'); // BAME
  await tabTo(page, 'radio', 'Indicator');
  await page.keyboard.press('ArrowDown'); // Metric
  await page.getByText('Gaps and RAG status').waitFor();
  await tabTo(page, 'radio', 'Metrics, KPIs');
  await page.keyboard.press('ArrowDown'); // the next layout
  await notesSuggestedName(app, file);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Metric 1' }).waitFor();
  await expect.poll(() => focusedField(page)).toContain('What the data says of Metric 1');
  await page.keyboard.type('Few of us in senior bands.');
  await saveNow(app, page);
  await choose(app, 'closePlan');
  await page.getByRole('heading', { name: 'Recent plans' }).waitFor();

  const plan = await readPlan(file);
  expect(path.basename(await suggestedName(app))).toMatch(/^Anytown WRES 20\d\d-\d\d\.wresplan$/);
  expect(plan).toMatchObject({
    title: `Workforce Race Equality Standard (WRES) action plan ${plan.period.label}`,
    trust: { name: 'Anytown Hospitals NHS Foundation Trust', shortName: 'Anytown' },
    standard: 'WRES',
    edition: '2025',
    status: 'draft',
    ratingScale: 'five-code',
    layout: 'narrative-numbered',
    terms: { bme: 'BAME', indicator: 'Metric' },
  });
  expect(plan.indicators).toHaveLength(9);
  expect(plan.indicators[0]?.narrative?.[0]?.runs[0]?.text).toBe('Few of us in senior bands.');

  await begin(app, page);
  await expect
    .poll(() => page.getByLabel('Name, as it is published').inputValue())
    .toBe('Anytown Hospitals NHS Foundation Trust');
  await expect.poll(() => page.getByRole('radio', { name: 'BAME' }).isChecked()).toBe(true);
  await expect.poll(() => page.getByRole('radio', { name: 'Metric', exact: true }).isChecked()).toBe(true);
  await expect.poll(() => page.getByRole('radio', { name: 'Narrative and numbered actions' }).isChecked()).toBe(true);
  expect(await axeViolations(page)).toEqual([]);
  expect(faults).toEqual([]);
});

test('what keeps a plan from being begun is told at its field, and a file that is there is left as it is', async () => {
  const { app, page, folder } = await startApp();
  await begin(app, page);
  await page.getByRole('radio', { name: 'Other dates' }).check();
  await page.getByLabel('To', { exact: true }).fill('31 March 2020');
  await page.getByRole('button', { name: 'Choose where to keep it…' }).click();
  await page.getByText('Type the name of the Trust.').waitFor();
  await page.getByText('It ends before it begins.').waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-invalid'))).toBe('true');
  expect(await axeViolations(page)).toEqual([]);

  await page.getByLabel('Name, as it is published').fill('Anytown NHS Trust');
  await page.getByLabel('To', { exact: true }).fill('31 March 2029');
  await expect.poll(() => page.getByLabel('What it is called').inputValue()).toMatch(/^20\d\d-29$/);
  await page.getByRole('radio', { name: /Disability/ }).check();
  await expect.poll(() => page.getByRole('radio', { name: 'Metric', exact: true }).isChecked()).toBe(true);
  await expect.poll(() => page.getByRole('radio', { name: 'BAME' }).count()).toBe(0);
  const taken = path.join(folder, 'Taken.wresplan');
  fs.writeFileSync(taken, 'somebody’s plan');
  await willSaveAs(app, taken);
  await page.getByRole('button', { name: 'Choose where to keep it…' }).click();
  await told(page, 'What went wrong', /Taken\.wresplan is there already/);
  expect(fs.readFileSync(taken, 'utf8')).toBe('somebody’s plan');

  const free = path.join(folder, 'Free.wresplan');
  await willSaveAs(app, free);
  await page.getByRole('button', { name: 'Choose another name…' }).click();
  await page.getByRole('heading', { level: 1, name: 'Metric 1' }).waitFor();
  const plan = await readPlan(free);
  expect(plan).toMatchObject({ standard: 'WDES', period: { to: '2029-03-31' }, terms: { indicator: 'Metric' } });
  expect(plan.terms).not.toHaveProperty('bme');

  // Esc, and a look at the plan behind the form, keep what was typed in it; Cancel does not.
  const name = page.getByLabel('Name, as it is published');
  await begin(app, page);
  await name.fill('Half a na');
  await page.keyboard.press('Escape');
  await page.getByRole('navigation', { name: 'Contents' }).waitFor();
  await begin(app, page);
  await expect.poll(() => name.inputValue()).toBe('Half a na');
  await choose(app, 'export');
  await page.getByRole('heading', { name: 'Export to Word' }).waitFor();
  await begin(app, page);
  await expect.poll(() => name.inputValue()).toBe('Half a na');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await begin(app, page);
  await expect.poll(() => name.inputValue()).toBe('Anytown NHS Trust');
});

async function begin(app: ElectronApplication, page: Page): Promise<void> {
  await choose(app, 'newPlan');
  await page.getByRole('heading', { name: 'New plan' }).waitFor();
  await page.getByRole('radio', { name: 'Narrative and numbered actions' }).waitFor();
}

/** Goes on by Tab until what it has come to is called so. */
async function tabTo(page: Page, role: string, name: string): Promise<void> {
  for (let step = 0; step < 30; step += 1) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate(() => {
      const element = document.activeElement as HTMLInputElement | null;
      return `${element?.type} ${element?.closest('label')?.textContent?.trim() ?? ''}`;
    });
    if (here.startsWith(role) && here.includes(name)) return;
  }
  throw new Error(`Tab never comes to ${name}`);
}

async function focusedField(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
}

type Noted = typeof globalThis & { suggested?: string };

/** The next dialog to save answers with this path, and the name that it suggested is noted. */
async function notesSuggestedName(app: ElectronApplication, file: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = (async (_window: unknown, { defaultPath }: { defaultPath?: string }) => {
      (globalThis as Noted).suggested = defaultPath ?? '';
      return { canceled: false, filePath };
    }) as unknown as typeof dialog.showSaveDialog;
  }, file);
}

async function suggestedName(app: ElectronApplication): Promise<string> {
  return app.evaluate(() => (globalThis as Noted).suggested ?? '');
}
