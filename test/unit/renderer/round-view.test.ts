import { describe, expect, it } from 'vitest';
import { alike, ratingTyped, steady } from '../../../renderer/plan/round-view.ts';
import { moved, writes } from '../../../renderer/ui/grid-keys.ts';
import type { Rating } from '../../../shared/plan/model.ts';
import { filtered, rowsOf } from '../../../shared/plan/rows.ts';
import { smallPlan } from '../plan/edits/small-plan.ts';

describe('the rows of a progress round', () => {
  const rows = rowsOf(smallPlan().plan, '2026-12-15');
  const [a, b, c, d] = rows as [(typeof rows)[0], (typeof rows)[0], (typeof rows)[0], (typeof rows)[0]];

  it('stay where they are when an edit would move them, or shut them out', () => {
    expect(steady([b.id, a.id], [a], rows)).toEqual([b, a]);
    expect(steady([b.id, a.id], [c, a, b], rows)).toEqual([b, a, c]);
  });

  it('go when they are deleted, and come last when they are let in', () => {
    expect(steady([a.id, b.id], [b, d], [b, c, d])).toEqual([b, d]);
    expect(steady([], filtered(rows, {}), rows)).toEqual(rows);
  });

  it('are alike only in the same order', () => {
    expect(alike([a, b], [a, { ...b }])).toBe(true);
    expect(alike([a, b], [b, a])).toBe(false);
    expect(alike([a], [a, b])).toBe(false);
  });
});

describe('a letter for a rating', () => {
  const rating = (code: string, label: string): Rating => ({ id: code, code, label, meaning: '', colour: '#000000' });
  const [red, green, grey, blue] = [
    rating('R', 'Red'),
    rating('GA', 'Green'),
    rating('GB', 'Grey'),
    rating('D', 'Blue'),
  ];
  const scale = [red, green, grey, blue];

  it.each([
    ['r', undefined, red],
    ['R', red, red],
    ['g', undefined, green],
    ['g', green, grey],
    ['G', grey, green],
    ['b', red, blue],
    ['d', undefined, blue],
    ['x', red, undefined],
  ])('%s, from %o, gives %o', (letter, now, expected) => {
    expect(ratingTyped(scale, letter, now)).toBe(expected);
  });

  it('is a code before it is the beginning of a label', () => {
    const amber = rating('B', 'Amber');
    expect(ratingTyped([blue, amber], 'b', undefined)).toBe(amber);
  });
});

describe('the keys of a grid', () => {
  const size = { rows: 10, columns: 8, page: 4 };
  const go = (row: number, column: number, key: string, ctrlKey = false) => {
    const to = moved({ row, column }, { key, ctrlKey }, size);
    return to && [to.row, to.column];
  };

  it.each([
    [0, 0, 'ArrowUp', false, [-1, 0]],
    [-1, 3, 'ArrowUp', false, [-1, 3]],
    [9, 3, 'ArrowDown', false, [9, 3]],
    [4, 7, 'ArrowRight', false, [4, 7]],
    [4, 0, 'ArrowLeft', false, [4, 0]],
    [4, 3, 'Home', false, [4, 0]],
    [4, 3, 'End', false, [4, 7]],
    [4, 3, 'Home', true, [0, 0]],
    [4, 3, 'End', true, [9, 7]],
    [4, 3, 'PageDown', false, [8, 3]],
    [8, 3, 'PageDown', false, [9, 3]],
    [2, 3, 'PageUp', false, [0, 3]],
    [-1, 3, 'PageUp', false, [-1, 3]],
    [4, 3, 'ArrowDown', true, [9, 3]],
    [4, 3, 'a', false, undefined],
  ] as const)('from %i, %i, %s (Ctrl %s) goes to %o', (row, column, key, ctrlKey, expected) => {
    expect(go(row, column, key, ctrlKey)).toEqual(expected);
  });

  it('write with letters alone', () => {
    const key = (name: string, ctrlKey = false) => writes({ key: name, ctrlKey, metaKey: false, altKey: false });
    expect([key('q'), key('é'), key('😀'), key('3')]).toEqual([true, true, true, true]);
    expect([key('c', true), key('Tab'), key(' '), key('F2')]).toEqual([false, false, false, false]);
  });
});
