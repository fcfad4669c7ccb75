import type { DraftEdit } from '../../log/edit.ts';
import { existing } from '../existing.ts';
import { lookUp } from '../look-up.ts';
import type { Plan, Update } from '../model.ts';
import { brief, recordName } from '../names.ts';
import { create, remove, set } from './changes.ts';
import { type Led, together } from './leads.ts';

/** What an update says: its date, its words, and the rating of that day. */
export type Progress = Omit<Update, 'id'>;

/**
 * Adds an update to one or to many, as one edit. To change one, set its fields; undefined where there is nothing to
 * update.
 *
 * @param options `rate`: whether what it is progress of gets the update's rating too, where it has one
 */
export function addUpdate(
  plan: Plan,
  to: readonly Led[],
  progress: Progress,
  newId: () => string,
  { rate = false } = {},
): DraftEdit | undefined {
  if (to.length === 0) return undefined;
  const { date, text, rating } = progress;
  const rates = rate && rating !== undefined;
  const rated = rates
    ? ` and rate ${to.length === 1 ? 'it' : 'them'} ${brief(lookUp(plan).rating(rating)?.label ?? rating)}`
    : '';
  return {
    label: `Add an update to ${together(plan, to)}${rated}`,
    changes: to.flatMap(({ kind, id }) => [
      create('update', newId(), {
        indicator: kind === 'indicator' ? id : null,
        action: kind === 'action' ? id : null,
        date: date ?? null,
        text,
        rating: rating ?? null,
      }),
      ...(rates ? [set(kind, id, 'rating', rating)] : []),
    ]),
  };
}

/** Deletes an update. */
export function deleteUpdate(plan: Plan, id: string): DraftEdit {
  existing(plan, 'update', id);
  return { label: `Delete ${recordName(plan, 'update', id)}`, changes: [remove('update', id)] };
}
