import { PlanError } from '../messages.ts';
import { fieldOf } from '../plan/field-words.ts';
import type { Plan } from '../plan/model.ts';
import { quote, recordName } from '../plan/names.ts';
import type { Fields, Records } from '../plan/records.ts';
import { isBlank } from './blank.ts';
import { type Log, upTo } from './came-in.ts';
import { changesTo, type Difference, differences } from './difference.ts';
import type { DraftEdit } from './edit.ts';
import { isEqual } from './equal.ts';
import { fold, saidBy } from './fold.ts';
import { takeBack } from './undo.ts';
import { whole } from './whole.ts';
import { isWithheld } from './withhold.ts';

/** What one edit of the log changed, and what was there before it. */
export function changedBy(log: Log, id: string): Difference[] {
  const at = log.edits.findIndex((edit) => edit.id === id);
  const edit = log.edits[at];
  if (!edit) return [];
  if (edit.kind === 'merge') {
    const from = log.edits.findIndex((each) => each.id === edit.target) + 1;
    return differences(fold(upTo(log, from).changes), fold(upTo(log, at + 1).changes));
  }
  const own = log.changes.filter((change) => change.edit === id);
  const known = new Map(log.changes.map((change) => [change.id, change]));
  // Backwards, so that of a field that was set twice the first stands last and has the last word.
  const before = takeBack(own, (change) => known.get(change)).reverse();
  const found = new Map<string, Difference>();
  for (const [index, change] of own.entries()) {
    const { kind, record, field } = change;
    const key = `${kind} ${record} ${field}`;
    const first = found.get(key);
    found.set(key, {
      kind,
      record,
      field,
      before: first ? first.before : (before[index]?.value ?? null),
      after: saidBy(change),
    });
  }
  return [...found.values()].filter((each) => !isEqual(each.before, each.after));
}

/**
 * The edit that takes back one edit from long ago, and leaves what came after it.
 * @throws PlanError `not-undone` where something of it was changed again since, or is not known
 */
export function undoOne(log: Log, id: string, records: Records, plan: Plan): DraftEdit {
  const edit = log.edits.find((each) => each.id === id);
  const changed = changedBy(log, id);
  if (!edit || isWithheld(edit)) throw notUndone('it', 'came without its history');
  if (log.edits[0] === edit) throw notUndone('it', 'is how the plan began');
  if (changed.length === 0) throw notUndone('it', 'changed nothing');
  const own = new Set(changed.map(({ record }) => record));
  for (const each of changed) {
    refuseChanged(each, records, plan);
    if (each.field === whole && each.before === null) refuseOwners(each, own, records, plan);
  }
  return { label: `Undo ${quote(edit.label, 270)}`, changes: changesTo(changed.map(turned)) };
}

function turned({ before, after, ...rest }: Difference): Difference {
  return { ...rest, before: after, after: before };
}

/** What was changed again since is not taken back: somebody meant it. */
function refuseChanged({ kind, record, field, before, after }: Difference, records: Records, plan: Plan): void {
  const now = records[kind].get(record) as Record<string, unknown> | undefined;
  if (field === whole && after === null) {
    if (now) throw notUndone(recordName(plan, kind, record), 'is there again');
    if (isBlank(before) || before === null) throw notUndone('what was deleted', 'came without its history');
    return;
  }
  if (!now) throw notUndone(`the ${kind} that it changed`, 'was deleted since');
  const name = field === whole ? recordName(plan, kind, record) : fieldOf(kind, field, recordName(plan, kind, record));
  if (!isEqual(field === whole ? now : now[field], after)) throw notUndone(name, 'was changed again since');
  if (isBlank(before)) throw notUndone(name, 'came without what was there before');
}

/** What was new is not deleted with what others have added to it. */
function refuseOwners({ kind, record }: Difference, own: Set<string>, records: Records, plan: Plan): void {
  const belongs = (fields: Fields) => (fields as unknown as Record<string, unknown>)[kind] === record;
  const added = (['rating', 'action', 'update'] as const).some((of) =>
    [...records[of]].some(([id, fields]) => !own.has(id) && belongs(fields)),
  );
  if (added) throw notUndone(recordName(plan, kind, record), 'has been added to since');
}

function notUndone(where: string, found: string): PlanError {
  return new PlanError('not-undone', { where, found });
}
