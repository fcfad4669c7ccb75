import fs from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { expect, onTestFinished, test, vi } from 'vitest';
import { freshFolder, openSample, startApp } from '../support/app.ts';

test('a misspelt word is marked, and its menu has what was meant', async () => {
  const { app, page, faults } = await startApp();
  await type(page, 'We recieve reports on disaggregated Datix data about minoritised staff');
  const items = await menuOn(app, page, 'recieve');
  expect(items[0]).toBe('receive');
  expect(items.slice(items.indexOf('&Add “recieve” to dictionary'))).toEqual([
    '&Add “recieve” to dictionary',
    'Cu&t',
    '&Copy',
    '&Paste',
    'Paste &without formatting',
    'Select &all',
  ]);
  for (const right of ['disaggregated', 'Datix', 'minoritised']) {
    expect(await isMarked(app, page, right), right).toBe(false);
  }
  await menuOn(app, page, 'recieve');
  await choose(app, 'receive');
  await expect.poll(() => field(page).inputValue()).toContain('We receive reports');
  expect(faults).toEqual([]);
});

test('British spellings are right and American ones are not', async () => {
  const { app, page } = await startApp();
  await type(page, 'organise organize colour color programme');
  expect(await menuOn(app, page, 'color')).toContain('colour');
  expect(await menuOn(app, page, 'organize')).toContain('organise');
  for (const right of ['organise', 'colour', 'programme']) {
    expect(await isMarked(app, page, right), right).toBe(false);
  }
});

test('the Menu key opens the same menu at the caret', async () => {
  const { app, page } = await startApp();
  await type(page, 'We recieve');
  await menuOn(app, page, 'recieve');
  await keepMenus(app);
  await page.mouse.move(5, 5);
  await field(page).evaluate((area) => (area as HTMLTextAreaElement).setSelectionRange(5, 5));
  await page.keyboard.press('ContextMenu');
  await expect.poll(() => menu(app)).toContain('receive');
  const { x = 0, y = 0 } = await app.evaluate(() => Reflect.get(globalThis, 'contextMenuAt') as Electron.PopupOptions);
  expect(x).toBeGreaterThan(5);
  expect(x).toBeLessThan(150);
  expect(y).toBeLessThan(60);
});

test('an added word is right from then on, also after the next start', async () => {
  const { app, page, folder, close } = await startApp();
  await type(page, 'Xanthorby and Quibblewick');
  await menuOn(app, page, 'Xanthorby');
  await choose(app, '&Add “Xanthorby” to dictionary');
  await close();

  const again = await startApp(folder);
  await type(again.page, 'Xanthorby and Quibblewick');
  await expect.poll(() => isMarked(again.app, again.page, 'Quibblewick')).toBe(true);
  await expect.poll(() => isMarked(again.app, again.page, 'Xanthorby')).toBe(false);
  expect(fs.readFileSync(path.join(folder, 'profile/own-words.txt'), 'utf8')).toBe('Xanthorby\n');
});

test("the plan's names are right while it is open, and only then", async () => {
  const words = "Northvale NORTHVALE Northvale's Northvale’s";
  const { app, page, folder, close } = await startApp();
  await openSample(page);
  const accepted = (from = app) =>
    from.evaluate(({ session }) => session.defaultSession.listWordsInSpellCheckerDictionary());
  await expect.poll(() => accepted()).toContain('Northvale');
  await type(page, words);
  for (const name of words.split(' ')) expect.soft(await isMarked(app, page, name), name).toBe(false);
  await close();

  const again = await startApp(folder);
  expect(await accepted(again.app)).toEqual([]);
  await type(again.page, words);
  for (const name of words.split(' ')) expect.soft(await isMarked(again.app, again.page, name), name).toBe(true);
});

test('an apostrophe is right whether it is typed straight or curly', async () => {
  const { app, page } = await startApp();
  await type(page, "Trust's Trust’s don't don’t staff’s");
  for (const right of ["Trust's", 'Trust’s', "don't", 'don’t', 'staff’s']) {
    expect.soft(await isMarked(app, page, right), right).toBe(false);
  }
});

test('no dictionary is ever asked for over the network, whatever the language of the computer', async () => {
  const folder = freshFolder();
  const log = path.join(folder, 'net.json');
  vi.stubEnv('LANGUAGE', 'de');
  onTestFinished(() => void vi.unstubAllEnvs());
  const { app, page, close } = await startApp(folder, `--log-net-log=${log}`, '--lang=de');
  await type(page, 'We recieve');
  expect(await menuOn(app, page, 'recieve')).toContain('receive');
  await close();
  expect(requests(log)).toEqual([]);
  expect(fs.readdirSync(path.join(folder, 'profile/Dictionaries'))).toEqual(['en-GB-10-1.bdic']);
});

test('the same record of the network would show it', async () => {
  const folder = freshFolder();
  const log = path.join(folder, 'net.json');
  const { app, close } = await startApp(folder, `--log-net-log=${log}`);
  await app.evaluate(
    ({ session }) =>
      new Promise<void>((resolve) => {
        session.defaultSession.once('spellcheck-dictionary-download-failure', () => resolve());
        session.defaultSession.setSpellCheckerLanguages(['fr']);
      }),
  );
  await close();
  expect(requests(log).join()).toContain('fr');
});

/** What the field holds after all that is asked about: when it is marked, all before it has been looked at. */
const end = 'zzzqx';

/** Types into a field of the page, and waits until Chromium has checked what was typed. */
async function type(page: Page, text: string): Promise<void> {
  await page.evaluate(() => {
    const area = document.createElement('textarea');
    area.setAttribute('aria-label', 'Spelling');
    area.style = 'position: fixed; inset: 0; z-index: 9999; font: 16px monospace; white-space: pre';
    document.body.append(area);
    area.focus();
  });
  await page.keyboard.type(`${text} ${end} `);
}

/** The labels of the menu that a right click on a word of the field opens. */
async function menuOn(app: ElectronApplication, page: Page, word: string): Promise<string[]> {
  await expect.poll(() => openMenu(app, page, end)).toContain(`&Add “${end}” to dictionary`);
  return openMenu(app, page, word);
}

async function isMarked(app: ElectronApplication, page: Page, word: string): Promise<boolean> {
  return (await menuOn(app, page, word)).includes(`&Add “${word}” to dictionary`);
}

async function openMenu(app: ElectronApplication, page: Page, word: string): Promise<string[]> {
  await keepMenus(app);
  const place = await field(page).evaluate((area, sought) => {
    const pen = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
    const { font, paddingLeft, paddingTop } = getComputedStyle(area);
    pen.font = font;
    const from = (area as HTMLTextAreaElement).value.indexOf(sought) + sought.length / 2;
    return {
      x: Number.parseFloat(paddingLeft) + from * pen.measureText('m').width,
      y: Number.parseFloat(paddingTop) + 8,
    };
  }, word);
  await field(page).click({ button: 'right', position: place });
  await expect.poll(() => menu(app)).toBeDefined();
  return (await menu(app)) ?? [];
}

/** A native menu would take the keyboard of the whole display: it is kept, not opened. */
async function keepMenus(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ Menu }) => {
    Reflect.deleteProperty(globalThis, 'contextMenu');
    Menu.prototype.popup = function (options) {
      Reflect.set(globalThis, 'contextMenu', this);
      Reflect.set(globalThis, 'contextMenuAt', { x: options?.x, y: options?.y });
    };
  });
}

/** The labels of the menu that was asked for since, if one was. */
function menu(app: ElectronApplication): Promise<string[] | undefined> {
  return app.evaluate(() => {
    const kept = Reflect.get(globalThis, 'contextMenu') as Electron.Menu | undefined;
    return kept?.items.filter(({ type }) => type !== 'separator').map(({ label }) => label);
  });
}

/** Chooses from the menu that was opened last. */
async function choose(app: ElectronApplication, label: string): Promise<void> {
  await app.evaluate((_, sought) => {
    const menu = Reflect.get(globalThis, 'contextMenu') as Electron.Menu;
    menu.items.find((item) => item.label === sought)?.click();
  }, label);
}

function field(page: Page) {
  return page.getByLabel('Spelling', { exact: true });
}

/** The addresses that Chromium asked for, but the app's own, from the log that it keeps of its network. */
function requests(log: string): string[] {
  const addresses = [...fs.readFileSync(log, 'utf8').matchAll(/"url":"([^"]+)"/g)].map(([, address]) => address ?? '');
  return [...new Set(addresses)].filter((address) => !/^(app|data|devtools):/.test(address));
}
