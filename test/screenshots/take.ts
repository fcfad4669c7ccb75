import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { _electron, type Page } from 'playwright-core';
import { appArguments, launchOptions, resize } from '../support/app.ts';
import { planForScreens, recentsIn, walkThroughScreens } from '../support/screens.ts';

const root = path.resolve(import.meta.dirname, '../..');
const sizes = [
  [1280, 720],
  [1920, 1080],
] as const;
/** The morning on which every picture is taken. */
const morning = new Date('2026-11-09T10:00:00Z');

/** All of them, to be looked at. */
const all = path.join(root, 'screenshots');
/** Those that the guide and the README show. */
const kept = path.join(root, 'assets/screenshots');
const shown = new Set(
  [path.join(root, 'README.md'), ...pagesOfGuide()].flatMap((file) =>
    [...fs.readFileSync(file, 'utf8').matchAll(/screenshots\/([a-z-]+)\.webp/g)].map(([, name]) => name),
  ),
);
const wanted = new Set(process.argv.slice(2));

// Not a temporary folder in the app's eyes, where no plan may lie.
const folder = fs.mkdtempSync(path.join(os.homedir(), 'WRES plans '));
try {
  await take();
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}

async function take(): Promise<void> {
  fs.mkdirSync(path.join(folder, 'profile'), { recursive: true });
  fs.writeFileSync(
    path.join(folder, 'profile', 'settings.json'),
    JSON.stringify({ author: 'EDI Manager', recents: recentsIn('/Shared drive/EDI') }),
  );
  const file = path.join(folder, 'EDI', 'Northvale 26-27.wresplan');
  fs.mkdirSync(path.dirname(file));
  await planForScreens(file, () => morning);

  const app = await _electron.launch({ ...launchOptions(folder), args: appArguments(folder, []) });
  try {
    const page = await app.firstWindow();
    page.setDefaultTimeout(10_000);
    await page.addInitScript(setClock, morning.getTime());
    await page.reload();
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    fs.mkdirSync(all, { recursive: true });
    await walkThroughScreens({ app, page, folder }, file, async (screen) => {
      if (wanted.size > 0 && !wanted.has(screen)) return;
      for (const [width, height] of sizes) {
        await resize(app, width, height);
        await page.waitForFunction((w) => window.innerWidth === w, width);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          await settled(page);
          if (width === 1280 && colorScheme === 'light' && shown.has(screen)) await keep(page, screen);
          const name = `${screen}-${width}${colorScheme === 'dark' ? '-dark' : ''}.png`;
          await page.screenshot({ path: path.join(all, name) });
        }
        await page.emulateMedia({ colorScheme: 'light' });
      }
      await resize(app, 1280, 720);
      await page.waitForFunction(() => window.innerWidth === 1280);
    });
  } finally {
    await app.close();
  }
}

/** As the guide shows it: small, without a caret. */
async function keep(page: Page, screen: string): Promise<void> {
  const style = await page.addStyleTag({ content: '* { caret-color: transparent !important }' });
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 50 });
  await session.detach();
  await style.evaluate((element) => (element as Element).remove());
  fs.writeFileSync(path.join(kept, `${screen}.webp`), Buffer.from(data, 'base64'));
}

function pagesOfGuide(): string[] {
  const guide = path.join(root, 'assets/guide');
  return fs.readdirSync(guide).map((file) => path.join(guide, file));
}

/** Moves the clock to that moment; it goes on from there. */
function setClock(moment: number): void {
  const offset = moment - Date.now();
  const now = Date.now.bind(Date);
  class Moved extends Date {
    constructor(...given: []) {
      if (given.length > 0) super(...given);
      else super(now() + offset);
    }
    static override now() {
      return now() + offset;
    }
  }
  globalThis.Date = Moved as DateConstructor;
}

/** Waits until nothing on the page has moved for a moment. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        let timer = setTimeout(done, 250);
        const observer = new MutationObserver(() => {
          clearTimeout(timer);
          timer = setTimeout(done, 250);
        });
        observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
        function done() {
          observer.disconnect();
          resolve();
        }
      }),
  );
}
