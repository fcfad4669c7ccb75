import { personNamed } from '../edits/leads.ts';
import { mergePeople } from '../edits/people.ts';
import type { Person, Plan } from '../model.ts';
import { quote } from '../names.ts';
import { isPostWord } from '../posts.ts';
import type { Check } from './check.ts';

/** Leads who seem to be persons rather than posts or teams. It advises: no pattern knows a name from a team's for sure. */
export const namesOfPersons: Check = {
  id: 'names-of-persons',
  title: 'Name of a person',
  why: 'A published plan stays on the web for years. Many Trusts name posts there (“Head of Recruitment”), which stay true when people move on, and keep names for the committee.',
  weight: 'look',
  find(plan) {
    const leading = new Set([...plan.indicators, ...plan.actions].flatMap(({ leads }) => leads));
    return plan.people
      .filter((person) => leading.has(person.id) && seemsAPerson(person))
      .map(({ id, name, role }) => ({
        place: { kind: 'person', id, field: 'name' },
        words: `${quote(name)} may be the name of a person.${role ? ` The post is ${quote(role)}.` : ''}`,
      }));
  },
};

/** Two of one name, whatever the capitals. */
export const sameName: Check = {
  id: 'same-name',
  title: 'Two of one name',
  why: 'If they are one and the same, they should be one in the plan too: then a list of what someone leads is complete.',
  weight: 'look',
  find(plan: Plan) {
    return plan.people.flatMap((person) => {
      const first = personNamed(plan, person.name);
      if (!first || first === person) return [];
      return [
        {
          place: { kind: 'person' as const, id: person.id, field: 'name' },
          words: `${quote(person.name)} and ${quote(first.name)} may be one and the same.`,
          ...(alike(first, person) && { fix: mergePeople(plan, first.id, [person.id]) }),
        },
      ];
    });
  },
};

/** Nothing that is known of the two tells them apart. */
function alike(a: Person, b: Person): boolean {
  return (!a.role || !b.role || a.role === b.role) && (!a.email || !b.email || a.email === b.email);
}

/** Two to four words with capitals, none of which belongs to posts, teams and places. */
function seemsAPerson({ name }: Person): boolean {
  const bare = name
    .replace(/\s*\([^)]*\)\s*$/, '')
    .replace(/^(?:Dr|Mrs?|Ms|Mx|Miss|Prof|Professor|Sir|Dame|Rev)\.? /, '');
  const words = bare.split(/\s+/);
  if (words.length < 2 || words.length > 4) return false;
  return words.every(
    (word) => /^\p{Lu}[\p{L}’'.-]*$/u.test(word) && !/^\p{Lu}{2,}s?$/u.test(word) && !isPostWord(word),
  );
}
