import { isEqual } from '../log/equal.ts';
import type { Plan } from './model.ts';

/**
 * How one plan became another, by the parts that are different: an edit touches one or few of thousands of records, and
 * only those need to be sent. It can be told as JSON.
 */
export type PlanChange = Partial<Record<keyof Plan, PartChange>>;

type PartChange =
  /** A list of records: those that are new or different, and the ids of all where some came, went or moved. */
  | { records: Listed[]; ids?: string[] }
  /** Anything else, as it is now; without a value it is not there any more. */
  | { value?: unknown };

type Listed = { id: string };

/** @param after the plan afterwards, in which whatever did not change is the same object as before, or an equal one */
export function changeOf(before: Plan, after: Plan): PlanChange {
  const parts = new Set([...Object.keys(before), ...Object.keys(after)] as (keyof Plan)[]);
  const different = [...parts].filter((part) => before[part] !== after[part]);
  return Object.fromEntries(different.map((part) => [part, changeOfPart(before[part], after[part])]));
}

/** The plan afterwards. Parts and records that did not change are the same objects. */
export function changed(before: Plan, change: PlanChange): Plan {
  const after: Record<string, unknown> = { ...before };
  for (const [part, to] of Object.entries(change)) {
    const value = 'records' in to ? listAfter(before[part as keyof Plan], to) : to.value;
    if (value === undefined) delete after[part];
    else after[part] = value;
  }
  return after as Plan;
}

function changeOfPart(before: unknown, after: unknown): PartChange {
  if (!Array.isArray(before) || !Array.isArray(after)) return { value: after };
  const [had, has] = [before as Listed[], after as Listed[]];
  const known = new Map(had.map((record) => [record.id, record]));
  const records = has.filter((record) => !isEqual(known.get(record.id), record));
  const sameIds = had.length === has.length && had.every(({ id }, index) => id === has[index]?.id);
  return sameIds ? { records } : { records, ids: has.map(({ id }) => id) };
}

function listAfter(before: unknown, { records, ids }: { records: Listed[]; ids?: string[] }): Listed[] {
  const had = before as Listed[];
  const known = new Map([...had, ...records].map((record) => [record.id, record]));
  return (ids ?? had.map(({ id }) => id)).flatMap((id) => known.get(id) ?? []);
}
