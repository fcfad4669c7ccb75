import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Page } from '../../shared/layout/page.ts';

/** How many rows of tables are written sooner than a thread has started. */
const few = 300;

/**
 * The bytes of a Word file, as `writeWord` makes them. A long page takes a second and more: it is made in a thread of its
 * own, so that the window goes on meanwhile.
 *
 * @param signal ends the thread and throws its reason
 */
export async function writeWordAside(page: Page, signal?: AbortSignal): Promise<Uint8Array> {
  if (rowsOf(page) <= few) return (await import('./write.ts')).writeWord(page);
  signal?.throwIfAborted();
  const thread = new Worker(writerBesideThis, { workerData: page });
  const stop = () => void thread.terminate();
  signal?.addEventListener('abort', stop);
  try {
    return await new Promise((resolve, reject) => {
      thread.once('message', resolve);
      thread.once('error', reject);
      thread.once('exit', () => reject(signal?.aborted ? signal.reason : new Error('The writing of Word stopped.')));
    });
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}

/** Built, or as source: of the same kind as this file. */
const writerBesideThis = path.join(import.meta.dirname, `word-writer${path.extname(import.meta.filename)}`);

function rowsOf(page: Page): number {
  return page.blocks.reduce((sum, block) => sum + (block.kind === 'table' ? block.table.rows.length : 0), 0);
}
