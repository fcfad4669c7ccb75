import { Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import { newId } from '../../shared/id.ts';
import { addPerson } from '../../shared/plan/edits/people.ts';
import { ranked } from '../../shared/plan/go-to.ts';
import { type Led, ledByEach } from '../../shared/plan/led.ts';
import type { Person, Plan } from '../../shared/plan/model.ts';
import { editPlan } from '../commands.ts';
import { goToPlace } from '../plan/go-to-place.ts';
import { useStore } from '../store.ts';
import { announce } from '../ui/announce.ts';
import { count } from '../ui/words.ts';
import styles from './people-page.module.css';
import { PersonRow } from './person-row.tsx';

/** Whoever leads something, or is to: persons, posts, teams and networks alike. */
export function PeoplePage({ plan }: { plan: Plan }) {
  const [typed, setTyped] = useState('');
  const [idle, setIdle] = useState(false);
  const led = ledByEach(plan);
  const people = useByName(plan.people);
  const fitting = new Set(typed.trim() === '' ? people.map(({ id }) => id) : idsOf(people, typed));
  const idlers = people.filter(({ id }) => isIdle(led.get(id)));
  const shown = people.filter(({ id }) => fitting.has(id) && (!idle || isIdle(led.get(id))));
  const filtered = typed.trim() !== '' || idle;
  // Whoever is gone to must be there.
  const target = useStore((state) => state.target);
  useEffect(() => {
    if (target?.kind !== 'person') return;
    setTyped('');
    setIdle(false);
  }, [target]);

  return (
    <>
      <div className="heading-row">
        <h1 tabIndex={-1}>People</h1>
        <Button
          size="sm"
          variant="default"
          leftSection={<IconUserPlus size={18} aria-hidden />}
          onClick={() => void add(plan)}
        >
          Add
        </Button>
      </div>
      <p className={styles.what}>
        Persons, posts, teams and networks. A name that is changed here is changed everywhere in the plan. Names are
        published where they lead, or their posts in their stead where an export is told so; e-mail addresses never are.
      </p>
      {people.length === 0 ? (
        <p className={styles.empty}>
          Nobody is in this plan yet. Add whoever is to lead something, or type a name as the lead of an indicator or an
          action: it is then here.
        </p>
      ) : (
        <>
          <div className={styles.filters}>
            <input
              type="search"
              className="box"
              value={typed}
              placeholder="Find a name or a post"
              aria-label="Find a name or a post"
              onChange={(event) => setTyped(event.target.value)}
            />
            <label className={styles.idle}>
              <input type="checkbox" checked={idle} onChange={(event) => setIdle(event.target.checked)} /> Leads nothing
              ({idlers.length})
            </label>
            <p className={styles.many} role="status">
              {filtered ? `${shown.length} of ${people.length}` : count(people.length, 'name')}
            </p>
          </div>
          {shown.length === 0 && <p className={styles.empty}>No name fits.</p>}
          <ul className={styles.list} aria-label="People, posts and teams">
            {shown.map((person) => (
              <PersonRow key={person.id} plan={plan} person={person} led={led.get(person.id) ?? nothing} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}

const nothing: Led = { indicators: [], actions: [] };

function isIdle(led: Led = nothing): boolean {
  return led.indicators.length === 0 && led.actions.length === 0;
}

function idsOf(people: Person[], typed: string): string[] {
  const items = people.map(({ id, name, role = '' }) => ({ id, title: name, detail: role }));
  return ranked(items, typed, people.length).map(({ id }) => id);
}

/** By name, as the names were when somebody was last added or taken out: no row runs away while it is being renamed. */
function useByName(people: Person[]): Person[] {
  const ids = people.map(({ id }) => id).join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the order is kept for as long as the people are the same
  const order = useMemo(() => {
    const sorted = people.toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB', { numeric: true }));
    return new Map(sorted.map(({ id }, index) => [id, index]));
  }, [ids]);
  return people.toSorted((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
}

/** A name must be something: it is selected, to be typed over. */
async function add(plan: Plan): Promise<void> {
  const id = newId();
  const taken = new Set(plan.people.map(({ name }) => name));
  let name = 'New name';
  for (let number = 2; taken.has(name); number += 1) name = `New name ${number}`;
  if (!(await editPlan(() => addPerson(id, { name })))) return;
  announce('Added. Type the name.');
  goToPlace({ kind: 'person', id, field: 'name', start: 0, end: name.length });
}
