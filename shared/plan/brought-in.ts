import { creationOf } from '../log/apply.ts';
import type { DraftEdit } from '../log/edit.ts';
import type { Plan } from './model.ts';
import { toRecords } from './records.ts';

/**
 * A plan that was read from a file, in two steps, so that its log tells where it came from and undo takes it back: the
 * plan as it is begun, and one edit that brings in all that was read.
 *
 * @param file the name of the file, for people to read
 */
export function broughtIn(plan: Plan, file: string): { begun: Plan; edit: DraftEdit } {
  const { exceptions: _, ...rest } = plan;
  const begun = { ...rest, preface: [], closing: [], people: [], indicators: [], actions: [] };
  const before = toRecords(begun);
  const changes = creationOf(toRecords(plan)).filter(({ kind, record }) => !before[kind].has(record));
  return { begun, edit: { label: `${broughtInFrom}${file}`.slice(0, 300).toWellFormed(), changes } };
}

/** How the edit that brings a plan in is called, before the name of its file. */
export const broughtInFrom = 'Brought in from ';
