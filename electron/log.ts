import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** The app's log: mistakes of ours, each with a reference that its message names. It never leaves the computer. */
export interface AppLog {
  /** Writes an unexpected error down and returns its reference: eight hexadecimal digits. */
  unexpected(error: unknown): string;
  /** The newest entries without the messages of errors, which could quote a plan. */
  withoutMessages(): string[];
}

const largest = 500_000;

/** A log in `folder`, which is made when first needed. A full log is kept once as app.log.1, and begun anew. */
export function openLog(folder: string): AppLog {
  const file = path.join(folder, 'app.log');
  return {
    unexpected(error) {
      const reference = randomBytes(4).toString('hex');
      const at = new Date().toISOString();
      try {
        fs.mkdirSync(folder, { recursive: true });
        if (sizeOf(file) > largest) fs.renameSync(file, `${file}.1`);
        fs.appendFileSync(file, `${JSON.stringify({ at, reference, ...describe(error) })}\n`);
      } catch (failure) {
        // A log that cannot be written must not take the app down with it; the terminal is what is left.
        console.error(failure, error);
      }
      return reference;
    },
    withoutMessages() {
      return read(file)
        .split('\n')
        .filter((line) => line !== '')
        .slice(-20)
        .map((line) => {
          const { at, reference, name, stack } = JSON.parse(line) as Record<string, string>;
          return [`${at} ${reference} ${name}`, ...framesOf(stack ?? '')].join('\n');
        });
    },
  };
}

function describe(error: unknown): { name: string; message: string; stack: string } {
  if (!(error instanceof Error)) return { name: typeof error, message: String(error), stack: '' };
  const cause = error.cause instanceof Error ? `\nCaused by: ${error.cause.stack ?? error.cause.message}` : '';
  return { name: error.name, message: error.message, stack: `${error.stack ?? ''}${cause}` };
}

function framesOf(stack: string): string[] {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8);
}

function sizeOf(file: string): number {
  return fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function read(file: string): string {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
}
