import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import axe from 'axe-core';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { keepAnswers } from './keep-answers.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** The app in a real window, with a profile and a folder of documents of its own. */
export interface RunningApp {
  app: ElectronApplication;
  page: Page;
  /** Where this test keeps its files; not a temporary folder in the app's eyes. */
  folder: string;
  /** What went wrong in the page: it must stay empty. */
  faults: string[];
  /** Closes the window as a person would, and waits until the app has ended. */
  close(): Promise<void>;
}

/** A folder for one test, gone when the test is over. */
export function freshFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'wres-planner-e2e-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Starts the built app on the profile in `folder`. Electron comes from scripts/with-electron.mjs. */
export async function startApp(folder = freshFolder(), ...args: string[]): Promise<RunningApp> {
  const app = await _electron.launch({ ...launchOptions(folder), args: appArguments(folder, args) });
  keepAnswers(app);
  const page = await app.firstWindow();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  let open = true;
  app.on('close', () => {
    open = false;
  });
  const close = async () => {
    if (!open) return;
    const closed = app.waitForEvent('close');
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await closed;
  };
  onTestFinished(async () => {
    if (open) await app.close();
  });
  await page.getByRole('heading', { level: 1 }).waitFor();
  return { app, page, folder, faults, close };
}

/** What Electron is started with: the app's folder, its own profile, and what the person would type or click. */
export function appArguments(folder: string, args: string[]): string[] {
  const flags = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return [...flags, root, `--user-data-dir=${path.join(folder, 'profile')}`, ...args];
}

export function launchOptions(folder: string) {
  const temp = path.join(folder, 'temp');
  fs.mkdirSync(temp, { recursive: true });
  return { cwd: root, env: { ...(process.env as Record<string, string>), TMPDIR: temp, TEMP: temp, TMP: temp } };
}

/** Opens the sample plan from the start screen. */
export async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Look around with the sample plan' }).click();
  await page.getByRole('navigation', { name: 'Contents' }).waitFor();
}

/** The next native dialog to save answers with this path, as if the person had chosen it. */
export async function willSaveAs(app: ElectronApplication, file: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, file);
}

/** The next native dialog to open answers with this path. */
export async function willOpen(app: ElectronApplication, file: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] });
  }, file);
}

/** Chooses a command of the menu, as its click would, once it is to be had. */
export async function choose(app: ElectronApplication, id: string): Promise<void> {
  const clicked = () =>
    app.evaluate(({ Menu }, command) => {
      const item = Menu.getApplicationMenu()?.getMenuItemById(command);
      if (!item?.enabled) return false;
      item.click();
      return true;
    }, id);
  // Not by `expect`: the pictures of the guide are taken outside a test.
  const until = Date.now() + 15_000;
  while (!(await clicked())) {
    if (Date.now() > until) throw new Error(`${id} is not to be had.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Drops a file on the window. */
export async function drop(page: Page, file: string): Promise<void> {
  await page.evaluate(() => {
    const field = Object.assign(document.createElement('input'), { type: 'file', id: 'dropped' });
    document.body.append(field);
  });
  await page.locator('#dropped').setInputFiles(file);
  await page.evaluate(() => {
    const field = document.querySelector<HTMLInputElement>('#dropped');
    const carried = new DataTransfer();
    for (const each of field?.files ?? []) carried.items.add(each);
    document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: carried }));
    field?.remove();
  });
}

/** Sets the size of the window's page, in pixels. */
export async function resize(app: ElectronApplication, width: number, height: number): Promise<void> {
  await app.evaluate(({ BrowserWindow }, [w, h]) => BrowserWindow.getAllWindows()[0]?.setContentSize(w, h), [
    width,
    height,
  ] as const);
}

interface AxeOptions {
  /** Selects what is not looked at. */
  but?: string[];
  /** The only rules to go by. */
  rules?: string[];
}

/** What axe finds wrong with what is on the screen: WCAG 2.2 A and AA, and its own best practices. */
export async function axeViolations(page: Page, { but = [], rules }: AxeOptions = {}): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  // A look that was just switched to comes a moment later, from the app as from the browser.
  await page.waitForFunction(() => {
    const dark = matchMedia('(prefers-color-scheme: dark)').matches;
    const look = document.documentElement.getAttribute('data-mantine-color-scheme');
    return look === null || look === (dark ? 'dark' : 'light');
  });
  const { violations } = await page.evaluate(
    ([exclude, runOnly]) =>
      (window as unknown as { axe: typeof axe }).axe.run(
        { exclude },
        { resultTypes: ['violations'], ...(runOnly && { runOnly }) },
      ),
    [but, rules] as const,
  );
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html}\n${failureSummary}`).join('\n')}`,
  );
}

/** Waits until what the app has to tell is on the screen, with some words among others, and gives all of them. */
export async function told(
  page: Page,
  name: 'What went wrong' | 'Done' | 'Exported',
  words: string | RegExp = '',
): Promise<string> {
  const notice = page.getByRole('region', { name }).filter({ hasText: words });
  await notice.waitFor();
  return notice.innerText();
}

/** Has the person's file written now, and not after two seconds of quiet as it is by itself. */
export async function saveNow(app: ElectronApplication, page: Page): Promise<void> {
  await choose(app, 'publish');
  await allSaved(page);
}

/** The header says that the person's file has everything. */
export async function allSaved(page: Page): Promise<void> {
  await page.getByRole('banner').getByText('All changes saved').waitFor();
  expect(await page.getByRole('banner').getByText('Not saved to file').count()).toBe(0);
}
