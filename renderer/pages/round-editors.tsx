import { useEffect, useRef, useState } from 'react';
import { newId } from '../../shared/id.ts';
import { longDate } from '../../shared/plan/due.ts';
import { addUpdate } from '../../shared/plan/edits/updates.ts';
import { lookUp } from '../../shared/plan/look-up.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { fromPlainText } from '../../shared/plan/rich-text.ts';
import type { Column, Row } from '../../shared/plan/rows.ts';
import { printable } from '../../shared/plan/text.ts';
import { editPlan } from '../commands.ts';
import { holdDraft } from '../fields/draft.ts';
import { DueField } from '../fields/due-field.tsx';
import { placeKey } from '../fields/edited.ts';
import { LeadsField } from '../fields/leads-field.tsx';
import { forgetRefused, keepRefused, refusedDraft } from '../fields/refused-drafts.ts';
import { today } from '../ui/words.ts';
import styles from './round.module.css';

/** The columns that are written in where they stand. */
export const written: readonly Column[] = ['leads', 'due', 'latest'];

/** The field of a cell. */
export function CellField({ plan, row, column }: { plan: Plan; row: Row; column: Column }) {
  const find = lookUp(plan);
  const action = find.actionsOf(row.indicator).find(({ id }) => id === row.id);
  const home = find.indicator(row.indicator);
  const edited = { kind: 'action', id: row.id, name: `action ${row.number}` } as const;
  if (!action) return null;
  switch (column) {
    case 'leads':
      return <LeadsField plan={plan} edited={edited} own={action.leads} inherited={home?.leads} />;
    case 'due':
      return <DueField plan={plan} edited={edited} own={action.due} inherited={home?.due} />;
    case 'latest':
      return <NewUpdate row={row} />;
    default:
      return null;
  }
}

/**
 * An update of today, added by Enter or by leaving the cell. What is typed is kept beside the plan until it is in it, so
 * that neither Esc nor a power cut loses it: it is there when the cell is written in again.
 */
function NewUpdate({ row }: { row: Row }) {
  const place = placeKey({ kind: 'action', id: row.id, field: 'newUpdate' });
  const [typed, setTyped] = useState(() => String(refusedDraft(place) ?? ''));
  const day = today();

  async function add(): Promise<void> {
    const { words, sending } = own.current;
    if (words.trim() === '' || sending) return;
    own.current.sending = true;
    const text = fromPlainText(printable(words).trim());
    const rating = row.rating === undefined ? {} : { rating: row.rating.code };
    const to = [{ kind: 'action', id: row.id } as const];
    const done = await editPlan((plan) => addUpdate(plan, to, { date: day, text, ...rating }, newId));
    own.current.sending = false;
    if (!done) return;
    forgetRefused(place);
    own.current.words = '';
    setTyped('');
  }

  /** `ready`: to be added when the cell is left. What was only found here again, or left by Esc, waits. */
  const own = useRef({ words: typed, add, ready: false, sending: false });
  Object.assign(own.current, { words: typed, add });
  const waiting = typed.trim() !== '';
  useEffect(() => {
    const at = own.current;
    return () => {
      if (at.ready) void at.add();
    };
  }, []);
  useEffect(
    () => (waiting ? holdDraft(async () => (own.current.ready ? own.current.add() : undefined)) : undefined),
    [waiting],
  );

  return (
    <span className={styles.update}>
      <textarea
        rows={2}
        value={typed}
        maxLength={20_000}
        aria-label={`New update on action ${row.number}`}
        placeholder="What was done, and what it showed"
        lang="en-GB"
        dir="auto"
        spellCheck
        data-draft={waiting}
        onChange={({ target }) => {
          setTyped(target.value);
          own.current.ready = true;
          if (target.value.trim() === '') forgetRefused(place);
          else keepRefused(place, target.value);
        }}
        onKeyDown={({ key }) => {
          if (key === 'Enter' || key === 'Escape') own.current.ready = key === 'Enter';
        }}
      />
      <span className={styles.hint}>Enter adds it as of {longDate(day)}; Esc leaves it for later</span>
    </span>
  );
}
