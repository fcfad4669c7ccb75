import type { Change, Edit } from './edit.ts';

/** A log, in the order in which it came together. */
export interface Log {
  edits: Edit[];
  changes: Change[];
}

/**
 * The edits that came into a log from other copies, each with the edit that brought it in. What a merge brought stands
 * between the last edit before it, which it names, and itself.
 */
export function cameInBy(edits: Edit[]): Map<string, Edit> {
  const places = new Map(edits.map(({ id }, index) => [id, index]));
  const found = new Map<string, Edit>();
  for (const [index, edit] of [...edits.entries()].reverse()) {
    // A merge that itself came in stands before the one that brought it. In its own copy other edits stood before it.
    if (edit.kind !== 'merge' || found.has(edit.id)) continue;
    const last = places.get(edit.target ?? '') ?? index;
    for (const each of edits.slice(last + 1, index)) found.set(each.id, edit);
  }
  return found;
}

/** A log as it was after its first `count` edits. */
export function upTo(log: Log, count: number): Log {
  const edits = log.edits.slice(0, count);
  const known = new Set(edits.map(({ id }) => id));
  return { edits, changes: log.changes.filter(({ edit }) => known.has(edit)) };
}
