import type { Plan } from '../plan/model.ts';
import type { Place } from '../plan/place.ts';
import { cameInBy, type Log } from './came-in.ts';
import type { Change, Edit } from './edit.ts';
import { byOf } from './told.ts';
import { whole } from './whole.ts';

/** The history of a plan as a page shows it, the newest first. */
export interface HistoryRows {
  rows: HistoryRow[];
  /** What the rows can be about: ids of indicators and actions. */
  subjects: string[];
}

export interface HistoryRow {
  id: string;
  author: string;
  /** A moment, UTC; null where the copy came without its history. */
  at: string | null;
  label: string;
  kind: Edit['kind'];
  /** The label of the edit that brought it in, where it was made in another copy. */
  via: string | null;
  /** Which subjects it is about, by their place in the list; null: all of them. */
  about: number[] | null;
  /** The first thing that it changed, which may not be there any more. */
  place: Place | null;
}

/** More than this many, and an edit is about everything: how a plan began, or was brought back. */
const many = 40;

/** @param isMine whether an edit was made here: then it came in with no copy, wherever else it went */
export function historyRows(log: Log, plan: Plan, isMine: (edit: Edit) => boolean): HistoryRows {
  const owners = ownersIn(log, plan);
  const subjects = new Map<string, number>();
  const numberOf = (id: string) => {
    const known = subjects.get(id) ?? subjects.size;
    subjects.set(id, known);
    return known;
  };
  const changes = Map.groupBy(log.changes, ({ edit }) => edit);
  const via = cameInBy(log.edits);
  const rows = log.edits.map((edit): HistoryRow => {
    const own = changes.get(edit.id) ?? [];
    const about = own.length > many ? null : [...new Set(own.flatMap((change) => subjectsOf(change, owners)))];
    return {
      id: edit.id,
      ...byOf(edit),
      label: edit.label,
      kind: edit.kind,
      via: isMine(edit) ? null : (via.get(edit.id)?.label ?? null),
      about: edit.kind === 'merge' ? [] : (about?.map(numberOf) ?? null),
      place: placeOf(own[0]),
    };
  });
  return { rows: rows.reverse(), subjects: [...subjects.keys()] };
}

/** The actions and indicators that a change is about: an action's own, and what it stands under. */
function subjectsOf({ kind, record }: Change, owners: Map<string, string[]>): string[] {
  if (kind !== 'action' && kind !== 'indicator' && kind !== 'update') return [];
  const found = kind === 'update' ? [] : [record];
  for (const owner of owners.get(record) ?? []) found.push(owner, ...(owners.get(owner) ?? []));
  return found;
}

/** What each action and update stands under, or ever stood under. */
function ownersIn({ changes }: Log, plan: Plan): Map<string, string[]> {
  const owners = new Map<string, string[]>();
  const add = (record: string, owner: unknown) => {
    if (typeof owner !== 'string') return;
    const known = owners.get(record);
    if (!known) owners.set(record, [owner]);
    else if (!known.includes(owner)) known.push(owner);
  };
  for (const { kind, record, field, value } of changes) {
    if (kind !== 'action' && kind !== 'update') continue;
    if (field === 'indicator' || field === 'action') add(record, value);
    else if (field === whole && value !== null) {
      const { indicator, action } = value as { indicator?: unknown; action?: unknown };
      add(record, indicator);
      add(record, action);
    }
  }
  for (const { id, indicator } of plan.actions) add(id, indicator);
  return owners;
}

function placeOf(change: Change | undefined): Place | null {
  if (!change) return null;
  const { kind, record, field } = change;
  return { kind, id: record, ...(field !== whole && { field }) };
}
