import { type Fields, type Records, recordSchemas } from '../plan/records.ts';
import { type Change, type DraftChange, type Edit, type RecordKind, recordKinds } from './edit.ts';
import { isEqual } from './equal.ts';
import { fold } from './fold.ts';
import { whole } from './whole.ts';
import { isWithheld } from './withhold.ts';

/** The plan as it was at a moment, under a name: "Board, September". */
export interface Point {
  /** The id of the edit that marked it. */
  id: string;
  name: string;
  /** When it was marked: a moment, UTC. */
  at: string;
  author: string;
}

/** How the name of a point begins at which a copy was made for somebody. */
export const sharedWith = 'Shared with ';

/** The named points of a log, newest first, each under the last name that it was given; without those taken back. */
export function pointsOf(edits: readonly Edit[]): Point[] {
  const points = new Map<string, Point>();
  const gone = new Set<string>();
  for (const edit of edits) {
    const { id, kind, label, at, author, target } = edit;
    if (kind === 'undo' && target !== null) gone.add(target);
    if (kind === 'redo' && target !== null) gone.delete(target);
    if (kind !== 'point' || isWithheld(edit)) continue;
    const renamed = target === null ? undefined : points.get(target);
    if (renamed) points.set(renamed.id, { ...renamed, name: label });
    else if (target === null) points.set(id, { id, name: label, at, author });
  }
  return [...points.values()].filter(({ id }) => !gone.has(id)).reverse();
}

/**
 * The records as they were when an edit had just been made.
 * @param edits in the order in which they came into this log
 * @param changes those of the whole log, in any order
 */
export function recordsAfter(edit: string, edits: readonly Edit[], changes: Iterable<Change>): Records {
  const until = new Set(edits.slice(0, edits.findIndex(({ id }) => id === edit) + 1).map(({ id }) => id));
  return fold([...changes].filter((change) => until.has(change.edit)));
}

/**
 * The changes that make the records as they were: first what is to be there again, owners before what belongs to them,
 * then what differs, and last what is to go, so that nothing is taken along that has another owner by then.
 */
export function changesBackTo(then: Records, now: Records): DraftChange[] {
  const each = (of: (kind: RecordKind) => DraftChange[]) => recordKinds.flatMap(of);
  const entries = (records: Records, kind: RecordKind) => [...(records[kind] as ReadonlyMap<string, Fields>)];
  return [
    ...each((kind) =>
      entries(then, kind)
        .filter(([id]) => !now[kind].has(id))
        .map(([record, value]) => ({ kind, record, field: whole, value: value as DraftChange['value'] })),
    ),
    ...each((kind) =>
      entries(then, kind).flatMap(([record, before]) => {
        const after = now[kind].get(record) as Record<string, unknown> | undefined;
        if (!after) return [];
        return Object.keys(recordSchemas[kind].shape)
          .filter((field) => !isEqual((before as Record<string, unknown>)[field], after[field]))
          .map((field) => ({
            kind,
            record,
            field,
            value: ((before as Record<string, unknown>)[field] ?? null) as DraftChange['value'],
          }));
      }),
    ),
    ...each((kind) =>
      entries(now, kind)
        .filter(([id]) => !then[kind].has(id))
        .map(([record]) => ({ kind, record, field: whole, value: null })),
    ),
  ];
}
