import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { axeViolations, choose, freshFolder, openSample, resize, startApp } from '../support/app.ts';
import { planForScreens, recentsIn, walkThroughScreens } from '../support/screens.ts';

const looks = [
  { colorScheme: 'light', forcedColors: 'none', reducedMotion: 'reduce' },
  { colorScheme: 'dark', forcedColors: 'none', reducedMotion: 'reduce' },
  { colorScheme: 'dark', forcedColors: 'active', reducedMotion: 'reduce' },
] as const;

test('axe finds nothing on any screen, in light, in dark and in forced colours; Tab comes to all that can be pressed or written in, and nothing is cut off at 320 pixels', {
  timeout: 240_000,
}, async () => {
  const { running, file } = await knownPlan();
  const { page, faults } = running;
  const found: string[] = [];
  await page.emulateMedia(looks[0]); // nothing is looked at while it is still coming in
  await narrow(page, 1280);
  await walkThroughScreens(running, file, async (screen) => {
    const find = (all: string[], what: string) => found.push(...all.map((each) => `${screen}, ${what}: ${each}`));
    // The preview is the same on every page, and the most there is to look through.
    const but = /^(overview|preview-\d)$/.test(screen) ? [] : ['[data-paper]'];
    for (const media of looks) {
      await page.emulateMedia(media);
      await page.locator(`html[data-mantine-color-scheme="${media.colorScheme}"]`).waitFor();
      // What is not of colours is the same in each.
      const options = media === looks[0] ? { but } : { but, rules: ['color-contrast', 'link-in-text-block'] };
      find(await axeViolations(page, options), `${media.colorScheme}, ${media.forcedColors}`);
    }
    await page.emulateMedia(looks[0]);
    if (!notByTab.test(screen)) find(await outOfReach(page), 'Tab');
    // A window of 640 pixels at 200 % is as wide as 320.
    for (const width of [640, 320]) {
      await narrow(page, width);
      find(await cutOff(page), `${width} px`);
    }
    await narrow(page, 1280);
  });
  expect(found).toEqual([]);
  expect(faults).toEqual([]);
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

/** An app that knows the plans of `recentsIn`, and the plan that the walk opens. */
async function knownPlan() {
  const folder = freshFolder();
  fs.mkdirSync(path.join(folder, 'profile'), { recursive: true });
  fs.writeFileSync(path.join(folder, 'profile', 'settings.json'), JSON.stringify({ recents: recentsIn(folder) }));
  const file = path.join(folder, 'EDI', 'Northvale 26-27.wresplan');
  fs.mkdirSync(path.dirname(file));
  await planForScreens(file);
  return { running: await startApp(folder), file };
}

/** Screens that are gone about in by arrow keys alone, or that hold what another holds. */
const notByTab = /^(action-.*|preview-.*|round-(filtered|many)|start-broken-file|export-done)$/;

/**
 * Goes round the screen by Tab. Gives what can be pressed or written in and was not come to, what does not show that it
 * has the keyboard, and what was changed on the way.
 */
async function outOfReach(page: Page): Promise<string[]> {
  const undo = page.getByRole('banner').getByRole('button', { name: /^(Undo: |Nothing to undo)/ });
  const before = (await undo.count()) > 0 ? await undo.getAttribute('aria-label') : null;
  await page.evaluate(() => {
    const controls = 'a[href], button, input, select, textarea, summary, [contenteditable="true"], [tabindex="0"]';
    const look = (element: Element) =>
      [element, element.parentElement, element.parentElement?.parentElement].map((each) => {
        const style = each && getComputedStyle(each);
        return style && [style.outline, style.boxShadow, style.borderColor, style.background, style.top].join();
      });
    const scope = [...document.querySelectorAll('dialog[open], [role="dialog"]')].at(-1) ?? document.body;
    const radios = new Set<string>();
    const wanted = new Set(
      [...scope.querySelectorAll<HTMLElement>(controls)].filter((element) => {
        if (element.tabIndex < 0 || element.matches(':disabled') || element.closest('[inert]')) return false;
        if (!element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: false })) return false;
        // Of radios that belong together Tab comes to one.
        if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true;
        if (radios.has(element.name)) return false;
        const group = [...scope.querySelectorAll<HTMLInputElement>(`[name="${element.name}"]`)];
        if (group.some((each) => each.checked) && !element.checked) return false;
        radios.add(element.name);
        return true;
      }),
    );
    const focused = new Map<HTMLElement, string>();
    const nameOf = (element: Element) =>
      `${element.tagName.toLowerCase()} “${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 60)}”`;
    const seen = ({ target }: { target: EventTarget | null }) => {
      if (!(target instanceof HTMLElement) || target.tabIndex < 0) return;
      wanted.delete(target);
      focused.set(target, JSON.stringify(look(target)));
    };
    seen({ target: document.activeElement });
    document.addEventListener('focusin', seen);
    Object.assign(window, {
      tour: {
        end() {
          document.removeEventListener('focusin', seen);
          const same = [...focused].filter(
            ([element, its]) =>
              element.isConnected && element !== document.activeElement && JSON.stringify(look(element)) === its,
          );
          return [
            ...[...wanted].map((element) => nameOf(element)),
            ...same.map(([element]) => `${nameOf(element)} so that it is seen`),
          ];
        },
        left: () => wanted.size,
      },
    });
  });
  const tour = () => page.evaluate(() => (window as unknown as { tour: { left(): number } }).tour.left());
  for (let round = 0; round < 12 && (await tour()) > 0; round += 1) {
    for (let step = 0; step < 20; step += 1) await page.keyboard.press('Tab');
  }
  const left = await page.evaluate(() => (window as unknown as { tour: { end(): string[] } }).tour.end());
  const after = (await undo.count()) > 0 ? await undo.getAttribute('aria-label') : null;
  return after === before ? left : [...left, `the end without an edit: ${after}`];
}

async function narrow(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 720 });
  await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(width);
}

/** What stands beyond the sides of the window, where nothing scrolls to it. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      element !== document.documentElement &&
      (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
    const texts = document.querySelectorAll('button, input, select, textarea, summary, h1, h2, h3, p, label, dt, dd');
    const beyond = [...texts].filter((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      const isThere = width > 1 && element.checkVisibility({ visibilityProperty: true });
      return isThere && (right > window.innerWidth + 1 || left < -1) && !scrolls(element.parentElement);
    });
    const wide = document.documentElement.scrollWidth > window.innerWidth ? ['the whole page scrolls sideways'] : [];
    return [...wide, ...beyond.map((element) => `${element.tagName} “${element.textContent?.trim().slice(0, 60)}”`)];
  });
}
