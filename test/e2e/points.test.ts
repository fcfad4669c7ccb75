import { expect, test } from 'vitest';
import { axeViolations, choose, saveNow, startApp, told } from '../support/app.ts';
import { sampleOnDisk } from '../support/sample-on-disk.ts';

test('a point is named, compared with, renamed by F2, gone back to, deleted and put back', async () => {
  const { folder, file } = await sampleOnDisk();
  const { app, page, faults } = await startApp(folder, file);
  await page.getByRole('navigation', { name: 'Contents' }).waitFor();
  await choose(app, 'points');
  await page.getByText('No point is named yet.').waitFor();
  const name = page.getByLabel('Name of this point');
  await app.evaluate(({ clipboard }) => clipboard.writeText('Board '.repeat(60)));
  await name.press('ControlOrMeta+v');
  const cut = () => name.evaluate((field) => (field as HTMLInputElement).validationMessage);
  await expect.poll(cut).toBe('There is room for 300 characters: the end of what you pasted was left out.');
  await name.fill('Board');
  expect(await cut()).toBe('');
  await page.keyboard.press('Enter');
  const points = page.getByRole('list', { name: 'Named points' });
  await points.getByText('Board', { exact: true }).waitFor();
  await points.getByRole('button', { name: 'What changed since Board' }).click();
  await page.getByText('Nothing has changed.').waitFor();

  // The comparison goes on with the plan; each line of it leads to its place.
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /^Indicator 1/ })
    .click();
  const due = page.getByLabel('Due date of Indicator 1');
  const was = await due.inputValue();
  await due.fill('Q2');
  await page.keyboard.press('Enter');
  await choose(app, 'points');
  await points.getByRole('button', { name: 'What changed since Board' }).click();
  const line = page.getByRole('button', { name: /^Date.*Q2 \(30 September 2026\)/ });
  await line.waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await line.click();
  await expect.poll(() => due.evaluate((field) => field === document.activeElement)).toBe(true);

  await choose(app, 'points');
  await points.getByRole('button', { name: 'What changed since Board' }).focus();
  await page.keyboard.press('F2');
  await page.getByLabel('Name of Board').fill('Board, September');
  await page.keyboard.press('Enter');
  await points.getByText('Board, September', { exact: true }).waitFor();
  await points.getByRole('button', { name: 'Go back to Board, September' }).click();
  await told(page, 'Done', 'The plan is as it was at “Board, September”.');
  await page.getByRole('region', { name: 'Done' }).getByRole('button', { name: 'Undo' }).click();
  await choose(app, 'redo');
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /^Indicator 1/ })
    .click();
  await expect.poll(() => due.inputValue()).toBe(was);

  await choose(app, 'points');
  await points.getByRole('button', { name: 'Go back to Board, September' }).press('Delete');
  await page.getByText('No point is named yet.').waitFor();
  await told(page, 'Done', 'The point “Board, September” is deleted.');
  await page.getByRole('region', { name: 'Done' }).getByRole('button', { name: 'Undo' }).click();
  await points.getByText('Board, September', { exact: true }).waitFor();
  await saveNow(app, page);
  expect(faults).toEqual([]);
});
