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
import { differences } from '../../support/plan-facts.ts';
import { seeds, seedsFolder } from '../../support/seeds.ts';

/** What a page of a layout holds of a plan. */
async function onPage(plan: Plan, layout: Layout): Promise<Plan> {
  return recognise(readDocument(await writeWord(layOut(plan, layout, { asAt: '2026-10-31' }))), newId).plan;
}

describe.skipIf(!seedsFolder)('what a page holds comes back from it again and again', () => {
  test.each(
    seeds().flatMap(({ number, planJson }) =>
      builtInLayouts.map((layout) => ({ number, id: layout.id, layout, plan: parsePlanJson(planJson, newId) })),
    ),
  )('$number in $id', async ({ plan, layout }) => {
    const read = await onPage(plan, layout);
    expect(differences(await onPage(read, layout), read)).toEqual({});
  });
});
