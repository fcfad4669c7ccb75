import { expect, test } from 'vitest';
import { isNamedAfter } from '../../electron/copies-beside.ts';
import { afterBringIn, type Share, toldApart } from '../../electron/shares.ts';

test.for<[string, boolean]>([
  ['Plan-PC01.wresplan', true],
  ['Plan (1).wresplan', true],
  ['Plan - Copy.wresplan', true],
  ['plan (Sam’s conflicted copy 2026-11-12).WRESPLAN', true],
  ['Plan.wresplan', false],
  ['Planning.wresplan', false],
  ['Plan (1).docx', false],
  ['Other (1).wresplan', false],
])('beside Plan.wresplan, %s is looked into: %s', ([name, expected]) => {
  expect(isNamedAfter(name, 'Plan.wresplan')).toBe(expected);
});

test('a copy that comes back is the one that was made last of those that it knows of', () => {
  const share = (to: string, back: string | null = null): Share => {
    return { id: to, to, at: '', path: '', history: true, names: true, point: `point ${to}`, back, cameInBy: [] };
  };
  const shares = [share('Ann'), share('Sam'), share('Before', 'long ago')];
  const backOf = (...known: string[]) => afterBringIn(shares, new Set(known), 'now', 'merge').map(({ back }) => back);
  expect(backOf('point Before', 'point Sam')).toEqual([null, 'now', 'long ago']);
  expect(backOf('point Before', 'point Sam', 'point Ann')).toEqual(['now', null, 'long ago']);
  expect(backOf('point Before')).toEqual([null, null, 'long ago']);
  expect(backOf('another')).toEqual([null, null, 'long ago']);
});

test('what came in under one’s own name is by whom the copy was made for', () => {
  const edit = (id: string, kind: 'change' | 'merge' = 'change', target: string | null = null) =>
    ({ id, kind, target, at: '', author: 'user', device: 'PC', label: '' }) as const;
  const edits = [edit('begun'), edit('mine'), edit('theirs'), edit('merge', 'merge', 'mine'), edit('later')];
  const share = {
    id: '',
    to: 'Sam',
    at: '',
    path: '',
    history: true,
    names: true,
    point: 'p',
    back: null,
    cameInBy: [],
  };
  const shares = afterBringIn([share], new Set(['p']), 'now', 'merge');
  expect(edits.map(toldApart(edits, shares)).map(({ author }) => author)).toEqual([
    'user',
    'user',
    'Sam',
    'user',
    'user',
  ]);
});
