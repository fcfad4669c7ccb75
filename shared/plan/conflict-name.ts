import { fieldWords } from './field-words.ts';
import type { Plan } from './model.ts';
import { capitalised, recordName } from './names.ts';
import type { Place } from './place.ts';

/** What is in conflict, in words: "The date of action 12". */
export function conflictName(plan: Plan, { kind, id, field }: Required<Pick<Place, 'kind' | 'id' | 'field'>>): string {
  const what = field === 'order' ? 'place' : fieldWords(kind, field);
  return capitalised(`the ${what} of ${recordName(plan, kind, id)}`);
}
