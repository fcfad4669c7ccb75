import { personNamed } from '../plan/edits/leads.ts';
import type { Person, Plan } from '../plan/model.ts';
import { byOrder } from '../plan/order.ts';
import type { Place } from '../plan/place.ts';
import { isPost, isWordOfPosts } from '../plan/posts.ts';
import type { Fields } from '../plan/records.ts';
import { blocksOf, textsOf } from '../plan/texts.ts';
import { isBlank, isStandIn } from './blank.ts';
import type { Log } from './came-in.ts';
import type { Change, Edit } from './edit.ts';
import { foldLog, historiesOf, lastFields } from './fold.ts';
import { whole } from './whole.ts';

/**
 * A log for whoever is to have the plan and not the names in it: of people, their e-mail addresses, and of whoever made
 * the edits. A post stands for each that has one. Ids stay, and what stands for a name never takes its place, so that the
 * copy can still be brought together with others. What is written in texts stays as it is.
 *
 * @param stay the people whose names are no secret; without it, whoever is a post or a team by name
 */
export function withoutNames(log: Log, stay?: readonly string[]): Log {
  const people = everybodyIn(log);
  const staying = stay ? new Set([...stay, ...postsAmong(people.gone)]) : new Set(postsAmong(people.all));
  const standIns = standInsFor(people.all, staying);
  const secret = new Set<string>();
  const changes = log.changes.map((change) => withoutName(change, standIns.get(change.record), secret));
  const edits = log.edits.map((edit) => ({ ...edit, ...bylineOf(edit, people.all, standIns, secret) }));
  return { changes, edits: edits.map((edit) => ({ ...edit, label: untold(edit, secret) })) };
}

/** Whether an edit came without the name of whoever made it. */
export function isNameless({ device }: Edit): boolean {
  return device === nameless;
}

/** The people who are posts or teams by name. */
export function postsAmong(people: readonly Person[]): string[] {
  return people.filter(({ name }) => isPost(name)).map(({ id }) => id);
}

/** What each is called in a copy without names. */
export interface Called {
  words: string;
  /** Whether it is the name that the person has. */
  stays: boolean;
}

/** By the id of each: the name that stays, or else the post, or else a number. */
export function standInsFor(people: readonly Person[], stay: ReadonlySet<string>): Map<string, Called> {
  let colleagues = 0;
  return new Map(
    people.map(({ id, name, role }): [string, Called] => {
      if (stay.has(id)) return [id, { words: name, stays: true }];
      const own = new Set(wordsOf(name));
      const post = role && !wordsOf(role).some((word) => own.has(word)) ? role : `Colleague ${++colleagues}`;
      return [id, { words: post, stays: false }];
    }),
  );
}

/** The texts of the plan that have a name in them which is left out elsewhere: what people wrote stays as it is. */
export function textsNaming(plan: Plan, stay: ReadonlySet<string>): Place[] {
  const secret = new Set(plan.people.flatMap(({ id, name }) => (stay.has(id) ? [] : wordsOf(name))));
  if (secret.size === 0) return [];
  const texts = textsOf(plan).filter(({ kind, field }) => kind !== 'person' || field === 'role');
  const written = [
    ...texts.map(({ kind, id, field, value }) => ({ place: { kind, id, field }, blocks: blocksOf(value) })),
    ...(plan.exceptions ?? []).map(({ id, reason }) => ({
      place: { kind: 'exception', id } as const,
      blocks: [reason],
    })),
  ];
  return written
    .filter(({ blocks }) => blocks.some((block) => wordsOf(block).some((word) => secret.has(word))))
    .map(({ place }) => place);
}

/** In place of the computer's name, which may be a person's. No computer is called so. */
const nameless = '(name withheld)';

/** The people of the plan in its order, and those who were taken out of it. */
function everybodyIn({ changes }: Log): { all: Person[]; gone: Person[] } {
  const now = foldLog(changes).records.person;
  const here = [...now].sort(byOrder).map(([id, fields]) => personOf(id, fields));
  const gone = [...historiesOf(changes).person].flatMap(([id, history]) => {
    const last = now.has(id) ? undefined : lastFields('person', history);
    return last ? [personOf(id, last as Fields<'person'>)] : [];
  });
  return { all: [...here, ...gone], gone };
}

function personOf(id: string, { name, role }: Fields<'person'>): Person {
  // Of somebody who was taken out, a copy without history knows no more.
  return { id, name: typeof name === 'string' ? name : '', ...(typeof role === 'string' && { role }) };
}

/** @param secret takes in the words of each name that is left out */
function withoutName(change: Change, called: Called | undefined, secret: Set<string>): Change {
  const { id, kind, field, value } = change;
  if (kind !== 'person' || !called || value === null) return change;
  const said = (of: string, value: Change['value']): Change['value'] => {
    if (value === null || isBlank(value) || isStandIn(value) || (of !== 'name' && of !== 'email')) return value;
    if (of === 'name' && called.stays && (value === called.words || isPost(String(value)))) return value;
    for (const word of wordsOf(String(value).replace(/@.*/, ''))) secret.add(word);
    return { withheld: of === 'name' ? called.words : null, of: id };
  };
  if (field !== whole) return { ...change, value: said(field, value) };
  const fields = Object.entries(value).map(([each, of]) => [each, said(each, of)]);
  return { ...change, value: Object.fromEntries(fields) };
}

function bylineOf(
  { author }: Edit,
  people: Person[],
  standIns: Map<string, Called>,
  secret: Set<string>,
): Pick<Edit, 'author' | 'device'> {
  const person = personNamed({ people }, author);
  const called = person && standIns.get(person.id);
  if (author.trim() === '' || called?.stays || isPost(author)) return { author, device: nameless };
  for (const word of wordsOf(author)) secret.add(word);
  return { author: called?.words.slice(0, 200) ?? 'A colleague', device: nameless };
}

/** Whom a plan was shared with, and whose file came in, stands in the log nowhere else. */
function untold({ kind, label }: Edit, secret: Set<string>): string {
  if (!/Shared with |Bring in /.test(label) && !wordsOf(label).some((word) => secret.has(word))) return label;
  return kind === 'point' ? 'A named point' : 'An edit with a name in it';
}

/** The words that tell somebody: not those that posts and teams are called by, and no single letters. */
function wordsOf(name: string): string[] {
  const words = name.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return words.filter((word) => word.length > 1 && !isWordOfPosts(word));
}
