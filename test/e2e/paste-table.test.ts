import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { readPlan } from '../../electron/plan-file/exchange.ts';
import { toPlainText } from '../../shared/plan/rich-text.ts';
import { axeViolations, choose, saveNow, startApp } from '../support/app.ts';
import { sampleOnDisk } from '../support/sample-on-disk.ts';

/** As Excel puts a tracker on the clipboard: styles, a merged indicator, ratings by colour and word. */
const excel = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table border=0 width=600>
<tr><td class=xl65>Indicator</td><td>Action</td><td>Owner</td><td>Deadline</td><td>Status</td><td>Cost</td></tr>
<tr height=20><td rowspan=2>Indicator 4</td><td>Offer <b>places</b> to each band<br>and ask who declines</td><td>Head of Learning</td>
<td>Q3</td><td style='background:#00B050'>Green</td><td>£2,000</td></tr>
<tr><td>Publish the waiting list</td><td>A. Newcomer</td><td>31/03/2027</td><td bgcolor="#FF0000">Red</td><td></td></tr>
<tr><td>Indicator 7</td><td>Ask leavers</td><td>Head of Learning</td><td>tbc</td><td></td><td></td></tr></table></body></html>`;

test('a table from Excel becomes actions: looked at, one column put right, taken back and put back', async () => {
  const { folder, file, plan } = await sampleOnDisk();
  const { app, page, faults, close } = await startApp(folder, file);
  await choose(app, 'round');
  await page.getByRole('heading', { name: 'Progress round' }).waitFor();
  await paste(page, excel, '');
  const dialog = page.getByRole('dialog', { name: 'Paste a table as actions' });
  await dialog.getByText('2 actions to indicator 4, 1 action to indicator 7; 1 new lead.').waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await dialog.getByLabel('Cost').selectOption({ label: 'Measure of success' });
  await dialog.getByRole('button', { name: 'Add 3 actions' }).press('Enter');
  await dialog.waitFor({ state: 'hidden' });
  await saveNow(app, page);

  await choose(app, 'undo');
  await page.getByText(new RegExp(`^${plan.actions.length} actions`)).waitFor();
  await choose(app, 'redo');
  await page.getByText(new RegExp(`^${plan.actions.length + 3} actions`)).waitFor();
  expect(faults).toEqual([]);
  await close();

  const after = await readPlan(file);
  const added = after.actions.filter(({ id }) => !plan.actions.some((action) => action.id === id));
  const number = (id: string | null) => after.indicators.find((indicator) => indicator.id === id)?.number;
  const name = (id: string) => after.people.find((person) => person.id === id)?.name;
  expect(
    added.map(({ indicator, text, leads, due, rating, measure }) => [
      number(indicator),
      toPlainText(text),
      leads.map(name),
      due,
      rating,
      measure && toPlainText(measure),
    ]),
  ).toEqual([
    [
      '4',
      'Offer places to each band\nand ask who declines',
      ['Head of Learning'],
      { text: 'Q3', date: '2026-12-31' },
      'G',
      '£2,000',
    ],
    ['4', 'Publish the waiting list', ['A. Newcomer'], { text: '31/03/2027', date: '2027-03-31' }, 'R', undefined],
    ['7', 'Ask leavers', ['Head of Learning'], { text: 'tbc' }, undefined, undefined],
  ]);
});

test('lines of an email go where one is; what has no table changes nothing', async () => {
  const { folder, file, plan } = await sampleOnDisk();
  const { app, page, close } = await startApp(folder, file);
  await page
    .getByRole('navigation', { name: 'Contents' })
    .getByRole('button', { name: /^Indicator 2\b/ })
    .click();
  await choose(app, 'pasteTable');
  const zone = page.getByLabel('Paste the table here');
  await expect.poll(() => zone.evaluate((element) => element === document.activeElement)).toBe(true);
  await paste(page, '', ' ');
  await page.getByText('There was no table and no text on the clipboard. Nothing was changed.').waitFor();
  await paste(page, '', '• Read every advert aloud\r\n• Ask the networks first\r\n');
  await page.getByText('2 actions to indicator 2.').waitFor();
  await page.getByRole('button', { name: 'Add 2 actions' }).click();
  await saveNow(app, page);
  await close();
  const after = await readPlan(file);
  const home = after.indicators.find(({ number }) => number === '2')?.id;
  const last = after.actions.filter(({ indicator }) => indicator === home).slice(-2);
  expect(last.map(({ text }) => toPlainText(text))).toEqual(['Read every advert aloud', 'Ask the networks first']);
  expect(after.actions).toHaveLength(plan.actions.length + 2);
});

/** As Ctrl+V does, of what another program put on the clipboard. */
async function paste(page: Page, html: string, text: string): Promise<void> {
  await page.evaluate(
    ([html, text]) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', html as string);
      clipboardData.setData('text/plain', text as string);
      (document.activeElement ?? document.body).dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    },
    [html, text],
  );
}
