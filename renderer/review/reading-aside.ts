import type { Choices } from '../../shared/recognise/choices.ts';
import type { WordDocument } from '../../shared/recognise/document.ts';
import { type Reading, readingOf } from './reading.ts';

/** What the thread is told: the document once, then the choices to read it with, each time under the next number. */
export type Told = { file: string; document: WordDocument } | { number: number; choices: Choices };

export interface Answer {
  number: number;
  reading: Reading;
}

/** Reads a document again and again: one that is long in a thread of its own, so that the page goes on meanwhile. */
export class Reader {
  readonly #file: string;
  readonly #document: WordDocument;
  #thread: Worker | undefined;
  #number = 0;
  #giveUp: (() => void) | undefined;

  /** @param file its name, for people to read */
  constructor(file: string, document: WordDocument) {
    this.#file = file;
    this.#document = document;
  }

  /** Null where it was stopped, or asked for another reading before it was done. */
  async read(choices: Choices): Promise<Reading | null> {
    if (!isLong(this.#document)) return readingOf(this.#file, this.#document, choices);
    this.#giveUp?.();
    this.#thread ??= this.#started();
    const thread = this.#thread;
    this.#number += 1;
    const number = this.#number;
    return new Promise((resolve, reject) => {
      this.#giveUp = () => resolve(null);
      thread.onmessage = ({ data }: MessageEvent<Answer>) => {
        if (data.number === number) resolve(data.reading);
      };
      thread.onerror = ({ message }) => {
        reject(new Error(message));
        this.stop();
      };
      thread.postMessage({ number, choices } satisfies Told);
    });
  }

  /** Gives up what is under way, and ends the thread; another is started for the next reading. */
  stop(): void {
    this.#giveUp?.();
    this.#thread?.terminate();
    this.#thread = undefined;
  }

  #started(): Worker {
    const thread = new Worker(new URL('./reading-thread.ts', import.meta.url), { type: 'module' });
    thread.postMessage({ file: this.#file, document: this.#document } satisfies Told);
    return thread;
  }
}

/** Beyond so many paragraphs and rows, reading takes longer than a moment. */
const long = 800;

function isLong({ blocks }: WordDocument): boolean {
  return blocks.reduce((sum, block) => sum + (block.kind === 'table' ? block.rows.length : 1), 0) > long;
}
