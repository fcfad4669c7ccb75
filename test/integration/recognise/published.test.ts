import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../electron/sheet/read-document.ts';
import { bringIn } from '../../../electron/word/bring-in.ts';
import { writeWord } from '../../../electron/word/write.ts';
import { newId } from '../../../shared/id.ts';
import { layoutById } from '../../../shared/layout/built-in.ts';
import { layOut } from '../../../shared/layout/lay-out.ts';
import { layoutOf } from '../../../shared/layout/layouts-of.ts';
import { parsePlanJson } from '../../../shared/plan/json.ts';
import { about, choicesOf } from '../../../shared/recognise/choices.ts';
import { recognise } from '../../../shared/recognise/recognise.ts';
import { type GridCell, normal, toGrid } from '../../support/grid.ts';
import { differences } from '../../support/plan-facts.ts';
import { readDocx } from '../../support/read-docx.ts';
import { seeds, seedsFolder } from '../../support/seeds.ts';

const asAt = '2026-10-31';
const plans = seeds().map(({ number, layout, planJson, grid }) => ({
  number,
  layout,
  grid,
  plan: parsePlanJson(planJson, newId),
}));
const file = (number: string) => path.join(seedsFolder ?? '', '..', 'published', `${number}.docx`);

const cutByPage =
  'two dates and two ratings stand beside four actions: which have them is not in the file, and is asked of the person';

/** What a file does not say, so that it cannot be read as the plan has it. Shorten the list when one is found after all. */
const notInFile: Record<string, Record<string, string>> = {
  '000': {
    'action 9 due': cutByPage,
    'action 9 rating': cutByPage,
    'action 10 due': cutByPage,
    'action 10 rating': cutByPage,
  },
};

describe.skipIf(!seedsFolder)('a published plan as a Word file', () => {
  test.each(plans)('$number is read as its plan, with nothing but the file', async ({ number, plan }) => {
    const { plan: found } = await bringIn(file(number));
    expect(Object.keys(differences(found, plan)).sort()).toEqual(Object.keys(notInFile[number] ?? {}).sort());
  });

  test.each(plans)('$number says what it guessed and leaves nothing over', async ({ number }) => {
    const { doubts, leftOver } = await bringIn(file(number));
    expect(leftOver).toEqual([]);
    const guessed = doubts.map(({ where }) => where);
    if (number === '001') expect(guessed).toEqual(['The period', 'The title', 'The Trust']);
    if (number === '000') expect(guessed).toContain('Indicator 4, Time-scale');
  });

  test.each(plans)('$number is exported again in its layout to the same table', async ({ number, layout, grid }) => {
    const { plan, layout: recognised } = await bringIn(file(number));
    expect(recognised?.id).toBe(layout);
    const page = layOut(plan, layoutById(layout), { asAt });
    const written = toGrid(readDocx(await writeWord(page)), page);
    const cell = (each: GridCell | null) =>
      each && { ...each, text: grid.banner && each.fill ? '' : normal(each.text), fill: each.fill ?? undefined };
    expect(written.title).toBe(grid.title);
    expect(written.tables.map(({ columns }) => columns)).toEqual(grid.tables.map(({ columns }) => columns));
    expect(written.tables.map(({ rows }) => rows.map((row) => row.map(cell)))).toEqual(
      grid.tables.map(({ rows }) => rows.map((row) => row.map(cell))),
    );
    expect(written.key?.map((row) => row.map(cell))).toEqual(grid.key?.map((row) => row.map(cell)));
    expect(page.omitted).toEqual([]);
  });

  test.each(plans.filter(({ grid }) => grid.banner))(
    '$number: the words above its matrix are kept where that is chosen',
    async ({ number, grid }) => {
      const choices = choicesOf([{ about: about.banner, take: 'own' }]);
      const { plan, doubts } = recognise(readDocument(fs.readFileSync(file(number))), newId, choices);
      expect(doubts).toContainEqual(expect.objectContaining({ where: 'The heading of the table', chosen: 'own' }));
      expect(normal(layoutOf(plan).matrix?.banner ?? '')).toBe(normal(grid.banner?.[0]?.text ?? ''));
    },
  );
});

/** What our own page does not say, by plan and look. */
const notOnPage: Record<string, Record<string, string>> = {
  '001 plain': { terms: 'its headings, printed once for each metric, change which term is the commoner' },
  '003 plain': {
    ...Object.fromEntries(
      ['3', '4', '5', '6', '7', '8', '9'].map((number) => [
        `indicator ${number}`,
        'indicators that no action moves are not on the page',
      ]),
    ),
    terms: 'the page has no word for an indicator',
  },
  '004 plain': { terms: 'the page has no word for an indicator' },
};

describe.skipIf(!seedsFolder)('what we export in its own layout comes back', () => {
  test.each(plans.flatMap((each) => [false, true].map((plain) => ({ ...each, plain }))))(
    '$number, plain: $plain',
    async ({ number, plan, layout, plain }) => {
      const bytes = await writeWord(layOut(plan, layoutById(layout), { asAt, plain }));
      const { plan: found, leftOver } = recognise(readDocument(bytes), newId);
      expect(Object.keys(differences(found, plan)).sort()).toEqual(
        Object.keys(notOnPage[plain ? `${number} plain` : number] ?? {}).sort(),
      );
      expect(leftOver).toEqual([]);
    },
  );
});
