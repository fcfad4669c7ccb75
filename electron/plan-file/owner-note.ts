import fs from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { OtherView } from '../../shared/ipc/contract.ts';
import { line } from '../../shared/plan/text.ts';
import { prefixOf } from '../files.ts';
import { signature } from './environment.ts';

/** How often the note is renewed, and the others are looked at, in milliseconds. */
const usually = 2 * 60_000;
/** After so many times without being renewed, a note says nothing any more: whoever wrote it was stopped. */
const stale = 3;
/** How long a plan that is closed waits for its note to be taken away, in milliseconds. */
const patience = 1_000;
/** The largest that a note can be, in bytes, and how many are looked into. */
const most = { bytes: 2_000, notes: 20 };

const noteSchema = z.object({ author: line(200), since: z.iso.datetime({ precision: 3 }) });

/**
 * Says beside a plan's file that it is open here, in a small file of its own, and looks who else says so. It is advice
 * and no lock: nobody is kept from anything, and where it cannot be written or read, as in a folder that is read-only,
 * that is nobody's business. Nothing but a name and a time is in it. What a crash leaves of it says nothing after six
 * minutes, and is swept with the next save, after a day at the latest.
 *
 * @param by the name, asked for anew each time, and eight hexadecimal digits that are this computer's and profile's own
 * @param changed told who else has the plan open, whenever that has changed
 * @returns a function that ends it, and takes the note away
 */
export function sayOpen(
  file: string,
  by: { author(): string; mark: string },
  changed: (others: OtherView[]) => void,
  every = usually,
): () => Promise<void> {
  const folder = path.dirname(file);
  const prefix = prefixOf(path.basename(file));
  const own = `${prefix}${by.mark}.open`;
  const since = new Date().toISOString();
  let told = '[]';
  let ended = false;
  // One after the other: a drive that does not answer is asked once.
  let looking: Promise<void> | null = null;
  const timer = setInterval(look, every);
  look();

  function look(): void {
    looking ??= renew().finally(() => {
      looking = null;
    });
  }

  async function renew(): Promise<void> {
    const note = path.join(folder, own);
    await fs.writeFile(note, JSON.stringify({ author: signature(by.author()), since })).catch(() => undefined);
    if (ended) return fs.rm(note, { force: true }).catch(() => undefined);
    const others = await notesIn();
    if (ended || JSON.stringify(others) === told) return;
    told = JSON.stringify(others);
    changed(others);
  }

  /** In the order in which they opened it. */
  async function notesIn(): Promise<OtherView[]> {
    const isNote = (name: string) => name.startsWith(prefix) && /^[0-9a-f]{8}\.open$/.test(name.slice(prefix.length));
    const names = (await fs.readdir(folder).catch(() => [])).filter((name) => isNote(name) && name !== own);
    const notes = await Promise.all(names.slice(0, most.notes).map((name) => noteAt(path.join(folder, name))));
    return notes.filter((note) => note !== null).sort((a, b) => (a.since < b.since ? -1 : 1));
  }

  async function noteAt(note: string): Promise<OtherView | null> {
    try {
      const found = await fs.stat(note);
      if (!found.isFile() || found.size > most.bytes || Date.now() - found.mtimeMs > stale * every) return null;
      return noteSchema.parse(JSON.parse(await fs.readFile(note, 'utf8')));
    } catch {
      return null;
    }
  }

  return async () => {
    ended = true;
    clearInterval(timer);
    const gone = (looking ?? Promise.resolve()).then(() => fs.rm(path.join(folder, own), { force: true }));
    const tooLate = new Promise<void>((resolve) => setTimeout(resolve, patience).unref());
    await Promise.race([gone.catch(() => undefined), tooLate]);
  };
}
