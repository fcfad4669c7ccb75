import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Misspelling } from '../shared/plan/spelling.ts';
import type { Answer, Question } from './speller.ts';

/** The check of whole texts by the dictionary that comes with the app, in a thread of its own. */
export interface SpellingCheck {
  /**
   * The words of the texts that are neither in the dictionary nor in `extraWords` (the plan's names, the person's own
   * words), in the order of the texts. A whole plan takes tens of milliseconds.
   */
  checkSpelling(texts: string[], options?: { extraWords?: string[] }): Promise<Misspelling[]>;
  /**
   * What may have been meant by a word, likeliest first, five at the most. Asked word by word, when a person looks at
   * it: a word that is far from all others takes a good part of a second.
   */
  suggest(word: string): Promise<string[]>;
  /** Ends the thread, if it runs. Whoever is still waiting for an answer is told so. */
  close(): Promise<void>;
}

export interface SpellingSettings {
  /** The program of the thread, if not the one that is built beside this. */
  speller?: string | URL;
  /** How long the thread is kept after its last answer, in milliseconds. */
  idle?: number;
}

/**
 * Prepares the check. The thread starts with the first question, and ends when there has been none for a while, so that
 * its memory is given back.
 *
 * @param dictionaries the folder that en-GB.aff and en-GB.dic are in
 */
export function openSpellingCheck(dictionaries: string, settings: SpellingSettings = {}): SpellingCheck {
  const { speller = path.join(import.meta.dirname, 'speller.js'), idle = 120_000 } = settings;
  let worker: Worker | undefined;
  let timer: NodeJS.Timeout | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  /** One question at a time, in the order in which they were asked. */
  function ask(question: Question): Promise<Answer> {
    const mine = turn.then(async () => {
      clearTimeout(timer);
      worker ??= new Worker(speller, { workerData: dictionaries });
      try {
        return await answerOf(worker, question);
      } catch (error) {
        worker = undefined; // it has ended; the next question starts another
        throw error;
      } finally {
        timer = setTimeout(() => void close(), idle).unref();
      }
    });
    turn = mine.catch(() => undefined);
    return mine;
  }

  async function close(): Promise<void> {
    clearTimeout(timer);
    const ended = worker;
    worker = undefined;
    await ended?.terminate();
  }

  return {
    checkSpelling: (texts, { extraWords = [] } = {}) => ask({ check: texts, extraWords }) as Promise<Misspelling[]>,
    suggest: (word) => ask({ suggestFor: word }) as Promise<string[]>,
    close,
  };
}

function answerOf(worker: Worker, question: Question): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const ended = () => failed(new Error('The check of the spelling was ended.'));
    const failed = (error: unknown) => {
      stopListening();
      reject(error);
    };
    const answered = (answer: Answer) => {
      stopListening();
      resolve(answer);
    };
    const stopListening = () => worker.off('message', answered).off('error', failed).off('exit', ended);
    worker.on('message', answered).on('error', failed).on('exit', ended);
    worker.postMessage(question);
  });
}
