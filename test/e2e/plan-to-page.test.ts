import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { choose, openSample, startApp, told, willSaveAs } from '../support/app.ts';
import { readDocx } from '../support/read-docx.ts';

const sample = JSON.parse(fs.readFileSync(path.resolve(import.meta.dirname, '../../assets/sample-plan.json'), 'utf8'));

test('the sample plan is opened, seen as it will be in Word, and exported', async () => {
  const { app, page, folder, faults } = await startApp();
  await expect.poll(() => page.title()).toBe('WRES Planner');
  await openSample(page);
  await expect.poll(() => page.title()).toBe(`${sample.plan.title} – ${sample.plan.trust.shortName} – WRES Planner`);

  const preview = page.getByRole('complementary', { name: 'Word preview' });
  await preview.getByRole('heading', { name: sample.plan.title }).waitFor();
  await preview.getByLabel('Layout of the preview').selectOption('progress-outcome');
  await preview.getByRole('columnheader', { name: 'Progress' }).waitFor();

  await page.getByRole('banner').getByRole('button', { name: 'Export' }).click();
  await page.getByRole('radio', { name: 'Narrative and numbered actions' }).check();
  await page.getByRole('textbox', { name: 'As at' }).fill('31 October 2026');
  await page.getByText('This layout has no place for:').waitFor();
  const file = path.join(folder, 'Board pack', 'WRES & plan #1.docx');
  fs.mkdirSync(path.dirname(file));
  await willSaveAs(app, file);
  await page.getByRole('button', { name: 'Export to Word…' }).click();
  const words = await told(page, 'Exported');
  expect(words).toContain('WRES & plan #1.docx');
  expect(words).toContain(path.dirname(file));
  await page.getByRole('radio', { name: 'Gaps and RAG status, action by action' }).check();
  await page.getByRole('region', { name: 'Exported' }).waitFor({ state: 'detached' });

  const docx = readDocx(fs.readFileSync(file));
  expect(docx.headings[0]).toMatchObject({ level: 1, text: sample.plan.title });
  expect(docx.footer).toContain('31 October 2026');
  expect(docx.tables.some(({ rows }) => rows.length >= sample.indicators.length)).toBe(true);
  expect(fs.readdirSync(path.dirname(file))).toEqual(['WRES & plan #1.docx']);
  expect(faults).toEqual([]);
});

test('what was exported can be opened and shown, and nothing else can', async () => {
  const { app, page, folder } = await startApp();
  await openSample(page);
  await app.evaluate(({ shell }) => {
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    shell.openPath = async (file) => {
      asked.push(`open ${file}`);
      return '';
    };
    shell.showItemInFolder = (file) => void asked.push(`show ${file}`);
  });
  const file = path.join(folder, 'Plan.docx');
  await willSaveAs(app, file);
  await page.getByRole('banner').getByRole('button', { name: 'Export' }).click();
  await page.getByRole('button', { name: 'Export to Word…' }).click();
  await told(page, 'Exported');
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await page.getByRole('button', { name: 'Show in folder' }).click();
  const asked = () => app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);
  await expect.poll(asked).toEqual([`open ${file}`, `show ${file}`]);

  const refused = await page.evaluate(() => window.wres.openExport({ token: crypto.randomUUID() }));
  expect(refused).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
  expect(await asked()).toHaveLength(2);
});

test('from start to export by keyboard alone', async () => {
  const { app, page, folder } = await startApp();
  const file = path.join(folder, 'By keyboard.docx');
  await willSaveAs(app, file);
  const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim());
  for (const name of ['New plan', 'Open…', 'Bring in a Word plan…', 'Look around with the sample plan']) {
    await page.keyboard.press('Tab');
    await expect.poll(() => focused()).toBe(name);
  }
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: 'Contents' }).waitFor();

  await page.keyboard.press('Tab');
  await expect.poll(() => focused()).toBe('Skip to the page');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('page');

  // F6 (as the menu's item: a test has no keyboard that the menu hears) goes round the panes: from the page to the
  // preview, the header and the contents.
  const pane = () => page.evaluate(() => document.activeElement?.closest('[data-pane]')?.tagName.toLowerCase());
  const round: (string | undefined)[] = [];
  for (let step = 0; step < 4; step += 1) {
    await choose(app, 'nextPane');
    round.push(await pane());
  }
  expect(round).toEqual(['aside', 'header', 'nav', 'main']);

  await choose(app, 'export');
  await page.getByRole('heading', { name: 'Export to Word' }).waitFor();
  await page.keyboard.press('Tab');
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowDown');
  const go = page.getByRole('button', { name: 'Export to Word…' });
  for (let step = 0; step < 12 && !(await go.evaluate((node) => node === document.activeElement)); step += 1) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await told(page, 'Exported');
  expect(readDocx(fs.readFileSync(file)).headings[0]?.level).toBe(1);
});
