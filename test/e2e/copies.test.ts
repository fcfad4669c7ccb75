import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { contentHash } from '../../electron/plan-file/content-hash.ts';
import { openChecked } from '../../electron/plan-file/inspect.ts';
import { sayOpen } from '../../electron/plan-file/owner-note.ts';
import { PlanFile } from '../../electron/plan-file/plan-file.ts';
import { readDocument } from '../../electron/sheet/read-document.ts';
import { newId } from '../../shared/id.ts';
import { parsePlanJson } from '../../shared/plan/json.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { fromPlainText, toPlainText } from '../../shared/plan/rich-text.ts';
import { axeViolations, choose, freshFolder, saveNow, startApp, told, willOpen, willSaveAs } from '../support/app.ts';
import { environmentIn } from '../support/plan-file.ts';
import { planIn } from '../support/sample-on-disk.ts';
import { seeds, seedsFolder } from '../support/seeds.ts';

const run = promisify(execFile);
const seed = seeds()[2];

describe.skipIf(!seedsFolder)('two copies of a published plan', () => {
  test('come together by keyboard, go back, and are the same file in the end', async () => {
    const folder = freshFolder();
    const at = (name: string) => path.join(folder, name);
    const { mine, theirs, plan } = await twoCopies(folder);

    const unsay = sayOpen(mine, { author: () => 'Sam', mark: '0123abcd' }, () => undefined);
    const { app, page, faults, close } = await startApp(folder, mine);
    await page.getByRole('navigation', { name: 'Contents' }).waitFor();
    // Who else has it open is told, as advice: nothing is kept from anybody, and nothing of it is in a plan.
    await page.getByRole('button', { name: 'Also open: Sam' }).click();
    await told(page, 'Done', 'also open elsewhere: Sam (since today');
    await page.getByRole('button', { name: 'Close this message' }).click();
    // A copy beside it that has something new is noticed; a file that is a copy is known as one.
    await page.getByText(/Plan \(Sam\)\.wresplan.* has 31 edits that are not here/).waitFor();
    await willOpen(app, theirs);
    await choose(app, 'open');
    await page.getByRole('dialog', { name: 'A copy of your plan' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'To decide: 6' }).waitFor();
    await page.getByRole('button', { name: /^Copies.*6 to decide$/ }).waitFor();
    await expect
      .poll(() => page.getByRole('region', { name: 'What came in from Sam' }).innerText())
      .toContain('25 changes');
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      expect(await axeViolations(page), colorScheme).toEqual([]);
    }

    // The field says so until it is decided, and no export hides it.
    await page.getByRole('button', { name: 'The text of action 1', exact: true }).click();
    await page.getByRole('button', { name: 'Sam wrote something else: compare' }).waitFor();
    await choose(app, 'export');
    await page.getByText('5 things are not decided yet').waitFor();
    await choose(app, 'print');
    await willSaveAs(app, at('Plan.pdf'));
    await page.getByRole('button', { name: 'Save as PDF…' }).click();
    await told(page, 'Done');
    const { stdout: printed } = await run('pdftotext', [at('Plan.pdf'), '-']);
    expect(printed).toContain('5 things in this plan are not decided yet');
    expect(printed.replace(/\s+/g, ' ')).toContain('“Mine 0” (EDI officer');
    await choose(app, 'round');
    await expect.poll(() => page.getByRole('gridcell').getByText('Not decided').count()).toBe(5);
    await willSaveAs(app, at('Actions.xlsx'));
    await page.getByRole('button', { name: 'Excel…' }).click();
    await told(page, 'Done');
    expect(JSON.stringify(readDocument(fs.readFileSync(at('Actions.xlsx'))))).toContain('or “Theirs 4” (Sam');
    await choose(app, 'checks');
    await page.getByRole('heading', { name: /^Two people said different things/ }).waitFor();
    await page
      .getByRole('button', { name: /^The text of/ })
      .first()
      .click();
    await page.getByRole('heading', { name: 'To decide: 6' }).waitFor();
    await atCard(page, 1);

    for (const [index, key] of ['2', '1', '3', '4', '1'].entries()) {
      await atCard(page, index + 1);
      await page.keyboard.press(key);
      if (key !== '4') continue;
      const editor = page.getByRole('textbox', { name: /^The text of/ });
      await expect.poll(() => editor.evaluate((field) => field === document.activeElement)).toBe(true);
      await page.keyboard.press('Control+A');
      await page.keyboard.type('In our own words');
      await page.getByRole('button', { name: 'Done' }).press('Enter');
    }
    // What Sam deleted and I went on with is there until that is decided too.
    await atCard(page, 6);
    await page.getByText(/^Sam deleted it, and .* edited it meanwhile\. It was kept\.$/).waitFor();
    await page.keyboard.press('2');
    await page.getByRole('heading', { name: 'Everything is decided' }).waitFor();
    await expect.poll(async () => (await planIn(page)).actions.length).toBe(plan.actions.length - 1);
    await choose(app, 'undo');
    await expect.poll(async () => (await planIn(page)).actions.length).toBe(plan.actions.length);
    const ids = plan.actions.slice(0, 5).map(({ id }) => id);
    const decided = await planIn(page);
    expect(ids.map((id) => toPlainText(decided.actions.find((each) => each.id === id)?.text ?? []))).toEqual([
      'Theirs 0',
      'Mine 1',
      'Mine 2\nTheirs 2',
      'In our own words',
      'Mine 4',
    ]);

    // One thing from long ago is undone by itself, unless it was changed again since; what changed is a Word file.
    await choose(app, 'history');
    await page.getByRole('textbox', { name: 'Find in the history' }).fill('set the');
    await page.getByRole('combobox', { name: 'Who', exact: true }).selectOption('Sam');
    await page.getByText(/^30 of \d+ edits/).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    const entry = page.getByRole('button', { name: /Set the notes/ }).first();
    await entry.press('Enter');
    await page.getByText('Theirs 29').waitFor();
    await page.getByRole('button', { name: 'Undo this: Set the notes' }).press('Enter');
    await expect.poll(async () => (await planIn(page)).actions[29]?.notes).toEqual(plan.actions[29]?.notes);
    await entry.press('Enter');
    await entry.press('Enter');
    await page.getByRole('button', { name: 'Undo this: Set the notes' }).press('Enter');
    await told(page, 'What went wrong', 'was changed again since');
    await willSaveAs(app, at('What changed.docx'));
    await page.getByRole('button', { name: 'What changed since…' }).click();
    await page.getByText(/^\d+ changes since/).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Export to Word…' }).click();
    await told(page, 'Done', 'What changed is exported to What changed.docx');
    expect(fs.statSync(at('What changed.docx')).size).toBeGreaterThan(5_000);

    // Without names it shows posts, and whose name stays can be chosen. The first time, one's own name is asked for.
    await choose(app, 'share');
    await page.getByLabel('For whom').fill('Everybody');
    await page.getByLabel('Your name').fill('Ann Moss');
    await page.getByRole('radio', { name: /^Without: each person/ }).check();
    expect(await axeViolations(page)).toEqual([]);
    await willSaveAs(app, at('For everybody.wresplan'));
    await page.getByRole('button', { name: 'Choose where…' }).click();
    await page.getByRole('dialog').getByText('For everybody.wresplan').waitFor();
    expect(fs.readFileSync(at('For everybody.wresplan')).includes('EDI officer')).toBe(true);
    expect(fs.readFileSync(at('For everybody.wresplan')).toString('latin1')).not.toMatch(/\bSam\b|Everybody/);
    await page.keyboard.press('Escape');

    await choose(app, 'share');
    await page.getByLabel('For whom').fill('Sam');
    await willSaveAs(app, at('For Sam.wresplan'));
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByText('For Sam.wresplan').waitFor();
    expect(await page.getByLabel('Your name').count()).toBe(0);
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await choose(app, 'copies');
    await expect.poll(() => page.getByText('Waiting for it to come back').count()).toBe(2);
    await page.getByText('without names').waitFor();
    await willSaveAs(app, at('Kept.wresplan'));
    await choose(app, 'saveCopy');
    await told(page, 'Done');
    await saveNow(app, page);

    // What comes back unchanged has come back, and says nothing new.
    await willOpen(app, at('For Sam.wresplan'));
    await choose(app, 'bringIn');
    await told(page, 'Done', 'has nothing that is not in this plan already');
    await choose(app, 'copies');
    await page.getByText(/^Came back today/).waitFor();

    // The colleague takes it as it is: nothing of theirs is not in it.
    const other = environmentIn(path.join(folder, 'theirs'), { author: 'Sam' }).env;
    const back = await PlanFile.open(theirs, other);
    expect((await back.bringIn(at('For Sam.wresplan'))).news).toBe('all');
    expect(back.state.conflicts).toEqual([]);
    await back.close();
    const files = [mine, theirs, at('For Sam.wresplan'), at('Kept.wresplan')];
    expect(new Set(files.map(hashIn)).size).toBe(1);
    await unsay();
    await close();
    expect(fs.readdirSync(folder).filter((name) => name.startsWith('~$'))).toEqual([]);
    expect(faults).toEqual([]);
  });
});

/** A seed's plan in two files: 30 edits in each, of which five are of the same field; in theirs one action is deleted. */
async function twoCopies(folder: string): Promise<{ mine: string; theirs: string; plan: Plan }> {
  const [mine, theirs] = [path.join(folder, 'Plan.wresplan'), path.join(folder, 'Plan (Sam).wresplan')];
  const first = await PlanFile.create(
    mine,
    parsePlanJson(seed?.planJson ?? '', newId),
    environmentIn(path.join(folder, 'before')).env,
  );
  await first.saveCopy(theirs);
  const second = await PlanFile.open(theirs, environmentIn(path.join(folder, 'theirs'), { author: 'Sam' }).env);
  const { plan } = first.state;
  const set = (file: PlanFile, id: string, field: string, value: unknown) =>
    file.apply({ label: `Set the ${field}`, changes: [{ kind: 'action', record: id, field, value: value as never }] });
  for (let index = 0; index < 30; index += 1) {
    const { id } = plan.actions[index % plan.actions.length] ?? { id: '' };
    const both = index < 5;
    set(first, id, both ? 'text' : 'heading', both ? fromPlainText(`Mine ${index}`) : `Mine ${index}`);
    set(second, id, both ? 'text' : 'notes', fromPlainText(`Theirs ${index}`));
  }
  const deletion = { kind: 'action', record: plan.actions[5]?.id ?? '', field: '*', value: null } as const;
  second.apply({ label: 'Delete action 6', changes: [deletion] });
  await first.close();
  await second.close();
  return { mine, theirs, plan };
}

/** The keyboard is at that one of the things to be decided. */
async function atCard(page: Page, number: number): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest('[data-conflict]')?.getAttribute('data-number')))
    .toBe(String(number));
}

/** The hash of all that a plan file holds. */
function hashIn(file: string): string {
  const { db } = openChecked(fs.readFileSync(file));
  try {
    return contentHash(db);
  } finally {
    db.close();
  }
}
