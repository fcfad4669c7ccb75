import fs from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { ElectronApplication, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { runCli } from '../../electron/cli.ts';
import { ratingScalePresets } from '../../shared/plan/rating-scales.ts';
import { allSaved, choose, freshFolder, startApp, told, willSaveAs } from '../support/app.ts';

test('a plan is made from nothing by keyboard alone, and its page is what the command line makes of the same facts', {
  timeout: 150_000,
}, async () => {
  const folder = freshFolder();
  const at = (name: string) => path.join(folder, name);
  const { app, page, faults } = await startApp(folder);
  await begin(app, page, at('By keyboard.wresplan'));
  for (const [index, row] of rows.entries()) await fillIn(app, page, `Indicator ${index + 1}`, row);
  await introduce(app, page);
  await allSaved(page);
  await exportAsAt(app, page, '31 October 2026', at('By keyboard.docx'));
  await allSaved(page);
  expect(faults).toEqual([]);

  fs.writeFileSync(at('facts.json'), JSON.stringify(facts()));
  await cli('import', at('facts.json'), at('By command.wresplan'));
  await cli('export', at('By command.wresplan'), at('By command.json'));
  await cli('export', at('By keyboard.wresplan'), at('By keyboard.json'));
  expect(withoutIds(at('By keyboard.json'))).toEqual(withoutIds(at('By command.json')));
  await cli('export', at('By command.wresplan'), '--as-at', '2026-10-31', at('By command.docx'));
  expect(partsOf(at('By keyboard.docx'))).toEqual(partsOf(at('By command.docx')));
});

/** The parts of a Word file, in which the ids that chance gave to two plans of the same facts are counted instead. */
function partsOf(file: string): Record<string, string> {
  const seen = new Map<string, number>();
  const counted = (id: string) => {
    const plain = id.replaceAll('-', '');
    seen.set(plain, seen.get(plain) ?? seen.size);
    return `id ${seen.get(plain)}`;
  };
  const parts = Object.entries(unzipSync(fs.readFileSync(file)));
  const ids = /(?<=_wp\w\w)[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
  // Which edit was the last is of the plan's history, which the two do not share.
  const edit = /&quot;edit&quot;:&quot;[^&]+&quot;,/;
  return Object.fromEntries(
    parts.map(([name, bytes]) => [name, strFromU8(bytes).replace(edit, '').replace(ids, counted)]),
  );
}

const trust = { name: 'Anytown Hospitals NHS Foundation Trust', shortName: 'Anytown' };
const introduction = { heading: 'Where we are', body: 'Our data of March 2026 shows three gaps.' };

interface Row {
  gaps: string;
  rating: Code;
  actions: { text: string; leads: string[]; due: { text: string; date?: string }; rating: Code }[];
}
type Code = 'B' | 'R' | 'A' | 'G';
const [chief, nurse, edi] = ['Chief People Officer', 'Chief Nurse', 'Head of EDI'];

const rows: Row[] = [
  {
    gaps: 'Few in Band 8a and above.',
    rating: 'A',
    actions: [
      { text: 'Sponsor twelve nurses.', leads: [chief, edi], due: { text: 'Q3', date: '2026-12-31' }, rating: 'G' },
      { text: 'Open up secondments.', leads: [nurse], due: { text: 'Mar 27', date: '2027-03-31' }, rating: 'R' },
    ],
  },
  one('The ratio is 1.6.', 'R', 'Train every panel.', edi, 'end of June', '2026-06-30', 'A'),
  one('The ratio is 1.3.', 'A', 'Look before a formal step.', chief, '24.08.26', '2026-08-24', 'G'),
  one('None in training.', 'G', 'Publish who is trained.', nurse, 'In place', undefined, 'B'),
  one('Abuse by patients.', 'R', 'Answer within five days.', nurse, 'Q4', '2027-03-31', 'R'),
  one('Abuse by colleagues.', 'R', 'Name a listener in each ward.', edi, 'Dec 26', '2026-12-31', 'A'),
  one('Trust in promotion.', 'A', 'Say why to each applicant.', chief, '1 September 2026', '2026-09-01', 'G'),
  one('Managers discriminate.', 'A', 'Teach managers to hear.', edi, 'Q2', '2026-09-30', 'G'),
  one('The board is not like us.', 'G', 'Widen the next search.', 'Chair', 'Jan 27', '2027-01-31', 'B'),
];

function one(
  gaps: string,
  rating: Code,
  text: string,
  lead: string,
  due: string,
  date: string | undefined,
  its: Code,
): Row {
  return { gaps, rating, actions: [{ text, leads: [lead], due: { text: due, ...(date && { date }) }, rating: its }] };
}

/** The same plan, as somebody would write it down without the app. */
function facts() {
  const people = [...new Set(rows.flatMap(({ actions }) => actions.flatMap(({ leads }) => leads)))];
  const brag = ratingScalePresets.find(({ id }) => id === 'brag');
  return {
    format: 'wres-plan',
    version: 1,
    plan: {
      id: 'the plan',
      title: 'Workforce Race Equality Standard (WRES) action plan 2026-27',
      trust,
      standard: 'WRES',
      edition: '2025',
      period: { from: '2026-04-01', to: '2027-03-31', label: '2026-27' },
      ratingScale: 'brag',
      layout: 'gaps-by-action',
      terms: { bme: 'BME', indicator: 'Indicator' },
      preface: [{ id: 'introduction', ...introduction }],
    },
    ratingScales: [brag],
    people: people.map((name) => ({ id: name, name })),
    indicators: rows.map(({ gaps, rating }, index) => ({
      id: `indicator ${index + 1}`,
      number: `${index + 1}`,
      wording: '',
      gaps,
      rating,
    })),
    actions: rows.flatMap(({ actions }, index) =>
      actions.map((action) => ({ id: action.text, indicator: `indicator ${index + 1}`, ...action })),
    ),
  };
}

/** File > New plan, and all of its form. */
async function begin(app: ElectronApplication, page: Page, file: string): Promise<void> {
  await choose(app, 'newPlan');
  await page.getByRole('radio', { name: 'Narrative and numbered actions' }).waitFor();
  await page.keyboard.type(trust.name);
  await page.keyboard.press('Tab');
  await page.keyboard.type(trust.shortName);
  await tabTo(page, /^20\d\d-\d\d$/);
  for (let step = 0; step < 4 && (await focused(page)) !== 'Other dates'; step += 1) {
    await page.keyboard.press('ArrowDown');
  }
  await tabTo(page, /^From$/);
  await page.keyboard.type('1 April 2026');
  await tabTo(page, /^To$/);
  await page.keyboard.type('31 March 2027');
  await tabTo(page, /Metrics, KPIs/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await willSaveAs(app, file);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Indicator 1' }).waitFor();
  await arrived(page, /^What the data says of Indicator 1$/);
}

/** One indicator: its rating, its gaps, and its actions with all that belongs to them. */
async function fillIn(app: ElectronApplication, page: Page, name: string, { gaps, rating, actions }: Row) {
  await goTo(app, page, name);
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await arrived(page, new RegExp(`^${name}$`));
  await rate(page, rating);
  await tabTo(page, /^Add the gaps$/);
  await page.keyboard.press('Enter');
  await arrived(page, /^Gaps of /);
  await page.keyboard.type(gaps);
  await tabTo(page, /^Add action$/);
  for (const [index, { text, leads, due, rating: its }] of actions.entries()) {
    await page.keyboard.press(index === 0 ? 'Enter' : 'Control+Enter');
    await arrived(page, /^Text of action/);
    await page.keyboard.type(text);
    await page.keyboard.press('Tab');
    await arrived(page, /^Add a lead of action/);
    for (const lead of leads) {
      await page.keyboard.type(lead);
      await page.keyboard.press('Enter');
      await page
        .getByRole('button', { name: `Take ${lead} away` })
        .last()
        .waitFor();
    }
    await page.keyboard.press('Tab');
    await arrived(page, /^Due date of action/);
    await page.keyboard.type(due.text);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('[data-draft="true"]').count()).toBe(0);
    await page.keyboard.press('Escape');
    await rate(page, its);
  }
}

/** Goes on to the next rating, and chooses this one from its menu. */
async function rate(page: Page, code: Code): Promise<void> {
  await tabTo(page, /^Rating of /);
  const name = (await focused(page)).replace(/:.*/, '');
  await page.keyboard.press('Enter');
  await page.getByRole('menu').waitFor();
  const label = { B: 'Blue', R: 'Red', A: 'Amber', G: 'Green' }[code];
  for (let step = 0; step < 5 && !(await focused(page)).startsWith(label); step += 1) {
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: `${name}: ${label}`, exact: true }).waitFor();
}

async function introduce(app: ElectronApplication, page: Page): Promise<void> {
  await goTo(app, page, 'introduction');
  await page.getByRole('heading', { level: 1, name: 'Introduction' }).waitFor();
  await tabTo(page, /^Add a section$/);
  await page.keyboard.press('Enter');
  await arrived(page, /^Heading of /);
  await page.keyboard.type(introduction.heading);
  await tabTo(page, /^Text of /);
  await page.keyboard.type(introduction.body);
}

async function exportAsAt(app: ElectronApplication, page: Page, day: string, file: string): Promise<void> {
  await willSaveAs(app, file);
  await choose(app, 'export');
  await page.getByRole('heading', { level: 1, name: 'Export to Word' }).waitFor();
  await tabTo(page, /^As at$/);
  await page.keyboard.type(day);
  await tabTo(page, /^Export to Word…$/);
  await page.keyboard.press('Enter');
  await told(page, 'Exported');
}

/** Edit > Go to, and the first that fits. */
async function goTo(app: ElectronApplication, page: Page, typed: string): Promise<void> {
  await choose(app, 'goTo');
  await arrived(page, /^Go to$/);
  await page.keyboard.type(typed);
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: 'Go to' }).waitFor({ state: 'detached' });
}

/** Goes on by Tab until what has the keyboard is called so. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const passed: string[] = [];
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press('Tab');
    passed.push(await focused(page));
    if (name.test(passed.at(-1) ?? '')) return;
  }
  throw new Error(`Tab never comes to ${name}, only to ${passed.join(', ')}`);
}

async function arrived(page: Page, name: RegExp): Promise<void> {
  await expect.poll(() => focused(page)).toMatch(name);
}

/** What the thing is called that has the keyboard. */
async function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const here = document.activeElement;
    const label = here instanceof HTMLInputElement ? here.labels?.[0] : null;
    return (here?.getAttribute('aria-label') ?? (label ?? here)?.textContent ?? '').trim();
  });
}

async function cli(...args: string[]): Promise<void> {
  const told: string[] = [];
  const terminal = { out: () => undefined, error: (line: string) => told.push(line), now: () => new Date() };
  expect([await runCli(args, terminal), ...told]).toEqual([0]);
}

/** Plan JSON with every id replaced by its place in the order of ids, so that two plans of the same facts are equal. */
function withoutIds(file: string): unknown {
  const seen: string[] = [];
  const json = fs.readFileSync(file, 'utf8').replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => {
    if (!seen.includes(id)) seen.push(id);
    return `id ${seen.indexOf(id)}`;
  });
  return JSON.parse(json);
}
