import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { axeViolations, choose, freshFolder, openSample, resize, startApp, told, willOpen } from '../support/app.ts';

const looks = [
  { colorScheme: 'light', forcedColors: 'none', reducedMotion: 'reduce' },
  { colorScheme: 'dark', forcedColors: 'none', reducedMotion: 'reduce' },
  { colorScheme: 'dark', forcedColors: 'active', reducedMotion: 'reduce' },
] as const;

test('axe finds nothing on any screen, in light, in dark and in forced colours', { timeout: 120_000 }, async () => {
  const { app, page, folder } = await startApp(withRecents());
  const found: string[] = [];
  const look = async (screen: string) => {
    for (const media of looks) {
      await page.emulateMedia(media);
      const violations = await axeViolations(page);
      found.push(...violations.map((each) => `${screen}, ${media.colorScheme}, ${media.forcedColors}: ${each}`));
    }
  };

  await page.emulateMedia(looks[0]); // nothing is looked at while it is still coming in
  await page.getByText('Not found. Find it…').waitFor();
  await look('start with recent plans');
  const empty = path.join(folder, 'Empty.wresplan');
  fs.writeFileSync(empty, '');
  await willOpen(app, empty);
  await page.getByRole('button', { name: 'Open…' }).click();
  await told(page, 'What went wrong');
  await look('start with a message');
  await openSample(page);
  await look('overview');
  // Looked at once: the preview is the same on every page, and the most there is to look through.
  await choose(app, 'togglePreview');
  for (const screen of [
    'Plan details',
    'Introduction',
    /^Indicator 1/,
    'Whole plan',
    'Closing',
    'People',
    'Named points',
  ]) {
    await goTo(page, screen);
    await look(String(screen));
  }
  await goTo(page, /^Indicator 1/);
  await page
    .getByRole('button', { name: /^Rating of action/ })
    .first()
    .click();
  await page.getByRole('menu').waitFor();
  await look('a rating being chosen');
  await page.keyboard.press('Escape');
  await choose(app, 'export');
  await page.getByRole('heading', { name: 'Export to Word' }).waitFor();
  await look('export');
  for (const dialog of ['about', 'shortcuts', 'settings', 'guide', 'goTo', 'print']) {
    await choose(app, dialog);
    await page.getByRole('dialog').waitFor();
    await look(dialog);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  await choose(app, 'replace');
  await page.getByRole('textbox', { name: 'Find', exact: true }).fill('network');
  await page.getByRole('button', { name: /^Replace \d+ matches$/ }).waitFor();
  await look('find and replace');
  await page.keyboard.press('Escape');
  await choose(app, 'newPlan');
  await page.getByRole('radio', { name: 'Narrative and numbered actions' }).waitFor();
  await look('new plan');
  await page.getByRole('radio', { name: 'Last year’s plan' }).check();
  await page.getByText(/^Dates changed/).click();
  await page.getByText(/^Indicator 1: 31 March 2027/).waitFor();
  await look('from last year’s plan');
  expect(found).toEqual([]);
});

test('in a narrow window nothing is cut off sideways, and everything can still be reached', async () => {
  const { app, page } = await startApp();
  await openSample(page);
  for (const width of [1_100, 800, 640, 360]) {
    await resize(app, width, 700);
    await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(width);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(over, `${width} px`).toBeLessThanOrEqual(0);
    expect(await axeViolations(page), `${width} px`).toEqual([]);
  }
  await choose(app, 'togglePreview');
  await page.getByRole('heading', { name: 'Word preview', level: 1 }).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Back to the page' }).click();
  await page.getByLabel('Go to').selectOption({ label: 'Closing' });
  await page.getByRole('heading', { name: 'Closing', level: 1 }).waitFor();
});

async function goTo(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('navigation', { name: 'Contents' }).getByRole('button', { name }).click();
  await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
}

/** A profile that knows a plan which is not there any more, with edits that never reached its file. */
function withRecents(): string {
  const folder = freshFolder();
  const recents = [
    {
      id: '01999999-0000-7000-8000-000000000001',
      path: path.join(folder, 'Draft for network.wresplan'),
      title: 'Draft for network',
      trust: 'Northvale',
      openedAt: '2026-10-01T09:00:00.000Z',
      unsaved: { code: 'target-read-only', details: { file: 'Draft for network.wresplan', folder } },
    },
  ];
  fs.mkdirSync(path.join(folder, 'profile'), { recursive: true });
  fs.writeFileSync(path.join(folder, 'profile', 'settings.json'), JSON.stringify({ recents }));
  return folder;
}
