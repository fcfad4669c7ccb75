import { PlanError } from '../../shared/messages.ts';
import { longDate } from '../../shared/plan/due.ts';
import { setField } from '../../shared/plan/edits/set-field.ts';
import { readDay } from './day-field.tsx';
import type { Edited } from './edited.ts';
import styles from './fields.module.css';
import { LeftLine } from './left-line.tsx';
import { useDraft } from './use-draft.ts';

interface DateFieldProps {
  edited: Edited<'update'>;
  date: string | undefined;
}

/** The day of an update, written as people write it. Without one, the update is not dated. */
export function DateField({ edited, date }: DateFieldProps) {
  const place = { kind: edited.kind, id: edited.id, field: 'date' };
  const draft = useDraft<string>({
    place,
    saved: date ? longDate(date) : '',
    same: (one, other) =>
      one.trim() === other.trim() || (readDay(one) !== undefined && readDay(one) === readDay(other)),
    edit: (text, plan) => {
      const day = text.trim() === '' ? null : readDay(text);
      if (day === undefined) {
        throw new PlanError('edit-refused', {
          where: 'the date',
          found: 'is not a day such as 31 October 2026 or 31.10.26',
        });
      }
      return setField(plan, 'update', edited.id, 'date', day);
    },
    sendsWhileTyping: false,
  });
  return (
    <LeftLine
      draft={draft}
      place={place}
      className={styles.date}
      placeholder="Not dated"
      aria-label={`Date of ${edited.name}`}
    />
  );
}
