import { type Fields, type Records, recordSchemas } from '../plan/records.ts';
import { isBlank, isStandIn, shown } from './blank.ts';
import { type Change, type RecordKind, recordKinds } from './edit.ts';
import { namesOf } from './names-of.ts';
import { whole } from './whole.ts';

/**
 * The records that a log leads to. What each change replaces decides, not the order in which they stand; that only says
 * which of several heads is shown, the first, so that a value of one's own is not changed by what came in after it.
 *
 * @param changes the whole log; the values are taken as they are, so check them where a log comes from outside
 */
export function fold(changes: Iterable<Change>): Records {
  return foldLog(changes).records;
}

/** A record that lives though somebody deleted it, because they did not know of something. */
export interface Kept {
  kind: RecordKind;
  record: string;
  deletions: Change[];
  /** What they did not know of: an edit of the record itself, or another record that names it. */
  because: 'edited' | 'named';
}

export interface Folded {
  records: Records;
  kept: Kept[];
}

/** The same, with the records that live though they were deleted. */
export function foldLog(changes: Iterable<Change>): Folded {
  const histories = historiesOf(changes);
  const kept: Kept[] = [];
  const dead = new Map<string, Dead>();
  const records = Object.fromEntries(recordKinds.map((kind) => [kind, new Map<string, Fields>()])) as Mutable;
  for (const kind of recordKinds) {
    for (const [record, history] of histories[kind]) {
      const { lives, heads, deletions } = standingOf(kind, history);
      if (lives) records[kind].set(record, shownFields(kind, heads));
      if (lives && deletions.length > 0) kept.push({ kind, record, deletions, because: 'edited' });
      if (!lives && heads.size > 0) dead.set(`${kind} ${record}`, { kind, record, heads, deletions });
    }
  }
  if (dead.size > 0) bringBackNamed(records, dead, kept);
  return { records: records as Records, kept };
}

/** The changes of a log by what they are changes to, in its order. */
export function historiesOf(changes: Iterable<Change>): Record<RecordKind, Map<string, Change[]>> {
  const histories = Object.fromEntries(recordKinds.map((kind) => [kind, new Map()])) as Record<
    RecordKind,
    Map<string, Change[]>
  >;
  for (const change of changes) {
    const history = histories[change.kind].get(change.record);
    if (history) history.push(change);
    else histories[change.kind].set(change.record, [change]);
  }
  return histories;
}

/**
 * The fields of one record after the changes to it, or undefined where it does not exist. A deletion that did not know
 * of another head does not hold: the record lives.
 */
export function foldRecord(kind: RecordKind, history: Change[]): Fields | undefined {
  const { lives, heads } = standingOf(kind, history);
  return lives ? shownFields(kind, heads) : undefined;
}

/** The fields that a record has, or had before it was deleted. */
export function lastFields(kind: RecordKind, history: Change[]): Fields | undefined {
  const { heads } = standingOf(kind, history);
  return heads.size > 0 ? shownFields(kind, heads) : undefined;
}

/** How a record stands after the changes to it. */
export interface Standing {
  lives: boolean;
  /** What each field is, or was before it was deleted: no deletion is among them. Empty where it never was anything. */
  heads: Map<string, Change[]>;
  /** The deletions that nobody has answered yet. */
  deletions: Change[];
}

export function standingOf(kind: RecordKind, history: Change[]): Standing {
  const [first] = history;
  // As most are: made, and never changed.
  if (first && history.length === 1 && first.field === whole && first.value !== null) {
    return { lives: true, heads: new Map(fieldsOf[kind].map((field) => [field, history])), deletions: [] };
  }
  const heads = headsByField(kind, history);
  const all = [...new Set([...heads.values()].flat())];
  const deletions = all.filter(isDeletion);
  if (deletions.length === 0) {
    return { lives: all.length > 0, heads: all.length > 0 ? named(heads, history) : new Map(), deletions };
  }
  const before = standingOf(kind, without(deletions, history));
  return {
    lives: deletions.length < all.length,
    heads: named(
      new Map([...before.heads].map(([field, changes]) => [field, known(field, changes, history)])),
      history,
    ),
    deletions: [...deletions, ...before.deletions],
  };
}

/** The heads of a field: the changes to it that no other takes the place of. For `whole`, those of all its fields. */
export function headsOf(kind: RecordKind, field: string, history: Change[]): Change[] {
  const heads = headsByField(kind, history);
  return field === whole ? [...new Set([...heads.values()].flat())] : (heads.get(field) ?? []);
}

/** What a change says of a field, or what stands for it; undefined of a deletion. */
export function valueIn(field: string, change: Change): unknown {
  return shown(loggedIn(field, change));
}

/** What a change says, of a record or of one field, or what stands for it. */
export function saidBy({ field, value }: Change): Change['value'] {
  if (field !== whole || value === null) return shown(value) as Change['value'];
  return Object.fromEntries(Object.entries(value).map(([each, of]) => [each, shown(of)])) as Change['value'];
}

/**
 * What is to be logged where a value is said. Whoever has a copy without names, and says again what stands for one
 * (undo does), says the name: it comes back with the copy.
 */
export function toLog(field: string, value: Change['value'], history: Change[]): Change['value'] {
  if (field === whole) {
    if (value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([each, of]) => [each, toLog(each, of, history)]));
  }
  const standsFor = (change: Change) => {
    const logged = loggedIn(field, change);
    return isStandIn(logged) && logged.of === change.id && logged.withheld === value;
  };
  const withheld = history.findLast(standsFor);
  return withheld ? (loggedIn(field, withheld) as Change['value']) : value;
}

type Mutable = Record<RecordKind, Map<string, Fields>>;
type Dead = Omit<Kept, 'because'> & { heads: Map<string, Change[]> };

/** What a living record names must live: its owner, its leads, the rating that it has. */
function bringBackNamed(records: Mutable, dead: Map<string, Dead>, kept: Kept[]): void {
  const waiting = recordKinds.flatMap((kind) => [...records[kind].values()].map((fields) => ({ kind, fields })));
  const bringBack = (key: string) => {
    const found = dead.get(key);
    if (!found) return;
    const { heads, ...rest } = found;
    const fields = shownFields(found.kind, heads);
    dead.delete(key);
    kept.push({ ...rest, because: 'named' });
    records[found.kind].set(found.record, fields);
    waiting.push({ kind: found.kind, fields });
  };
  const bringBackAll = () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      for (const [kind, record] of namesOf(next.kind, next.fields)) bringBack(`${kind} ${record}`);
    }
  };
  bringBackAll();
  for (const key of ratingsInNeed(records, dead)) bringBack(key);
  bringBackAll();
  // A plan without scales does not rate, and the name of its scale stands for nothing.
  if (records.scale.size > 0) for (const { ratingScale } of plansOf(records)) bringBack(`scale ${ratingScale}`);
}

/** Ratings are named by their code: of several that had it, the one with the least id, whichever way a log came together. */
function ratingsInNeed(records: Mutable, dead: Map<string, Dead>): string[] {
  const ratings = [...dead.values()].filter(({ kind }) => kind === 'rating');
  if (ratings.length === 0) return [];
  const used = codesUsed(records as Records);
  const there = new Set([...records.rating.values()].map((fields) => (fields as Fields<'rating'>).code));
  const found = new Map<unknown, string>();
  for (const { record, heads } of ratings.sort((a, b) => (a.record < b.record ? -1 : 1))) {
    const { code } = shownFields('rating', heads) as Fields<'rating'>;
    if (used.has(code) && !there.has(code) && !found.has(code)) found.set(code, `rating ${record}`);
  }
  return [...found.values()];
}

/** The codes that indicators, actions and updates are rated by, whether a rating has them or not. */
export function codesUsed({ indicator, action, update }: Records): Set<string | null> {
  return new Set([indicator, action, update].flatMap((ofKind) => [...ofKind.values()].map(({ rating }) => rating)));
}

function plansOf(records: Mutable): Fields<'plan'>[] {
  return [...records.plan.values()] as Fields<'plan'>[];
}

function shownFields(kind: RecordKind, heads: Map<string, Change[]>): Fields {
  const fields = Object.fromEntries(
    [...heads].map(([field, [shown]]) => [field, shown ? valueIn(field, shown) : undefined]),
  ) as Fields;
  return kind === 'update' ? withOneOwner(fields as Fields<'update'>, heads) : fields;
}

/** An update that one person gave to an action and another to an indicator has one owner all the same. */
function withOneOwner(update: Fields<'update'>, heads: Map<string, Change[]>): Fields<'update'> {
  if ((update.indicator === null) !== (update.action === null)) return update;
  const first = (field: 'action' | 'indicator') =>
    (heads.get(field) ?? []).map((change) => valueIn(field, change) as string | null).find((owner) => owner !== null);
  const action = update.action ?? first('action') ?? null;
  return { ...update, action, indicator: action === null ? (first('indicator') ?? null) : null };
}

function headsByField(kind: RecordKind, history: Change[]): Map<string, Change[]> {
  const fields = fieldsOf[kind];
  const replaced = new Map<string, Set<string>>();
  for (const { field, replaces } of history) {
    for (const id of replaces) {
      const known = replaced.get(id);
      if (known) known.add(field);
      else replaced.set(id, new Set([field]));
    }
  }
  const heads = new Map<string, Change[]>(fields.map((field) => [field, []]));
  for (const change of history) {
    const gone = replaced.get(change.id);
    if (gone?.has(whole)) continue;
    for (const field of change.field === whole ? fields : [change.field]) {
      if (!gone?.has(field)) heads.get(field)?.push(change);
    }
  }
  return heads;
}

const fieldsOf = Object.fromEntries(
  recordKinds.map((kind) => [kind, Object.keys(recordSchemas[kind].shape)]),
) as Record<RecordKind, string[]>;

/** A history without some of its deletions. Whatever took the place of one takes that of what it had deleted. */
function without(deletions: Change[], history: Change[]): Change[] {
  const gone = new Map(deletions.map((deletion) => [deletion.id, deletion.replaces]));
  return history
    .filter(({ id }) => !gone.has(id))
    .map((change) => {
      const through = change.replaces.flatMap((id) => gone.get(id) ?? []);
      return through.length === 0 ? change : { ...change, replaces: [...change.replaces, ...through] };
    });
}

/**
 * What was deleted is left out of a copy without history. Where it lives after all, and nobody has that value, the one
 * before it is taken.
 */
function known(field: string, heads: Change[], history: Change[]): Change[] {
  const isUnknown = (head: Change) => isDeletion(head) || isBlank(loggedIn(field, head));
  if (!heads.some(isUnknown)) return heads;
  const older = heads.flatMap((head) =>
    isUnknown(head) ? history.filter(({ id }) => head.replaces.includes(id)) : [head],
  );
  const of = older.filter((change) => change.field === whole || change.field === field);
  return known(field, [...new Set(of)], history);
}

/** Heads that say a name without knowing it are those that it stands for. */
function named(heads: Map<string, Change[]>, history: Change[]): Map<string, Change[]> {
  const named = (field: string, head: Change) => {
    const logged = loggedIn(field, head);
    if (!isStandIn(logged) || logged.of === head.id) return head;
    const said = history.find(({ id }) => id === logged.of);
    return said && loggedIn(field, said) !== undefined && [field, whole].includes(said.field) ? said : head;
  };
  for (const [field, changes] of heads) {
    if (!changes.some((head) => isStandIn(loggedIn(field, head)))) continue;
    heads.set(field, [...new Set(changes.map((head) => named(field, head)))]);
  }
  return heads;
}

function loggedIn(field: string, change: Change): unknown {
  return change.field === whole ? (change.value as Record<string, unknown> | null)?.[field] : change.value;
}

function isDeletion(change: Change): boolean {
  return change.field === whole && change.value === null;
}
