import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readPlan, writePlan } from '../../electron/plan-file/exchange.ts';
import { newId } from '../../shared/id.ts';
import { parsePlanJson } from '../../shared/plan/json.ts';
import {
  allSaved,
  choose,
  freshFolder,
  openSample,
  saveNow,
  startApp,
  told,
  willOpen,
  willSaveAs,
} from '../support/app.ts';
import { fallSilent } from '../support/fall-silent.ts';

const sample = fs.readFileSync(path.resolve(import.meta.dirname, '../../assets/sample-plan.json'), 'utf8');

test('a rating is set, taken back, put back, and can still be taken back after closing', async () => {
  const { folder, file } = await planOnDisk();
  const first = await startApp(folder, file);
  await first.page
    .getByRole('navigation')
    .getByRole('button', { name: /^Indicator 1/ })
    .click();
  const rating = (page = first.page) => page.getByRole('button', { name: /^Rating of Indicator 1:/ });
  const was = await rating().innerText();
  const [, indicator] = ((await rating().getAttribute('data-place')) as string).split('/');
  await first.page.evaluate(
    ([record, value]) =>
      window.wres.edit({ label: 'Date it', changes: [{ kind: 'indicator', record, field: 'due', value }] }),
    [indicator, { text: 'Q2', date: '2026-09-30' }] as const,
  );
  await rating().click();
  await first.page.getByRole('menuitem', { name: /^Red/ }).click();
  await expect.poll(() => rating().innerText()).toBe('Red');
  // An edit that the page had not heard of came in with its own.
  await expect.poll(() => first.page.getByLabel('Due date of Indicator 1').inputValue()).toBe('Q2');
  await choose(first.app, 'undo');
  await expect.poll(() => rating().innerText()).toBe(was);
  await choose(first.app, 'redo');
  await expect.poll(() => rating().innerText()).toBe('Red');
  await allSaved(first.page);
  await first.close();
  expect((await readPlan(file)).indicators[0]?.rating).toBe('R');

  const again = await startApp(folder, file);
  const undo = again.page.getByRole('banner').getByRole('button', { name: /^Undo: / });
  await expect.poll(() => undo.getAttribute('aria-label')).toContain('rating of Indicator 1');
  await undo.click();
  await again.page
    .getByRole('navigation')
    .getByRole('button', { name: /^Indicator 1/ })
    .click();
  await expect.poll(() => rating(again.page).innerText()).toBe(was);
  expect(again.faults).toEqual([]);
});

test('a date is typed as people write it, shows the day that it means, and is sent when the window closes', async () => {
  const { folder, file } = await planOnDisk();
  const { page, close } = await startApp(folder, file);
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /^Indicator 1/ })
    .click();
  const due = page.getByLabel('Due date of Indicator 1');
  await due.fill('Q2');
  await due.locator('..').getByText('30 September 2026').waitFor();
  await close();
  expect((await readPlan(file)).indicators[0]?.due).toEqual({ text: 'Q2', date: '2026-09-30' });
});

test('a plan whose place does not answer closes all the same, and the next start tells', async () => {
  const { folder, file } = await planOnDisk();
  const first = await startApp(folder, file);
  const answer = fallSilent(file);
  await first.page
    .getByRole('navigation')
    .getByRole('button', { name: /^Indicator 1/ })
    .click();
  await first.page.getByLabel('Due date of Indicator 1').fill('Q2');
  await first.page.keyboard.press('Enter');
  await choose(first.app, 'publish');
  const header = first.page.getByRole('banner');
  await header.getByText('Not saved to file: its drive does not answer').click();
  await told(first.page, 'What went wrong', 'go into the file by themselves');
  const copy = path.join(folder, 'Copy.wresplan');
  await willSaveAs(first.app, copy);
  await first.page.getByRole('button', { name: 'Save a copy…' }).click();
  await told(first.page, 'Done');
  expect((await readPlan(copy)).indicators[0]?.due?.text).toBe('Q2');
  const begun = performance.now();
  await first.close();
  expect(performance.now() - begun).toBeLessThan(5_000);
  await answer();
  expect((await readPlan(file)).indicators[0]?.due?.text).not.toBe('Q2');

  const again = await startApp(folder);
  await again.page.getByText('Your newest edits are on this computer only.').waitFor();
  await again.page.getByRole('button', { name: /Your newest edits/ }).click();
  await again.page.getByRole('navigation', { name: 'Contents' }).waitFor();
  await allSaved(again.page);
  expect((await readPlan(file)).indicators[0]?.due?.text).toBe('Q2');
});

test('a plan opens as it was left: its page, how far down, what was open, and the round with its filter', async () => {
  const { folder, file } = await planOnDisk();
  const first = await startApp(folder, file);
  await first.page
    .getByRole('navigation')
    .getByRole('button', { name: /^Indicator 2/ })
    .click();
  await first.page.locator('[data-summary]').first().click();
  await first.page.getByLabel('Text of action 6').waitFor();
  await first.page.evaluate(() => document.querySelector('#page')?.scrollTo(0, 300));
  await first.close();

  const { app, page, close } = await startApp(folder);
  const recent = page.getByRole('listitem').getByRole('button', { name: /Northvale 26-27\.wresplan/ });
  await recent.click();
  await page.getByRole('heading', { level: 1, name: 'Indicator 2' }).waitFor();
  await page.getByLabel('Text of action 6').waitFor();
  await expect.poll(() => page.evaluate(() => document.querySelector('#page')?.scrollTop)).toBe(300);
  await expect.poll(() => page.locator('[data-summary][aria-expanded=true]').count()).toBe(1);

  await choose(app, 'round');
  await page.getByLabel('Words in the action, its leads or its latest update').fill('mentor');
  await page.getByRole('gridcell').nth(2).click();
  const shown = await page.getByRole('grid').getAttribute('aria-rowcount');
  await choose(app, 'closePlan');
  await recent.click();
  await page.getByRole('grid').waitFor();
  await expect.poll(() => page.getByRole('grid').getAttribute('aria-rowcount')).toBe(shown);
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-column'))).toBe('2');

  // What another version wrote down, and this one does not know, is its overview again.
  await close();
  const settings = path.join(folder, 'profile', 'settings.json');
  fs.writeFileSync(settings, fs.readFileSync(settings, 'utf8').replace('"page": "round"', '"page": "attic"'));
  const again = await startApp(folder, file);
  await again.page.locator('nav [aria-current=page]', { hasText: 'Overview' }).waitFor();
  expect(again.faults).toEqual([]);
});

test('recent plans are kept and pinned, missing ones are marked, found again and taken off the list', async () => {
  const { folder, file } = await planOnDisk();
  const other = path.join(folder, 'Other.wresplan');
  fs.copyFileSync(file, other);
  const first = await startApp(folder, file);
  await first.page.getByRole('navigation', { name: 'Contents' }).waitFor();
  await first.close();
  const moved = path.join(folder, 'Moved.wresplan');
  fs.renameSync(file, moved);

  const { app, page } = await startApp(folder);
  await willOpen(app, moved);
  await page.getByRole('button', { name: /Not found\. Find it…/ }).click();
  await page.getByRole('navigation', { name: 'Contents' }).waitFor();
  await choose(app, 'closePlan');
  const list = page.getByRole('listitem');
  await expect.poll(() => list.count()).toBe(1);
  await expect.poll(() => list.innerText()).toContain('Moved.wresplan');

  const pin = list.filter({ hasText: 'Moved.wresplan' }).getByRole('button', { name: /^Pin .* to the top$/ });
  await pin.press('Enter');
  await expect.poll(() => pin.getAttribute('aria-pressed')).toBe('true');
  await willOpen(app, other);
  await choose(app, 'open');
  await page.getByRole('button', { name: 'Open it by itself' }).click();
  await page.getByRole('navigation', { name: 'Contents' }).waitFor();
  await choose(app, 'closePlan');
  await expect.poll(() => list.allInnerTexts()).toEqual([/Moved/, /Other/].map((name) => expect.stringMatching(name)));
  await pin.press('Enter');
  await expect.poll(() => list.allInnerTexts()).toEqual([/Other/, /Moved/].map((name) => expect.stringMatching(name)));
  await expect.poll(() => pin.evaluate((button) => button === document.activeElement)).toBe(true);
  await page
    .getByRole('button', { name: /^Remove .* from this list$/ })
    .first()
    .click();
  await expect.poll(() => list.count()).toBe(1);
  await page.getByRole('button', { name: /^Remove .* from this list$/ }).click();
  await page.getByText('Plans that you open are listed here.').waitFor();
});

test('the sample keeps what was tried on it, and stays out of the recent plans', async () => {
  const { app, page } = await startApp();
  await openSample(page);
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /^Indicator 2/ })
    .click();
  await page.getByLabel('Due date of Indicator 2').fill('Mar 27');
  await page.keyboard.press('Enter');
  await saveNow(app, page);
  await choose(app, 'closePlan');
  await page.getByText('Plans that you open are listed here.').waitFor();
  await openSample(page);
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /^Indicator 2/ })
    .click();
  await expect.poll(() => page.getByLabel('Due date of Indicator 2').inputValue()).toBe('Mar 27');
});

async function planOnDisk(): Promise<{ folder: string; file: string }> {
  const folder = freshFolder();
  const file = path.join(folder, 'Northvale 26-27.wresplan');
  await writePlan(file, parsePlanJson(sample, newId), { now: () => new Date() });
  return { folder, file };
}
