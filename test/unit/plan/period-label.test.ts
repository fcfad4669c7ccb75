import { expect, test } from 'vitest';
import { usualLabel } from '../../../shared/plan/period-label.ts';

test('a period is called after its financial years, else after its months', () => {
  expect(usualLabel('2026-04-01', '2027-03-31')).toBe('2026-27');
  expect(usualLabel('2026-04-01', '2029-03-31')).toBe('2026-29');
  expect(usualLabel('2026-07-01', '2027-06-30')).toBe('July 2026 to June 2027');
  expect(usualLabel('2026-10-01', '2026-10-31')).toBe('October 2026');
});
