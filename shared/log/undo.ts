import { type Change, type DraftChange, type Edit, whole } from './edit.ts';
import { foldRecord, shownValue } from './fold.ts';

/** An edit that can be taken back, or put back. */
export type Step = Pick<Edit, 'id' | 'label'>;

/** What can be undone and redone, the next one last. */
export interface Steps {
  undo: Step[];
  redo: Step[];
}

/**
 * Reads from the log what can be undone and redone. There is no other record of it, so it survives closing.
 *
 * @param edits in the order in which they came into this log. The first made the plan, and cannot be undone.
 */
export function stepsOf(edits: Pick<Edit, 'id' | 'label' | 'kind' | 'target'>[]): Steps {
  const steps: Steps = { undo: [], redo: [] };
  for (const edit of edits.slice(1)) addStep(steps, edit);
  return steps;
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
  return changes.toReversed().map(({ kind, record, field, replaces }): DraftChange => {
    const before = replaces
      .map(find)
      .filter((change): change is Change => change?.kind === kind && change.record === record);
    const value = field === whole ? (foldRecord(kind, before) ?? null) : shownValue(field, before);
    return { kind, record, field, value: value as DraftChange['value'] };
  });
}

/** The changes that an edit made, once more. */
export function putBack(changes: Change[]): DraftChange[] {
  return changes.map(({ kind, record, field, value }) => ({ kind, record, field, value }));
}
