import type { Column } from '../../shared/layout/layout.ts';
import { setColumn } from '../../shared/plan/edits/layouts.ts';
import { LeftLine } from '../fields/left-line.tsx';
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
  const draft = useDraft<string>({
    place,
    saved: value,
    same: (one, other) => one === other,
    edit: (text, plan) => setColumn(plan, id, at, partOf(text)),
    sendsWhileTyping: false,
  });
  return (
    <div className={styles.field}>
      <span className={formStyles.label} aria-hidden>
        {label}
      </span>
      <LeftLine draft={draft} place={place} className={styles[field]} aria-label={`${label} of ${of}`} />
    </div>
  );
}
