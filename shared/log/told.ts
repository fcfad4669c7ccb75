import { conflictName } from '../plan/conflict-name.ts';
import { recordsOf } from '../plan/existing.ts';
import type { Plan } from '../plan/model.ts';
import { capitalised, recordName } from '../plan/names.ts';
import { inOrderOfParts, partOf } from '../plan/part.ts';
import type { Place } from '../plan/place.ts';
import type { Fields, Records } from '../plan/records.ts';
import { bothOf } from './both.ts';
import { type Log, upTo } from './came-in.ts';
import type { Conflict } from './conflicts.ts';
import type { Change, Edit, RecordKind } from './edit.ts';
import { isEqual } from './equal.ts';
import { fold, headsOf, type Kept } from './fold.ts';
import { type Changed, inWords, words } from './history.ts';
import { isTakenBack } from './undo.ts';
import { whole } from './whole.ts';
import { isWithheld } from './withhold.ts';

/** One thing that is not as it was, as a page shows it. */
export interface Told {
  /** Where it stands: "Indicator 3", "People". */
  part: string;
  /** "The date of action 12"; of a whole record "Action 12". */
  what: string;
  /** `back`: a record that was deleted before, and is there again. */
  sort: 'set' | 'new' | 'back' | 'gone' | 'moved';
  oldWords: string;
  newWords: string;
  /** Where it stands now; null where it is not there any more. */
  place: Place | null;
  /** Who set it so, if one person did. */
  by: By | null;
}

/** Who, and when: a moment, UTC; null where the copy came without its history. */
export interface By {
  author: string;
  at: string | null;
}

/** Something that several people set without knowing of each other, as a page shows it. */
export interface ConflictTold {
  place: Required<Pick<Place, 'kind' | 'id' | 'field'>>;
  part: string;
  what: string;
  /** The first is the one that is shown in the plan. */
  choices: { value: Change['value']; words: string; by: By[]; mine: boolean }[];
  /** All of them in one, where that can be. */
  both: { value: Change['value']; words: string } | null;
}

/** A record that lives though somebody deleted it. */
export interface KeptTold {
  place: Pick<Place, 'kind' | 'id'>;
  part: string;
  what: string;
  because: Kept['because'];
  /** Who deleted it, and who edited it without knowing of that; one's own name is "you". */
  deletedBy: string[];
  editedBy: string[];
}

/** What came in with a copy. */
export interface CameIn {
  /** The edits that came in, of each person how many, most first. */
  by: { author: string; edits: number }[];
  changes: Told[];
}

/** A stretch of a log: after one edit, up to another and with it. */
export interface Stretch {
  after: string;
  upTo: string;
}

/** The stretch that the newest copy came in by, which was not taken out again; undefined where there is none. */
export function lastMerge(edits: readonly Edit[], isMadeHere: (edit: Edit) => boolean): Stretch | undefined {
  const merge = edits.findLast(
    (edit) => edit.kind === 'merge' && edit.target !== null && isMadeHere(edit) && !isTakenBack(edits, edit.id),
  );
  return merge?.target ? { after: merge.target, upTo: merge.id } : undefined;
}

/**
 * What became different in a stretch of the log, in words, by whom.
 *
 * @param plan as it is now
 * @param before the log before it, where that is not what stands before it in this one
 */
export function cameInDuring(log: Log, { after, upTo: last }: Stretch, plan: Plan, before?: Log): CameIn {
  const at = (id: string) => log.edits.findIndex((edit) => edit.id === id) + 1;
  const then = upTo(log, at(last));
  const was = before ?? upTo(log, at(after));
  const had = new Set(was.edits.map(({ id }) => id));
  const edits = then.edits.filter(({ id, kind }) => kind !== 'merge' && !had.has(id));
  const people = Map.groupBy(edits, authorOf);
  return {
    by: [...people]
      .map(([author, own]) => ({ author, edits: own.length }))
      .sort((one, other) => other.edits - one.edits),
    changes: tell(inWords(fold(was.changes), fold(then.changes)), plan, edits, then.changes),
  };
}

/**
 * Changes as a page shows them, in the plan's order.
 * @param edits among which whoever made each is looked for
 */
export function tell(changed: Changed[], plan: Plan, edits: readonly Edit[] = [], changes: Change[] = []): Told[] {
  const byId = new Map(edits.map((edit) => [edit.id, edit]));
  const setBy = new Map<string, Edit>();
  for (const { edit, kind, record, field } of changes) {
    const found = byId.get(edit);
    if (found) setBy.set(`${kind} ${record} ${field}`, found).set(`${kind} ${record}`, found);
  }
  const deleted = new Set(
    changes.flatMap(({ field, value, record }) => (field === whole && value === null ? record : [])),
  );
  const there = thereIn(plan);
  const told = changed.filter(isNoPartOfMove(changed)).map((each): Told => {
    const { kind, record, field, what, oldWords, newWords, before, after } = each;
    const isThere = there(kind, record);
    const sort =
      field !== whole
        ? isMove(each)
          ? 'moved'
          : 'set'
        : after === null
          ? 'gone'
          : deleted.has(record)
            ? 'back'
            : 'new';
    const by =
      setBy.get(`${kind} ${record} ${field}`) ??
      setBy.get(`${kind} ${record} ${whole}`) ??
      (sort === 'back' ? setBy.get(`${kind} ${record}`) : undefined);
    const isNew = sort === 'new' || sort === 'back';
    const gist = isNew ? gistOf(each, after) : sort === 'gone' ? gistOf(each, before) : '';
    return {
      part: isThere ? partOf(plan, kind, record) : each.part,
      what: sort === 'moved' ? capitalised(isThere ? recordName(plan, kind, record) : what) : what,
      sort,
      oldWords: sort === 'gone' ? gist : field === 'order' ? '' : oldWords,
      newWords: isNew ? gist : field === 'order' ? '' : newWords,
      place: isThere ? { kind, id: record, ...(sort === 'set' && { field }) } : null,
      by: by ? byOf(by) : null,
    };
  });
  return inOrderOfParts(plan, told);
}

/** Conflicts as a page shows them. @param isMine whether an edit is one's own */
export function conflictsTold(
  conflicts: readonly Conflict[],
  records: Records,
  plan: Plan,
  isMine: (edit: Edit) => boolean,
): ConflictTold[] {
  const told = conflicts.map(({ kind, record, field, choices }: Conflict): ConflictTold => {
    const read = (value: Change['value']) =>
      field === 'order' ? placeInWords(records, plan, kind, record, value) : words({ kind, field }, value, plan);
    const both = bothOf(
      { kind, field },
      choices.map(({ value }) => value),
    );
    return {
      place: { kind, id: record, field },
      part: partOf(plan, kind, record),
      what: conflictName(plan, { kind, id: record, field }),
      choices: choices.map(({ value, by }) => ({ value, words: read(value), by: by.map(byOf), mine: by.some(isMine) })),
      both: both === undefined ? null : { value: both, words: read(both) },
    };
  });
  return inOrderOfParts(plan, told);
}

/** What lives though it was deleted, as a page shows it. @param isMine whether an edit is one's own */
export function keptTold(
  kept: readonly Kept[],
  plan: Plan,
  { edits, changes }: Log,
  isMine: (edit: Edit) => boolean,
): KeptTold[] {
  const byId = new Map(edits.map((edit) => [edit.id, edit]));
  const there = thereIn(plan);
  const people = (set: readonly Change[]) => {
    const found = set.flatMap(({ edit }) => byId.get(edit) ?? []);
    return [...new Set(found.map((edit) => (isMine(edit) ? 'you' : authorOf(edit))))];
  };
  const told = kept
    .filter(({ kind, record }) => there(kind, record))
    .map(({ kind, record, because, deletions }): KeptTold => {
      const history = changes.filter((change) => change.kind === kind && change.record === record);
      const heads = headsOf(kind, whole, history);
      return {
        place: { kind, id: record },
        part: partOf(plan, kind, record),
        what: capitalised(recordName(plan, kind, record)),
        because,
        deletedBy: people(deletions),
        editedBy: people(heads.filter(({ id }) => !deletions.some((deletion) => deletion.id === id))),
      };
    });
  return inOrderOfParts(plan, told);
}

export function byOf(edit: Edit): By {
  return { author: authorOf(edit), at: isWithheld(edit) ? null : edit.at };
}

/** A place in a list as one would say it: "after action 11". */
function placeInWords(records: Records, plan: Plan, kind: RecordKind, record: string, value: Change['value']): string {
  const all = records[kind] as ReadonlyMap<string, Fields & { order?: string }>;
  const list = (fields: object | undefined) =>
    ['indicator', 'action', 'scale', 'place'].map((owner) => (fields as Record<string, unknown>)?.[owner]).join(' ');
  const before = [...all]
    .filter(([id, fields]) => id !== record && list(fields) === list(all.get(record)))
    .filter(([, { order = '' }]) => order < String(value))
    .sort(([, one], [, other]) => ((one.order ?? '') < (other.order ?? '') ? -1 : 1))
    .at(-1);
  return before ? `after ${recordName(plan, kind, before[0])}` : 'first in its list';
}

/** Within its list, or to another indicator. */
function isMove({ kind, field }: Changed): boolean {
  return field === 'order' || (kind === 'action' && field === 'indicator');
}

/** An action that goes to another indicator has its place in another list, and that one is not named beside it any more. */
function isNoPartOfMove(changed: readonly Changed[]): (each: Changed) => boolean {
  const homes = new Map(
    changed.flatMap((each) => (isMove(each) && each.field !== 'order' ? [[each.record, each.after] as const] : [])),
  );
  return ({ record, field, before, after }) => {
    if (!homes.has(record) || (field !== 'order' && field !== 'effects')) return true;
    const { [String(homes.get(record))]: _, ...others } = (before ?? {}) as Record<string, unknown>;
    return field === 'effects' && !isEqual(others, after ?? {});
  };
}

/** The words that a whole record is known by. */
function gistOf({ kind }: { kind: RecordKind }, value: Change['value']): string {
  const fields = value as Record<string, Change['value']> | null;
  const field = { action: 'text', update: 'text', section: 'body', person: 'name', indicator: 'wording' }[
    kind as string
  ];
  return fields && field ? words({ kind, field }, fields[field] ?? null, undefined) : '';
}

function authorOf(edit: Edit): string {
  return isWithheld(edit) ? 'Somebody' : edit.author.trim() || 'Somebody';
}

function thereIn(plan: Plan): (kind: RecordKind, id: string) => boolean {
  const known = new Map<RecordKind, Set<string>>();
  return (kind, id) => {
    const ids = known.get(kind) ?? new Set(recordsOf(plan, kind).map((record) => record.id));
    known.set(kind, ids);
    return ids.has(id);
  };
}
