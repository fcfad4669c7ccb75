import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reuse } from '../../../renderer/plan/reuse.ts';

test('what comes out is equal to the new value, whatever the old one was', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (before, after) => {
      expect(reuse(before, after)).toEqual(after);
    }),
  );
});

test('an equal value is the old object itself', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (before) => {
      const copy = structuredClone(before);
      // JSON has two zeroes, which are not the same number.
      fc.pre(!JSON.stringify(before).includes('-0'));
      expect(Object.is(reuse(before, copy), before)).toBe(true);
    }),
  );
});

test('only what changed is new, also where items were moved, put in or taken away', () => {
  const before = {
    title: 'Plan',
    actions: [
      { id: 'a', text: ['x'] },
      { id: 'b', text: ['y'] },
      { id: 'c', text: [] },
    ],
  };
  const [a, b, c] = before.actions;
  const after = {
    title: 'Plan',
    actions: [
      { id: 'c', text: [] },
      { id: 'a', text: ['x'] },
      { id: 'b', text: ['z'] },
    ],
  };
  const result = reuse(before, after);
  expect(result).toEqual(after);
  expect(result.actions[0]).toBe(c);
  expect(result.actions[1]).toBe(a);
  expect(result.actions[2]).not.toBe(b);
});
