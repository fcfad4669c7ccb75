import type { WordDocument } from '../../shared/recognise/document.ts';
import { readingOf } from './reading.ts';
import type { Answer, Told } from './reading-aside.ts';

/** The thread of `reading-aside.ts`: it has its own walls, as the page has, and reads what it is told. */
let file = '';
let document: WordDocument;

addEventListener('message', ({ data }: MessageEvent<Told>) => {
  if ('document' in data) ({ file, document } = data);
  else postMessage({ number: data.number, reading: readingOf(file, document, data.choices) } satisfies Answer);
});
