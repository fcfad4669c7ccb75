import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeWord } from '../../../electron/word/write.ts';
import { rowsPage } from '../../../shared/layout/rows-page.ts';
import { plans } from '../../support/plan-arbitrary.ts';
import { readDocx } from '../../support/read-docx.ts';
import { lintWord } from '../../support/word-lint.ts';

test('the actions of any plan, in any order, make a good Word table with a row for each', async () => {
  await fc.assert(
    fc.asyncProperty(plans(), fc.nat(), async (plan, turn) => {
      const ids = plan.actions.map(({ id }) => id);
      const some = [...ids.slice(turn % (ids.length + 1)), ...ids].slice(0, Math.ceil(ids.length / 2));
      const bytes = await writeWord(rowsPage(plan, some, { asAt: '2026-10-31' }));
      expect(lintWord(bytes)).toEqual([]);
      const table = readDocx(bytes).blocks.find((block) => block.kind === 'table');
      expect(table?.rows.length ?? 1).toBe(some.length + 1);
    }),
    { numRuns: 60 },
  );
}, 120_000);
