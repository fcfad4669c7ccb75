import { type ReactNode, useRef, useState } from 'react';
import formStyles from '../ui/form.module.css';
import { Choices } from '../ui/form.tsx';

interface TermFieldProps {
  label: string;
  /** The terms that are in use everywhere. */
  usual: readonly string[];
  value: string;
  onChange(value: string): void;
  /** The field for a term of one's own. */
  children: ReactNode;
}

/** What the Trust calls something: one of the usual terms, or one of its own, for which its field is shown. */
export function TermField({ label, usual, value, onChange, children }: TermFieldProps) {
  const [asked, setAsked] = useState(false);
  const own = asked || !usual.includes(value);
  const field = useRef<HTMLDivElement>(null);

  function choose(chosen: string) {
    setAsked(chosen === '');
    if (chosen !== '') onChange(chosen);
    else
      requestAnimationFrame(() =>
        field.current?.querySelector<HTMLElement>('[data-own] :is(input, textarea)')?.focus(),
      );
  }

  return (
    <div ref={field} className={formStyles.field}>
      <span className={formStyles.label}>{label}</span>
      <div className={formStyles.inline}>
        <Choices
          label={label}
          inline
          value={own ? '' : value}
          options={[...usual.map((term) => [term, term] as const), ['', 'Another term'] as const]}
          onChange={choose}
        />
        {own && <div data-own>{children}</div>}
      </div>
    </div>
  );
}
