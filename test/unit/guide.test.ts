import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { commandKeys, commands } from '../../shared/commands.ts';
import { editingKeys } from '../../shared/editing-keys.ts';

const folder = path.resolve(import.meta.dirname, '../../assets/guide');
const pages = fs.readdirSync(folder).map((file) => ({
  name: path.basename(file, '.md'),
  text: fs.readFileSync(path.join(folder, file), 'utf8'),
}));

test('every page of the guide has a title, and its links lead to pages of it', () => {
  const names = pages.map(({ name }) => name);
  for (const { name, text } of pages) {
    expect(text, name).toMatch(/^# \S/);
    for (const [, to] of text.matchAll(/[^!]\[[^\]]+\]\((.+?)\)/g)) {
      expect(
        names.map((each) => `${each}.md`),
        `${name} → ${to}`,
      ).toContain(to);
    }
  }
});

test('the guide names no key that does nothing', () => {
  const known = [
    ...commands.map(({ id }) => commandKeys(id) ?? ''),
    ...editingKeys.flatMap(({ keys }) => keys.map((each) => each.keys ?? '')),
  ].join(' | ');
  for (const { name, text } of pages) {
    for (const [, keys = ''] of text.matchAll(/`((?:Ctrl|Alt|Shift)\+[^`]+|F\d+)`/g)) {
      expect(known, `${name}: ${keys}`).toContain(keys);
    }
  }
});

test('the pictures are small, each is shown somewhere, and says in words what is on it', () => {
  const root = path.resolve(import.meta.dirname, '../..');
  const shown = new Set<string>();
  for (const text of [...pages.map((page) => page.text), fs.readFileSync(path.join(root, 'README.md'), 'utf8')]) {
    for (const [, alt = '', to = ''] of text.matchAll(/!\[(.*?)\]\((.+?)\)/g)) {
      expect(alt.length, to).toBeGreaterThan(20);
      shown.add(path.basename(to));
    }
  }
  const kept = path.join(root, 'assets/screenshots');
  expect(fs.readdirSync(kept).sort()).toEqual([...shown].sort());
  for (const name of shown) expect(fs.statSync(path.join(kept, name)).size, name).toBeLessThan(100_000);
});
