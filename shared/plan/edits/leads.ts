import type { DraftChange, DraftEdit } from '../../log/edit.ts';
import { effective } from '../effective.ts';
import { existing } from '../existing.ts';
import { lookUp } from '../look-up.ts';
import type { Person, Plan } from '../model.ts';
import { counted, quote, recordName } from '../names.ts';
import { create, set } from './changes.ts';

/** What can have leads. */
export interface Led {
  kind: 'indicator' | 'action';
  id: string;
}

/** The person, post or team of that name, whatever its capitals and spaces. */
export function personNamed(plan: Pick<Plan, 'people'>, name: string): Person | undefined {
  const wanted = plainName(name);
  return plan.people.find((person) => plainName(person.name) === wanted);
}

/**
 * Adds a lead by name. Who has that name already leads it; else the same edit makes a new person. Undefined where all of
 * them are led by that person already.
 *
 * @param options `own`: an action that has its indicator's leads is to have this one in their place, and not beside them
 * @throws PlanError `edit-refused` where something is not there any more; what is no name is refused where it is applied
 */
export function addLead(
  plan: Plan,
  led: readonly Led[],
  name: string,
  newId: () => string,
  { own = false } = {},
): DraftEdit | undefined {
  const known = personNamed(plan, name);
  const id = known?.id ?? newId();
  const spaced = oneSpaced(name);
  const changes = led
    .map((each) => ({ each, now: own ? existing(plan, each.kind, each.id).leads : effectiveLeads(plan, each) }))
    .filter(({ now }) => !now.includes(id))
    .map(({ each, now }) => set(each.kind, each.id, 'leads', [...now, id]));
  if (changes.length === 0) return undefined;
  const person = create('person', id, { name: spaced, role: null, email: null });
  return {
    label: `Add ${quote(known?.name ?? spaced)} as a lead of ${together(plan, led)}`,
    changes: known ? changes : [person, ...changes],
  };
}

/**
 * Takes a lead away. From an action that has its indicator's leads it takes that one out of its own list of them; one
 * that would be left without any goes on inheriting, and is not changed. Undefined where nothing is.
 */
export function removeLead(plan: Plan, led: readonly Led[], person: string): DraftEdit | undefined {
  const changes = led.flatMap((each): DraftChange[] => {
    const now = effectiveLeads(plan, each);
    const left = now.filter((id) => id !== person);
    if (left.length === now.length) return [];
    const own = existing(plan, each.kind, each.id).leads;
    return left.length === 0 && own.length === 0 ? [] : [set(each.kind, each.id, 'leads', left)];
  });
  if (changes.length === 0) return undefined;
  const name = quote(existing(plan, 'person', person).name);
  return { label: `Take ${name} away as a lead of ${together(plan, led)}`, changes };
}

/** What several of one kind are called together: "5 actions"; one by its name. */
export function together(plan: Plan, all: readonly Led[]): string {
  const [first] = all;
  if (first && all.length === 1) return recordName(plan, first.kind, first.id);
  const actions = all.filter(({ kind }) => kind === 'action').length;
  const indicators = all.length - actions;
  const words = [
    ...(indicators ? [counted(indicators, 'indicator')] : []),
    ...(actions ? [counted(actions, 'action')] : []),
  ];
  return words.join(' and ');
}

function effectiveLeads(plan: Plan, { kind, id }: Led): string[] {
  if (kind === 'indicator') return existing(plan, kind, id).leads;
  const action = existing(plan, kind, id);
  return effective(action, lookUp(plan).indicator(action.indicator)).leads;
}

/** With single spaces, as a name is written. */
export function oneSpaced(name: string): string {
  return name.replace(/\s+/g, ' ').trim();
}

function plainName(name: string): string {
  return oneSpaced(name).normalize('NFC').toLowerCase();
}
