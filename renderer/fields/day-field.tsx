import { useId, useState } from 'react';
import { longDate, readDue } from '../../shared/plan/due.ts';
import styles from './fields.module.css';

interface DayFieldProps {
  label: string;
  /** YYYY-MM-DD. */
  day: string;
  onChange(day: string): void;
}

/** One day, written and typed as people write it: 31 October 2026, 31.10.26. */
export function DayField({ label, day, onChange }: DayFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const wrong = useId();
  const meant = typed === null ? day : readDay(typed);

  function leave() {
    if (meant !== undefined) setTyped(null);
  }

  return (
    <div>
      <label className={styles.day}>
        {label}
        <input
          className="box"
          value={typed ?? longDate(day)}
          maxLength={40}
          spellCheck={false}
          aria-invalid={meant === undefined}
          aria-describedby={meant === undefined ? wrong : undefined}
          onChange={(event) => {
            setTyped(event.target.value);
            const read = readDay(event.target.value);
            if (read !== undefined) onChange(read);
          }}
          onBlur={leave}
        />
      </label>
      {meant === undefined && (
        <p id={wrong} className={styles.wrong}>
          That is not a day. Write it like {longDate(day)}.
        </p>
      )}
    </div>
  );
}

/** Day, month and year, in figures or words; not a month or a quarter, which `readDue` also takes. */
const wholeDay = /^(\d{1,2}\D+(\d{1,2}|[a-z]+)\D+\d{2,4}|\d{4}-\d\d-\d\d)$/i;

/** The day that the words mean, as YYYY-MM-DD; undefined where they are no whole day. */
export function readDay(typed: string): string | undefined {
  const words = typed.trim();
  // Which period does not matter for a day that names its year.
  return wholeDay.test(words)
    ? readDue(words, { from: '2000-01-01', to: '2000-12-31', label: '2000' }).date
    : undefined;
}
