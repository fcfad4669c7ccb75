import type { DraftChange, RecordKind } from '../../log/edit.ts';
import { whole } from '../../log/whole.ts';
import type { Fields } from '../records.ts';

/** The four things that an edit can do to a record, checked against its fields by the compiler. */

/** Gives a field a new value. */
export function set<Kind extends RecordKind, Field extends keyof Fields<Kind> & string>(
  kind: Kind,
  record: string,
  field: Field,
  value: Fields<Kind>[Field],
): DraftChange {
  return { kind, record, field, value: value as DraftChange['value'] };
}

/** Puts a record after another of its list; null: first. */
export function put(kind: RecordKind, record: string, after: string | null): DraftChange {
  return { kind, record, field: 'order', value: { after } };
}

/** Makes a record, after another of its list; null: first; left out: last. */
export function create<Kind extends RecordKind>(
  kind: Kind,
  record: string,
  fields: Omit<Fields<Kind>, 'order'>,
  after?: string | null,
): DraftChange {
  const order = after === undefined ? {} : { order: { after } };
  return { kind, record, field: whole, value: { ...fields, ...order } as DraftChange['value'] };
}

/** Deletes a record with what belongs to it: an action with its updates, a scale with its ratings. */
export function remove(kind: RecordKind, record: string): DraftChange {
  return { kind, record, field: whole, value: null };
}
