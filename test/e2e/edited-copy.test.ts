import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { newId } from '../../shared/id.ts';
import { markNames } from '../../shared/layout/marks.ts';
import type { Source } from '../../shared/layout/page.ts';
import { lookUp } from '../../shared/plan/look-up.ts';
import { blockText } from '../../shared/plan/rich-text.ts';
import { axeViolations, choose, drop, openSample, startApp, told, willOpen, willSaveAs } from '../support/app.ts';
import { around, editDocx, withText } from '../support/edit-docx.ts';
import { planIn } from '../support/sample-on-disk.ts';

test('a Word copy that somebody edited comes back: five changes, one beside what the plan says by now, taken in as one step', async () => {
  const { app, page, folder, faults } = await startApp();
  await openSample(page);
  const file = path.join(folder, 'Report v2.docx');
  await willSaveAs(app, file);
  const done = await page.evaluate(() =>
    window.wres.exportPlan({ layout: 'gaps-by-action', plain: false, asAt: '2026-10-31', leaveOut: [], posts: false }),
  );
  expect(done.ok).toBe(true);
  const untouched = path.join(folder, 'Untouched.docx');
  fs.copyFileSync(file, untouched);

  const plan = await planIn(page);
  const [worded, led, rated, gone] = plan.actions.filter(({ rating, leads }) => rating && leads.length === 1);
  if (!worded || !led || !rated || !gone) throw new Error('The sample has too few actions with one lead');
  const other = lookUp(plan).scale?.ratings.find(({ code }) => code !== rated.rating);
  const was = worded.text.map(blockText)[0] ?? '';
  const at = (xml: string, source: Source, part: 'p' | 'tr') =>
    around(xml, xml.indexOf(`"${markNames()(source)}"`), part);
  const rewrite = (xml: string, source: Source, words: string) => {
    const { from, to } = at(xml, source, 'p');
    return xml.slice(0, from) + withText(xml.slice(from, to), words) + xml.slice(to);
  };
  const edited = editDocx(fs.readFileSync(file), (xml) => {
    const texts = rewrite(
      xml,
      { kind: 'action', id: worded.id, field: 'text' },
      `${was} By whom is said in the annex.`,
    );
    const leads = rewrite(texts, { kind: 'action', id: led.id, field: 'leads' }, 'Head of Making Sure');
    const ratings = rewrite(leads, { kind: 'action', id: rated.id, field: 'rating' }, other?.label ?? '');
    const titles = rewrite(ratings, { kind: 'plan', id: plan.id, field: 'title' }, 'Renamed in the copy');
    const row = at(titles, { kind: 'action', id: gone.id, field: 'text' }, 'tr');
    return titles.slice(0, row.from) + titles.slice(row.to);
  });
  fs.writeFileSync(file, edited);

  // The plan goes on meanwhile.
  await page.getByRole('navigation', { name: 'Contents' }).getByRole('button', { name: 'Plan details' }).click();
  await page.getByLabel('Title of the plan').fill('Renamed in the plan');
  expect((await planIn(page)).title).toBe('Renamed in the plan');

  // An untouched copy says so, and one of another plan is declined. What says nothing of itself is compared with the
  // plan as it is now, which has another title.
  await drop(page, untouched);
  await page.getByText('Nothing was changed in Untouched.docx.').waitFor();
  const withProperty = (name: string, change: (xml: string) => string) => {
    const copy = path.join(folder, name);
    fs.writeFileSync(copy, editDocx(fs.readFileSync(untouched), change, 'docProps/custom.xml'));
    return copy;
  };
  const theirs = withProperty('Theirs.docx', (xml) => xml.replace(plan.id, newId()));
  await willOpen(app, theirs);
  await choose(app, 'bringInEdited');
  await told(page, 'What went wrong', 'Theirs.docx is another plan, not a copy of this one');
  const strange = withProperty('Strange.docx', (xml) => xml.replace('"WRES Planner"', '"Something else"'));
  await willOpen(app, strange);
  await choose(app, 'bringInEdited');
  await page.getByText('1 change was made in Strange.docx.').waitFor();
  await page.getByText('The file does not say which plan it was exported from.').waitFor();

  await willOpen(app, file);
  await page.getByRole('button', { name: 'Choose another copy…' }).press('Enter');
  await page.getByText('5 changes were made in Report v2.docx.').waitFor();
  expect(await page.getByText('The plan was changed there since the export').innerText()).toContain(
    'Renamed in the plan',
  );
  await page.locator('ins', { hasText: 'By whom is said in the annex.' }).waitFor();
  await expect.poll(() => page.getByRole('checkbox', { checked: true }).count()).toBe(3);
  expect(await axeViolations(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await axeViolations(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });

  // What was changed on both sides is left, and what is gone is taken in as well.
  await page.getByRole('checkbox', { name: /is missing in the copy/ }).press('Space');
  await page.getByRole('button', { name: 'Take in 4 changes' }).press('Enter');
  await told(page, 'Done', '4 changes from Report v2.docx are in the plan');
  const after = await planIn(page);
  expect(after.actions.some(({ id }) => id === gone.id)).toBe(false);
  const of = (id: string) => after.actions.find((action) => action.id === id);
  expect(of(rated.id)?.rating).toBe(other?.code);
  const person = after.people.find(({ name }) => name === 'Head of Making Sure');
  expect(of(led.id)?.leads).toEqual([person?.id]);
  expect(of(worded.id)?.text.map(blockText)[0]).toBe(`${was} By whom is said in the annex.`);
  expect(after.title).toBe('Renamed in the plan');
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect.poll(async () => (await planIn(page)).actions.length).toBe(plan.actions.length);
  expect((await planIn(page)).people).toHaveLength(plan.people.length);
  expect(faults).toEqual([]);
});
