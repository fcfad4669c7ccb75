import { z } from 'zod';
import { filledLine, line } from '../plan/text.ts';

/**
 * The log of a plan: every edit that was ever made, and the changes that each made. It only grows. The tables of the
 * plan file are its fold (`fold.ts`); undo, redo, history and merge are all reads of it.
 */

/** The kinds of record of a plan. Records are flat: nested only in plan JSON. */
export const recordKinds = [
  'plan',
  'scale',
  'rating',
  'person',
  'section',
  'indicator',
  'action',
  'update',
  'exception',
  'layout',
] as const;
export type RecordKind = (typeof recordKinds)[number];

const id = z.uuid();
/** A moment, UTC, to the millisecond: what `Date.toISOString` gives. */
const moment = z.iso.datetime({ precision: 3 });

/** One gesture of one person, with a label that they would use for it ("Set the date of action 12 to Q3"). */
export const editSchema = z.strictObject({
  id,
  at: moment,
  author: line(200),
  device: line(200),
  label: filledLine(300),
  /** A `point` changes nothing: it names the plan as it was then (“Board, September”). */
  kind: z.enum(['change', 'undo', 'redo', 'merge', 'import', 'restore', 'point']),
  /** The edit, or the point, that an undo or a redo is of; the point that a later one renames. */
  target: id.nullable(),
});

/** One new value of one field, as part of an edit. */
export const changeSchema = z.strictObject({
  id,
  edit: id,
  kind: z.enum(recordKinds),
  record: filledLine(100),
  field: filledLine(60),
  value: z.json(),
  /**
   * The heads that the author saw: the changes that this one takes the place of. A change takes the place of another
   * for a field only if both set that field (`whole` sets them all). A deletion also names the heads of the record's
   * children, to show that its author had seen them.
   */
  replaces: z.array(id),
});

export type Edit = z.infer<typeof editSchema>;
export type Change = z.infer<typeof changeSchema>;

/** What a person asks for: a label and the new values. Ids, heads, author and time are added where it is applied. */
export const draftEditSchema = z.strictObject({
  label: filledLine(300),
  changes: z
    .array(
      z.strictObject({ kind: z.enum(recordKinds), record: filledLine(100), field: filledLine(60), value: z.json() }),
    )
    .min(1)
    .max(200_000),
});
export type DraftEdit = z.infer<typeof draftEditSchema>;
export type DraftChange = DraftEdit['changes'][number];
