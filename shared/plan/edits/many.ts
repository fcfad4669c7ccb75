import type { DraftEdit } from '../../log/edit.ts';
import { lookUp } from '../look-up.ts';
import type { Due, Plan } from '../model.ts';
import { brief, listed, quote } from '../names.ts';
import { set } from './changes.ts';
import { type Led, together } from './leads.ts';

/** New values for many at once. Null clears a value, so that an action has its indicator's again. */
export interface Common {
  leads?: string[];
  due?: Due | null;
  rating?: string | null;
}

/** Gives many the same leads, date or rating, as one edit; undefined where there is nothing to change. */
export function setMany(plan: Plan, all: readonly Led[], values: Common): DraftEdit | undefined {
  const { leads, due, rating } = values;
  const changes = all.flatMap(({ kind, id }) => [
    ...(leads !== undefined ? [set(kind, id, 'leads', leads)] : []),
    ...(due !== undefined ? [set(kind, id, 'due', due)] : []),
    ...(rating !== undefined ? [set(kind, id, 'rating', rating)] : []),
  ]);
  if (changes.length === 0) return undefined;
  return { label: `${listed(deeds(plan, values))} of ${together(plan, all)}`, changes };
}

/** "Set the date to Q3, the rating to Amber", "Clear the leads". */
function deeds(plan: Plan, { leads, due, rating }: Common): string[] {
  const find = lookUp(plan);
  const said: [field: string, value: string | null | undefined][] = [
    ['leads', leads && (listed(leads.map((id) => quote(find.person(id)?.name ?? '?'))) || null)],
    ['date', due && brief(due.text)],
    ['rating', rating && brief(find.rating(rating)?.label ?? rating)],
  ];
  return said
    .filter(([, value]) => value !== undefined)
    .map(([field, value], index) => {
      const verb = value === null ? 'clear' : 'set';
      return `${index === 0 ? capital(verb) : verb} the ${field}${value === null ? '' : ` to ${value}`}`;
    });
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
