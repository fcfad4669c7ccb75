import fs from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { app, type Session } from 'electron';
import { capitalised } from '../shared/plan/names.ts';

/** The marking of words while they are typed, by Chromium's own checker with the dictionary that comes with the app. */
export interface Spelling {
  /** The words that the person has added, in the order in which that was done. */
  readonly ownWords: readonly string[];
  addWord(word: string): void;
  removeWord(word: string): void;
  /** Accepts these words (the names in the plan that is open) in place of the last ones. */
  acceptNames(names: string[]): Promise<void>;
}

/** The folder of the dictionaries that come with the app. */
export const dictionaries = () => path.join(app.getAppPath(), 'assets/dictionaries');

/** Chromium looks for a file of this very name, and would download what it does not find. */
const dictionary = 'en-GB-10-1.bdic';

/**
 * To be called before the app is ready. Puts the dictionary where Chromium would put one that it has downloaded, so that
 * it has nothing to download, and keeps it from asking Windows, whose dictionaries differ from one computer to the next.
 *
 * Chromium's list of further words is a file of the profile, which is the app's own. It is begun anew with the person's
 * own words at every start, whatever the last end was like: the names of one plan are not right in another.
 */
export function prepareSpelling(profile: string): void {
  const disabled = app.commandLine.getSwitchValue('disable-features');
  app.commandLine.appendSwitch('disable-features', [disabled, 'WinUseBrowserSpellChecker'].filter(Boolean).join(','));
  const wanted = fs.readFileSync(path.join(dictionaries(), dictionary));
  const place = path.join(profile, 'Dictionaries', dictionary);
  if (!fs.existsSync(place) || !wanted.equals(fs.readFileSync(place))) writeWhole(place, wanted);

  const further = path.join(profile, 'Custom Dictionary.txt');
  fs.rmSync(`${further}.backup`, { force: true });
  writeWhole(further, lines(formsOf(readWords(profile))));
}

/** To be called first thing when the app is ready. */
export function startSpelling(session: Session, profile: string): Spelling {
  const isThere = fs.existsSync(path.join(profile, 'Dictionaries', dictionary));
  session.setSpellCheckerLanguages(isThere ? ['en-GB'] : []);
  let ownWords = readWords(profile);
  let names: string[] = [];
  let unknownNames: string[] = [];
  let accepted = formsOf(ownWords);

  function bringUpToDate(): void {
    const wanted = formsOf([...ownWords, ...unknownNames]);
    for (const word of accepted) if (!wanted.has(word)) session.removeWordFromSpellCheckerDictionary(word);
    for (const word of wanted) if (!accepted.has(word)) session.addWordToSpellCheckerDictionary(word);
    accepted = wanted;
  }

  function keep(words: string[]): void {
    ownWords = words;
    writeWhole(ownWordsIn(profile), lines(words));
    bringUpToDate();
  }

  return {
    get ownWords() {
      return ownWords;
    },
    addWord: (word) => keep([...ownWords.filter((each) => each !== word), word]),
    removeWord: (word) => keep(ownWords.filter((each) => each !== word)),
    async acceptNames(words) {
      if (words.join() === names.join()) return;
      names = words;
      const unknown = await withoutKnown(words);
      if (names !== words) return; // others have come meanwhile
      unknownNames = unknown;
      bringUpToDate();
    },
  };
}

/** Chromium takes a further word to the letter, so it is given the forms that a dictionary would see by itself. */
function formsOf(words: readonly string[]): Set<string> {
  return new Set(words.flatMap((word) => [word, capitalised(word), word.toUpperCase(), `${word}'s`, `${word}’s`]));
}

/** Most words in names are in the dictionary ("Head", "People"). Chromium writes its whole file for each that is not. */
async function withoutKnown(words: string[]): Promise<string[]> {
  if (words.length === 0) return [];
  const entries = (await readFile(path.join(dictionaries(), 'en-GB.dic'), 'utf8')).split('\n');
  const known = new Set(entries.map((entry) => entry.replace(/\/.*/, '')));
  return words.filter((word) => !known.has(word) && !known.has(word.toLowerCase()));
}

function ownWordsIn(profile: string): string {
  return path.join(profile, 'own-words.txt');
}

function readWords(profile: string): string[] {
  const file = ownWordsIn(profile);
  if (!fs.existsSync(file)) return [];
  return fs
    .readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .filter((word) => word !== '');
}

function lines(words: Iterable<string>): string {
  return [...words].map((word) => `${word}\n`).join('');
}

function writeWhole(file: string, content: string | Uint8Array): void {
  const temporary = `${file}.${process.pid}.tmp`;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(temporary, content);
  fs.renameSync(temporary, file);
}
