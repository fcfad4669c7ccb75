import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../electron/sheet/read-document.ts';
import { writeWord } from '../../../electron/word/write.ts';
import { newId } from '../../../shared/id.ts';
import { builtInLayouts } from '../../../shared/layout/built-in.ts';
import { layOut } from '../../../shared/layout/lay-out.ts';
import type { Layout } from '../../../shared/layout/layout.ts';
import { parsePlanJson } from '../../../shared/plan/json.ts';
import type { Plan } from '../../../shared/plan/model.ts';
import { recognise } from '../../../shared/recognise/recognise.ts';
import { wordsAlone } from '../../support/edit-docx.ts';
import { asExported, readBack, untold } from '../../support/held.ts';
import { likelyPlans } from '../../support/likely-plans.ts';
import { ownLayouts } from '../../support/own-layouts.ts';
import { seeds } from '../../support/seeds.ts';

/** How many plans in each layout: `RUNS=500` for a long run, of other plans each time. */
const runs = Number(process.env.RUNS ?? 6);
const seed = process.env.RUNS ? {} : { seed: 2026 };

const forms = [
  ...builtInLayouts.map((layout) => ({ name: layout.id, layouts: fc.constant(layout) })),
  { name: 'a layout of the plan’s own', layouts: ownLayouts() },
].flatMap((form) => [
  { ...form, plain: false },
  { ...form, name: `${form.name}, plain`, plain: true },
]);

test('of each layout it is said what its page cannot tell', () => {
  expect(Object.keys(untold)).toEqual([
    'every layout',
    ...builtInLayouts.map(({ id }) => id),
    'a layout of the plan’s own',
  ]);
});

describe.each(forms)('what we export comes back without a choice: $name', ({ layouts, plain }) => {
  test('of any plan, as exported and by its words alone', { timeout: 10_000 + runs * 1_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(layouts, likelyPlans(), async (layout, plan) => {
        const bytes = await exported(plan, layout, plain);
        for (const file of [bytes, wordsAlone(bytes)])
          expect(read(file, plan, layout, plain)).toEqual(asExported(plan, layout, plain));
      }),
      { numRuns: runs, ...seed },
    );
  });

  test('of the published plans', async () => {
    const [layout] = fc.sample(layouts, { numRuns: 1, ...seed }) as [Layout];
    for (const { planJson } of seeds()) {
      const plan = parsePlanJson(planJson, newId);
      expect(read(await exported(plan, layout, plain), plan, layout, plain)).toEqual(asExported(plan, layout, plain));
    }
  });
});

function exported(plan: Plan, layout: Layout, plain: boolean): Promise<Uint8Array> {
  return writeWord(layOut(plan, layout, { asAt: '2026-10-31', plain }));
}

function read(file: Uint8Array, plan: Plan, layout: Layout, plain: boolean) {
  return readBack(recognise(readDocument(file), newId), plan, layout, plain);
}
