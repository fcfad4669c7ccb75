import type { Desk } from '../desk.ts';
import { dictionaries, type Spelling } from '../spelling.ts';
import type { Handlers } from './dispatch.ts';

/** The spelling of the whole plan, and the words that the person has added. */
export function spellingHandlers(
  desk: Desk,
  spelling: Spelling,
): Pick<Handlers, 'checkSpelling' | 'suggestSpelling' | 'ownWords' | 'addWord' | 'removeWord'> {
  let opened: ReturnType<typeof openCheck> | undefined;
  const check = () => {
    opened ??= openCheck();
    return opened;
  };

  return {
    checkSpelling: async () => {
      const plan = desk.view?.plan;
      if (plan === undefined) throw new Error('There is no plan open.');
      const { inTheirSentences, namesIn, spelledIn } = await import('../../shared/plan/spelling.ts');
      const texts = spelledIn(plan);
      const misspellings = await (await check()).checkSpelling(
        texts.map(({ text }) => text),
        { extraWords: [...namesIn(plan), ...spelling.ownWords] },
      );
      return inTheirSentences(texts, misspellings);
    },
    suggestSpelling: async ({ word }) => (await check()).suggest(word),
    ownWords: () => spelling.ownWords,
    addWord: ({ word }) => {
      spelling.addWord(word);
      return spelling.ownWords;
    },
    removeWord: ({ word }) => {
      spelling.removeWord(word);
      return spelling.ownWords;
    },
  };
}

/** Its thread starts with the first question. */
async function openCheck() {
  const { openSpellingCheck } = await import('../check-spelling.ts');
  return openSpellingCheck(dictionaries());
}
