import { recordsOf } from '../plan/existing.ts';
import { fieldOf } from '../plan/field-words.ts';
import type { Plan } from '../plan/model.ts';
import { recordName } from '../plan/names.ts';
import type { Records } from '../plan/records.ts';
import type { Log } from './came-in.ts';
import { type Change, type DraftChange, type DraftEdit, type Edit, type RecordKind, recordKinds } from './edit.ts';
import { isEqual } from './equal.ts';
import { historiesOf, lastFields, standingOf, valueIn } from './fold.ts';
import { namesIn } from './names-of.ts';
import { whole } from './whole.ts';

/** A field that several people set without knowing of each other. It stands in the log until somebody decides. */
export interface Conflict {
  kind: RecordKind;
  record: string;
  field: string;
  /** Each value once, at least two. The first is the one that is shown. */
  choices: Choice[];
}

export interface Choice {
  value: Change['value'];
  /** The edits that set it, in the order of the log: who and when. */
  by: Edit[];
}

/** All conflicts of a plan, in the order in which their records came into the log. @param records what it folds to */
export function conflictsOf({ edits, changes }: Log, records: Records): Conflict[] {
  const histories = historiesOf(changes);
  const whose = originsOf({ edits, changes });
  return recordKinds.flatMap((kind) =>
    [...histories[kind]].flatMap(([record, history]) => {
      if (history.length < 2 || !records[kind].has(record)) return [];
      return [...standingOf(kind, history).heads].flatMap(([field, heads]): Conflict[] => {
        const choices = choicesOf(field, heads, whose);
        const shown = (records[kind].get(record) as Record<string, unknown>)[field];
        const isShown = ({ value }: Choice) => isEqual(value, shown);
        return choices.length > 1 ? [{ kind, record, field, choices: shownFirst(choices, isShown) }] : [];
      });
    }),
  );
}

/**
 * The edit that decides a conflict: for one of its values, or for one of its own. It takes the place of all of them;
 * they stay in the history. What the value names is brought back if it was deleted.
 *
 * @param changes the whole log
 */
export function decide(
  plan: Plan,
  { kind, record, field }: Pick<Conflict, 'kind' | 'record' | 'field'>,
  value: Change['value'],
  { records, changes }: { records: Records; changes: Change[] },
): DraftEdit {
  const missing = namesIn(kind, field, value).filter(([of, id]) => !records[of].has(id));
  const back = missing.flatMap(([of, id]): DraftChange[] => {
    const fields = lastFields(
      of,
      changes.filter((change) => change.kind === of && change.record === id),
    );
    return fields ? [{ kind: of, record: id, field: whole, value: fields as DraftChange['value'] }] : [];
  });
  const label = `Decide on ${fieldOf(kind, field, recordName(plan, kind, record))}`;
  return { label: label.slice(0, 300), changes: [...back, ...setTo(kind, record, field, value)] };
}

/**
 * The edit that says of a record that lives though it was deleted: it is to stay, with what was deleted with it. Its
 * conflicts are left as they are.
 */
export function keep(plan: Plan, { kind, record }: Pick<Conflict, 'kind' | 'record'>, changes: Change[]): DraftEdit {
  const history = changes.filter((change) => change.kind === kind && change.record === record);
  const { heads: ofFields, deletions } = standingOf(kind, history);
  const agreed = [...ofFields].filter(([field, heads]) => valuesOf(field, heads).length === 1);
  const set = agreed.map(([field, [head]]): DraftChange => {
    return { kind, record, field, value: valueIn(field, head as Change) as DraftChange['value'] };
  });
  return {
    label: `Keep ${recordName(plan, kind, record)}`.slice(0, 300),
    changes: [...set, ...deletedWith(plan, { kind, record }, deletions, changes)],
  };
}

/** What belonged to a record and was deleted with it, as it was. */
function deletedWith(
  plan: Plan,
  { kind, record }: Pick<Conflict, 'kind' | 'record'>,
  deletions: Change[],
  changes: Change[],
): DraftChange[] {
  const edits = new Set(deletions.map(({ edit }) => edit));
  const gone = changes.filter(({ edit, field, value }) => edits.has(edit) && field === whole && value === null);
  return gone.flatMap(({ kind: of, record: id }): DraftChange[] => {
    const isThere = recordsOf(plan, of).some((each) => each.id === id);
    const history = changes.filter((change) => change.kind === of && change.record === id);
    const fields = isThere ? undefined : (lastFields(of, history) as Record<string, unknown> | undefined);
    const isIts = fields?.[kind] === record;
    return isIts ? [{ kind: of, record: id, field: whole, value: fields as DraftChange['value'] }] : [];
  });
}

/** An update has one owner: whoever gives it to an action takes it from an indicator. */
function setTo(kind: RecordKind, record: string, field: string, value: Change['value']): DraftChange[] {
  const set = { kind, record, field, value };
  if (kind !== 'update' || value === null || (field !== 'action' && field !== 'indicator')) return [set];
  return [set, { kind, record, field: field === 'action' ? 'indicator' : 'action', value: null }];
}

function choicesOf(
  field: string,
  heads: Change[],
  whose: (change: Change, field: string) => Edit | undefined,
): Choice[] {
  if (heads.length < 2) return [];
  return valuesOf(field, heads).map((value) => ({
    value: value as Change['value'],
    by: heads
      .filter((head) => isEqual(valueIn(field, head), value))
      .map((head) => whose(head, field))
      .filter((edit) => edit !== undefined),
  }));
}

/** The first in the log is shown, but for an update that has one owner whatever two people said. */
function shownFirst(choices: Choice[], isShown: (choice: Choice) => boolean): Choice[] {
  return [...choices.filter(isShown), ...choices.filter((choice) => !isShown(choice))];
}

/** Each value once, in order. */
function valuesOf(field: string, heads: Change[]): unknown[] {
  return heads
    .map((head) => valueIn(field, head))
    .filter((value, index, all) => all.findIndex((other) => isEqual(other, value)) === index);
}

/** Who first said what a change says: whoever undoes or redoes something says it again for somebody else. */
function originsOf({ edits, changes }: Log) {
  const editById = new Map(edits.map((edit) => [edit.id, edit]));
  const changeById = new Map(changes.map((change) => [change.id, change]));
  return function whose(change: Change, field: string): Edit | undefined {
    const edit = editById.get(change.edit);
    if (edit?.kind !== 'undo' && edit?.kind !== 'redo') return edit;
    const before = change.replaces
      .map((id) => changeById.get(id))
      .find(
        (other) =>
          other?.record === change.record &&
          other.kind === change.kind &&
          isEqual(valueIn(field, other), valueIn(field, change)),
      );
    return before ? whose(before, field) : edit;
  };
}
