import { useState } from 'react';
import { longDate } from '../../shared/plan/due.ts';
import { financialYear, financialYearOf } from '../../shared/plan/financial-year.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { usualLabel } from '../../shared/plan/period-label.ts';
import { DayField } from '../fields/day-field.tsx';
import { Choices, LabelledInput, Note } from '../ui/form.tsx';
import { today } from '../ui/words.ts';
import styles from './period-field.module.css';

type Period = Plan['period'];

interface PeriodFieldProps {
  period: Period;
  onChange(period: Period): void;
  wrong?: string | undefined;
}

/** Which days the plan covers: a financial year, or days of the Trust's own. */
export function PeriodField({ period, onChange, wrong }: PeriodFieldProps) {
  const now = financialYearOf(today());
  const years = [now - 1, now, now + 1].map(financialYear);
  const [asked, setAsked] = useState(false);
  const year = years.find(({ from, to, label }) => from === period.from && to === period.to && label === period.label);
  const own = asked || !year;

  function choose(chosen: string) {
    setAsked(chosen === 'own');
    const next = years.find(({ label }) => label === chosen);
    if (next) onChange(next);
  }

  /** As long as nobody has called it otherwise, it is called after its days. */
  function setDays(days: Partial<Period>) {
    const next = { ...period, ...days };
    const usual = period.label === usualLabel(period.from, period.to);
    setAsked(true);
    onChange(usual ? { ...next, label: usualLabel(next.from, next.to) } : next);
  }

  return (
    <>
      <Choices
        label="Period"
        inline
        value={own ? 'own' : (year?.label ?? 'own')}
        options={[...years.map(({ label }) => [label, label] as const), ['own', 'Other dates'] as const]}
        onChange={choose}
      />
      {own ? (
        <div className={styles.own}>
          <DayField label="From" day={period.from} onChange={(from) => setDays({ from })} />
          <DayField label="To" day={period.to} onChange={(to) => setDays({ to })} />
          <LabelledInput
            label="What it is called"
            value={period.label}
            maxLength={60}
            wrong={wrong}
            onChange={(label) => onChange({ ...period, label })}
          />
        </div>
      ) : (
        <Note>
          {longDate(period.from)} to {longDate(period.to)}
        </Note>
      )}
    </>
  );
}

/** What is wrong with a period, in words. */
export function wrongPeriod({ from, to, label }: Period): string | undefined {
  if (from > to) return 'It ends before it begins.';
  return label.trim() === '' ? 'Type what the period is called.' : undefined;
}
