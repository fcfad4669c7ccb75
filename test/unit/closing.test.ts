import { EventEmitter } from 'node:events';
import { expect, onTestFinished, test, vi } from 'vitest';
import { finishBeforeClosing, longestClosing } from '../../electron/closing.ts';

test('at the end of the session the file is brought up to date at once, and again with what was being typed', async () => {
  const done: string[] = [];
  const window = new EventEmitter();
  const page = { flush: async () => void done.push('flush') };
  const desk = { view: {}, file: { publish: async () => void done.push('publish') } };
  finishBeforeClosing(window as never, page as never, desk as never, {} as never);
  window.emit('query-session-end');
  expect(done).toEqual(['publish', 'flush']);
  await expect.poll(() => done).toEqual(['publish', 'flush', 'publish']);
  Object.assign(desk, { view: null });
  window.emit('query-session-end');
  await expect.poll(() => done.at(-1)).toBe('flush');
});

test('a plan that is never done with being closed does not keep the window', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const done: string[] = [];
  const window = Object.assign(new EventEmitter(), {
    hide: () => done.push('hide'),
    destroy: () => done.push('destroy'),
  });
  const desk = { view: {}, close: () => new Promise(() => {}) };
  finishBeforeClosing(window as never, { flush: async () => {} } as never, desk as never, {} as never);
  window.emit('close', { preventDefault: () => done.push('later') });
  await vi.advanceTimersByTimeAsync(longestClosing - 1);
  expect(done).toEqual(['later', 'hide']);
  await vi.advanceTimersByTimeAsync(1);
  expect(done).toEqual(['later', 'hide', 'destroy']);
});
