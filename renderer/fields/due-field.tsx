import { IconLock } from '@tabler/icons-react';
import { type KeyboardEvent, useId, useRef } from 'react';
import { describeDue, longDate, readDue } from '../../shared/plan/due.ts';
import { setField } from '../../shared/plan/edits/set-field.ts';
import type { Due, Plan } from '../../shared/plan/model.ts';
import { useArrival } from '../plan/go-to-place.ts';
import { ConflictMark } from './conflict-mark.tsx';
import { type Edited, placeKey } from './edited.ts';
import styles from './fields.module.css';
import { useDraft } from './use-draft.ts';

interface DueFieldProps {
  plan: Plan;
  edited: Edited;
  own: Due | undefined;
  inherited?: Due | undefined;
}

/**
 * When it is due, typed as people write it ("Q3", "Mar 27"), with the day that it means beside it. It is sent on Enter
 * and on leaving the field; Esc takes back what was typed. A date that is set nationally can only be read.
 */
export function DueField({ plan, edited, own, inherited }: DueFieldProps) {
  const place = { kind: edited.kind, id: edited.id, field: 'due' };
  const input = useRef<HTMLInputElement>(null);
  const meant = useId();
  const draft = useDraft<string>({
    place,
    saved: own?.text ?? '',
    same: (one, other) => one.trim() === other.trim(),
    edit: (text, plan) =>
      setField(plan, edited.kind, edited.id, 'due', text.trim() === '' ? null : readDue(text.trim(), plan.period)),
    sendsWhileTyping: false,
  });
  useArrival(place, () => input.current?.select());

  function press(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === 'Enter' && !event.ctrlKey) void draft.send();
    if (event.key !== 'Escape' || !draft.waiting) return;
    event.stopPropagation();
    draft.discard();
  }

  if (own?.fixed) {
    return (
      <span className={styles.fixed}>
        {describeDue(own)} <IconLock size={14} aria-hidden /> set nationally
      </span>
    );
  }
  const typed = draft.value.trim();
  const due = typed === '' ? inherited : draft.waiting ? readDue(typed, plan.period) : own;
  return (
    <span className={styles.due}>
      <input
        ref={input}
        className={styles.input}
        value={draft.value}
        placeholder={inherited?.text ?? 'No date yet'}
        aria-label={`Due date of ${edited.name}`}
        aria-describedby={meant}
        aria-invalid={draft.refused !== undefined}
        data-draft={draft.waiting}
        data-place={placeKey(place)}
        spellCheck={false}
        onChange={(event) => draft.change(event.target.value)}
        onBlur={draft.leave}
        onKeyDown={press}
      />
      <span id={meant} className={draft.refused ? styles.wrong : styles.means}>
        {draft.refused ?? meaning(due, draft.waiting, typed === '' && inherited !== undefined)}
      </span>
      <ConflictMark place={place} />
    </span>
  );
}

/** The day that it means, where its words do not say so themselves. */
function meaning(due: Due | undefined, waiting: boolean, inherited: boolean): string {
  const day = due?.date && longDate(due.date);
  const words = day && day !== due?.text ? day : waiting && due && !due.date ? 'means no set day' : '';
  return inherited ? [words, 'from the indicator'].filter(Boolean).join(', ') : words;
}
