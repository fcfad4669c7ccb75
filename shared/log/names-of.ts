import type { Fields } from '../plan/records.ts';
import type { RecordKind } from './edit.ts';

/** The records that a record names, so that it cannot be without them. Its rating is named by a code, and not here. */
export function namesOf(kind: RecordKind, fields: Fields): [kind: RecordKind, record: string][] {
  return Object.entries(fields).flatMap(([field, value]) => namesIn(kind, field, value));
}

/** The records that a value of a field names. */
export function namesIn(kind: RecordKind, field: string, value: unknown): [kind: RecordKind, record: string][] {
  if (value === null || value === undefined) return [];
  if (field === 'leads') return (value as string[]).map((person) => ['person', person]);
  if (field === 'effects') return Object.keys(value).map((indicator) => ['indicator', indicator]);
  // One that comes with the app is no record, and is found nowhere.
  if (kind === 'plan' && field === 'layout') return [['layout', value as string]];
  if (kind === 'rating' && field === 'scale') return [['scale', value as string]];
  const owner =
    (field === 'indicator' && (kind === 'action' || kind === 'update')) || (field === 'action' && kind === 'update');
  return owner ? [[field, value as string]] : [];
}
