import { cameInBy, type Log } from './came-in.ts';
import type { Change, DraftChange, Edit } from './edit.ts';
import { foldRecord, lastFields, saidBy } from './fold.ts';
import { whole } from './whole.ts';
import { isWithheld } from './withhold.ts';

/** An edit that can be taken back, or put back. */
export type Step = Pick<Edit, 'id' | 'label'> & { taken?: Taken };

/**
 * A copy that this plan became, because it had nothing of its own: no edit says so. It is a step as long as the plan is
 * open.
 */
export interface Taken {
  /** The log before it, and the copy's. */
  before: Log;
  after: Log;
  /** The edit that took it out again. */
  out?: string;
}

/** What can be undone and redone, the next one last. */
export interface Steps {
  undo: Step[];
  redo: Step[];
}

/**
 * Reads from the log what can be undone and redone. There is no other record of it, so it survives closing. What came
 * in from a colleague's copy is one step, the one that brought it in. What came without its history is none. Where the
 * colleague brought this plan into theirs, and this one became what theirs was, one's own edits are among what came in
 * there: to undo that is not for here, and there is no way back behind it.
 *
 * @param edits in the order in which they came into this log. The first made the plan, and cannot be undone.
 * @param isMadeHere whether an edit was made on this computer
 */
export function stepsOf(edits: Edit[], isMadeHere: (edit: Edit) => boolean): Steps {
  const steps: Steps = { undo: [], redo: [] };
  const cameIn = cameInBy(edits);
  for (const edit of edits.slice(1)) {
    if (cameIn.has(edit.id) || isWithheld(edit)) continue;
    if (edit.kind === 'merge' && !isMadeHere(edit)) Object.assign(steps, { undo: [], redo: [] });
    else addStep(steps, edit);
  }
  return steps;
}

/**
 * The edit that brought a copy in, where that was taken back and the copy was not brought in again since; undefined
 * where there is none, or whoever has the copy knows that it was.
 *
 * @param known the edits of the copy
 */
export function takenOut(edits: Edit[], known: ReadonlySet<string>): string | undefined {
  const cameIn = cameInBy(edits);
  const its = new Set([...known].map((id) => cameIn.get(id)?.id));
  const out = edits.findLastIndex(({ id, kind, target }) => kind === 'undo' && !known.has(id) && its.has(target ?? ''));
  const merge = edits[out]?.target;
  if (!merge || !isTakenBack(edits, merge)) return undefined;
  const merges = new Set(cameIn.values());
  // What is brought in again brings no edit with it.
  const again = edits.slice(out).some((edit) => {
    return edit.kind === 'merge' && !merges.has(edit) && !cameIn.has(edit.id) && !isTakenBack(edits, edit.id);
  });
  return again ? undefined : merge;
}

/** Whether an edit was taken back, and not put back since. */
export function isTakenBack(edits: readonly Edit[], id: string): boolean {
  return edits.findLast(({ kind, target }) => target === id && (kind === 'undo' || kind === 'redo'))?.kind === 'undo';
}

/** Moves on by the newest edit of the log. An edit of one's own ends what could be redone. */
export function addStep(steps: Steps, edit: Pick<Edit, 'id' | 'label' | 'kind' | 'target'>): void {
  const { id, label, kind, target } = edit;
  if (kind === 'point') return;
  if (kind === 'undo' || kind === 'redo') {
    const [from, to] = kind === 'undo' ? [steps.undo, steps.redo] : [steps.redo, steps.undo];
    const index = from.findLastIndex((step) => step.id === target);
    if (index !== -1) to.push(...from.splice(index, 1));
    return;
  }
  steps.undo.push({ id, label });
  steps.redo.length = 0;
}

/**
 * The changes that put back what was there before an edit.
 *
 * @param changes the changes of that edit, in order
 * @param find a change of the log by its id
 */
export function takeBack(changes: Change[], find: (id: string) => Change | undefined): DraftChange[] {
  return changes.toReversed().map((change): DraftChange => {
    const { kind, record, field } = change;
    const before = whatLedTo(change, find);
    const value =
      field === whole
        ? (foldRecord(kind, before) ?? null)
        : (lastFields(kind, before) as Record<string, unknown> | undefined)?.[field];
    return { kind, record, field, value: value as DraftChange['value'] };
  });
}

/** The changes that an edit made, once more. */
export function putBack(changes: Change[]): DraftChange[] {
  return changes.map((change) => {
    const { kind, record, field } = change;
    return { kind, record, field, value: saidBy(change) };
  });
}

/** The changes to a record that a change to it took the place of, and those that they took the place of. */
function whatLedTo({ kind, record, replaces }: Change, find: (id: string) => Change | undefined): Change[] {
  const found = new Map<string, Change>();
  const waiting = replaces.toReversed();
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const change = found.has(id) ? undefined : find(id);
    if (change?.kind !== kind || change.record !== record) continue;
    found.set(id, change);
    // A new record, whole, says all that its fields were before they were changed.
    if (change.field !== whole || change.value === null) waiting.push(...change.replaces.toReversed());
  }
  return [...found.values()];
}
