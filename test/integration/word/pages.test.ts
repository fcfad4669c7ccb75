import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { writeWord } from '../../../electron/word/write.ts';
import { layoutById } from '../../../shared/layout/built-in.ts';
import { layOut } from '../../../shared/layout/lay-out.ts';
import type { Page } from '../../../shared/layout/page.ts';
import { parsePlanJson } from '../../../shared/plan/json.ts';
import { readDocx } from '../../support/read-docx.ts';
import { cannotRender, pageTexts, pictures, tagCounts, toPdfs } from '../../support/render-word.ts';
import { type Seed, seeds } from '../../support/seeds.ts';
import { cellOf, everything, headerRow, numbered, pageOf, rowOf, tableOf } from '../../unit/word/sample-page.ts';

if (cannotRender) console.warn(cannotRender);

/** What LibreOffice, which shares no code with us, makes of the files. */
describe.skipIf(cannotRender)('printed by LibreOffice', () => {
  test('headings, tables and header cells of a page are tagged for screen readers', async () => {
    const [pdf] = await toPdfs([await writeWord(everything())]);
    expect(await pictures(pdf as Uint8Array)).toHaveLength(1);
    expect(await tagCounts(pdf as Uint8Array)).toMatchObject({ H1: 1, H2: 3, Table: 2, TR: 7, TH: 6 });
  });

  test('items have the numbers that the plan gave them', async () => {
    const values = [1, 2, 3, 7, 8, 2, 30, 31, 100];
    const rows = values.map((value) =>
      rowOf(cellOf([numbered(`Action number ${value}.`, value), numbered('Step', 1, `of ${value}`)])),
    );
    const [pdf] = await toPdfs([await writeWord(pageOf([tableOf([headerRow('Action'), ...rows])]))]);
    const [text = ''] = await pageTexts(pdf as Uint8Array);
    expect(Array.from(text.matchAll(/(\d+)\.\s+Action number \d+\./g), ([, printed]) => Number(printed))).toEqual(
      values,
    );
    expect(text.match(/1\.\s+Step/g)).toHaveLength(values.length);
  });

  test('“(continued)” stands at the top of a page and nowhere else', async () => {
    const pages: Record<string, Page> = {
      'short rows': grouped(150, (row) => 'Mentor and coach. '.repeat(1 + (row % 3))),
      'long rows': grouped(40, (row) =>
        'Review how people are appointed, and publish it. '.repeat(2 + ((row * 7) % 11)),
      ),
      'wordings longer than their rows': grouped(
        50,
        () => 'Mentor',
        'A long wording that needs many lines. '.repeat(8),
      ),
      upright: { ...grouped(45, (row) => 'Act. '.repeat(10 + (row % 30))), orientation: 'portrait' },
      ...Object.fromEntries(seeds().map((seed) => [`seed ${seed.number}`, inActions(seed)])),
    };
    const files = await Promise.all(Object.values(pages).map(writeWord));
    const pdfs = await toPdfs(files);
    for (const [index, name] of Object.keys(pages).entries()) {
      const rows = readDocx(files[index] as Uint8Array).tables[0]?.rows ?? [];
      const continued = rows
        .map(({ cells }) => cells.filter((cell) => cell.continued).map(({ text }) => text))
        .filter((texts) => texts.length > 0);
      const found = (await pageTexts(pdfs[index] as Uint8Array)).filter((text) => text.includes('(continued)'));
      if (!name.startsWith('seed')) expect(found.length, name).toBeGreaterThan(0);
      expect(found.map(timesContinued), name).toEqual(continued.map((texts) => texts.length));
      for (const [page, text] of found.entries())
        expect(topLine(text), name).toMatch(beginning(continued[page]?.[0] ?? ''));
    }
  });
});

/** A seed with one row for an action, which is where cells are merged. */
function inActions({ planJson }: Seed): Page {
  return layOut(parsePlanJson(planJson, randomUUID), layoutById('gaps-by-action'), { asAt: '2026-10-31' });
}

function timesContinued(text: string): number {
  return text.match(/\(continued\)/g)?.length ?? 0;
}

/** The first line below the headings. */
function topLine(text: string): string {
  return (
    text
      .split('\n')
      .filter((line) => line.trim() !== '')[1]
      ?.trim() ?? ''
  );
}

/** The first words of a cell's text; the line may break after them. */
function beginning(text: string): RegExp {
  return new RegExp(`^${text.split(' ').slice(0, 2).join('\\s+').replace(/[()]/g, '\\$&')}`);
}

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
