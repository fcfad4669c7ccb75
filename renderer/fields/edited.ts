import type { RecordKind } from '../../shared/log/edit.ts';

/** What a field belongs to, and what that is called in the middle of a sentence: "action 12", "Indicator 3". */
export interface Edited<Kind extends RecordKind = 'action' | 'indicator'> {
  kind: Kind;
  id: string;
  name: string;
}

/** One field of one record. */
export interface FieldPlace {
  kind: RecordKind;
  id: string;
  field: string;
}

/** The same as one word. A field on the page has it as `data-place`, to be found by. */
export function placeKey({ kind, id, field }: FieldPlace): string {
  return `${kind}/${id}/${field}`;
}
