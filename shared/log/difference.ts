import type { Fields, Records } from '../plan/records.ts';
import { type DraftChange, type RecordKind, recordKinds } from './edit.ts';
import { isEqual } from './equal.ts';
import { whole } from './whole.ts';

/** A field, or a whole record, that is not what it was. Of a whole record null is its absence. */
export interface Difference {
  kind: RecordKind;
  record: string;
  field: string;
  before: DraftChange['value'];
  after: DraftChange['value'];
}

/** All that became different from one state of the records to another: new ones, changed fields, and those that went. */
export function differences(before: Records, after: Records): Difference[] {
  return recordKinds.flatMap((kind) => {
    const then = before[kind] as ReadonlyMap<string, Fields>;
    const now = after[kind] as ReadonlyMap<string, Fields>;
    const ids = [...now.keys(), ...[...then.keys()].filter((id) => !now.has(id))];
    return ids.flatMap((record) => differencesOf(kind, record, then.get(record), now.get(record)));
  });
}

/** What is to be set so that the records become what they are afterwards. What is new comes first: others may name it. */
export function changesTo(found: Difference[]): DraftChange[] {
  const rank = ({ field, after }: Difference) => (field !== whole ? 1 : after === null ? 2 : 0);
  return found
    .toSorted((a, b) => rank(a) - rank(b))
    .map(({ kind, record, field, after }) => ({ kind, record, field, value: after }));
}

function differencesOf(kind: RecordKind, record: string, before?: Fields, after?: Fields): Difference[] {
  const json = (value: unknown) => (value ?? null) as DraftChange['value'];
  if (before === after) return [];
  if (!before || !after) return [{ kind, record, field: whole, before: json(before), after: json(after) }];
  return Object.keys(after)
    .map((field) => ({
      kind,
      record,
      field,
      before: json((before as Record<string, unknown>)[field]),
      after: json((after as Record<string, unknown>)[field]),
    }))
    .filter((each) => !isEqual(each.before, each.after));
}
