import { Button } from '@mantine/core';
import { IconCalendar, IconMessagePlus, IconUserMinus, IconUserPlus } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { newId } from '../../shared/id.ts';
import type { DraftEdit } from '../../shared/log/edit.ts';
import { describeDue, longDate, readDue } from '../../shared/plan/due.ts';
import { addLead, type Led, removeLead } from '../../shared/plan/edits/leads.ts';
import { setMany } from '../../shared/plan/edits/many.ts';
import { addUpdate } from '../../shared/plan/edits/updates.ts';
import { lookUp } from '../../shared/plan/look-up.ts';
import type { Person, Plan } from '../../shared/plan/model.ts';
import { fromPlainText } from '../../shared/plan/rich-text.ts';
import type { Row } from '../../shared/plan/rows.ts';
import { printable } from '../../shared/plan/text.ts';
import { editPlan } from '../commands.ts';
import { readDay } from '../fields/day-field.tsx';
import { PopupForm } from '../ui/popup-form.tsx';
import { PopupMenu } from '../ui/popup-menu.tsx';
import { RatingChip } from '../ui/rating-chip.tsx';
import { count, today } from '../ui/words.ts';
import styles from './round.module.css';

interface ManyProps {
  plan: Plan;
  /** Those that are selected. */
  rows: readonly Row[];
  /** Selects none. */
  clear(): void;
}

/** What can be done to all that are selected at once: each is one edit, with one undo. */
export function Many({ plan, rows, clear }: ManyProps) {
  const all = rows.map(({ id }): Led => ({ kind: 'action', id }));
  const name = count(rows.length, 'action');
  return (
    <section className={styles.many} aria-label={`Change ${name}`}>
      <b>{name} selected</b>
      <RateMany plan={plan} all={all} name={name} />
      <DueMany plan={plan} all={all} name={name} />
      <LeadMany plan={plan} all={all} name={name} />
      <UnleadMany plan={plan} rows={rows} all={all} name={name} />
      <UpdateMany plan={plan} all={all} name={name} />
      <Button size="compact-sm" variant="subtle" onClick={clear}>
        Select none
      </Button>
    </section>
  );
}

interface Some {
  plan: Plan;
  all: readonly Led[];
  name: string;
}

function RateMany({ plan, all, name }: Some) {
  const { scale } = lookUp(plan);
  const set = (rating: string | null) => void editPlan((now) => setMany(now, all, { rating }));
  if (!scale || scale.ratings.length === 0) return null;
  return (
    <MenuButton
      words="Rate…"
      label={`Rate ${name}`}
      choices={[
        ...scale.ratings.map((rating) => ({
          key: rating.code,
          content: <RatingChip rating={rating} />,
          choose: () => set(rating.code),
        })),
        { key: 'none', apart: true, content: 'No rating of their own', choose: () => set(null) },
      ]}
    />
  );
}

function DueMany({ plan, all, name }: Some) {
  const [typed, setTyped] = useState('');
  const words = typed.replace(/\s+/g, ' ').trim();
  const due = words === '' ? null : readDue(words, plan.period);
  const meant = due === null ? 'Empty: no date of their own' : due.date ? describeDue(due) : 'Means no set day';
  return (
    <PopupForm
      words="Date…"
      icon={<IconCalendar size={16} aria-hidden />}
      label={`Date of ${name}`}
      submit={due === null ? 'Clear the date' : 'Set the date'}
      onSubmit={() => {
        setTyped('');
        return editPlan((now) => setMany(now, all, { due }));
      }}
    >
      <label>
        Due
        <input
          value={typed}
          maxLength={200}
          placeholder="Q3, Mar 27, 31 October 2026"
          spellCheck={false}
          onChange={({ target }) => setTyped(target.value)}
        />
      </label>
      <p className="quiet small">{meant}</p>
    </PopupForm>
  );
}

function LeadMany({ plan, all, name }: Some) {
  const [typed, setTyped] = useState('');
  return (
    <PopupForm
      words="Add a lead…"
      icon={<IconUserPlus size={16} aria-hidden />}
      label={`Add a lead to ${name}`}
      submit="Add the lead"
      onSubmit={async () => {
        const who = typed.replace(/\s+/g, ' ').trim();
        if (who === '') return false;
        setTyped('');
        await editPlan((now) => addLead(now, all, who, newId));
        return true;
      }}
    >
      <label>
        A person, a post or a team
        <input
          value={typed}
          maxLength={300}
          list="round-people"
          required
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => setTyped(target.value)}
        />
      </label>
      <datalist id="round-people">
        {plan.people.map(({ id, name: who, role }) => (
          <option key={id} value={who}>
            {role}
          </option>
        ))}
      </datalist>
      <p className="quiet small">A name that is new is added to the people of this plan.</p>
    </PopupForm>
  );
}

function UnleadMany({ rows, all, name }: Some & { rows: readonly Row[] }) {
  const people = new Map<string, { person: Person; number: number }>();
  for (const person of rows.flatMap(({ leads }) => leads)) {
    people.set(person.id, { person, number: (people.get(person.id)?.number ?? 0) + 1 });
  }
  if (people.size === 0) return null;
  return (
    <MenuButton
      words="Take a lead away…"
      icon={<IconUserMinus size={16} aria-hidden />}
      label={`Take a lead away from ${name}`}
      choices={[...people.values()].map(({ person, number }) => ({
        key: person.id,
        content: (
          <>
            {person.name} <span className="quiet small">{count(number, 'action')}</span>
          </>
        ),
        choose: () => void editPlan((now) => removeLead(now, all, person.id)),
      }))}
    />
  );
}

function UpdateMany({ plan, all, name }: Some) {
  const [text, setText] = useState('');
  const [date, setDate] = useState<string>();
  const [code, setCode] = useState('');
  const ratings = lookUp(plan).scale?.ratings ?? [];
  const day = readDay(date ?? longDate(today()));

  async function add(): Promise<boolean> {
    const words = printable(text).trim();
    if (words === '' || day === undefined) return false;
    const progress = { date: day, text: fromPlainText(words), ...(code !== '' && { rating: code }) };
    const done = await editPlan((now): DraftEdit | undefined => addUpdate(now, all, progress, newId, { rate: true }));
    if (!done) return false;
    setText('');
    setCode('');
    setDate(undefined);
    return true;
  }

  return (
    <PopupForm
      words="Add an update…"
      icon={<IconMessagePlus size={16} aria-hidden />}
      label={`Add an update to ${name}`}
      submit={`Add to ${name}`}
      onSubmit={add}
    >
      <label>
        Update
        <textarea
          value={text}
          maxLength={20_000}
          required
          lang="en-GB"
          spellCheck
          onChange={({ target }) => setText(target.value)}
        />
      </label>
      <p className="quiet small">Enter adds it, Shift+Enter begins a new line</p>
      <label>
        Date
        <input
          value={date ?? longDate(today())}
          maxLength={40}
          spellCheck={false}
          aria-invalid={day === undefined}
          onChange={({ target }) => setDate(target.value)}
        />
      </label>
      {day === undefined && <p className={styles.overdue}>That is not a day. Write it like {longDate(today())}.</p>}
      {ratings.length > 0 && (
        <label>
          Rating, of the update and of the actions
          <select value={code} onChange={({ target }) => setCode(target.value)}>
            <option value="">As they are</option>
            {ratings.map((rating) => (
              <option key={rating.code} value={rating.code}>
                {rating.label}
              </option>
            ))}
          </select>
        </label>
      )}
    </PopupForm>
  );
}

interface MenuButtonProps {
  words: string;
  icon?: React.ReactNode;
  label: string;
  choices: React.ComponentProps<typeof PopupMenu>['choices'];
}

function MenuButton({ words, icon, label, choices }: MenuButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const [close] = useState(() => () => setOpen(false));
  return (
    <>
      <Button
        ref={button}
        size="xs"
        variant="default"
        leftSection={icon}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(true)}
      >
        {words}
      </Button>
      {open && <PopupMenu label={label} anchor={button} choices={choices} close={close} />}
    </>
  );
}
