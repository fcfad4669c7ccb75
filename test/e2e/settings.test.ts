import fs from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { contentsOfBytes } from '../../electron/plan-file/exchange.ts';
import {
  axeViolations,
  choose,
  freshFolder,
  openSample,
  saveNow,
  startApp,
  willOpen,
  willSaveAs,
} from '../support/app.ts';

test('name, text size, layout and folder hold at once, and after the next start', async () => {
  const folder = freshFolder();
  const plans = path.join(folder, 'Plans of EDI');
  fs.mkdirSync(plans);
  const first = await startApp(folder);
  const { app, page } = first;
  await settings(app, page);
  expect(await axeViolations(page)).toEqual([]);
  await page.getByLabel('Sign edits with').fill('EDI Manager');
  await page.getByRole('radio', { name: 'Large', exact: true }).check();
  await page.getByLabel('Layout to begin with').selectOption({ label: 'Progress, outcomes and status' });
  await page.getByRole('radio', { name: 'Dark' }).check();
  await willOpen(app, plans);
  await page.getByRole('button', { name: 'Always begin in one folder…' }).click();
  await page.getByText(plans).waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => fontSize(page)).toBe('20.8px');
  await expect.poll(() => app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark');

  // A new plan begins with the layout, its dialog in the folder, and its edits are signed with the name.
  const file = path.join(folder, 'Signed.wresplan');
  await choose(app, 'newPlan');
  await page.getByRole('radio', { name: 'Progress, outcomes and status' }).waitFor();
  await expect.poll(() => page.getByRole('radio', { name: 'Progress, outcomes and status' }).isChecked()).toBe(true);
  await page.getByLabel('Name, as it is published').fill('Anytown NHS Trust');
  await willSaveAs(app, file);
  await page.getByRole('button', { name: 'Choose where to keep it…' }).click();
  await page.getByRole('heading', { level: 1, name: 'Indicator 1' }).waitFor();
  await settings(app, page);
  await page.getByLabel('Sign edits with').fill('Equality Lead');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('navigation').getByRole('button', { name: 'Plan details' }).click();
  await page.getByRole('radio', { name: 'Approved' }).check();
  await page
    .getByRole('banner')
    .getByRole('button', { name: /^Undo: Set the status/ })
    .waitFor();
  await saveNow(app, page);
  const { edits } = await contentsOfBytes(fs.readFileSync(file), file);
  expect(edits.at(0)?.author).toBe('EDI Manager');
  expect(edits.at(-1)?.author).toBe('Equality Lead');
  await first.close();

  const again = await startApp(folder);
  await expect.poll(() => fontSize(again.page)).toBe('20.8px');
  await settings(again.app, again.page);
  await expect.poll(() => again.page.getByLabel('Sign edits with').inputValue()).toBe('Equality Lead');
  await again.page.getByText(plans).waitFor();
  await again.page.getByRole('button', { name: 'Begin where I was last' }).click();
  await again.page.getByText('Dialogs begin in the folder that was used last.').waitFor();
  await again.page.getByLabel('Sign edits with').fill('');
  await again.page.keyboard.press('Escape');
  await openSample(again.page);
  expect(again.faults).toEqual([]);
  await expect.poll(() => kept(folder)).toMatchObject({ author: null, folder: null, textSize: 130 });
});

async function settings(app: ElectronApplication, page: Page): Promise<void> {
  await choose(app, 'settings');
  await page.getByRole('dialog', { name: 'Settings' }).waitFor();
}

async function fontSize(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
}

function kept(folder: string): object {
  return JSON.parse(fs.readFileSync(path.join(folder, 'profile', 'settings.json'), 'utf8'));
}
