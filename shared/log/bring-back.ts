import type { Place } from '../plan/place.ts';
import type { Fields } from '../plan/records.ts';
import type { DraftChange } from './edit.ts';
import { namesIn, namesOf } from './names-of.ts';
import { whole } from './whole.ts';

/** What is to be as it was: a record with all that was in it, or one of its fields. */
export type Thing = Pick<Place, 'kind' | 'id' | 'field'>;

/**
 * Of the changes that make a plan as it was (`changesBackTo`), those that bring some things of it back: with what
 * belonged to them, and with what they name, as far as that is gone. Nothing is taken out.
 */
export function onlyOf(changes: readonly DraftChange[], things: readonly Thing[]): DraftChange[] {
  const wanted = new Set<DraftChange>();
  const gone = changes.filter(({ field, value }) => field === whole && value !== null);
  for (const { kind, id, field } of things) {
    for (const change of changes) {
      if (change.kind === kind && change.record === id && (!field || change.field === field)) want(change);
    }
  }
  return changes.filter((change) => wanted.has(change));

  function want(change: DraftChange): void {
    const { kind, record, field, value } = change;
    if (wanted.has(change) || (field === whole && value === null)) return;
    wanted.add(change);
    const names = field === whole ? namesOf(kind, value as Fields) : namesIn(kind, field, value);
    if (kind === 'plan' && field === 'ratingScale') names.push(['scale', value as string]);
    for (const other of gone) {
      const named = names.some(([of, id]) => of === other.kind && id === other.record);
      if (named || (gone.includes(change) && belongsTo(other, record))) want(other);
    }
  }
}

function belongsTo({ value }: DraftChange, owner: string): boolean {
  const { indicator, action, scale } = value as Record<string, unknown>;
  return [indicator, action, scale].includes(owner);
}
