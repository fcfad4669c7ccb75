import type { DraftEdit } from '../log/edit.ts';
import type { Due, Rating } from './model.ts';

/** Edits, each one gesture with the label that a person would use for it. `name` is what the record is called. */

/** What is edited, and its name in the middle of a sentence: "action 12", "Indicator 3". */
export interface Edited {
  kind: 'action' | 'indicator';
  id: string;
  name: string;
}

/** Rates it; null takes its own rating away, so that an action has its indicator's again. */
export function setRating({ kind, id, name }: Edited, rating: Rating | null): DraftEdit {
  const label = rating ? `Set the rating of ${name} to ${rating.label}` : `Take away the rating of ${name}`;
  return { label, changes: [{ kind, record: id, field: 'rating', value: rating?.code ?? null }] };
}

/** Sets when it is due; null takes its own date away, so that an action has its indicator's again. */
export function setDue({ kind, id, name }: Edited, due: Due | null): DraftEdit {
  const label = due ? `Set the date of ${name} to ${due.text}` : `Take away the date of ${name}`;
  return { label, changes: [{ kind, record: id, field: 'due', value: due }] };
}
