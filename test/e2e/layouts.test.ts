import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readPlan } from '../../electron/plan-file/exchange.ts';
import { layoutOf } from '../../shared/layout/layouts-of.ts';
import { axeViolations, choose, saveNow, startApp, told, willOpen, willSaveAs } from '../support/app.ts';
import { rawDocx, rawParagraph, rawTable } from '../support/raw-docx.ts';
import { readDocx } from '../support/read-docx.ts';

test('a file comes in with a layout of its own, which is changed by keyboard, taken back, and exported in', async () => {
  const { app, page, folder, faults } = await startApp();
  const given = path.join(folder, 'Ours.docx');
  const headings = ['By when', 'What we will do', 'Cost code', 'WRES Metric'];
  const rows = [headings, ['Q2', 'Train every panel', 'R12', 'Metric 2: Shortlisting']];
  const title = rawParagraph('Hillside NHS Trust WRES action plan 2026-27');
  fs.writeFileSync(given, rawDocx(title + rawTable(rows)));
  await willOpen(app, given);
  await choose(app, 'bringInWord');
  await page.getByRole('tab', { name: 'Plan and columns' }).click();
  await page.getByText('it is kept in the plan as “Hillside NHS Trust’s layout”').waitFor();
  await page.getByText('The column “Cost code” is no part of a plan: its text is kept in the notes.').waitFor();
  const file = path.join(folder, 'Ours.wresplan');
  await willSaveAs(app, file);
  await page.getByRole('button', { name: 'Make the plan…' }).click();
  await page.getByRole('navigation', { name: 'Contents' }).waitFor();

  await choose(app, 'layouts');
  const columns = page.getByRole('list', { name: 'Columns' });
  const shown = () => page.locator('[data-paper] th').allInnerTexts();
  await expect.poll(shown).toEqual(['By when', 'What we will do', 'WRES Metric']);
  const heading = columns.getByLabel('Heading of the column “By when”');
  await heading.fill('Deadline');
  await heading.press('Enter');
  await expect.poll(shown).toEqual(['Deadline', 'What we will do', 'WRES Metric']);
  expect(await axeViolations(page)).toEqual([]);
  await columns.getByLabel('Heading of the column “Deadline”').press('Alt+Shift+ArrowDown');
  await expect.poll(shown).toEqual(['What we will do', 'Deadline', 'WRES Metric']);
  const here = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
  await expect.poll(here).toBe('Heading of the column “Deadline”');
  // By its handle a column goes to where it is dropped.
  const handle = (at: number) => columns.locator('[data-item]').nth(at).locator('[title^="Drag to move"]');
  const [from, to] = await Promise.all([handle(2).boundingBox(), handle(0).boundingBox()]);
  if (!from || !to) throw new Error('A column has no handle');
  await page.mouse.move(from.x + 8, from.y + 8);
  await page.mouse.down();
  await page.mouse.move(to.x + 8, to.y - 20, { steps: 4 });
  await page.mouse.up();
  await expect.poll(shown).toEqual(['WRES Metric', 'What we will do', 'Deadline']);
  await choose(app, 'undo');
  await expect.poll(shown).toEqual(['What we will do', 'Deadline', 'WRES Metric']);

  // A matrix has words of its own, and a column may be centred.
  const grain = page.getByRole('combobox', { name: 'Rows', exact: true });
  await grain.selectOption({ label: 'A row for each action, a column for each indicator' });
  const banner = page.getByLabel('Banner of the matrix');
  await banner.fill('What moves what');
  await banner.press('Enter');
  const direct = page.getByLabel('A direct effect of the matrix');
  await direct.fill('Yes');
  await direct.press('Enter');
  await page.locator('[data-paper] th').getByText('What moves what').waitFor();
  await page.locator('[data-paper] td').getByText('Yes', { exact: true }).waitFor();
  const centred = columns.locator('[data-item]').nth(1).getByLabel('Aligned');
  await centred.selectOption({ label: 'Centred' });
  const alignment = () =>
    page
      .locator('[data-paper] tbody td')
      .nth(1)
      .evaluate((cell) => getComputedStyle(cell).textAlign);
  await expect.poll(alignment).toBe('center');
  expect(await axeViolations(page)).toEqual([]);
  for (let steps = 0; steps < 4; steps += 1) await choose(app, 'undo');
  await expect.poll(shown).toEqual(['What we will do', 'Deadline', 'WRES Metric']);
  // A layout without a column of the actions is refused, in words.
  await columns.getByRole('button', { name: 'More for the column “What we will do”' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  expect(await told(page, 'What went wrong')).toContain('none that shows the actions');
  await choose(app, 'undo');
  await choose(app, 'undo');
  await expect.poll(shown).toEqual(['By when', 'What we will do', 'WRES Metric']);
  await choose(app, 'redo');
  await expect.poll(shown).toEqual(['Deadline', 'What we will do', 'WRES Metric']);

  const word = path.join(folder, 'Again.docx');
  await willSaveAs(app, word);
  await choose(app, 'export');
  await page.getByRole('button', { name: 'Export to Word…' }).click();
  await told(page, 'Exported');
  const [table] = readDocx(fs.readFileSync(word)).tables;
  const written = table?.rows.map(({ cells }) => cells.map(({ text }) => text));
  expect(written).toEqual([
    ['Deadline', 'What we will do', 'WRES Metric'],
    ['Q2', 'Train every panel', 'Metric 2: Shortlisting'],
  ]);

  // Without it the plan is in none of its own; that is taken back too.
  await choose(app, 'layouts');
  const own = page.getByRole('list', { name: 'Layouts' }).getByRole('button', { name: /^Hillside/ });
  await own.waitFor();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await own.waitFor({ state: 'detached' });
  await choose(app, 'undo');
  await own.waitFor();
  await saveNow(app, page);
  const plan = await readPlan(file);
  expect(layoutOf(plan).columns.map((column) => column.heading)).toEqual([
    'Deadline',
    'What we will do',
    'WRES Metric',
  ]);
  expect(faults).toEqual([]);
});
