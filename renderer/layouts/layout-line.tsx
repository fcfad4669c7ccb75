import type { DraftEdit } from '../../shared/log/edit.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { LeftLine } from '../fields/left-line.tsx';
import { useDraft } from '../fields/use-draft.ts';
import formStyles from '../ui/form.module.css';
import styles from './layouts.module.css';

interface LayoutLineProps {
  /** The id of the layout, and which part of it: "columns.0.heading". */
  id: string;
  part: string;
  label: string;
  /** "the column “Lead”" */
  of: string;
  value: string;
  className?: string | undefined;
  edit(text: string, plan: Plan): DraftEdit;
}

/** A line of some part of a layout, sent when it is left. */
export function LayoutLine({ id, part, label, of, value, className, edit }: LayoutLineProps) {
  const place = { kind: 'layout', id, field: part } as const;
  const draft = useDraft<string>({
    place,
    saved: value,
    same: (one, other) => one === other,
    edit,
    sendsWhileTyping: false,
  });
  return (
    <div className={styles.field}>
      <span className={formStyles.label} aria-hidden>
        {label}
      </span>
      <LeftLine draft={draft} place={place} className={className} aria-label={`${label} of ${of}`} />
    </div>
  );
}
