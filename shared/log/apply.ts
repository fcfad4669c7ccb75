import type { z } from 'zod';
import { PlanError } from '../messages.ts';
import { byOrder, ordersBetween } from '../plan/order.ts';
import { firstProblem } from '../plan/problem.ts';
import { type Fields, type Records, recordIdSchema, recordSchemas } from '../plan/records.ts';
import type { Change, DraftChange, RecordKind } from './edit.ts';
import { isEqual } from './equal.ts';
import { headsOf, type Kept, toLog, valueIn } from './fold.ts';
import { whole } from './whole.ts';

/** What an edit is applied to. */
export interface Ground {
  records: Records;
  /** All changes of the log to one record, in any order. */
  historyOf(kind: RecordKind, record: string): Change[];
  /** The records that live though they were deleted, after copies were brought together. */
  kept?: Kept[];
  newId(): string;
}

export interface Applied {
  /** The changes to log. None where the draft changes nothing. */
  changes: Change[];
  /** The records afterwards. Those that did not change are the same objects. */
  records: Records;
}

/**
 * Applies what a person asks for to the records, and says what is to be logged. What belongs to a deleted record is
 * deleted with it. `order` may be given as `{ "after": id }` (null: first) or, for a new record, left out (last).
 *
 * @throws PlanError `edit-refused` where a record or field does not exist, or a value is not what it may be. The rules
 *   between records are the caller's to check, on the plan as a whole.
 */
export function applyDraft(draft: DraftChange[], edit: string, ground: Ground): Applied {
  const next: { [Kind in RecordKind]: ReadonlyMap<string, Fields> } = { ...ground.records };
  const logged = new Map<string, Change[]>();
  const changes: Change[] = [];

  for (const change of draft) {
    if (change.field !== whole) setField(change);
    else if (change.value !== null) setRecord(change);
    else deleteRecord(change);
  }
  if (changes.length > 0) for (const each of ground.kept ?? []) settle(each);
  return { changes, records: next as Records };

  function setField({ kind, record, field, value: given }: DraftChange): void {
    const fields = existing(kind, record);
    const schema = (recordSchemas[kind].shape as Record<string, z.ZodType>)[field];
    if (!schema) throw refused(kind, '', `has no field “${field}”`);
    const value = checked(schema, field === 'order' ? placed(kind, record, fields, given) : given, kind, field);
    if (isEqual(value, (fields as Record<string, unknown>)[field]) && isSettled(kind, record, field, value)) return;
    log(kind, record, field, value);
    put(kind, record, { ...fields, [field]: value } as Fields);
  }

  function setRecord({ kind, record, value: given }: DraftChange): void {
    checked(recordIdSchema(kind), record, kind, 'id');
    if (typeof given !== 'object') throw refused(kind, '', 'is not a record');
    const place = placed(kind, record, given as Fields, (given as { order?: unknown }).order);
    const fields = kind === 'plan' ? given : { ...(given as object), order: place };
    const value = checked(recordSchemas[kind], fields, kind, '') as Fields;
    if (isEqual(value, next[kind].get(record))) return;
    log(kind, record, whole, value);
    put(kind, record, value);
  }

  function deleteRecord({ kind, record }: DraftChange): void {
    if (kind === 'plan') throw refused(kind, '', 'cannot be deleted as an edit');
    // A redone edit also names what goes with its parent, and by then has gone.
    if (ground.records[kind].has(record) && !next[kind].has(record)) return;
    existing(kind, record);
    const children = childrenOf(ground.records, kind, record);
    const seen = children.flatMap((child) => headsOf(child.kind, whole, ground.historyOf(child.kind, child.record)));
    log(kind, record, whole, null, seen);
    put(kind, record, undefined);
    // Those that it has now: the edit may have given some to another owner before.
    for (const child of childrenOf(next as Records, kind, record)) {
      if (child.owned) deleteRecord({ ...child, field: whole, value: null });
    }
  }

  /** Whoever goes on has seen it: it lives from now on whether or not another record still names it. */
  function settle({ kind, record, because }: Kept): void {
    const fields = next[kind].get(record) as Record<string, unknown> | undefined;
    const [field] = Object.keys(fields ?? {});
    if (because !== 'named' || !fields || field === undefined || fields !== ground.records[kind].get(record)) return;
    const heads = headsOf(kind, whole, ground.historyOf(kind, record));
    if (heads.every(({ value, field: of }) => of === whole && value === null)) log(kind, record, field, fields[field]);
  }

  /** Whether all who set a field last agree. */
  function isSettled(kind: RecordKind, record: string, field: string, value: unknown): boolean {
    const heads = headsOf(kind, field, historyOf(kind, record));
    return heads.every((head) => isEqual(valueIn(field, head), value));
  }

  function historyOf(kind: RecordKind, record: string): Change[] {
    return [...ground.historyOf(kind, record), ...(logged.get(`${kind} ${record}`) ?? [])];
  }

  function existing(kind: RecordKind, record: string): Fields {
    const fields = next[kind].get(record);
    if (!fields) throw refused(kind, '', 'is not there any more');
    return fields;
  }

  function log(kind: RecordKind, record: string, field: string, value: unknown, seen: Change[] = []): void {
    const key = `${kind} ${record}`;
    const history = historyOf(kind, record);
    const heads = headsOf(kind, field, history);
    const change = {
      id: ground.newId(),
      edit,
      kind,
      record,
      field,
      value: toLog(field, value as Change['value'], history),
      replaces: [...heads, ...seen].map(({ id }) => id),
    };
    changes.push(change);
    logged.set(key, [...(logged.get(key) ?? []), change]);
  }

  function put(kind: RecordKind, record: string, fields: Fields | undefined): void {
    if (next[kind] === ground.records[kind]) next[kind] = new Map<string, Fields>(next[kind]);
    const ofKind = next[kind] as Map<string, Fields>;
    if (fields) ofKind.set(record, fields);
    else ofKind.delete(record);
  }

  /** The key of a place that is given in words; a key is left as it is. */
  function placed(kind: RecordKind, record: string, fields: Fields, place: unknown): unknown {
    if (typeof place === 'string' || kind === 'plan') return place;
    const list = listOf(fields);
    const others = ([...next[kind]] as [string, Placed][]).filter(
      ([id, each]) => id !== record && listOf(each) === list,
    );
    const keys = others.sort(byOrder).map(([, each]) => each.order);
    if (place === undefined) return ordersBetween(keys.at(-1) ?? null, null, 1)[0];

    const after = (place as { after?: unknown } | null)?.after;
    if (after === null) return ordersBetween(null, keys[0] ?? null, 1)[0];
    const index = others.findIndex(([id]) => id === after);
    if (index === -1) throw refused(kind, 'place', 'is after something that is not there any more');
    const key = keys[index] as string;
    return ordersBetween(key, keys.find((each) => each > key) ?? null, 1)[0];
  }
}

/** Every record as a new one: what the first edit of a log says. */
export function creationOf(records: Records): DraftChange[] {
  return (Object.entries(records) as [RecordKind, ReadonlyMap<string, Fields>][]).flatMap(([kind, ofKind]) =>
    [...ofKind].map(([record, value]) => ({ kind, record, field: whole, value: value as DraftChange['value'] })),
  );
}

type Placed = Fields & { order: string };

interface Child {
  kind: RecordKind;
  record: string;
  /** Whether it goes with its parent. An action outlives its indicator: the edit must say what becomes of it. */
  owned: boolean;
}

function childrenOf(records: Records, kind: RecordKind, record: string): Child[] {
  const of = (child: RecordKind, owned: boolean): Child[] =>
    ([...records[child]] as [string, Record<string, unknown>][])
      .filter(([, fields]) => fields[kind] === record)
      .map(([id]) => ({ kind: child, record: id, owned }));
  if (kind === 'scale') return of('rating', true);
  if (kind === 'action') return of('update', true);
  return kind === 'indicator' ? [...of('update', true), ...of('action', false)] : [];
}

/** The list that a record stands in: all of its kind, or those of one owner. */
function listOf(fields: Fields): unknown {
  if ('scale' in fields) return fields.scale;
  if ('place' in fields) return fields.place;
  return 'action' in fields ? (fields.action ?? fields.indicator) : undefined;
}

function checked(schema: z.ZodType, value: unknown, kind: RecordKind, field: string): unknown {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const { where, found } = firstProblem(result.error, '');
  throw refused(kind, [field, where].filter(Boolean).join(', '), found);
}

function refused(kind: RecordKind, field: string, found: string): PlanError {
  return new PlanError('edit-refused', {
    where: field ? `the ${inWords(field)} of the ${kind}` : `the ${kind}`,
    found,
  });
}

function inWords(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
