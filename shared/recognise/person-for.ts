import type { DraftChange } from '../log/edit.ts';
import { create } from '../plan/edits/changes.ts';
import { oneSpaced, personNamed } from '../plan/edits/leads.ts';
import type { Plan } from '../plan/model.ts';

/** Who is new, by name, each with the change that makes them. */
export type NewPeople = Map<string, DraftChange>;

/** The person of a name: of the plan, or made. Who is made twice is one. */
export function personFor(plan: Plan, made: NewPeople, name: string, newId: () => string): string {
  const known = personNamed(plan, name);
  if (known) return known.id;
  const key = oneSpaced(name).toLowerCase();
  const person = made.get(key) ?? create('person', newId(), { name, role: null, email: null });
  made.set(key, person);
  return person.record;
}
