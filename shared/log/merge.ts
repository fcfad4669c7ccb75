import type { z } from 'zod';
import { PlanError } from '../messages.ts';
import { type Records, recordSchemas } from '../plan/records.ts';
import type { Log } from './came-in.ts';
import { type Change, type Edit, type RecordKind, recordKinds } from './edit.ts';
import { historiesOf, standingOf, valueIn } from './fold.ts';
import { fullerChange, fullerEdit } from './withhold.ts';

/** Two logs of one plan, brought together. */
export interface Merged extends Log {
  /**
   * `none`: all that theirs says is in mine. `all`: mine had nothing of its own, and the log is theirs, as it stands.
   * `some`: each had something of its own. Then mine stands first, and what came in from theirs after it.
   */
  news: 'none' | 'all' | 'some';
  /** The edits that mine did not have, in their order. */
  cameIn: Edit[];
}

/**
 * Brings two logs together: every edit and every change of both, each once. Nothing is chosen here: what they lead to
 * is read from the log (`fold.ts`, `conflicts.ts`), and nobody's clock decides anything.
 *
 * @throws PlanError `altered-file` where one id stands for two different things: one of the logs was tampered with
 */
export function merge(mine: Log, theirs: Log): Merged {
  const edits = unite(mine.edits, theirs.edits, fullerEdit);
  const changes = unite(mine.changes, theirs.changes, fullerChange);
  const isNew = edits.cameIn.length > 0 || changes.cameIn.length > 0;
  const hasOwn = edits.own > 0 || changes.own > 0;
  const forward = isNew && !hasOwn;
  return {
    edits: forward ? inOrderOf(theirs.edits, edits.all) : edits.all,
    changes: forward ? inOrderOf(theirs.changes, changes.all) : changes.all,
    news: forward ? 'all' : isNew || edits.fuller || changes.fuller ? 'some' : 'none',
    cameIn: edits.cameIn,
  };
}

/**
 * The first field whose value could be shown and is not what it may be. A log that was brought together is checked for
 * it before it is taken: what lost a conflict stands in no table, where it would have been checked.
 */
export function unsoundField(changes: Change[], records: Records): { kind: RecordKind; field: string } | undefined {
  const histories = historiesOf(changes);
  for (const kind of recordKinds) {
    const shape = recordSchemas[kind].shape as Record<string, z.ZodType>;
    for (const record of records[kind].keys()) {
      const history = histories[kind].get(record) ?? [];
      for (const [field, heads] of history.length > 1 ? standingOf(kind, history).heads : []) {
        const sound = (head: Change) => shape[field]?.safeParse(valueIn(field, head)).success;
        if (heads.length === 0 || !heads.every(sound)) return { kind, field };
      }
    }
  }
  return undefined;
}

interface United<Item> {
  /** Mine, then what came in; of each that both have, the one that says more. */
  all: Item[];
  cameIn: Item[];
  /** How many only mine has. */
  own: number;
  /** Whether theirs says more of something that mine has too. */
  fuller: boolean;
}

function unite<Item extends { id: string }>(
  mine: Item[],
  theirs: Item[],
  fullerOf: (a: Item, b: Item) => Item | undefined,
): United<Item> {
  const others = new Map(theirs.map((item) => [item.id, item]));
  let own = 0;
  let fuller = false;
  const all = mine.map((item) => {
    const other = others.get(item.id);
    if (!other) own += 1;
    const both = other ? fullerOf(item, other) : item;
    if (!both)
      throw new PlanError('altered-file', { found: 'an edit in it is not what the same edit is in your plan' });
    if (both !== item) fuller = true;
    return both;
  });
  const known = new Set(mine.map(({ id }) => id));
  const cameIn = theirs.filter(({ id }) => !known.has(id));
  return { all: [...all, ...cameIn], cameIn, own, fuller };
}

function inOrderOf<Item extends { id: string }>(order: Item[], items: Item[]): Item[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  return order.map((item) => byId.get(item.id) ?? item);
}
