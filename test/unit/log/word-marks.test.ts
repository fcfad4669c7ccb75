import fc from 'fast-check';
import { expect, test } from 'vitest';
import { elided, markWords, type Stretch } from '../../../shared/log/word-marks.ts';

const differing = (stretches: Stretch[]) => stretches.filter(({ differs }) => differs).map(({ text }) => text.trim());
const textOf = (stretches: Stretch[]) => stretches.map(({ text }) => text).join('');

test('the words that went and those that are new are marked, in the middle too', () => {
  const { before, after } = markWords(
    'Review every case over eight weeks, with HR.',
    'Review each case over six weeks, with HR and the network.',
  );
  expect(differing(before)).toEqual(['every', 'eight', 'HR.']);
  expect(differing(after)).toEqual(['each', 'six', 'HR and the network.']);
  expect(differing(markWords('one two', 'one two').before)).toEqual([]);
  expect(differing(markWords('', 'new').after)).toEqual(['new']);
});

test('of any two texts the stretches are the texts themselves, and what is not marked is in both', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', 'c ', ' ', '\n', 'word', '•'), { maxLength: 40 })
    .map((all) => all.join(''));
  fc.assert(
    fc.property(text, text, (one, other) => {
      const { before, after } = markWords(one, other);
      expect(textOf(before)).toBe(one);
      expect(textOf(after)).toBe(other);
      const alike = (stretches: Stretch[]) =>
        stretches.flatMap(({ text: words, differs }) => (differs ? [] : words.split(/\s+/).filter(Boolean)));
      expect(alike(before)).toEqual(alike(after));
    }),
    { numRuns: 500 },
  );
});

test('a long text is shown as far as it differs', () => {
  const words = (count: number) => Array.from({ length: count }, (_, index) => `w${index}`).join(' ');
  const { after } = markWords(`${words(50)} old ${words(50)}`, `${words(50)} new ${words(50)}`);
  expect(textOf(elided(after, 2))).toBe('… w48 w49 new w0 w1 … ');
});
