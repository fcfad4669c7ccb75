import type { RecordKind } from '../log/edit.ts';

/** A place in the plan that one can go to: a record, or one of its fields, or a stretch of that field's text. */
export interface Place {
  kind: RecordKind;
  id: string;
  /** Left out: the record as a whole. */
  field?: string;
  /** Which block of a rich text; left out where the field is one line. */
  block?: number;
  /** Where in the block or line, in UTF-16 units as everywhere in JavaScript: from `start`, up to `end` without it. */
  start?: number;
  end?: number;
}
