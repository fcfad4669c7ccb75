import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Action, Plan } from '../../../shared/plan/model.ts';
import { changed, changeOf } from '../../../shared/plan/plan-change.ts';
import { plans } from '../../support/plan-arbitrary.ts';
import { smallPlan } from './edits/small-plan.ts';

/** What is told of the way from one plan to another, as it crosses to the page. */
function told(before: Plan, after: Plan) {
  return JSON.parse(JSON.stringify(changeOf(before, after)));
}

test('any plan becomes any other, and one part of it alone', () => {
  fc.assert(
    fc.property(plans(), plans(), (before, after) => {
      expect(changed(before, told(before, after))).toEqual(after);
      const mixed = { ...before, actions: after.actions, terms: after.terms };
      expect(changed(before, told(before, mixed))).toEqual(JSON.parse(JSON.stringify(mixed)));
    }),
  );
});

test('only what is different is told, and all else stays the same object', () => {
  const { plan: before } = smallPlan();
  const [first, ...rest] = before.actions as [Action, ...Action[]];
  const edited = { ...first, rating: 'G' };
  const after = { ...before, actions: [edited, ...rest] };
  expect(told(before, after)).toEqual({ actions: { records: [edited] } });
  expect(told(before, { ...after, actions: rest })).toEqual({
    actions: { records: [], ids: rest.map(({ id }) => id) },
  });

  const shown = changed(before, told(before, after));
  expect(shown.actions[0]).toEqual(edited);
  for (const [index, action] of rest.entries()) expect(shown.actions[index + 1]).toBe(action);
  expect(shown.indicators).toBe(before.indicators);
});
