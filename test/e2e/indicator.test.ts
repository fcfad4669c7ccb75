import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { readPlan } from '../../electron/plan-file/exchange.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { axeViolations, startApp } from '../support/app.ts';
import { actionTexts, planIn, sampleOnDisk, shape } from '../support/sample-on-disk.ts';

test('a long text is written in place with its styles, is in the file by itself, and can be taken back', async () => {
  const { folder, file, plan } = await sampleOnDisk();
  const { page, close, faults } = await startApp(folder, file);
  await goTo(page, /^Indicator 9/);
  const id = plan.indicators[8]?.id;
  const notesIn = (kept: Plan) => shape(kept.indicators.find((each) => each.id === id)?.notes);

  const notes = await emptied(page, 'Internal notes of Indicator 9', 'Add a note for the team');
  await expect.poll(() => page.getByText('For the team, never published').count()).toBe(1);
  await page.keyboard.type('Ask about ');
  await page.keyboard.press('Control+b');
  await page.keyboard.type('two');
  await page.keyboard.press('Control+b');
  await page.keyboard.type(' things:');
  await page.keyboard.press('Enter');
  await page.keyboard.type('- the data');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('its date');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type('See ');
  await page.keyboard.press('Control+k');
  await page.getByLabel('Address of the link').fill('not a link');
  await page.keyboard.press('Enter');
  await page.getByText('That is no web or e-mail address.').waitFor();
  await page.getByLabel('Address of the link').fill('www.england.nhs.uk');
  await page.keyboard.press('Enter');
  await page.keyboard.type(' too.');
  const written = [
    'Ask about **two** things:',
    '• the data',
    '  • its date',
    'See [https://www.england.nhs.uk](https://www.england.nhs.uk) too.',
  ];
  await expect.poll(async () => notesIn(await planIn(page))).toEqual(written);
  const newest = () =>
    page
      .getByRole('banner')
      .getByRole('button', { name: /^Undo: / })
      .getAttribute('aria-label');
  await expect.poll(() => newest()).toContain('internal notes');

  // Typed and not yet sent: undo is the field's. Then it is the plan's, and shows in the field.
  await page.keyboard.type('!!!');
  await page.keyboard.press('Control+z');
  await expect.poll(() => notes.innerText()).toContain('too.');
  await expect.poll(() => notes.innerText()).not.toContain('!!!');
  await expect.poll(() => notes.getAttribute('data-draft')).toBe('false');
  await page.keyboard.press('Control+z');
  await expect.poll(() => notes.innerText()).not.toContain('too.');
  await page.keyboard.press('Control+y');
  await expect.poll(() => notes.innerText()).toContain('too.');

  // A line too: what was sent is the plan's to take back, letter by letter is the field's.
  const due = page.getByLabel('Due date of Indicator 9');
  const was = await due.inputValue();
  await due.fill('Q2');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await planIn(page)).indicators[8]?.due?.text).toBe('Q2');
  await page.keyboard.press('Control+z');
  await expect.poll(() => due.inputValue()).toBe(was);
  await expect.poll(async () => (await planIn(page)).indicators[8]?.due).toEqual(plan.indicators[8]?.due);

  // What is typed in the last moment is sent when the window closes.
  await notes.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Last.');
  await close();
  expect(notesIn(await readPlan(file)).at(-1)).toMatch(/too\. Last\.$/);
  expect(faults).toEqual([]);
});

test('what Word, Outlook and Excel put on the clipboard is cleaned, and pictures are told of', async () => {
  const { folder, file, plan } = await sampleOnDisk();
  const { page } = await startApp(folder, file);
  const id = plan.indicators[0]?.id;
  await goTo(page, /^Indicator 1/);
  const pasted = async (html: string, text = '') => {
    const field = await emptied(page, 'Gaps of Indicator 1');
    await paste(page, html, text);
    await expect.poll(async () => (await field.innerText()).trim()).not.toBe('');
    return shape((await planIn(page)).indicators.find((each) => each.id === id)?.gaps);
  };

  expect(await pasted(word)).toEqual([
    'The Trust found **three ****_gaps_** in the data:',
    '• Band 7',
    '  • nurses',
    '1. Recruitment, see [the report](https://example.org/report?a=1&b=2)',
    'and no link here',
  ]);
  await page.getByText('1 picture left out: a plan holds text only.').first().waitFor();
  expect(await pasted(excel)).toEqual(['Band – 2025 – 2026', 'Band 7 – 12% – 14%']);
  expect(await pasted(web)).toEqual([
    'Heading',
    '• one',
    '  1. one a',
    '    • deep',
    '    • deeper',
    '• two',
    'line\nbreak',
    'end',
  ]);
  expect(await pasted('', 'plain\r\n• bullet\u0007\r\n\tتجربة 👩🏽‍⚕️ \ud800x')).toEqual([
    'plain',
    '• bullet',
    '\tتجربة 👩🏽‍⚕️ \ufffdx',
  ]);

  // A heading longer than the plan takes is told, not cut off.
  await page.getByRole('button', { name: 'Word it your own way' }).click();
  await page.keyboard.insertText('w'.repeat(4_001));
  await page.getByText('This is not in the plan yet: it is longer than 4,000 characters.').waitFor();
  await page.keyboard.press('Backspace');
  expect((await planIn(page)).indicators[0]?.wording).toHaveLength(4_000);

  // From one of our own fields to another, nothing changes.
  const gaps = page.getByRole('textbox', { name: 'Gaps of Indicator 1' });
  await pasted(word);
  await gaps.press('Control+a');
  const { html, text } = await copied(page);
  expect(text.split('\n').slice(1, 3)).toEqual(['• Band 7', '• nurses']);
  expect(html).toContain('<li>Band 7<ul><li>nurses</li></ul></li>');
  await emptied(page, 'Objective of Indicator 1');
  await paste(page, html, text);
  const same = (await planIn(page)).indicators[0];
  expect(same?.objective).toEqual(same?.gaps);

  // The same by the keys of the system's own clipboard, without formatting.
  await gaps.click();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  await emptied(page, 'Objective of Indicator 1');
  await page.keyboard.press('Control+Shift+v');
  const plain = shape((await planIn(page)).indicators[0]?.objective);
  expect(plain[0]).toBe('The Trust found three gaps in the data:');
  expect(plain.join(' ')).not.toMatch(/\*\*|\]\(/);
});

test('what the plan cannot hold stays in its field, also over a restart, until it can', async () => {
  const { folder, file, plan } = await sampleOnDisk();
  const first = await startApp(folder, file);
  await goTo(first.page, /^Indicator 1/);
  const gaps = (page: Page) => page.getByRole('textbox', { name: 'Gaps of Indicator 1' });
  await emptied(first.page, 'Gaps of Indicator 1');
  await paste(first.page, '', 'x'.repeat(200_001));
  const told = 'This is not in the plan yet: it is longer than 200,000 characters.';
  await first.page.getByText(told).waitFor();
  await expect.poll(() => gaps(first.page).getAttribute('aria-invalid')).toBe('true');
  await goTo(first.page, /^Indicator 2/);
  await goTo(first.page, /^Indicator 1/);
  expect((await gaps(first.page).innerText()).length).toBe(200_001);
  await first.close();
  expect((await readPlan(file)).indicators[0]?.gaps).toEqual(plan.indicators[0]?.gaps);

  const again = await startApp(folder, file);
  await goTo(again.page, /^Indicator 1/);
  expect((await gaps(again.page).innerText()).length).toBe(200_001);
  await emptied(again.page, 'Gaps of Indicator 1');
  await again.page.keyboard.type('Short');
  await planIn(again.page);
  await again.close();
  expect(shape((await readPlan(file)).indicators[0]?.gaps)).toEqual(['Short']);
});

test('an indicator has its meaning at hand, its own words, updates of a day, and rows of the Trust beside it', async () => {
  const { folder, file, plan } = await sampleOnDisk();
  const { page, close } = await startApp(folder, file);
  await goTo(page, /^Indicator 3/);
  await page.getByText('What it measures').click();
  await page.getByText('From 0.8 to 1.25; the range is set nationally').waitFor();
  await page.getByRole('button', { name: 'Word it your own way' }).click();
  await page.keyboard.type('How often BME staff are disciplined');
  await page.keyboard.press('Enter');

  await page
    .getByRole('region', { name: 'Progress of Indicator 3' })
    .getByRole('button', { name: 'Add an update' })
    .click();
  await page.keyboard.type('Panels meet weekly.');
  const date = page.getByLabel(/^Date of the update of .* on Indicator 3$/).first();
  await date.fill('31.2.26');
  await page.keyboard.press('Enter');
  await page.getByText('it is not a day such as 31 October 2026').waitFor();
  await date.fill('28.2.27');
  await page.keyboard.press('Enter');
  await expect.poll(() => date.inputValue()).toBe('28 February 2027');

  await page.getByRole('button', { name: 'Add a row of our own' }).click();
  await page.keyboard.type('Listening to our networks');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Listening to our networks', level: 1 }).waitFor();
  await page.getByRole('button', { name: 'Add action' }).click();
  await page.keyboard.type('Meet every quarter');
  await planIn(page);
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'More for Listening to our networks' }).click();
  await page.getByRole('menuitem', { name: 'Delete…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Keep the actions' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await expect.poll(async () => (await planIn(page)).indicators).toHaveLength(plan.indicators.length);
  await close();

  const after = await readPlan(file);
  const third = after.indicators[2];
  expect(third?.wording).toBe('How often BME staff are disciplined');
  expect(third?.updates).toHaveLength((plan.indicators[2]?.updates.length ?? 0) + 1);
  expect(third?.updates.find(({ date }) => date === '2027-02-28')?.rating).toBe(plan.indicators[2]?.rating);
  expect(after.indicators).toHaveLength(plan.indicators.length);
  expect(actionTexts(after, null)).toContain('Meet every quarter');
});

/** As Word writes it: lists are paragraphs with a mark in front, styles are everywhere, pictures are in between. */
const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal {color: red}</style></head><body lang=EN-GB>
<!--StartFragment--><p class=MsoNormal style='margin-bottom:0cm'><span style='font-size:11.0pt;color:#1F3864'>The Trust found
<b style='mso-bidi-font-weight:normal'>three <i>gaps</i></b>&nbsp;in the <u>data</u>:<o:p></o:p></span></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;</span></span></span><![endif]>Band 7</p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o<span>&nbsp;&nbsp; </span></span>nurses</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp; </span></span>Recruitment,
see <a href="https://example.org/report?a=1&amp;b=2"><span style='color:blue'>the report</span></a></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal><img width=10 height=10 src="file:///C:/Users/x/image001.png"></p>
<p class=MsoNormal>and no <a href="javascript:alert(1)">link</a> here<script>alert(1)</script></p><!--EndFragment--></body></html>`;

const excel = `<html><body><table border=0><!--StartFragment--><col width=64><tr height=20><td>Band</td><td align=right>2025</td><td>2026</td></tr>
<tr><td>Band 7</td><td class=xl65>12%</td><td><p>14%</p></td></tr><!--EndFragment--></table></body></html>`;

const web = `<h2 style="color:red">Heading</h2><ul><li>one<ol><li><p>one a</p><ul><li>deep<ul><li>deeper</li></ul></li></ul></li></ol></li><li>two</li></ul>
<div>line<br>break</div><div style="display:none">hidden</div><span>end</span>`;

/** Pastes into the field that has the keyboard, as another program would have put it on the clipboard. */
async function paste(page: Page, html: string, text: string): Promise<void> {
  await page.evaluate(
    (given) => {
      const clipboardData = new DataTransfer();
      if (given.html) clipboardData.setData('text/html', given.html);
      clipboardData.setData('text/plain', given.text);
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    },
    { html, text },
  );
}

/** What the field that has the keyboard puts on the clipboard. */
async function copied(page: Page): Promise<{ html: string; text: string }> {
  return page.evaluate(() => {
    const clipboardData = new DataTransfer();
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }),
    );
    return { html: clipboardData.getData('text/html'), text: clipboardData.getData('text/plain') };
  });
}

/** The field with the keyboard and nothing in it, asked for by the button where it is not there. */
async function emptied(page: Page, name: string, button?: string) {
  const field = page.getByRole('textbox', { name });
  if (button && (await field.count()) === 0) await page.getByRole('button', { name: button }).first().click();
  else await field.click();
  const isEditing = () =>
    field.evaluate((node) => node === document.activeElement && (node as HTMLElement).isContentEditable);
  await expect.poll(isEditing).toBe(true);
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  return field;
}

async function goTo(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('navigation', { name: 'Contents' }).getByRole('button', { name }).click();
  await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
}
