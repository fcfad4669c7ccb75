import type { DraftChange, DraftEdit } from '../../log/edit.ts';
import { PlanError } from '../../messages.ts';
import { effective } from '../effective.ts';
import { existing } from '../existing.ts';
import { lookUp } from '../look-up.ts';
import type { Person, Plan } from '../model.ts';
import { counted, listed, quote } from '../names.ts';
import { create, put, remove, set } from './changes.ts';
import { type Led, oneSpaced } from './leads.ts';

/** Adds a person, a post or a team. To rename one everywhere, set the field `name`. */
export function addPerson(id: string, person: Omit<Person, 'id'>): DraftEdit {
  const name = oneSpaced(person.name);
  const { role, email } = person;
  return {
    label: `Add ${quote(name)} to the people`,
    changes: [create('person', id, { name, role: role ?? null, email: email ?? null })],
  };
}

/** Moves a person after another in the list; null: first. */
export function movePerson(plan: Plan, id: string, after: string | null): DraftEdit {
  return { label: `Move ${quote(existing(plan, 'person', id).name)}`, changes: [put('person', id, after)] };
}

/**
 * Makes one person of several: whatever the others lead, that one leads, in the others' place. Role and e-mail address
 * are its own; where it has none, those of the first that has.
 * @throws PlanError `edit-refused` where there is nobody to merge
 */
export function mergePeople(plan: Plan, into: string, ids: readonly string[]): DraftEdit {
  const kept = existing(plan, 'person', into);
  const others = ids.filter((id) => id !== into).map((id) => existing(plan, 'person', id));
  if (others.length === 0) {
    throw new PlanError('edit-refused', { where: quote(kept.name), found: 'has nobody chosen to be merged with' });
  }
  const gone = new Set(others.map(({ id }) => id));
  const role = kept.role ?? others.find((other) => other.role)?.role;
  const email = kept.email ?? others.find((other) => other.email)?.email;
  return {
    label: `Merge ${listed(others.map(({ name }) => quote(name)))} into ${quote(kept.name)}`,
    changes: [
      ...(role !== undefined && role !== kept.role ? [set('person', into, 'role', role)] : []),
      ...(email !== undefined && email !== kept.email ? [set('person', into, 'email', email)] : []),
      ...relead(plan, gone, (leads) => [...new Set(leads.map((lead) => (gone.has(lead) ? into : lead)))]),
      ...others.map(({ id }) => remove('person', id)),
    ],
  };
}

/**
 * Takes people out of the plan, and out of all that they lead.
 * @returns the edit, and what would then have no lead, of those that have one now; undefined where there is nobody
 */
export function removePeople(plan: Plan, ids: readonly string[]): { edit: DraftEdit; withoutLead: Led[] } | undefined {
  if (ids.length === 0) return undefined;
  const people = ids.map((id) => existing(plan, 'person', id));
  const gone = new Set(ids);
  const name =
    people.length > 4 ? counted(people.length, 'person', 'people') : listed(people.map((each) => quote(each.name)));
  const edit = {
    label: `Take ${name} out of the plan`,
    changes: [
      ...relead(plan, gone, (leads) => leads.filter((lead) => !gone.has(lead))),
      ...ids.map((id) => remove('person', id)),
    ],
  };
  return { edit, withoutLead: leftWithout(plan, gone) };
}

function relead(plan: Plan, gone: Set<string>, change: (leads: string[]) => string[]): DraftChange[] {
  const touched = ({ leads }: { leads: string[] }) => leads.some((lead) => gone.has(lead));
  return [
    ...plan.indicators.filter(touched).map(({ id, leads }) => set('indicator', id, 'leads', change(leads))),
    ...plan.actions.filter(touched).map(({ id, leads }) => set('action', id, 'leads', change(leads))),
  ];
}

function leftWithout(plan: Plan, gone: Set<string>): Led[] {
  const find = lookUp(plan);
  const left = <T extends { leads: string[] }>(record: T): T => ({
    ...record,
    leads: record.leads.filter((lead) => !gone.has(lead)),
  });
  const indicators = plan.indicators.filter((each) => each.leads.length > 0 && left(each).leads.length === 0);
  const actions = plan.actions.filter((action) => {
    const home = find.indicator(action.indicator);
    if (effective(action, home).leads.length === 0) return false;
    return effective(left(action), home && left(home)).leads.length === 0;
  });
  return [
    ...indicators.map(({ id }): Led => ({ kind: 'indicator', id })),
    ...actions.map(({ id }): Led => ({ kind: 'action', id })),
  ];
}
