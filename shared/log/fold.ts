import { type Fields, type Records, recordSchemas } from '../plan/records.ts';
import { type Change, type RecordKind, recordKinds, whole } from './edit.ts';

/**
 * The records that a log leads to. The order in which changes stand does not matter: what each replaces decides.
 *
 * @param changes the whole log; the values are taken as they are, so check them where a log comes from outside
 */
export function fold(changes: Iterable<Change>): Records {
  const histories = new Map<RecordKind, Map<string, Change[]>>(recordKinds.map((kind) => [kind, new Map()]));
  for (const change of changes) {
    const ofKind = histories.get(change.kind) as Map<string, Change[]>;
    const history = ofKind.get(change.record);
    if (history) history.push(change);
    else ofKind.set(change.record, [change]);
  }
  const records = recordKinds.map((kind) => {
    const ofKind = new Map<string, Fields>();
    for (const [id, history] of histories.get(kind) as Map<string, Change[]>) {
      const fields = foldRecord(kind, history);
      if (fields) ofKind.set(id, fields);
    }
    return [kind, ofKind];
  });
  return Object.fromEntries(records) as Records;
}

/**
 * The fields of one record after the changes to it, or undefined where it does not exist. A deletion that did not know
 * of another head does not hold: the record lives.
 */
export function foldRecord(kind: RecordKind, history: Change[]): Fields | undefined {
  const heads = headsByField(kind, history);
  const all = [...heads.values()].flat();
  if (all.every(isDeletion)) return undefined;
  const ignored = new Set(all.filter(isDeletion));
  if (ignored.size > 0)
    return foldRecord(
      kind,
      history.filter((change) => !ignored.has(change)),
    );
  return Object.fromEntries([...heads].map(([field, changes]) => [field, shownValue(field, changes)])) as Fields;
}

/** The heads of a field: the changes to it that no other takes the place of. For `whole`, those of all its fields. */
export function headsOf(kind: RecordKind, field: string, history: Change[]): Change[] {
  const heads = headsByField(kind, history);
  return field === whole ? [...new Set([...heads.values()].flat())] : (heads.get(field) ?? []);
}

/** What a field is, given its heads. Of several, the one with the greatest id is shown: any choice does that all make. */
export function shownValue(field: string, heads: Change[]): unknown {
  const shown = heads.reduce((a, b) => (a.id > b.id ? a : b));
  return shown.field === whole ? (shown.value as Record<string, unknown> | null)?.[field] : shown.value;
}

function headsByField(kind: RecordKind, history: Change[]): Map<string, Change[]> {
  const fields = Object.keys(recordSchemas[kind].shape);
  if (history.length === 1 && history[0]?.field === whole) return new Map(fields.map((field) => [field, history]));

  const replaced = new Map<string, Set<string>>();
  for (const { field, replaces } of history) {
    for (const id of replaces) {
      const known = replaced.get(id);
      if (known) known.add(field);
      else replaced.set(id, new Set([field]));
    }
  }
  const heads = new Map<string, Change[]>(fields.map((field) => [field, []]));
  for (const change of history) {
    const gone = replaced.get(change.id);
    if (gone?.has(whole)) continue;
    for (const field of change.field === whole ? fields : [change.field]) {
      if (!gone?.has(field)) heads.get(field)?.push(change);
    }
  }
  return heads;
}

function isDeletion(change: Change): boolean {
  return change.field === whole && change.value === null;
}
