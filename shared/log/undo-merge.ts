import type { Fields } from '../plan/records.ts';
import { type Log, upTo } from './came-in.ts';
import { type Conflict, conflictsOf } from './conflicts.ts';
import { changesTo, differences } from './difference.ts';
import type { Change, DraftChange } from './edit.ts';
import { isEqual } from './equal.ts';
import { codesUsed, type Folded, foldLog, lastFields, standingOf, toLog, valueIn } from './fold.ts';

/** The way from one state of a plan to another. */
export interface Move {
  changes: DraftChange[];
  /** What is in conflict at its end: `openAgain` lays it out, once the changes are made. */
  conflicts: Conflict[];
}

/**
 * The way back behind a merge. The log only grows, and what came in stays in it: each value is put back to what it was,
 * and what came into conflict is decided for what was there before.
 *
 * @param log the whole log, in its order
 * @param id the edit that brought the copy in
 */
export function takeBackMerge(log: Log, id: string): Move {
  const { before, after } = around(log, id);
  return move(after, before);
}

/** The way forward again, with all that was in conflict then. */
export function putBackMerge(log: Log, id: string): Move {
  const { before, after } = around(log, id);
  return move(before, after);
}

/**
 * The changes that lay the other values of each conflict beside the one that is shown: each takes the place of what the
 * shown one took the place of.
 *
 * @param changes the log, with those of the move
 */
export function openAgain({ conflicts }: Move, changes: Change[], edit: string, newId: () => string): Change[] {
  return conflicts.flatMap(({ kind, record, field, choices }) => {
    const history = changes.filter((change) => change.kind === kind && change.record === record);
    const heads = standingOf(kind, history).heads.get(field) ?? [];
    const missing = choices.filter(({ value }) => !heads.some((head) => isEqual(valueIn(field, head), value)));
    const replaces = heads[0]?.replaces ?? [];
    return missing.map(({ value }): Change => {
      return { id: newId(), edit, kind, record, field, value: toLog(field, value, history), replaces };
    });
  });
}

interface State extends Folded {
  changes: Change[];
  conflicts: Conflict[];
}

function move(from: State, to: State): Move {
  const inConflict = [...from.conflicts.filter(isNotIn(to)), ...to.conflicts.filter(isNotIn(from))];
  // What lives only because a deletion did not know of it is settled too: it lives, or it is deleted.
  const kept = from.kept.flatMap(({ kind, record }) =>
    Object.keys(to.records[kind].get(record) ?? {}).map((field) => ({ kind, record, field })),
  );
  const settled = [...inConflict, ...kept].flatMap(({ kind, record, field }): DraftChange[] => {
    const fields = to.records[kind].get(record) as Record<string, DraftChange['value']> | undefined;
    return fields ? [{ kind, record, field, value: fields[field] ?? null }] : [];
  });
  return {
    changes: [...recoded(from, to), ...changesTo(differences(from.records, to.records)), ...settled],
    conflicts: to.conflicts,
  };
}

/**
 * A rating is named by its code, also after it was deleted. One that goes has the code that it went with, or whoever has
 * the other would bring it back; one that was not there has a code that nobody has, where somebody has its own.
 */
function recoded(from: State, to: State): DraftChange[] {
  const used = codesUsed(to.records);
  return [...from.records.rating].flatMap(([record, { code }]): DraftChange[] => {
    if (to.records.rating.has(record)) return [];
    const history = to.changes.filter((change) => change.kind === 'rating' && change.record === record);
    const last = lastFields('rating', history) as Fields<'rating'> | undefined;
    const next = last ? last.code : free(code, used);
    return next === code ? [] : [{ kind: 'rating', record, field: 'code', value: next }];
  });
}

function free(code: string, used: ReadonlySet<string | null>): string {
  for (let count = 2, next = code; ; count++) {
    if (!used.has(next)) return next;
    next = `${code.slice(0, 30)}-${count}`;
  }
}

function isNotIn({ conflicts }: State): (conflict: Conflict) => boolean {
  const known = new Map(conflicts.map((each) => [keyOf(each), valuesOf(each)]));
  return (conflict) => known.get(keyOf(conflict)) !== valuesOf(conflict);
}

/** How the plan stood before and after a merge. */
function around(log: Log, id: string): { before: State; after: State } {
  const at = log.edits.findIndex((edit) => edit.id === id);
  const target = log.edits[at]?.target;
  const state = (count: number): State => {
    const then = upTo(log, count);
    const folded = foldLog(then.changes);
    return { ...folded, changes: then.changes, conflicts: conflictsOf(then, folded.records) };
  };
  return { before: state(log.edits.findIndex((edit) => edit.id === target) + 1), after: state(at + 1) };
}

function keyOf({ kind, record, field }: Conflict): string {
  return `${kind} ${record} ${field}`;
}

function valuesOf({ choices }: Conflict): string {
  return choices
    .map(({ value }) => JSON.stringify(value))
    .sort()
    .join('\n');
}
