import { expect, test } from 'vitest';
import { othersInWords, othersMessage } from '../../../renderer/plan/others.ts';

const since = new Date(2026, 10, 2, 9, 30).toISOString();
const now = new Date(2026, 10, 2, 14);

test('who else has a plan open is said in few words, and since when in more', () => {
  const others = ['Sam', ' ', 'Alex'].map((author) => ({ author, since }));
  expect([0, 1, 2, 3].map((count) => othersInWords(others.slice(0, count)))).toEqual([
    '',
    'Also open: Sam',
    'Also open: Sam and 1 more',
    'Also open: Sam and 2 more',
  ]);
  expect(othersMessage(others, now).happened).toBe(
    'This plan is also open elsewhere: Sam (since today 09:30), Somebody (since today 09:30) and Alex (since today 09:30).',
  );
});
