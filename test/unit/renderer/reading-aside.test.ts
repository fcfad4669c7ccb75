import { afterEach, expect, test, vi } from 'vitest';
import type { Reading } from '../../../renderer/review/reading.ts';
import { type Answer, Reader, type Told } from '../../../renderer/review/reading-aside.ts';
import { about, choicesOf } from '../../../shared/recognise/choices.ts';
import type { WordDocument, WordRow } from '../../../shared/recognise/document.ts';

/** Stands in for the browser's threads: it keeps what it is told, and answers when the test says so. */
class Thread {
  static started: Thread[] = [];
  told: Told[] = [];
  ended = false;
  onmessage?: (event: { data: Answer }) => void;
  onerror?: (event: { message: string }) => void;
  constructor() {
    Thread.started.push(this);
  }
  postMessage(told: Told): void {
    this.told.push(told);
  }
  terminate(): void {
    this.ended = true;
  }
  answer(number: number): Reading {
    const reading = { problem: null } as Reading;
    this.onmessage?.({ data: { number, reading } });
    return reading;
  }
}

afterEach(() => {
  vi.unstubAllGlobals();
  Thread.started = [];
});

function table(rows: number): WordDocument {
  const row = (...texts: string[]): WordRow => ({
    header: false,
    cells: texts.map((text, column) => ({ column, columnSpan: 1, rowSpan: 1, paragraphs: [{ runs: [{ text }] }] })),
  });
  const actions = Array.from({ length: rows }, (_, at) => row('Indicator 1', `Action ${at}`));
  const block = { kind: 'table' as const, columns: 2, rows: [row('Indicator', 'Action'), ...actions] };
  return { title: '', footer: '', leftOut: [], blocks: [block] };
}

const choices = choicesOf([{ about: about.usualPeriod, take: '2026-27' }]);

test('a short document is read at once, and needs no thread', async () => {
  const reading = await new Reader('Plan.docx', table(20)).read(choices);
  expect(reading?.read?.plan.actions).toHaveLength(20);
});

test('a long one is told to the thread once; of two readings the newer counts, and one that is stopped is none', async () => {
  vi.stubGlobal('Worker', Thread);
  const document = table(2_000);
  const reader = new Reader('Plan.docx', document);
  const [older, newer] = [reader.read(choices), reader.read(choices)];
  const [thread] = Thread.started as [Thread];
  expect(thread.told).toEqual([
    { file: 'Plan.docx', document },
    { number: 1, choices },
    { number: 2, choices },
  ]);
  expect(await older).toBeNull();
  thread.answer(1);
  const reading = thread.answer(2);
  expect(await newer).toBe(reading);

  const stopped = reader.read(choices);
  reader.stop();
  expect(await stopped).toBeNull();
  expect(thread.ended).toBe(true);

  const failing = reader.read(choices);
  const [, second] = Thread.started as [Thread, Thread];
  expect(second.told[0]).toEqual({ file: 'Plan.docx', document });
  second.onerror?.({ message: 'It broke' });
  await expect(failing).rejects.toThrow('It broke');
  expect(Thread.started).toHaveLength(2);
});
