import { expect, test } from 'vitest';
import { commandKeys, commandLabel, commands } from '../../shared/commands.ts';

test('no two commands have the same keys, and in one menu no two the same letter', () => {
  const keys = commands.flatMap(({ id }) => commandKeys(id) ?? []);
  expect(new Set(keys).size).toBe(keys.length);
  for (const menu of ['file', 'edit', 'view', 'help']) {
    const letters = commands.flatMap((each) =>
      each.menu === menu ? [/&(.)/.exec(each.label)?.[1]?.toLowerCase()] : [],
    );
    expect(letters, menu).not.toContain(undefined);
    expect(new Set(letters).size, `${menu}: ${letters}`).toBe(letters.length);
  }
});

test('labels and keys are written as people read them', () => {
  expect(commandLabel('saveCopy')).toBe('Save a copy…');
  expect(commandKeys('saveCopy')).toBe('Ctrl+Shift+S');
  expect(commandKeys('zoomIn')).toBe('Ctrl++');
  expect(commandKeys('about')).toBeUndefined();
});
