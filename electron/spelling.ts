import fs from 'node:fs';
import path from 'node:path';
import { app, type Session } from 'electron';

/** The marking of words while they are typed, by Chromium's own checker with the dictionary that comes with the app. */
export interface Spelling {
  /** The words that the person has added, in the order in which that was done. */
  readonly ownWords: readonly string[];
  addWord(word: string): void;
  removeWord(word: string): void;
  /** Accepts these words (the names in the plan that is open) in place of the last ones. */
  acceptNames(names: string[]): void;
}

/** Where the dictionaries of the app are, and the one that Chromium looks for under this very name. */
export const dictionaries = () => path.join(app.getAppPath(), 'assets/dictionaries');
const dictionary = 'en-GB-10-1.bdic';

/**
 * To be called before the app is ready. Puts the dictionary where Chromium would put one that it has downloaded, so that
 * it has nothing to download, and keeps it from asking Windows, whose dictionaries differ from one computer to the next.
 */
export function prepareSpelling(profile: string): void {
  const disabled = app.commandLine.getSwitchValue('disable-features');
  app.commandLine.appendSwitch('disable-features', [disabled, 'WinUseBrowserSpellChecker'].filter(Boolean).join(','));
  const wanted = fs.readFileSync(path.join(dictionaries(), dictionary));
  const place = path.join(profile, 'Dictionaries', dictionary);
  if (!fs.existsSync(place) || !wanted.equals(fs.readFileSync(place))) writeWhole(place, wanted);
}

/**
 * To be called first thing when the app is ready.
 *
 * Chromium's list of accepted words is a file of the profile, which is the app's own. It holds the person's words and
 * the names of the plan that is open, and is brought to just that at every start, whatever the last end was like: the
 * names of one plan are not accepted in another. The person's words are also kept by themselves, in `own-words.txt`.
 */
export function startSpelling(session: Session, profile: string): Spelling {
  const isThere = fs.existsSync(path.join(profile, 'Dictionaries', dictionary));
  session.setSpellCheckerLanguages(isThere ? ['en-GB'] : []); // never one that would have to be downloaded
  const file = path.join(profile, 'own-words.txt');
  let ownWords = readWords(file);
  let names: string[] = [];
  let accepted: Set<string> | undefined;
  void session.listWordsInSpellCheckerDictionary().then((words) => {
    accepted = new Set(words);
    bringUpToDate();
  });

  function bringUpToDate(): void {
    if (accepted === undefined) return;
    const wanted = new Set([...ownWords, ...names]);
    for (const word of accepted) if (!wanted.has(word)) session.removeWordFromSpellCheckerDictionary(word);
    for (const word of wanted) if (!accepted.has(word)) session.addWordToSpellCheckerDictionary(word);
    accepted = wanted;
  }

  function keep(words: string[]): void {
    ownWords = words;
    writeWhole(file, words.map((word) => `${word}\n`).join(''));
    bringUpToDate();
  }

  return {
    get ownWords() {
      return ownWords;
    },
    addWord: (word) => keep([...ownWords.filter((each) => each !== word), word]),
    removeWord: (word) => keep(ownWords.filter((each) => each !== word)),
    acceptNames(words) {
      names = words;
      bringUpToDate();
    },
  };
}

function readWords(file: string): string[] {
  if (!fs.existsSync(file)) return [];
  return fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .filter((word) => word !== '');
}

function writeWhole(file: string, content: string | Uint8Array): void {
  const temporary = `${file}.${process.pid}.tmp`;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(temporary, content);
  fs.renameSync(temporary, file);
}
