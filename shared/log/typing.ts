import type { Change, DraftEdit, Edit } from './edit.ts';
import { whole } from './whole.ts';

/** How long an edit goes on taking in what is typed into the same field, in milliseconds. */
const pause = 60_000;

/**
 * Whether a new edit goes on with the last one: the same person in the same field, within a minute. Then it takes its
 * place in the log, so that undo does not go back letter by letter. The caller sees to it that the last edit is the
 * newest of the log and has not left this computer.
 */
export function goesOn(last: { edit: Edit; changes: Change[] }, draft: DraftEdit, now: Date, author: string): boolean {
  const [before, ...others] = last.changes;
  const [change, ...more] = draft.changes;
  if (!before || !change || others.length > 0 || more.length > 0) return false;
  const age = now.getTime() - Date.parse(last.edit.at);
  return (
    last.edit.kind === 'change' &&
    last.edit.author === author &&
    before.field !== whole &&
    !isOfSeveral(before) &&
    before.field === change.field &&
    before.kind === change.kind &&
    before.record === change.record &&
    age >= 0 &&
    age < pause
  );
}

/** The columns of a layout, and what it has as a matrix, are no one text: each edit of them is a step. */
function isOfSeveral({ kind, field }: Change): boolean {
  return kind === 'layout' && (field === 'columns' || field === 'matrix');
}
