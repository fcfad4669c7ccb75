import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import electron from 'electron';
import { expect, test } from 'vitest';
import { writePlan } from '../../electron/plan-file/exchange.ts';
import { newId } from '../../shared/id.ts';
import { parsePlanJson } from '../../shared/plan/json.ts';
import { appArguments, choose, drop, freshFolder, launchOptions, openSample, startApp, told } from '../support/app.ts';
import { rawDocx, rawTable } from '../support/raw-docx.ts';

const sample = fs.readFileSync(path.resolve(import.meta.dirname, '../../assets/sample-plan.json'), 'utf8');

test('a second start hands its file to the window that is open', async () => {
  const { app, page, folder } = await startApp();
  const file = path.join(folder, 'Second & last.wresplan');
  await writePlan(file, parsePlanJson(sample, newId), { now: () => new Date() });
  await startAgain(folder, file);
  await page.getByRole('navigation', { name: 'Contents' }).waitFor();
  await expect.poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);

  await expect.poll(() => notesIn(folder)).toHaveLength(1);

  const letter = path.join(folder, 'Letter.docx');
  fs.writeFileSync(letter, 'PK');
  await startAgain(folder, letter);
  await told(page, 'What went wrong', /Letter\.docx is not a WRES Planner plan/);
  await page.getByRole('navigation', { name: 'Contents' }).waitFor();
});

test('a plan dropped on the window opens, and anything else is declined in words', async () => {
  const { page, folder } = await startApp();
  const temporary = path.join(folder, 'temp');
  const file = path.join(temporary, 'Dropped.wresplan');
  await writePlan(file, parsePlanJson(sample, newId), { now: () => new Date() });
  const letter = path.join(folder, 'Letter.txt');
  fs.writeFileSync(letter, 'Dear colleague');
  await drop(page, letter);
  await told(page, 'What went wrong', /Letter\.txt is not a WRES Planner plan/);
  const word = path.join(folder, 'Plan.docx');
  const rows = [
    ['Action', 'Lead'],
    ['Offer places', 'Head of OD'],
  ];
  fs.writeFileSync(word, rawDocx(rawTable(rows)));
  await drop(page, word);
  await page.getByRole('heading', { name: 'Bring in Plan.docx' }).waitFor();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await drop(page, file);
  await page.getByRole('navigation', { name: 'Contents' }).waitFor();
  expect(page.url()).toBe('app://wres-planner/');
  expect(notesIn(temporary)).toEqual([]);
});

/** What says in a folder that a plan is open. */
function notesIn(folder: string): string[] {
  return fs.readdirSync(folder).filter((name) => name.endsWith('.open'));
}

test('the window, its panes, the zoom and the theme are as they were left', async () => {
  const folder = freshFolder();
  const first = await startApp(folder);
  await openSample(first.page);
  await first.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 40, y: 30, width: 1_300, height: 800 }),
  );
  await choose(first.app, 'zoomIn');
  await choose(first.app, 'togglePreview');
  await first.page.getByRole('complementary').waitFor({ state: 'detached' });
  const divider = first.page.getByRole('separator', { name: 'Width of the contents' });
  await divider.focus();
  await divider.press('ArrowRight');
  await choose(first.app, 'settings');
  await first.page.getByRole('radio', { name: 'Dark' }).check();
  await expect.poll(() => settings(folder).theme).toBe('dark');
  await first.close();

  const again = await startApp(folder);
  const place = await again.app.evaluate(({ BrowserWindow, nativeTheme }) => {
    const [window] = BrowserWindow.getAllWindows();
    return { ...window?.getBounds(), zoom: window?.webContents.getZoomFactor(), theme: nativeTheme.themeSource };
  });
  expect(place).toMatchObject({ x: 40, y: 30, width: 1_300, height: 800, theme: 'dark' });
  expect(place.zoom).toBeCloseTo(1.1);
  await openSample(again.page);
  await expect.poll(() => again.page.getByRole('complementary').count()).toBe(0);
  const width = again.page.getByRole('separator', { name: 'Width of the contents' });
  await expect.poll(() => width.getAttribute('aria-valuenow')).toBe('256');
});

test('a window left on a screen that is gone comes back on one that is there', async () => {
  const folder = freshFolder();
  const window = { x: 9_000, y: -4_000, width: 5_000, height: 3_000, maximised: false };
  fs.mkdirSync(path.join(folder, 'profile'));
  fs.writeFileSync(path.join(folder, 'profile', 'settings.json'), JSON.stringify({ window }));
  const { app } = await startApp(folder);
  const { bounds, area } = await app.evaluate(({ BrowserWindow, screen }) => ({
    bounds: BrowserWindow.getAllWindows()[0]?.getBounds() ?? { x: 0, y: 0, width: 0, height: 0 },
    area: screen.getPrimaryDisplay().workArea,
  }));
  expect(bounds.x).toBeGreaterThanOrEqual(area.x);
  expect(bounds.y).toBeGreaterThanOrEqual(area.y);
  expect(bounds.x + bounds.width).toBeLessThanOrEqual(area.x + area.width);
  expect(bounds.y + bounds.height).toBeLessThanOrEqual(area.y + area.height);
});

test('settings that are no settings do not keep the app from starting', async () => {
  const folder = freshFolder();
  fs.mkdirSync(path.join(folder, 'profile'));
  fs.writeFileSync(
    path.join(folder, 'profile', 'settings.json'),
    '{"window": {"x": "left"}, "zoom": "huge", "recents": [1',
  );
  const { page } = await startApp(folder);
  await page.getByText('Plans that you open are listed here.').waitFor();
});

test('the details for IT name versions, and nothing of the plan', async () => {
  const { app, page } = await startApp();
  await openSample(page);
  await page.evaluate(() =>
    window.wres.reportFault({ name: 'Test', message: 'Northvale', stack: 'Northvale\n    at here' }),
  );
  await choose(app, 'copyDetails');
  await told(page, 'Done');
  const details = await app.evaluate(({ clipboard }) => clipboard.readText());
  expect(details).toMatch(/^WRES Planner \d/);
  expect(details).toContain('Chromium');
  expect(details).toContain('at here');
  expect(details).not.toContain('Northvale');
});

async function startAgain(folder: string, file: string): Promise<void> {
  const { cwd, env } = launchOptions(folder);
  const second = spawn(electron as unknown as string, appArguments(folder, [file]), { cwd, env, stdio: 'ignore' });
  const [code] = await once(second, 'exit');
  expect(code).toBe(0);
}

/** Drops a real file: it comes from a file field, whose files have their path as those of a drag have. */
function settings(folder: string): { theme?: string } {
  return JSON.parse(fs.readFileSync(path.join(folder, 'profile', 'settings.json'), 'utf8'));
}
