import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { writePlan } from '../../electron/plan-file/exchange.ts';
import { PlanFile } from '../../electron/plan-file/plan-file.ts';
import { newId } from '../../shared/id.ts';
import { setField } from '../../shared/plan/edits/set-field.ts';
import { parsePlanJson } from '../../shared/plan/json.ts';
import { fromPlainText } from '../../shared/plan/rich-text.ts';
import { choose, type RunningApp, told, willOpen, willSaveAs } from './app.ts';
import { environmentIn } from './plan-file.ts';

/** What the settings of an app hold that knows a plan which is not there any more, with edits that never reached its file. */
export function recentsIn(folder: string) {
  const id = (last: number) => `01999999-0000-7000-8000-00000000000${last}`;
  const at = (file: string) => path.join(folder, file);
  const trust = 'Northvale NHS Foundation Trust';
  return [
    {
      id: id(1),
      path: at('Draft for the network.wresplan'),
      title: 'Draft for the network',
      trust,
      openedAt: '2026-10-01T09:00:00.000Z',
      unsaved: { code: 'target-read-only', details: { file: 'Draft for the network.wresplan', folder } },
    },
    {
      id: id(2),
      path: at('Northvale 25-26.wresplan'),
      title: 'WRES action plan 2025-26',
      trust,
      openedAt: '2026-04-14T14:20:00.000Z',
      unsaved: null,
    },
  ];
}

/** The sample plan, with a slip of the keyboard in a note that nobody publishes. */
export async function planForScreens(file: string, now = () => new Date()): Promise<void> {
  const json = fs.readFileSync(path.resolve(import.meta.dirname, '../../assets/sample-plan.json'), 'utf8');
  const plan = parsePlanJson(json.replace('The three teams know.', 'The three teams recieve it.'), newId);
  await writePlan(file, plan, { now });
}

/**
 * Goes through every screen, pane and dialog of the app, from its start screen to a file that cannot be written, and
 * calls `look` at each. `file` is the plan that is opened on the way; the app must know `recentsIn` its folder.
 */
export async function walkThroughScreens(
  { app, page, folder }: Pick<RunningApp, 'app' | 'page' | 'folder'>,
  file: string,
  look: (screen: string) => Promise<void>,
): Promise<void> {
  const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
  const closed = async (dialog = page.getByRole('dialog')) => {
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  };

  await page.getByText('Not found. Find it…').first().waitFor();
  await look('start');
  const empty = path.join(folder, 'Empty.wresplan');
  fs.writeFileSync(empty, '');
  await willOpen(app, empty);
  await page.getByRole('button', { name: 'Open…' }).click();
  await told(page, 'What went wrong');
  await look('start-broken-file');

  await choose(app, 'newPlan');
  await page.getByRole('radio', { name: 'Narrative and numbered actions' }).waitFor();
  await page.getByLabel('Name, as it is published').fill('Northvale NHS Foundation Trust');
  await look('new-plan');
  await page.getByRole('radio', { name: 'Last year’s plan' }).check();
  await look('new-plan-last-year');
  await willOpen(app, file);
  await choose(app, 'open');
  await page.getByRole('navigation', { name: 'Contents' }).waitFor();
  await page.locator('[data-paper] table').first().waitFor();
  await look('overview');
  await choose(app, 'guide');
  await page.getByRole('dialog').waitFor();
  await look('guide');
  await closed();

  for (const [name, label] of [
    ['plan-details', 'Plan details'],
    ['introduction', 'Introduction'],
    ['whole-plan', /^Whole plan/],
    ['closing', 'Closing'],
    ['indicator', /^Indicator 1/],
  ] as const) {
    await goTo(page, label);
    await look(name);
  }
  const action = page.locator('[data-summary]').nth(1);
  await action.scrollIntoViewIfNeeded();
  await action.press('Enter');
  await page.getByLabel(/^Due date of action/).waitFor();
  await look('action');
  await page
    .getByRole('button', { name: /^Rating of action/ })
    .first()
    .press('Enter');
  await page.getByRole('menu').waitFor();
  await look('action-rating');
  await closed(page.getByRole('menu'));
  await page
    .getByRole('button', { name: /^More for action/ })
    .first()
    .press('Enter');
  await page.getByRole('menu').waitFor();
  await look('action-menu');
  await closed(page.getByRole('menu'));

  const layouts = page.getByLabel('Layout of the preview');
  const titles = await layouts.locator('option').allInnerTexts();
  for (const [index, label] of titles.entries()) {
    await layouts.selectOption({ label });
    await page.locator('[data-paper] table').first().waitFor();
    await look(`preview-${index + 1}`);
  }
  await layouts.selectOption({ index: 0 });

  await goTo(page, /^People/);
  await page.getByText(/^\d+ names/).waitFor();
  await look('people');
  await choose(app, 'checks');
  await heading('Checks');
  await look('checks');
  await choose(app, 'points');
  await page.getByLabel('Name of this point').fill('Board, September');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'What changed since Board, September' }).click();
  await page.getByText('Nothing has changed.').waitFor();
  await look('points');

  await goTo(page, /^Layouts/);
  await page.getByRole('button', { name: 'Make a copy' }).click();
  await page.getByRole('list', { name: 'Columns' }).waitFor();
  await look('layouts');
  await choose(app, 'undo');

  await goTo(page, /^Earlier versions/);
  await look('versions');
  await goTo(page, /^History/);
  await look('history');
  await choose(app, 'round');
  await page.getByRole('grid').waitFor();
  await look('round');
  await page.getByLabel('Rating', { exact: true }).selectOption({ label: 'Amber' });
  await page
    .getByRole('main')
    .getByText(/\d+ of \d+ actions/)
    .waitFor();
  await look('round-filtered');
  await page.getByRole('gridcell').first().click();
  await page.keyboard.press('Control+a');
  await page.getByRole('region', { name: /^Change \d+ actions/ }).waitFor();
  await look('round-many');
  await page.getByRole('button', { name: 'Add an update…' }).click();
  await page.getByLabel('Update', { exact: true }).waitFor();
  await look('round-update');
  await closed();
  await page.keyboard.press('Escape');
  await page.getByLabel('Rating', { exact: true }).selectOption({ index: 0 });

  await goTo(page, /^Indicator 2/);
  await choose(app, 'find');
  await page.getByRole('textbox', { name: 'Find', exact: true }).fill('interview');
  await page.getByText(/^\d+ found$/).waitFor();
  await page.keyboard.press('Enter');
  await look('find');
  await choose(app, 'replace');
  await page.getByLabel('Replace with').fill('shortlist');
  await page.getByRole('button', { name: /^Replace \d+ match/ }).waitFor();
  await look('replace');
  await page.keyboard.press('Escape');
  await choose(app, 'spelling');
  await page.getByText('Change “recieve” to').waitFor();
  await look('spelling');
  await page.keyboard.press('Escape');

  await choose(app, 'goTo');
  await page.getByRole('combobox', { name: 'Go to' }).fill('board');
  await look('go-to');
  await closed();
  for (const dialog of ['settings', 'shortcuts', 'about', 'print']) {
    await choose(app, dialog);
    await page.getByRole('dialog').waitFor();
    await look(dialog);
    await closed();
  }

  // A copy goes to a colleague and comes back, while both write another text for the same action.
  const copy = path.join(folder, 'For Sam.wresplan');
  await choose(app, 'share');
  await page.getByLabel('For whom').fill('Sam Reed');
  await page.getByRole('radio', { name: /^Without: each person/ }).check();
  await look('share');
  await page.getByRole('radio', { name: 'With names' }).check();
  await willSaveAs(app, copy);
  await page.getByRole('button', { name: 'Choose where…' }).click();
  await page.getByRole('button', { name: 'Show in folder' }).waitFor();
  await closed();
  await goTo(page, /^Indicator 2/);
  await page.locator('[data-summary]').first().press('Enter');
  const text = page.locator('[data-place^="action/"][data-place$="/text"]').first();
  await text.click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Name a panel of three, trained in fair selection, for each post at band 7 and above.');
  await editedBySam(copy, (await text.getAttribute('data-place'))?.split('/')[1] ?? '', path.join(folder, 'Sam'));
  await willOpen(app, copy);
  await choose(app, 'open');
  await page.getByRole('dialog', { name: 'A copy of your plan' }).waitFor();
  await look('copy-back');
  await page.getByRole('button', { name: 'Bring its changes into my plan' }).click();
  await heading('Copies and conflicts');
  await page.getByRole('heading', { name: 'To decide: 1' }).waitFor();
  await look('copies');
  await page.locator('[data-conflict]').press('1');
  await page.getByRole('heading', { name: 'Everything is decided' }).waitFor();

  await choose(app, 'export');
  await heading('Export to Word');
  await page.locator('fieldset table').first().waitFor();
  await look('export');
  await willSaveAs(app, path.join(folder, 'Board pack.docx'));
  await page.getByRole('button', { name: 'Export to Word…' }).click();
  await told(page, 'Exported');
  await look('export-done');

  // The folder of the plan goes away, as a drive does that is unplugged.
  await goTo(page, 'Plan details');
  const home = path.dirname(file);
  fs.renameSync(home, `${home} away`);
  await page.getByRole('radio', { name: 'Approved' }).check();
  await page
    .getByRole('banner')
    .getByRole('button', { name: /^Not saved to file/ })
    .click();
  await told(page, 'What went wrong');
  await look('not-saved');
  fs.renameSync(`${home} away`, home);
}

async function editedBySam(copy: string, action: string, folder: string): Promise<void> {
  const { env } = environmentIn(folder, { author: 'Sam Reed' });
  const theirs = await PlanFile.open(copy, env);
  const { plan } = theirs.state;
  const other = plan.actions[plan.actions.findIndex(({ id }) => id === action) + 1]?.id ?? '';
  const words = 'Name an ethnically diverse panel, trained in fair selection, for each post at band 6 and above.';
  theirs.apply(setField(plan, 'action', action, 'text', fromPlainText(words)));
  theirs.apply(setField(plan, 'action', other, 'due', { text: 'Q4', date: '2027-03-31' }));
  await theirs.close();
}

/** To a page, by the contents on the left, or by the list that stands for them in a narrow window. */
async function goTo(page: Page, name: string | RegExp): Promise<void> {
  const back = page.getByRole('button', { name: 'Back to the plan' });
  if (await back.isVisible()) await back.click();
  await page.getByRole('navigation', { name: 'Contents' }).getByRole('button', { name }).click();
  await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
}
