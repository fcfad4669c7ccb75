import { type InputHTMLAttributes, type ReactNode, useId, useState } from 'react';
import styles from './form.module.css';

/** One matter of a form: what it is about on the left, its fields on the right. */
export function FormRow({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className={styles.row}>
      <legend>{title}</legend>
      <div className={styles.body}>{children}</div>
    </fieldset>
  );
}

interface InputProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value'> {
  label: string;
  value: string;
  onChange(value: string): void;
  note?: string | undefined;
  /** Why it cannot stay so, in words. */
  wrong?: string | undefined;
}

/** A line to be typed, with its label above and what to know of it below. */
export function LabelledInput({ label, value, onChange, note, wrong, ...rest }: InputProps) {
  const id = useId();
  const [before] = useState(value);
  return (
    <div className={styles.field}>
      <label>
        <span className={styles.label}>{label}</span>
        <input
          {...rest}
          className="box"
          value={value}
          data-draft={value !== before}
          aria-invalid={wrong !== undefined}
          aria-describedby={note || wrong ? id : undefined}
          onChange={(event) => onChange(event.target.value)}
        />
      </label>
      <div id={id}>
        {wrong && <p className={styles.wrong}>{wrong}</p>}
        {note && <p className={styles.note}>{note}</p>}
      </div>
    </div>
  );
}

interface SelectProps {
  label: string;
  value: string;
  options: readonly (readonly [value: string, words: string])[];
  onChange(value: string): void;
}

/** One of a few, in a list that folds out. */
export function LabelledSelect({ label, value, options, onChange }: SelectProps) {
  return (
    <label className={styles.field}>
      <span className={styles.label}>{label}</span>
      <select className="box" value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map(([each, words]) => (
          <option key={each} value={each}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

interface ChoicesProps<Value extends string> {
  /** What is chosen, for who does not see the title beside it. */
  label: string;
  value: Value;
  options: readonly (readonly [value: Value, words: ReactNode])[];
  onChange(value: Value): void;
  inline?: boolean;
}

/** One of a few, all in sight. */
export function Choices<Value extends string>({ label, value, options, onChange, inline }: ChoicesProps<Value>) {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} className={inline ? styles.inline : styles.choices}>
      {options.map(([each, words]) => (
        <label key={each} className={styles.choice}>
          <input type="radio" name={name} value={each} checked={each === value} onChange={() => onChange(each)} />
          <span>{words}</span>
        </label>
      ))}
    </div>
  );
}

export function Note({ children }: { children: ReactNode }) {
  return <p className={styles.note}>{children}</p>;
}
