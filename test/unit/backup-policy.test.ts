import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type BackupFacts, superfluous } from '../../electron/plan-file/backup-policy.ts';
import { versionReasons } from '../../shared/log/versions.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const now = Date.parse('2026-11-22T12:00:00.000Z');

const backup = (age: number, others: Partial<BackupFacts> = {}): BackupFacts => ({
  plan: 'a',
  at: now - age,
  reason: 'publish',
  size: 1,
  ...others,
});
const kept = (all: BackupFacts[], most?: number) => {
  const gone = new Set(superfluous(all, now, most));
  return all.filter((each) => !gone.has(each));
};

test('a month of a publish every ten minutes: all of an hour, one an hour of a day, then one a day', () => {
  const all = Array.from({ length: 40 * 144 }, (_, index) => backup(index * 10 * minute));
  const ages = kept(all).map(({ at }) => now - at);
  expect(ages.filter((age) => age < hour)).toHaveLength(6);
  expect(ages.filter((age) => age >= hour && age < day)).toHaveLength(23);
  expect(ages.filter((age) => age >= day)).toHaveLength(29);
  expect(Math.max(...ages)).toBeLessThan(30 * day);
});

test('what was kept before a merge stays among those of its day, and is gone with its month', () => {
  const merges = [3 * day, 3 * day + minute, 31 * day].map((age) => backup(age, { reason: 'before-merge' }));
  expect(kept([backup(0), backup(3 * day - minute), ...merges])).toEqual([
    backup(0),
    backup(3 * day - minute),
    merges[0],
    merges[1],
  ]);
});

test('of what is too large together the closest together go first, then the oldest, then other plans', () => {
  const old = backup(90 * day, { plan: 'b', size: 50 });
  const all = [backup(0, { size: 50 }), backup(minute, { size: 50 }), backup(2 * day, { size: 50 }), old];
  expect(kept(all, 150)).toEqual([all[0], all[2], old]);
  expect(kept(all, 100)).toEqual([all[0], old]);
  expect(kept(all, 99)).toEqual([all[0]]);
});

test('whatever there is: the newest stays, no plan is left without one for want of age, never more than the most', () => {
  const any = fc.record({
    plan: fc.constantFrom('a', 'b', 'c'),
    at: fc.integer({ min: now - 60 * day, max: now + day }),
    reason: fc.constantFrom(...versionReasons),
    size: fc.integer({ min: 0, max: 50 }),
  });
  fc.assert(
    fc.property(fc.array(any, { maxLength: 60 }), fc.integer({ min: 50, max: 2_000 }), (all, most) => {
      const left = kept(all, most);
      const bytes = (of: BackupFacts[]) => of.reduce((sum, { size }) => sum + size, 0);
      expect(bytes(left)).toBeLessThanOrEqual(most);
      const newest = Math.max(...all.map(({ at }) => at));
      if (all.length > 0) expect(left.some(({ at }) => at === newest)).toBe(true);
      if (bytes(all) > most) return;
      for (const { plan } of all) expect(left.some((each) => each.plan === plan)).toBe(true);
      for (const each of all) if (now - each.at < hour) expect(left).toContain(each);
      expect(superfluous(left, now, most)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});
