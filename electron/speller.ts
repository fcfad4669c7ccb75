import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import nspell from 'nspell';
import { type Misspelling, wordsIn } from '../shared/plan/spelling.ts';

/**
 * The entry of the thread that checks spelling: loading the dictionary and looking for suggestions take a while, and
 * must not stand in front of the window. It is given the folder of the dictionary, and then answers what it is asked.
 */
export type Question = { check: string[]; extraWords: string[] } | { suggestFor: string };
export type Answer = Misspelling[] | string[];

/** The longest word that suggestions are looked for: what is longer is not a slip, and takes time by its square. */
const longest = 30;
const mostSuggestions = 5;

const speller = nspell(read('en-GB.aff'), read('en-GB.dic'));

parentPort?.on('message', (question: Question) => parentPort?.postMessage(answer(question)));

function answer(question: Question): Answer {
  return 'check' in question ? check(question.check, question.extraWords) : suggestions(plain(question.suggestFor));
}

function check(texts: string[], extraWords: string[]): Misspelling[] {
  const extra = new Set(extraWords.map(plain));
  const known = new Map<string, boolean>();
  return texts.flatMap((text, index) =>
    wordsIn(text)
      .filter(({ word }) => {
        if (!known.has(word)) known.set(word, isKnown(plain(word), extra));
        return known.get(word) === false;
      })
      .map((found) => ({ text: index, ...found })),
  );
}

/** In the dictionary, or a word of `extra` or its possessive, perhaps written with more capitals. */
function isKnown(word: string, extra: Set<string>): boolean {
  return speller.correct(word) || casings(word).some((each) => extra.has(each) || extra.has(each.replace(/'s$/i, '')));
}

/** How the word may stand in a list of words: as it is; if it is in capitals, as a name; if it begins with one, without. */
function casings(word: string): string[] {
  const small = word.toLowerCase();
  const name = word.charAt(0) + small.slice(1);
  if (word === word.toUpperCase()) return [word, name, small];
  return word === name ? [word, small] : [word];
}

/**
 * What the library finds near, in a better order: first the same letters in another order (teh: the), then all letters
 * of the word with others between them (color: colour, not colon), then the rest.
 */
function suggestions(word: string): string[] {
  if (word.length > longest) return [];
  const found = speller.suggest(word);
  return [0, 1, 2].flatMap((rank) => found.filter((each) => rankOf(each, word) === rank)).slice(0, mostSuggestions);
}

function rankOf(suggestion: string, word: string): number {
  const [small, meant] = [word.toLowerCase(), suggestion.toLowerCase()];
  if ([...small].sort().join() === [...meant].sort().join()) return 0;
  return hasLettersOf(meant, small) ? 1 : 2;
}

/** Whether a word has the letters of another in their order, with others between them. */
function hasLettersOf(word: string, other: string): boolean {
  let from = 0;
  for (const letter of other) {
    from = word.indexOf(letter, from) + 1;
    if (from === 0) return false;
  }
  return true;
}

/** With the straight apostrophe that dictionaries have. */
function plain(word: string): string {
  return word.replaceAll('’', "'");
}

function read(name: string): Buffer {
  return readFileSync(path.join(workerData as string, name));
}
