import { useId } from 'react';
import { PlanError } from '../../shared/messages.ts';
import { recodeRating } from '../../shared/plan/edits/ratings.ts';
import { type Edited, placeKey } from '../fields/edited.ts';
import styles from '../fields/fields.module.css';
import { useDraft } from '../fields/use-draft.ts';

/** The code of a rating. All that is rated by it follows; so it waits to be left, not for a pause in the typing. */
export function CodeField({ edited, code }: { edited: Edited<'rating'>; code: string }) {
  const place = { kind: edited.kind, id: edited.id, field: 'code' };
  const wrong = useId();
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
  return (
    <span className={styles.due}>
      <input
        className={styles.input}
        value={draft.value}
        maxLength={40}
        aria-label={`Code of ${edited.name}`}
        aria-invalid={draft.refused !== undefined}
        aria-describedby={draft.refused ? wrong : undefined}
        data-draft={draft.waiting}
        data-place={placeKey(place)}
        spellCheck={false}
        onChange={(event) => draft.change(event.target.value)}
        onBlur={draft.leave}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.ctrlKey) void draft.send();
          if (event.key !== 'Escape' || !draft.waiting) return;
          event.stopPropagation();
          draft.discard();
        }}
      />
      {draft.refused && (
        <span id={wrong} className={styles.wrong} role="alert">
          {draft.refused}
        </span>
      )}
    </span>
  );
}
