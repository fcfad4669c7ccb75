import { fieldOf } from './field-words.ts';
import type { Plan } from './model.ts';
import { capitalised, recordName } from './names.ts';
import type { Place } from './place.ts';

/** What is in conflict, in words: "The date of action 12". */
export function conflictName(plan: Plan, { kind, id, field }: Required<Pick<Place, 'kind' | 'id' | 'field'>>): string {
  return capitalised(fieldOf(kind, field, recordName(plan, kind, id)));
}
