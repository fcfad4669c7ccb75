import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { readPlan } from '../../electron/plan-file/exchange.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { toPlainText } from '../../shared/plan/rich-text.ts';
import { axeViolations, startApp } from '../support/app.ts';
import { planIn, sampleOnDisk } from '../support/sample-on-disk.ts';

test('introduction and closing pages are written, put in order, moved and deleted', async () => {
  const { folder, file, plan } = await sampleOnDisk();
  const { page, close, faults } = await startApp(folder, file);
  const had = parts(plan);
  const now = async () => parts(await planIn(page));
  await goTo(page, 'Introduction');

  await page.getByRole('button', { name: 'Add a section' }).click();
  await heading(page);
  await page.keyboard.type('How this plan was made');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('With the networks.');
  const added = 'How this plan was made: With the networks.';
  await expect.poll(now).toEqual({ preface: [...had.preface, added], closing: had.closing });

  await page.keyboard.press('Alt+Shift+ArrowUp');
  const moved = [...had.preface.slice(0, -1), added, ...had.preface.slice(-1)];
  await expect.poll(now).toEqual({ preface: moved, closing: had.closing });
  await page.keyboard.press('Control+Enter');
  await heading(page);
  await expect.poll(now).toEqual({ preface: [...moved.slice(0, -1), ': ', ...moved.slice(-1)], closing: had.closing });
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press('Control+Shift+Delete');
  await expect.poll(now).toEqual({ preface: moved, closing: had.closing });

  await page.getByRole('button', { name: 'More for “How this plan was made”' }).click();
  await page.getByRole('menuitem', { name: 'Move to the closing pages' }).click();
  await expect.poll(now).toEqual({ preface: had.preface, closing: [...had.closing, added] });
  await close();
  expect(parts(await readPlan(file))).toEqual({ preface: had.preface, closing: [...had.closing, added] });
  expect(faults).toEqual([]);
});

function parts({ preface, closing }: Plan): Record<'preface' | 'closing', string[]> {
  const read = (sections: Plan['preface']) =>
    sections.map(({ heading = '', body }) => `${heading}: ${toPlainText(body)}`);
  return { preface: read(preface), closing: read(closing) };
}

/** Waits until the empty heading of a new section has the keyboard. */
async function heading(page: Page): Promise<void> {
  const here = () =>
    page.evaluate(() => {
      const field = document.activeElement;
      return field instanceof HTMLTextAreaElement && field.value === '' ? field.placeholder : null;
    });
  await expect.poll(here).toBe('Heading');
}

async function goTo(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Contents' }).getByRole('button', { name }).click();
  await page.getByRole('main').getByRole('heading', { level: 1, name }).waitFor();
}
