import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { finishBeforeClosing } from '../../electron/closing.ts';

test('at the end of the session the file is brought up to date at once, and again with what was being typed', async () => {
  const done: string[] = [];
  const window = new EventEmitter();
  const page = { flush: async () => void done.push('flush') };
  const desk = { view: {}, publish: async () => void done.push('publish') };
  finishBeforeClosing(window as never, page as never, desk as never, {} as never);
  window.emit('query-session-end');
  expect(done).toEqual(['publish', 'flush']);
  await expect.poll(() => done).toEqual(['publish', 'flush', 'publish']);
  Object.assign(desk, { view: null });
  window.emit('query-session-end');
  await expect.poll(() => done.at(-1)).toBe('flush');
});
