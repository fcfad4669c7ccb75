import { expect, test } from 'vitest';
import { withPinned, withRecent } from '../../electron/recents.ts';

const seen = (path: string) => ({
  path,
  title: path,
  trust: 'Northvale',
  openedAt: '2026-10-31T09:00:00.000Z',
  unsaved: null,
});

test('a plan that is opened again stands first, once, under the id that it had', () => {
  const first = withRecent([], seen('/a.wresplan'));
  const second = withRecent(first, seen('/b.wresplan'));
  const third = withRecent(second, { ...seen('/a.wresplan'), title: 'A new title' });
  expect(third.map(({ path, title }) => [path, title])).toEqual([
    ['/a.wresplan', 'A new title'],
    ['/b.wresplan', '/b.wresplan'],
  ]);
  expect(third[0]?.id).toBe(first[0]?.id);
  expect(new Set(third.map(({ id }) => id)).size).toBe(2);
});

test('the list does not grow without end: the oldest go', () => {
  const paths = Array.from({ length: 40 }, (_, index) => `/${index}.wresplan`);
  const list = paths.reduce((before: ReturnType<typeof withRecent>, path) => withRecent(before, seen(path)), []);
  expect(list.map(({ path }) => path)).toEqual(paths.slice(-12).reverse());
});

test('a plan that is pinned stays first and on the list, whatever is opened after it', () => {
  const opened = (minute: number, path: string) => ({
    ...seen(path),
    openedAt: `2026-10-31T09:${10 + minute}:00.000Z`,
  });
  const two = withRecent(withRecent([], opened(0, '/a.wresplan')), opened(1, '/b.wresplan'));
  const pinned = withPinned(two, two[1]?.id ?? '', true);
  expect(pinned.map(({ path }) => path)).toEqual(['/a.wresplan', '/b.wresplan']);
  const many = Array.from({ length: 30 }, (_, index) => opened(2 + index, `/${index}.wresplan`)).reduce(
    withRecent,
    pinned,
  );
  expect(many).toHaveLength(13);
  expect(many[0]).toMatchObject({ path: '/a.wresplan', pinned: true });
  expect(withRecent(many, opened(40, '/a.wresplan'))[0]).toMatchObject({ pinned: true });
  expect(withPinned(many, two[1]?.id ?? '', false).map(({ path }) => path)).not.toContain('/a.wresplan');
});
