import { IconChevronRight, IconLock } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { personNamed } from '../../shared/plan/edits/leads.ts';
import type { Led } from '../../shared/plan/led.ts';
import type { Person, Plan } from '../../shared/plan/model.ts';
import type { Edited } from '../fields/edited.ts';
import { TextField } from '../fields/text-field.tsx';
import { useArrival } from '../plan/go-to-place.ts';
import { MoreMenu } from '../ui/more-menu.tsx';
import { count } from '../ui/words.ts';
import { LedList } from './led-list.tsx';
import { MergePeople } from './merge-people.tsx';
import styles from './people-page.module.css';
import { TakeOut } from './take-out.tsx';

/** One name, with what is known of it and what it leads. */
export function PersonRow({ plan, person, led }: { plan: Plan; person: Person; led: Led }) {
  const row = useRef<HTMLLIElement>(null);
  const [open, setOpen] = useState(false);
  const edited: Edited<'person'> = { kind: 'person', id: person.id, name: `“${person.name}”` };
  useArrival({ kind: 'person', id: person.id }, () => row.current?.querySelector('textarea')?.focus());
  const twin = twinOf(plan, person);
  const total = led.indicators.length + led.actions.length;
  return (
    <li ref={row} className={styles.person}>
      <div className={styles.name}>
        <TextField edited={edited} field="name" label="Name" value={person.name} className={styles.strong} />
        {twin && <Twin plan={plan} person={person} twin={twin} />}
      </div>
      <div>
        <TextField edited={edited} field="role" label="Post" value={person.role} placeholder="Add a post" />
      </div>
      <div className={styles.email}>
        <TextField
          edited={edited}
          field="email"
          label="E-mail address, never published,"
          value={person.email}
          placeholder="Add an e-mail address"
        />
        {person.email && <IconLock size={14} className={styles.lock} aria-hidden />}
      </div>
      <div className={styles.leads}>
        {total === 0 ? (
          <span className={styles.nothing}>Leads nothing</span>
        ) : (
          <button
            type="button"
            className={styles.open}
            aria-expanded={open}
            aria-label={`${person.name} leads ${inWords(led)}`}
            onClick={() => setOpen(!open)}
          >
            <IconChevronRight size={16} className={styles.turn} aria-hidden /> Leads {inWords(led)}
          </button>
        )}
      </div>
      <More plan={plan} person={person} />
      {open && total > 0 && <LedList plan={plan} led={led} />}
    </li>
  );
}

/** "7 actions", "2 indicators, 7 actions" */
function inWords({ indicators, actions }: Led): string {
  return [
    ...(indicators.length > 0 ? [count(indicators.length, 'indicator')] : []),
    ...(actions.length > 0 ? [count(actions.length, 'action')] : []),
  ].join(', ');
}

/** Another of that name. */
function twinOf(plan: Plan, person: Person): Person | undefined {
  const others = { people: plan.people.filter((each) => each !== person) };
  return personNamed(others, person.name);
}

function Twin({ plan, person, twin }: { plan: Plan; person: Person; twin: Person }) {
  const [merging, setMerging] = useState(false);
  return (
    <>
      <button type="button" className={styles.twin} onClick={() => setMerging(true)}>
        Another has this name: merge the two…
      </button>
      {merging && <MergePeople plan={plan} person={person} other={twin.id} close={() => setMerging(false)} />}
    </>
  );
}

function More({ plan, person }: { plan: Plan; person: Person }) {
  const [asking, setAsking] = useState<'merge' | 'takeOut' | null>(null);
  const label = `More for ${person.name}`;
  const choices = [
    ...(plan.people.length > 1
      ? [{ key: 'merge', content: 'Merge with another name…', choose: () => setAsking('merge') }]
      : []),
    { key: 'takeOut', content: 'Take out of the plan…', choose: () => setAsking('takeOut') },
  ];
  const done = () => setAsking(null);
  return (
    <>
      <MoreMenu label={label} choices={choices} />
      {asking === 'merge' && <MergePeople plan={plan} person={person} close={done} />}
      {asking === 'takeOut' && <TakeOut plan={plan} person={person} close={done} />}
    </>
  );
}
