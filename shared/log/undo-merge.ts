import type { Fields, Records } from '../plan/records.ts';
import { type Log, upTo } from './came-in.ts';
import { type Conflict, conflictsOf } from './conflicts.ts';
import { changesTo, differences } from './difference.ts';
import type { Change, DraftChange } from './edit.ts';
import { isEqual } from './equal.ts';
import { codesUsed, type Folded, foldLog, type Kept, lastFields, standingOf, toLog, valueIn } from './fold.ts';
import { whole } from './whole.ts';

/** The way from one state of a plan to another. */
export interface Move {
  changes: DraftChange[];
  /** What is in conflict at its end: `openAgain` lays it out, once the changes are made. */
  conflicts: Pick<Conflict, 'kind' | 'record' | 'field' | 'choices'>[];
  /** What lives at its end though it was deleted: that is laid out as well. */
  kept: Kept[];
}

/**
 * The way from what one log leads to, to what another of the same plan leads to, for a log that has all of both.
 */
export function wayBetween(from: Log, to: Log): Move {
  return move(stateOf(from), stateOf(to));
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
 * The way in again of a copy that was brought in and taken out, when it is brought in once more. What was changed here
 * since then stays, and comes into conflict with what the copy says.
 *
 * @param now the records as they are
 */
export function bringInAgain(log: Log, id: string, now: Records): Move {
  const { before, after } = around(log, id);
  const way = move(before, after);
  const saidIn = (records: Records, { kind, record, field }: DraftChange) => {
    const fields = records[kind].get(record) as Record<string, DraftChange['value']> | undefined;
    return (field === whole ? fields : fields?.[field]) ?? null;
  };
  const isChanged = (change: DraftChange) => !isEqual(saidIn(now, change), saidIn(before.records, change));
  const [own, free] = [way.changes.filter(isChanged), way.changes.filter((change) => !isChanged(change))];
  const beside = own.flatMap((change) => {
    const { kind, record, field, value } = change;
    const mine = saidIn(now, change);
    if (field === whole || !now[kind].has(record) || isEqual(mine, value)) return [];
    return [{ kind, record, field, choices: [mine, value].map((each) => ({ value: each, by: [] })) }];
  });
  const isOwn = ({ kind, record, field }: Pick<Conflict, 'kind' | 'record' | 'field'>) =>
    own.some((each) => each.kind === kind && each.record === record && each.field === field);
  return { ...way, changes: free, conflicts: [...way.conflicts.filter((each) => !isOwn(each)), ...beside] };
}

/**
 * The changes that lay the other values of each conflict beside the one that is shown: each takes the place of what the
 * shown one took the place of. And each deletion that did not know of what it deleted, once more.
 *
 * @param changes the log, with those of the move
 */
export function openAgain({ conflicts, kept }: Move, changes: Change[], edit: string, newId: () => string): Change[] {
  const deletions = kept.flatMap(({ deletions }) => deletions.map((each): Change => ({ ...each, id: newId(), edit })));
  const values = conflicts.flatMap(({ kind, record, field, choices }) => {
    const history = changes.filter((change) => change.kind === kind && change.record === record);
    const heads = standingOf(kind, history).heads.get(field) ?? [];
    const missing = choices.filter(({ value }) => !heads.some((head) => isEqual(valueIn(field, head), value)));
    const replaces = heads[0]?.replaces ?? [];
    return missing.map(({ value }): Change => {
      return { id: newId(), edit, kind, record, field, value: toLog(field, value, history), replaces };
    });
  });
  return [...deletions, ...values];
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
    kept: to.kept,
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
  const state = (count: number) => stateOf(upTo(log, count));
  return { before: state(log.edits.findIndex((edit) => edit.id === target) + 1), after: state(at + 1) };
}

function stateOf(log: Log): State {
  const folded = foldLog(log.changes);
  return { ...folded, changes: log.changes, conflicts: conflictsOf(log, folded.records) };
}

function keyOf({ kind, record, field }: Pick<Conflict, 'kind' | 'record' | 'field'>): string {
  return `${kind} ${record} ${field}`;
}

function valuesOf({ choices }: Conflict): string {
  return choices
    .map(({ value }) => JSON.stringify(value))
    .sort()
    .join('\n');
}
