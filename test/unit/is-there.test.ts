import { expect, onTestFinished, test, vi } from 'vitest';
import { isThere } from '../../electron/is-there.ts';

test('a drive that does not answer is asked one thing, and what is on others is found', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const asked: string[] = [];
  const ask = (file: string): Promise<void> => {
    asked.push(file);
    if (file.startsWith('/silent')) return new Promise(() => undefined);
    return file.includes('gone') ? Promise.reject(new Error('ENOENT')) : Promise.resolve();
  };
  for (let times = 0; times < 2; times++) {
    const files = ['/silent/1', '/here/1', '/silent/2', '/here/gone', '/here/2'];
    const asking = Promise.all(files.map((file) => isThere(file, ask)));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await asking).toEqual([false, true, false, false, true]);
  }
  expect(asked.filter((file) => file.startsWith('/silent'))).toHaveLength(1);
});
