import { expect, test } from 'vitest';
import { effective, latestUpdate } from '../../../shared/plan/effective.ts';

const home = { leads: ['a'], due: { text: 'Q3', date: '2026-12-31' }, rating: 'A' };

test('an action without leads, date or rating has its indicator’s, and says so', () => {
  expect(effective({ leads: [] }, home)).toEqual({ ...home, inherited: { leads: true, due: true, rating: true } });
});

test('what an action has of its own comes first, each for itself', () => {
  expect(effective({ leads: ['b'], rating: 'G' }, home)).toEqual({
    leads: ['b'],
    due: home.due,
    rating: 'G',
    inherited: { leads: false, due: true, rating: false },
  });
});

test('an action of the plan as a whole inherits nothing', () => {
  expect(effective({ leads: [] }, undefined)).toEqual({
    leads: [],
    due: undefined,
    rating: undefined,
    inherited: { leads: false, due: false, rating: false },
  });
});

test('the latest update is the one of the newest date, not the last in the list', () => {
  const update = (id: string, date?: string) => ({ id, text: [], ...(date && { date }) });
  expect(latestUpdate([update('1', '2026-06-01'), update('2', '2026-09-01'), update('3', '2026-07-01')])?.id).toBe('2');
  expect(latestUpdate([update('1'), update('2')])?.id).toBe('2');
  expect(latestUpdate([update('1', '2026-06-01'), update('2')])?.id).toBe('1');
  expect(latestUpdate([])).toBeUndefined();
});
