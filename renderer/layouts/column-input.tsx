import { useId } from 'react';
import type { Column } from '../../shared/layout/layout.ts';
import { setColumn } from '../../shared/plan/edits/layouts.ts';
import { placeKey } from '../fields/edited.ts';
import { useDraft } from '../fields/use-draft.ts';
import formStyles from '../ui/form.module.css';
import styles from './layouts.module.css';

interface ColumnInputProps {
  /** The id of the layout, and which of its columns. */
  id: string;
  at: number;
  field: string;
  label: string;
  /** "the column “Lead”" */
  of: string;
  value: string;
  /** What of the column the text is. */
  partOf(text: string): Partial<Column>;
}

/** A line of a column, sent when it is left. */
export function ColumnInput({ id, at, field, label, of, value, partOf }: ColumnInputProps) {
  const place = { kind: 'layout', id, field: `columns.${at}.${field}` } as const;
  const wrong = useId();
  const draft = useDraft<string>({
    place,
    saved: value,
    same: (one, other) => one === other,
    edit: (text, plan) => setColumn(plan, id, at, partOf(text)),
    sendsWhileTyping: false,
  });
  return (
    <label className={styles.field}>
      <span className={formStyles.label}>{label}</span>
      <input
        className={formStyles.input}
        inputMode={field === 'width' ? 'decimal' : undefined}
        value={draft.value}
        aria-label={`${label} of ${of}`}
        aria-invalid={draft.refused !== undefined}
        aria-describedby={draft.refused ? wrong : undefined}
        data-draft={draft.waiting}
        data-place={placeKey(place)}
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
        <span id={wrong} className={formStyles.wrong} role="alert">
          {draft.refused}
        </span>
      )}
    </label>
  );
}
