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
  return { label: label(plan, together(plan, all), values), changes };
}

/** "Set the rating of 5 actions to Amber", "Clear the leads of action 3", "Change the leads and date of 2 actions". */
function label(plan: Plan, name: string, { leads, due, rating }: Common): string {
  const find = lookUp(plan);
  const values = {
    leads: leads && listed(leads.map((id) => quote(find.person(id)?.name ?? '?'))),
    date: due && brief(due.text),
    rating: rating && brief(find.rating(rating)?.label ?? rating),
  };
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  const [field, value] = given[0] as [string, string | null];
  if (given.length > 1) return `Change the ${listed(given.map(([each]) => each))} of ${name}`;
  return value ? `Set the ${field} of ${name} to ${value}` : `Clear the ${field} of ${name}`;
}
