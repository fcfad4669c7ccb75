import { expect, test } from 'vitest';
import { axeViolations, choose, openSample, startApp } from '../support/app.ts';

test('help opens at the page that belongs to the screen, and its pages lead to each other', async () => {
  const { app, page, faults } = await startApp();
  await page.getByRole('button', { name: 'Help with this page' }).click();
  const guide = page.getByRole('dialog', { name: 'Guide' });
  await guide.getByRole('region', { name: 'Where to begin' }).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await guide.waitFor({ state: 'detached' });

  await openSample(page);
  const opensAt = async (title: string) => {
    await choose(app, 'guide');
    await guide.getByRole('region', { name: title }).waitFor();
  };
  await choose(app, 'points');
  await opensAt('Named points');
  await page.keyboard.press('Escape');
  await choose(app, 'export');
  await opensAt('Export and print');
  // From the text to another page of it.
  await guide.getByRole('region').getByRole('button', { name: 'Sharing a plan' }).click();
  await guide.getByRole('region', { name: 'Sharing a plan' }).waitFor();
  await expect
    .poll(() => guide.getByRole('button', { name: 'Sharing a plan' }).first().getAttribute('aria-current'))
    .toBe('page');
  expect(faults).toEqual([]);
});

test('every key is listed, and the list can be printed', async () => {
  const { app, page } = await startApp();
  await choose(app, 'shortcuts');
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  for (const keys of ['Ctrl+Shift+P', 'F3', 'Alt+Shift+Up', 'Ctrl+B'])
    await dialog.getByText(keys, { exact: true }).waitFor();
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (!window) throw new Error('There is no window.');
    window.webContents.print = (_options, callback) =>
      void window.webContents
        .executeJavaScript('document.querySelector("[data-printed]")?.textContent')
        .then((printed) => {
          Object.assign(globalThis, { printed });
          callback?.(true, '');
        });
  });
  await dialog.getByRole('button', { name: 'Print this list…' }).click();
  await expect
    .poll(() => app.evaluate(() => (globalThis as unknown as { printed?: string }).printed))
    .toContain('Ctrl+Shift+P');
});
