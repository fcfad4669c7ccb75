import { expect, test } from 'vitest';
import { wordingChanges } from '../../../shared/indicator-sets/wording-changes.ts';
import { editions, officialWording } from '../../../shared/indicator-sets.ts';

test('between two editions, the indicators that are worded otherwise are told with both wordings', () => {
  const changes = wordingChanges('WRES', '2019', '2020');
  expect(changes.map(({ number }) => number)).toContain('2');
  for (const { number, before, after } of changes) {
    expect(before).toBe(officialWording({ standard: 'WRES', edition: '2019' }, number));
    expect(after).toBe(officialWording({ standard: 'WRES', edition: '2020' }, number));
    expect(before).not.toBe(after);
  }
  expect(wordingChanges('WRES', '2022', '2023')).toEqual([]);
});

test('there and back are the same changes the other way round', () => {
  const [newest = '', ...others] = editions('WRES');
  for (const other of others) {
    const back = wordingChanges('WRES', newest, other);
    const turned = wordingChanges('WRES', other, newest).map(({ before, after, ...rest }) => ({
      ...rest,
      before: after,
      after: before,
    }));
    expect(back).toEqual(turned);
  }
});

test('an edition of which nothing is known words nothing', () => {
  const changes = wordingChanges('WDES', '2019', '2023');
  expect(changes.length).toBeGreaterThan(9);
  expect(changes.every(({ before, after }) => before === undefined && after !== undefined)).toBe(true);
});
