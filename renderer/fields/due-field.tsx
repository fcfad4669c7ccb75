import { IconLock } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { describeDue, longDate, readDue } from '../../shared/plan/due.ts';
import { setField } from '../../shared/plan/edits/set-field.ts';
import type { Due, Plan } from '../../shared/plan/model.ts';
import { edit } from '../commands.ts';
import { holdDraft } from './draft.ts';
import type { Edited } from './edited.ts';
import styles from './fields.module.css';

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
  const saved = own?.text ?? '';
  const [typed, setTyped] = useState(saved);
  const draft = typed.trim() !== saved;
  const latest = useRef({ typed, saved });
  latest.current = { typed, saved };
  const sending = useRef<string>(undefined);

  // What comes in from undo or another edit shows, unless something is being typed here.
  useEffect(() => setTyped(saved), [saved]);

  async function send(): Promise<void> {
    const text = latest.current.typed.trim();
    if (text === latest.current.saved || text === sending.current) return;
    sending.current = text;
    await edit(setField(plan, edited.kind, edited.id, 'due', text === '' ? null : readDue(text, plan.period)));
    sending.current = undefined;
  }
  const sendLatest = useRef(send);
  sendLatest.current = send;
  useEffect(() => (draft ? holdDraft(() => sendLatest.current()) : undefined), [draft]);

  function press(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === 'Enter') void send();
    if (event.key === 'Escape') setTyped(saved);
  }

  if (own?.fixed) {
    return (
      <span className={styles.fixed}>
        {describeDue(own)} <IconLock size={14} aria-hidden /> set nationally
      </span>
    );
  }
  const due = typed.trim() === '' ? inherited : draft ? readDue(typed.trim(), plan.period) : own;
  return (
    <span className={styles.due}>
      <input
        className={styles.input}
        value={typed}
        maxLength={200}
        placeholder={inherited?.text ?? 'No date yet'}
        aria-label={`Due date of ${edited.name}`}
        data-draft={draft}
        spellCheck={false}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => void send()}
        onKeyDown={press}
      />
      <span className={styles.means}>{meaning(due, draft, typed.trim() === '' && inherited !== undefined)}</span>
    </span>
  );
}

/** The day that it means, where its words do not say so themselves. */
function meaning(due: Due | undefined, draft: boolean, inherited: boolean): string {
  const day = due?.date && longDate(due.date);
  const words = day && day !== due?.text ? day : draft && due && !due.date ? 'no set day' : '';
  return inherited ? [words, 'from the indicator'].filter(Boolean).join(', ') : words;
}
