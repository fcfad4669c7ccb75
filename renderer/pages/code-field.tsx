import { PlanError } from '../../shared/messages.ts';
import { recodeRating } from '../../shared/plan/edits/ratings.ts';
import type { Edited } from '../fields/edited.ts';
import { LeftLine } from '../fields/left-line.tsx';
import { useDraft } from '../fields/use-draft.ts';

/** The code of a rating. All that is rated by it follows; so it waits to be left, not for a pause in the typing. */
export function CodeField({ edited, code }: { edited: Edited<'rating'>; code: string }) {
  const place = { kind: edited.kind, id: edited.id, field: 'code' };
  const draft = useDraft<string>({
    place,
    saved: code,
    same: (one, other) => one.trim() === other.trim(),
    edit: (text, plan) => {
      const next = text.trim();
      if (next === '') throw new PlanError('edit-refused', { where: 'the code', found: 'is empty' });
      return recodeRating(plan, edited.id, next);
    },
    sendsWhileTyping: false,
  });
  return <LeftLine draft={draft} place={place} maxLength={40} aria-label={`Code of ${edited.name}`} />;
}
