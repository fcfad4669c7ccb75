import { useRef, useState } from 'react';
import formStyles from '../ui/form.module.css';
import { Choices, LabelledInput } from '../ui/form.tsx';

interface TermFieldProps {
  label: string;
  /** The terms that are in use everywhere. */
  usual: readonly string[];
  value: string;
  wrong?: string | undefined;
  onChange(value: string): void;
}

/** What the Trust calls something: one of the usual terms, or one of its own. */
export function TermField({ label, usual, value, wrong, onChange }: TermFieldProps) {
  const [asked, setAsked] = useState(false);
  const own = asked || !usual.includes(value);
  const field = useRef<HTMLDivElement>(null);

  function choose(chosen: string) {
    setAsked(chosen === '');
    onChange(chosen);
    if (chosen === '')
      requestAnimationFrame(() => field.current?.querySelector<HTMLInputElement>('input[type=text]')?.focus());
  }

  return (
    <div ref={field} className={formStyles.field}>
      <span className={formStyles.label}>{label}</span>
      <div className={formStyles.inline}>
        <Choices
          label={label}
          inline
          value={own ? '' : value}
          options={[...usual.map((term) => [term, term] as const), ['', 'Another term']]}
          onChange={choose}
        />
        {own && (
          <LabelledInput
            label="Term"
            type="text"
            value={value}
            wrong={wrong}
            maxLength={40}
            onChange={(term) => {
              setAsked(true);
              onChange(term);
            }}
          />
        )}
      </div>
    </div>
  );
}
