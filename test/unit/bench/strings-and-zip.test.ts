import { expect, test } from 'vitest';
import { writeWord } from '../../../electron/word/write.ts';
import { layoutById } from '../../../shared/layout/built-in.ts';
import { layOut } from '../../../shared/layout/lay-out.ts';
import type { Page } from '../../../shared/layout/page.ts';
import { planSchema } from '../../../shared/plan/model.ts';
import { brokenRule } from '../../../shared/plan/rules.ts';
import { planOf } from '../../bench/plans.ts';
import { stringsAndZip } from '../../bench/strings-and-zip.ts';
import { type DocxTable, readDocx } from '../../support/read-docx.ts';

test('the plans that are measured are valid and keep the rules', () => {
  for (const actions of [54, 5_400]) {
    const plan = planOf(actions);
    expect(planSchema.parse(plan)).toEqual(plan);
    expect(brokenRule(plan)).toBeUndefined();
  }
});

test('the floor of an export holds the same table as the export itself', async () => {
  const page = withoutContinuations(layOut(planOf(400), layoutById('gaps-by-action'), { asAt: '2026-10-31' }));
  const [real, floor] = [readDocx(await writeWord(page)), readDocx(stringsAndZip(page))];
  expect(cellsOf(floor.tables[0])).toEqual(cellsOf(real.tables[0]));
});

/** The floor does not look where pages end. */
function withoutContinuations(page: Page): Page {
  return JSON.parse(JSON.stringify(page, (key, value) => (key === 'continued' ? undefined : value)));
}

function cellsOf(table: DocxTable | undefined) {
  return table?.rows.map(({ cells }) =>
    cells.map((cell) => cell && { text: cell.text, rowSpan: cell.rowSpan, columnSpan: cell.columnSpan }),
  );
}
