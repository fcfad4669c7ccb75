import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { axeViolations, choose, openSample, startApp, told, willSaveAs } from '../support/app.ts';

const run = promisify(execFile);

test('a PDF is A4 as the layout lies, repeats its header rows, numbers its pages and shows nothing of the screen', async () => {
  const { app, page, folder, faults } = await startApp();
  await openSample(page);
  await choose(app, 'points');
  await choose(app, 'print');
  const dialog = page.getByRole('dialog', { name: 'Print' });
  await dialog.getByLabel('Introduction').uncheck();
  await dialog.getByLabel('Posts in place of names').check();
  await dialog.getByText('Word decides where a page ends').waitFor();
  expect(await axeViolations(page)).toEqual([]);
  const file = path.join(folder, 'Plan.pdf');
  await willSaveAs(app, file);
  await dialog.getByRole('button', { name: 'Save as PDF…' }).click();
  await told(page, 'Done', 'Plan.pdf is saved.');

  const { stdout: info } = await run('pdfinfo', [file]);
  expect(info).toMatch(/Page size: +84[0-9.]+ x 59[0-9.]+ pts \(A4\)/);
  const count = Number(/Pages: +(\d+)/.exec(info)?.[1]);
  expect(count).toBeGreaterThan(3);
  const pages = (await run('pdftotext', ['-layout', file, '-'])).stdout.split('\f').slice(0, count);
  for (const [index, text] of pages.entries()) {
    expect(text).toContain(`Page ${index + 1} of ${count}`);
    if (index < count - 1) expect(text).toContain('Responsible Lead');
    expect(text).not.toContain('All changes saved');
  }
  expect(pages[0]).not.toContain('About this plan');
  // Nothing is left behind on the page.
  await expect.poll(() => page.locator('[data-printed]').count()).toBe(0);
  expect(faults).toEqual([]);
});

test('the system’s dialog gets the page; to call it off is no failure, and a missing printer is told', async () => {
  const { app, page } = await startApp();
  await openSample(page);
  const answer = (done: boolean, reason: string) =>
    app.evaluate(
      ({ BrowserWindow }, [ok, why]) => {
        const [window] = BrowserWindow.getAllWindows();
        if (!window) throw new Error('There is no window.');
        window.webContents.print = (options, callback) => {
          Object.assign(globalThis, { printed: options });
          void window.webContents
            .executeJavaScript('document.querySelectorAll("[data-printed] table").length')
            .then((tables) => {
              Object.assign(globalThis, { tables });
              callback?.(ok, why);
            });
        };
      },
      [done, reason] as const,
    );
  await answer(false, 'Print job canceled');
  await choose(app, 'print');
  await page.getByRole('button', { name: 'Print…' }).click();
  await expect.poll(() => page.getByRole('button', { name: 'Print…' }).isEnabled()).toBe(true);
  const seen = await app.evaluate(() => globalThis as unknown as { printed: { landscape: boolean }; tables: number });
  expect(seen.tables).toBeGreaterThan(0);
  await answer(false, 'No printers available on the network');
  await page.getByRole('button', { name: 'Print…' }).click();
  await told(page, 'What went wrong', 'no printers available');
});
