import { expect, test } from 'vitest';
import { effective } from '../../../shared/plan/effective.ts';
import { ledByEach } from '../../../shared/plan/led.ts';
import { lookUp } from '../../../shared/plan/look-up.ts';
import { smallPlan } from './edits/small-plan.ts';

test('someone leads what names them, and the actions that have them from their indicator; all people are there', () => {
  const { plan, id } = smallPlan();
  const led = ledByEach(plan);
  expect([...led.keys()]).toEqual(plan.people.map((person) => person.id));
  const ann = led.get(id('ann'));
  expect(ann?.indicators.map((each) => each.id)).toEqual([id('one')]);
  // Action a names nobody: it has its indicator's lead.
  expect(plan.actions.find((each) => each.id === id('a'))?.leads).toEqual([]);
  expect(ann?.actions.map((each) => each.id)).toContain(id('a'));
  expect(led.get(id('anne'))).toEqual({ indicators: [], actions: [plan.actions.find((each) => each.id === id('c'))] });
  const find = lookUp(plan);
  for (const [person, { actions }] of led) {
    const those = plan.actions.filter((each) => effective(each, find.indicator(each.indicator)).leads.includes(person));
    expect(actions).toEqual(those);
  }
});
