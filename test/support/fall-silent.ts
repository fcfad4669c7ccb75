import { execFileSync } from 'node:child_process';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { constants, open, writeFile } from 'node:fs/promises';

/** Whoever reads the file waits, as on a network that hangs, until the function that is given back is called. */
export function fallSilent(file: string): () => Promise<void> {
  const [bytes, pipe] = [readFileSync(file), `${file}.pipe`];
  execFileSync('mkfifo', [pipe]);
  renameSync(pipe, file);
  return async () => {
    renameSync(file, pipe);
    writeFileSync(file, bytes);
    const reader = await open(pipe, constants.O_WRONLY | constants.O_NONBLOCK).catch(() => null);
    // Where whoever read has been ended, there is nobody to answer.
    if (reader) await writeFile(pipe, bytes);
    await reader?.close();
    rmSync(pipe);
  };
}
