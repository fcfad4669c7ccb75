import type { Files } from '../files.ts';
import type { ReadingLimits } from '../untrusted.ts';

/** What a plan file needs to know of the world. */
export interface PlanFileEnvironment {
  /** The app's own folder on this computer. */
  profile: string;
  /** Whoever edits: a name or a role. It proves nothing. */
  author: string;
  device: string;
  now(): Date;
  /** A new UUID, version 7. */
  newId(): string;
  /** Folders that are emptied without notice, where no plan is written. */
  temporaryFolders: string[];
  reading?: ReadingLimits;
  files?: Files;
  /** Told of what failed without any harm to the plan: for the log that IT may ask for. */
  quietly?(error: unknown): void;
  /** How long to wait for another program to let go of a file, in milliseconds, if not 5 s (60 s at close). */
  patience?: number;
  /** How long the place of a file is waited for that does not answer, in milliseconds, if not 5 s (15 s at close). */
  silence?: number;
}

/** A name as the log takes it: one line, whole characters, not too long. */
export function signature(name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  const line = name.toWellFormed().replace(/[\u0000-\u001f\u007f\ufffe\uffff]+/g, ' ');
  return line.slice(0, 200).toWellFormed();
}
