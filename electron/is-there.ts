import { access } from 'node:fs/promises';
import path from 'node:path';

/**
 * Whether a file is there. A drive that does not answer within a second counts as gone, and is asked nothing more until
 * it has answered: each question would hold up a thread.
 *
 * @param ask fails where a file is not there
 */
export async function isThere(file: string, ask: (file: string) => Promise<void> = access): Promise<boolean> {
  const drive = process.platform === 'win32' ? path.parse(file).root : path.dirname(file);
  const before = asked.get(drive) ?? Promise.resolve();
  const found = before
    .then(() => ask(file))
    .then(
      () => true,
      () => false,
    );
  asked.set(drive, found);
  const tooLate = new Promise<boolean>((resolve) => setTimeout(resolve, 1_000, false).unref());
  return Promise.race([found, tooLate]);
}

/** What each drive was asked last. */
const asked = new Map<string, Promise<boolean>>();
