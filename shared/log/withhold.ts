import { blank, isBlank, isStandIn } from './blank.ts';
import type { Log } from './came-in.ts';
import type { Change, Edit } from './edit.ts';
import { isEqual } from './equal.ts';
import { foldLog, historiesOf, standingOf } from './fold.ts';
import { whole } from './whole.ts';
import { isNameless } from './without-names.ts';

/**
 * A log for whoever is to have the plan and not its history: no names, no times, no labels, and of each change only what
 * is still seen, in the plan or in a conflict. Ids stay, so that the copy can still be brought together with others.
 */
export function withoutHistory(log: Log): Log {
  const seen = seenIn(log);
  return {
    edits: log.edits.map((edit) => ({ ...edit, at: never, author: '', device: '', label: 'An earlier edit' })),
    changes: log.changes.map((change) => ({ ...change, value: withheld(change, seen.get(change.id)) })),
  };
}

/** Whether an edit came without its history. */
export function isWithheld({ at }: Edit): boolean {
  return at === never;
}

/** Of one edit in two copies, the one that says more; undefined where they say different things. */
export function fullerEdit(a: Edit, b: Edit): Edit | undefined {
  if (a.kind !== b.kind || a.target !== b.target) return undefined;
  if (isWithheld(b) || isEqual(a, b)) return a;
  if (isWithheld(a)) return b;
  if (a.at !== b.at) return undefined;
  return isNameless(b) ? a : isNameless(a) ? b : undefined;
}

/** Of one change in two copies, the one that says more; undefined where they say different things. */
export function fullerChange(a: Change, b: Change): Change | undefined {
  if (isEqual(a, b)) return a;
  const { value: mine, ...rest } = a;
  const { value: theirs, ...others } = b;
  if (!isEqual(rest, others)) return undefined;
  if (a.field !== whole || !isObject(mine) || !isObject(theirs) || isBlank(mine) || isBlank(theirs)) {
    return fullerOf(mine, theirs, a, b);
  }
  const value: Change['value'] = { ...mine };
  for (const field of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    const fuller = fullerOf(mine[field], theirs[field], mine, theirs);
    if (!fuller) return undefined;
    value[field] = fuller[field] as Change['value'];
  }
  return isEqual(value, mine) ? a : { ...a, value };
}

/** Of what has one value or another, whichever says more: what stands for a name says less than the name. */
function fullerOf<Item>(mine: unknown, theirs: unknown, a: Item, b: Item): Item | undefined {
  const says = (value: unknown) => (isBlank(value) ? 0 : isStandIn(value) ? 1 : 2);
  if (isEqual(mine, theirs) || says(mine) > says(theirs)) return a;
  if (says(mine) < says(theirs)) return b;
  return says(mine) === 2 ? undefined : a;
}

/** No edit was ever made then. */
const never = '1970-01-01T00:00:00.000Z';

/** The fields that each change is still seen in. */
function seenIn({ changes }: Log): Map<string, Set<string>> {
  const { records } = foldLog(changes);
  const seen = new Map<string, Set<string>>();
  for (const [kind, histories] of Object.entries(historiesOf(changes)) as [Change['kind'], Map<string, Change[]>][]) {
    for (const [record, history] of histories) {
      if (!records[kind].has(record)) continue;
      for (const [field, heads] of standingOf(kind, history).heads) {
        for (const { id } of heads) seen.set(id, (seen.get(id) ?? new Set()).add(field));
      }
    }
  }
  return seen;
}

function withheld({ field, value }: Change, seen: Set<string> | undefined): Change['value'] {
  if (value === null && field === whole) return value;
  // What stands for a name tells nothing.
  const told = (of: Change['value'], isSeen = false) => (isSeen || isStandIn(of) ? of : blank);
  if (field !== whole || !isObject(value)) return told(value, seen !== undefined);
  return Object.fromEntries(Object.entries(value).map(([each, of]) => [each, told(of, seen?.has(each))]));
}

function isObject(value: Change['value']): value is { [field: string]: Change['value'] } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
