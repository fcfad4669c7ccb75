import { expect, test } from 'vitest';
import { compare } from '../../../shared/plan/compare.ts';
import type { Action, Plan } from '../../../shared/plan/model.ts';
import { smallPlan } from './edits/small-plan.ts';

test('a plan does not differ from itself', () => {
  const { plan } = smallPlan();
  expect(compare(plan, structuredClone(plan))).toEqual([]);
});

test('what changed is said in words, in the part of the plan where it is now', () => {
  const { plan, id, newId } = smallPlan();
  const change = (name: string, some: Partial<Action>) => (action: Action) =>
    action.id === id(name) ? { ...action, ...some } : action;
  const added = newId();
  const later: Plan = {
    ...plan,
    title: 'WRES action plan 2026-28',
    preface: [...plan.preface].reverse(),
    actions: [
      ...plan.actions
        .filter((action) => action.id !== id('d'))
        .map(change('b', { rating: 'G', leads: [id('ann')], due: { text: 'Q3', date: '2026-12-31' } }))
        .map(change('a', { indicator: id('two') })),
      {
        id: added,
        indicator: id('one'),
        text: [{ kind: 'paragraph', runs: [{ text: 'Ask who leaves, and why.' }] }],
        leads: [],
        updates: [],
      },
    ],
  };
  expect(inWords(compare(plan, later))).toEqual({
    'Plan details': ['Title: “…plan 2026-27” became “…plan 2026-28”'],
    Introduction: ['The sections are in another order.'],
    'Indicator 1': [
      'Action 1: leads: “Inclusion team” became “Ann Okoro”',
      'Action 1: date added: “Q3 (31 December 2026)”',
      'Action 1: rating: “Red” became “Green”',
      'Action 2 (“Ask who leaves, and why.”) was added.',
    ],
    'Indicator 2': ['Action 1 (“Publish the figures.”) came here from Indicator 1.'],
    'Whole plan': ['Action 4 (“Review this plan each quarter”) was taken out.'],
  });
  const [, , indicator] = compare(plan, later);
  expect(indicator?.changes[0]?.place).toEqual({ kind: 'action', id: id('b'), field: 'leads' });
});

test('of a long text that was reworded, only what is not the same is said', () => {
  const { plan } = smallPlan();
  const says = (text: string): Plan => ({
    ...plan,
    closing: plan.closing.map((section) => ({ ...section, body: [{ kind: 'paragraph', runs: [{ text }] }] })),
  });
  const long =
    'Every quarter the committee looks at each action with whoever leads it and asks what stands in the way.';
  expect(inWords(compare(says(long), says(long.replace('committee looks', 'Board of directors looks'))))).toEqual({
    Closing: [expect.stringMatching(/: text: “…the committee looks…” became “…the Board of directors looks…”$/)],
  });
  // A word more is told by its neighbours, also at the beginning and at the end.
  expect(inWords(compare(says('b c'), says('a b c')))).toEqual({
    Closing: [expect.stringMatching(/“b…” became “a b…”$/)],
  });
  expect(inWords(compare(says('a b'), says('a b c')))).toEqual({
    Closing: [expect.stringMatching(/“…b” became “…b c”$/)],
  });
});

function inWords(differences: ReturnType<typeof compare>): Record<string, string[]> {
  return Object.fromEntries(differences.map(({ part, changes }) => [part, changes.map(({ words }) => words)]));
}
