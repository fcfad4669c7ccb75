import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../electron/sheet/read-document.ts';
import { writeSheet } from '../../../electron/sheet/write-sheet.ts';
import { newId } from '../../../shared/id.ts';
import { actionsSheet } from '../../../shared/layout/actions-sheet.ts';
import { parsePlanJson } from '../../../shared/plan/json.ts';
import type { Plan } from '../../../shared/plan/model.ts';
import { toPlainText } from '../../../shared/plan/rich-text.ts';
import { rowsOf } from '../../../shared/plan/rows.ts';
import { recognise } from '../../../shared/recognise/recognise.ts';
import { seeds, seedsFolder } from '../../support/seeds.ts';
import { validateWord } from '../../support/validate-word.ts';

const today = '2026-10-31';

describe.skipIf(!seedsFolder)('the actions of each published plan as an Excel sheet', () => {
  const plans = seeds().map(({ number, planJson }) => ({ number, plan: parsePlanJson(planJson, newId) }));
  const idsOf = (plan: Plan) => rowsOf(plan, today).map(({ id }) => id);

  test('Excel would open it: the Open XML validator finds nothing', async () => {
    const files = await Promise.all(
      plans.map(
        async ({ number, plan }) =>
          [`${number}.xlsx`, await writeSheet(actionsSheet(plan, idsOf(plan), { asAt: today }))] as const,
      ),
    );
    expect(await validateWord(Object.fromEntries(files))).toEqual({});
  });

  test.each(plans)('$number comes back: actions, indicators, leads, dates and ratings', async ({ plan }) => {
    const { plan: back } = recognise(
      readDocument(await writeSheet(actionsSheet(plan, idsOf(plan), { asAt: today }))),
      newId,
    );
    expect(facts(back)).toEqual(facts(plan));
  });

  test('the same sheet has the same bytes', async () => {
    const [plan] = plans.map((each) => each.plan) as [Plan];
    const sheet = actionsSheet(plan, idsOf(plan), { asAt: today });
    expect(await writeSheet(sheet)).toEqual(await writeSheet(sheet));
  });
});

/** What holds for each action, in words. */
function facts(plan: Plan) {
  const indicators = new Map(plan.indicators.map(({ id, number, wording }) => [id, number ?? wording]));
  const actions = new Map(plan.actions.map((action) => [action.id, action]));
  return rowsOf(plan, today).map(({ id, text, leads, due, rating, indicator }) => ({
    text,
    leads: leads.map(({ name }) => name).sort(),
    due: due?.text,
    date: due?.date,
    rating: rating?.label,
    indicator: indicator && indicators.get(indicator),
    updates: actions.get(id)?.updates.map((update) => [update.date, toPlainText(update.text)]),
  }));
}
