import { Button } from '@mantine/core';
import { memo } from 'react';
import { shortName, term } from '../../shared/layout/sheet.ts';
import { lookUp } from '../../shared/plan/look-up.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { addDays } from '../../shared/plan/overview.ts';
import { carriedFrom } from '../../shared/plan/roll-on/carried-from.ts';
import type { Filter } from '../../shared/plan/rows.ts';
import { DayField } from '../fields/day-field.tsx';
import { today } from '../ui/words.ts';
import styles from './round.module.css';

interface FiltersProps {
  plan: Plan;
  filter: Filter;
  onChange(filter: Filter): void;
}

/** What is shown of the grid, in one quiet row. */
export const Filters = memo(function Filters({ plan, filter, onChange }: FiltersProps) {
  const ratings = lookUp(plan).scale?.ratings ?? [];
  return (
    <search className={styles.filters} aria-label="Show some of the actions">
      <input
        type="search"
        className={`box ${styles.search}`}
        value={filter.text ?? ''}
        placeholder="Words"
        aria-label="Words in the action, its leads or its latest update"
        maxLength={200}
        spellCheck={false}
        onChange={({ target }) => onChange(having(filter, 'text', target.value || undefined))}
      />
      <Choice
        label="Lead"
        any="Any lead"
        value={filter.lead}
        none="Without a lead"
        options={plan.people.map(({ id, name }) => [id, name])}
        onChoose={(lead) => onChange(having(filter, 'lead', lead))}
      />
      <Choice
        label={term(plan)}
        any={`Any ${term(plan).toLowerCase()}`}
        value={filter.indicator}
        none="Whole plan"
        options={plan.indicators.map((indicator) => [indicator.id, shortName(plan, indicator)])}
        onChoose={(indicator) => onChange(having(filter, 'indicator', indicator))}
      />
      {ratings.length > 0 && (
        <Choice
          label="Rating"
          any="Any rating"
          value={filter.rating}
          none="Not rated"
          options={ratings.map(({ code, label }) => [code, label])}
          onChoose={(rating) => onChange(having(filter, 'rating', rating))}
        />
      )}
      <Since filter={filter} onChange={onChange} />
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={filter.overdue === true}
          onChange={({ target }) => onChange(having(filter, 'overdue', target.checked || undefined))}
        />{' '}
        Overdue
      </label>
      {(filter.carriedOver || plan.actions.some(({ id }) => carriedFrom(plan, id))) && (
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={filter.carriedOver === true}
            onChange={({ target }) => onChange(having(filter, 'carriedOver', target.checked || undefined))}
          />{' '}
          Carried over
        </label>
      )}
      {Object.keys(filter).length > 0 && (
        <Button size="compact-sm" variant="subtle" onClick={() => onChange({})}>
          Show all
        </Button>
      )}
    </search>
  );
});

interface ChoiceProps {
  label: string;
  any: string;
  none: string;
  /** Null: those that have none; undefined: all. */
  value: string | null | undefined;
  options: [value: string, words: string][];
  onChoose(value: string | null | undefined): void;
}

/** Values stand behind a sign, so that none of them is taken for "any" or "none". */
function Choice({ label, any, none, value, options, onChoose }: ChoiceProps) {
  return (
    <select
      aria-label={label}
      className={`box ${styles.choice}`}
      data-set={value !== undefined}
      value={value === undefined ? 'any' : value === null ? 'none' : `=${value}`}
      onChange={({ target }) => {
        const chosen = target.value;
        onChoose(chosen === 'any' ? undefined : chosen === 'none' ? null : chosen.slice(1));
      }}
    >
      <option value="any">{any}</option>
      <option value="none">{none}</option>
      {options.map(([each, words]) => (
        <option key={each} value={`=${each}`}>
          {words}
        </option>
      ))}
    </select>
  );
}

/** How long nothing has been said of an action. */
function Since({ filter, onChange }: Omit<FiltersProps, 'plan'>) {
  const { noUpdateSince } = filter;
  const days = [30, 90].find((each) => noUpdateSince === addDays(today(), -each));
  const value = noUpdateSince === undefined ? 'any' : (days ?? 'day');
  const set = (day: string | undefined) => onChange(having(filter, 'noUpdateSince', day));
  return (
    <>
      <select
        aria-label="Latest update"
        title="No update: of those that are still open"
        className={`box ${styles.choice} ${styles.since}`}
        data-set={noUpdateSince !== undefined}
        value={value}
        onChange={({ target }) => {
          if (target.value === 'any') set(undefined);
          else set(addDays(today(), target.value === 'day' ? -31 : -Number(target.value)));
        }}
      >
        <option value="any">Any update</option>
        <option value="30">No update for 30 days</option>
        <option value="90">No update for 90 days</option>
        <option value="day">No update since a day…</option>
      </select>
      {value === 'day' && <DayField label="Since" day={noUpdateSince ?? today()} onChange={set} />}
    </>
  );
}

/** The filter with another value of one part; undefined: without it. */
function having<Part extends keyof Filter>(filter: Filter, part: Part, value: Filter[Part]): Filter {
  const { [part]: _, ...others } = filter;
  return value === undefined ? others : { ...others, [part]: value };
}
