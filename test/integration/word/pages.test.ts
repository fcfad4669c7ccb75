import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { writeWord } from '../../../electron/word/write.ts';
import { layoutById } from '../../../shared/layout/built-in.ts';
import { layOut } from '../../../shared/layout/lay-out.ts';
import type { Page } from '../../../shared/layout/page.ts';
import { parsePlanJson } from '../../../shared/plan/json.ts';
import { readDocx } from '../../support/read-docx.ts';
import { cannotRender, pageTexts, tagCounts, toPdf } from '../../support/render-word.ts';
import { seeds } from '../../support/seeds.ts';
import { cellOf, everything, headerRow, numbered, pageOf, rowOf, tableOf } from '../../unit/word/sample-page.ts';

if (cannotRender) console.warn(cannotRender);

/** What LibreOffice, which shares no code with us, makes of the files. */
describe.skipIf(cannotRender)('printed by LibreOffice', () => {
  test('headings, tables and header cells are tagged for screen readers', async () => {
    const tags = await tagCounts(await toPdf(await writeWord(everything())));
    expect(tags).toMatchObject({ H1: 1, H2: 3, Table: 2, TR: 7, TH: 6 });
  });

  test('items have the numbers that the plan gave them', async () => {
    const values = [1, 2, 3, 7, 8, 2, 30, 31, 100];
    const rows = values.map((value) => rowOf(cellOf([numbered(`Action number ${value}.`, value), numbered('Step', 1, `of ${value}`)])));
    const [text = ''] = await pageTexts(await toPdf(await writeWord(pageOf([tableOf([headerRow('Action'), ...rows])]))));
    expect(Array.from(text.matchAll(/(\d+)\.\s+Action number (\d+)\./g), ([, printed]) => Number(printed))).toEqual(values);
    expect(text.match(/1\.\s+Step/g)).toHaveLength(values.length);
  });

  const pages: [string, Page][] = [
    ['short rows', grouped(70, (row) => 'Mentor and coach. '.repeat(1 + (row % 3)))],
    ['long rows', grouped(40, (row) => 'Review how people are appointed, and publish what was found. '.repeat(2 + ((row * 7) % 11)))],
    ['wordings longer than their rows', grouped(50, () => 'Mentor', 'A long wording that needs many lines to say. '.repeat(8))],
    ['an introduction before the table', { ...grouped(45, (row) => 'Act. '.repeat(10 + (row % 30))), orientation: 'portrait' }],
    ...seeds().map(({ number, planJson }): [string, Page] => [
      `seed ${number}`,
      layOut(parsePlanJson(planJson, randomUUID), layoutById('gaps-by-action'), { asAt: '2026-10-31' }),
    ]),
  ];
  test.each(pages)('“(continued)” stands at the top of a page and nowhere else: %s', async (_, page) => {
    const bytes = await writeWord(page);
    const table = readDocx(bytes).tables[0];
    const continued = table?.rows.filter(({ cells }) => cells.some((cell) => cell.continued)) ?? [];
    const texts = await pageTexts(await toPdf(bytes));
    const headings = table?.rows[0]?.cells.map(({ text }) => text) ?? [];
    const lines = texts.map((text) =>
      text.split('\n').filter((line) => line.trim() !== '' && !isHeading(line, headings)),
    );
    const places = lines.flatMap((page, number) =>
      page.flatMap((line, index) => (line.includes('(continued)') ? [`page ${number + 1}, line ${index + 1}`] : [])),
    );
    expect(places.every((place) => place.endsWith(', line 1'))).toBe(true);
    expect(places).toHaveLength(continued.length);
  });
});

/** A table of some rows, in groups of 1 to 7 with a merged cell each. */
function grouped(count: number, action: (row: number) => string, wording = 'Wording'): Page {
  const rows = [headerRow('Indicator', 'Action', 'Lead')];
  for (let group = 1; rows.length <= count; group++) {
    const length = 1 + ((group * 3) % 7);
    for (let row = 0; row < length; row++) {
      const name = `Indicator ${group}: ${wording}`;
      const merged = length > 1 ? { rowSpan: length, continued: `Indicator ${group} (continued)` } : {};
      rows.push(rowOf(row === 0 ? cellOf(name, merged) : null, action(rows.length), 'Head of Resourcing'));
    }
  }
  return pageOf([tableOf(rows, { widths: [0.25, 0.55, 0.2] })]);
}

function isHeading(line: string, headings: string[]): boolean {
  const words = line.trim().split(/\s{2,}/);
  return words.every((word) => headings.some((heading) => heading.includes(word)));
}
