import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { longDate } from '../../shared/plan/due.ts';
import type { Action } from '../../shared/plan/model.ts';
import { about } from '../../shared/recognise/choices.ts';
import { readDay } from '../fields/day-field.tsx';
import { LabelledInput, LabelledSelect } from '../ui/form.tsx';
import type { Read } from './reading.ts';
import styles from './review.module.css';
import { choose } from './reviewing.ts';
import { useTyped } from './use-typed.ts';

/** What can be put right of one action, before there is a plan: whose it is, what its cell holds, its date and rating. */
export function Corrections({ read, action, numbers }: { read: Read; action: Action; numbers: readonly string[] }) {
  const { plan, facts, keys, choices } = read;
  const key = keys[action.id] ?? '';
  const at = facts.find(({ id, field }) => id === action.id && field === 'text')?.at ?? [];
  const term = plan.terms?.indicator ?? 'Indicator';
  const home = plan.indicators.find(({ id }) => id === action.indicator);
  const beyond = home?.number === null ? [['', home.wording] as const] : [];
  const homes = [...new Set([...numbers, ...plan.indicators.flatMap(({ number }) => number ?? [])])];
  return (
    <div className={styles.corrections}>
      <LabelledSelect
        label="Belongs to"
        value={home ? (home.number ?? '') : 'plan'}
        options={[
          ...beyond,
          ...homes.map((each) => [each, `${term} ${each}`] as const),
          ['plan', 'The plan as a whole'],
        ]}
        onChange={(take) =>
          choose(`Move an action to ${take === 'plan' ? 'the plan as a whole' : `${term.toLowerCase()} ${take}`}`, {
            about: about.home(key),
            take,
          })
        }
      />
      <LabelledSelect
        label="Its cell holds"
        value={choices.get(about.actions(at)) ?? ''}
        options={[
          ['', 'What was read'],
          ['one', 'One action'],
          ['each', 'An action in each paragraph'],
          ['above', 'More of the action above'],
        ]}
        onChange={(take) => choose(cellWords[take] ?? '', { about: about.actions(at), take })}
      />
      <LabelledSelect
        label="Rating"
        value={action.rating ?? 'none'}
        options={[
          ...(plan.ratingScales[0]?.ratings ?? []).map(({ code, label }) => [code, label] as const),
          ['none', 'Not rated'],
        ]}
        onChange={(take) => choose('Change the rating of an action', { about: about.rating(key), take })}
      />
      {action.due && (
        <DayMeant
          text={action.due.text}
          date={action.due.date}
          take={(take) => choose(`Set the day of “${action.due?.text}”`, { about: about.due(key), take })}
        />
      )}
    </div>
  );
}

const cellWords: Record<string, string> = {
  '': 'Read a cell as at first',
  one: 'Join what a cell holds into one action',
  each: 'Split a cell into actions',
  above: 'Join a row to the one above',
};

/** The day that a date means, as people write one; nothing typed: none. */
function DayMeant({ text, date, take }: { text: string; date: string | undefined; take(day: string): void }) {
  const [typed, setTyped] = useTyped(date ? longDate(date) : '');
  const [wrong, setWrong] = useState(false);

  function submit(event: FormEvent) {
    event.preventDefault();
    const day = typed.trim() === '' ? 'none' : readDay(typed);
    setWrong(day === undefined);
    if (day !== undefined) take(day);
  }

  return (
    <form className={styles.other} noValidate onSubmit={submit}>
      <LabelledInput
        label={`The day that “${text}” means`}
        value={typed}
        maxLength={40}
        autoComplete="off"
        wrong={wrong ? 'That is not a day.' : undefined}
        onChange={setTyped}
      />
      <Button type="submit" size="compact-md" variant="default">
        Set
      </Button>
    </form>
  );
}
