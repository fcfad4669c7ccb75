import type { Records } from '../plan/records.ts';
import type { Log } from './came-in.ts';
import { fold } from './fold.ts';
import { withoutHistory } from './withhold.ts';
import { withoutNames } from './without-names.ts';

/** What goes with a copy for somebody else. */
export interface ToShare {
  history: boolean;
  /** Whose names; `posts`: of whoever is a post or a team by name. */
  names: 'all' | 'posts' | readonly string[];
}

/** A log as somebody else is to have it, with the records that it leads to. */
export function toShare(log: Log, { history, names }: ToShare): Log & { records: Records } {
  const told = history ? log : withoutHistory(log);
  const shared = names === 'all' ? told : withoutNames(told, names === 'posts' ? undefined : names);
  return { records: fold(shared.changes), edits: shared.edits, changes: shared.changes };
}
