import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import nspell from 'nspell';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');
const read = (name: string) => fs.readFileSync(path.join(root, 'assets/dictionaries', name));
const words = read('words.txt').toString().trimEnd().split('\n');

test('the made files are made of the list and the package as they are now (else run scripts/make-dictionary.mjs)', () => {
  const made = JSON.parse(read('made.json').toString());
  const { version } = JSON.parse(
    fs.readFileSync(path.join(root, 'node_modules/dictionary-en-gb/package.json'), 'utf8'),
  );
  expect(made.from).toBe(`dictionary-en-gb ${version}`);
  for (const [name, hash] of Object.entries(made.sha256)) {
    expect(createHash('sha256').update(read(name)).digest('hex'), name).toBe(hash);
  }
  const theirs = fs.readFileSync(path.join(root, 'node_modules/dictionary-en-gb/index.dic'), 'utf8');
  expect(read('en-GB.dic').toString()).toContain(theirs.slice(theirs.indexOf('\n') + 1));
});

test('our list is in order, says nothing twice, and nothing that the dictionary has already', () => {
  const theirs = nspell(
    fs.readFileSync(path.join(root, 'node_modules/dictionary-en-gb/index.aff')),
    fs.readFileSync(path.join(root, 'node_modules/dictionary-en-gb/index.dic')),
  );
  const plain = words.map((word) => word.replace(/\/.*/, ''));
  expect(new Set(plain).size).toBe(plain.length);
  expect(words).toEqual(
    [...words].sort((a, b) => new Intl.Collator('en-GB').compare(stem(a), stem(b)) || (a < b ? -1 : 1)),
  );
  expect(words.filter((word) => !word.includes('/') && theirs.correct(word))).toEqual([]);
});

test('every word of our list is known, with the possessive where it has one', () => {
  const ours = nspell(read('en-GB.aff'), read('en-GB.dic'));
  expect(words.filter((word) => !ours.correct(stem(word)))).toEqual([]);
  expect(words.filter((word) => /\/.*M/.test(word) && !ours.correct(`${stem(word)}'s`))).toEqual([]);
});

function stem(word: string): string {
  return word.replace(/\/.*/, '');
}
