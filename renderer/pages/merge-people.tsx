import { Button } from '@mantine/core';
import { useState } from 'react';
import { mergePeople } from '../../shared/plan/edits/people.ts';
import { ledByEach } from '../../shared/plan/led.ts';
import type { Person, Plan } from '../../shared/plan/model.ts';
import { editPlan } from '../commands.ts';
import { goToPlace } from '../plan/go-to-place.ts';
import { Dialog, Ways } from '../ui/dialog.tsx';
import { Choices, LabelledSelect } from '../ui/form.tsx';
import { count } from '../ui/words.ts';
import styles from './people-page.module.css';

interface MergePeopleProps {
  plan: Plan;
  person: Person;
  /** Who it is one with, where that is known. */
  other?: string;
  close(): void;
}

/** Two names that are one: which of the two stays, and what that changes. */
export function MergePeople({ plan, person, other, close }: MergePeopleProps) {
  const others = plan.people
    .filter((each) => each !== person)
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB', { numeric: true }));
  const [otherId, setOtherId] = useState(other ?? others[0]?.id ?? '');
  const [kept, setKept] = useState<'this' | 'other'>('other');
  const second = others.find(({ id }) => id === otherId);
  if (!second) return null;
  const [stays, goes] = kept === 'this' ? [person, second] : [second, person];

  async function merge() {
    close();
    if (await editPlan((now) => mergePeople(now, stays.id, [goes.id]))) goToPlace({ kind: 'person', id: stays.id });
  }

  return (
    <Dialog title={`Merge “${person.name}”`} close={close}>
      <LabelledSelect
        label="With"
        value={otherId}
        options={others.map((each) => [each.id, named(each)] as const)}
        onChange={setOtherId}
      />
      <div>
        <p className={styles.ask}>Which of the two stays?</p>
        <Choices<'this' | 'other'>
          label="Which of the two stays?"
          value={kept}
          options={[
            ['other', named(second)],
            ['this', named(person)],
          ]}
          onChange={setKept}
        />
      </div>
      <ul className={styles.changes} aria-label="What that changes" aria-live="polite">
        {changesOf(plan, stays, goes).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <Ways>
        <Button onClick={() => void merge()}>Merge into “{stays.name}”</Button>
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
      </Ways>
    </Dialog>
  );
}

function named({ name, role }: Person): string {
  return role ? `${name} (${role})` : name;
}

/** What the merge would do, said before it is done. */
function changesOf(plan: Plan, stays: Person, goes: Person): string[] {
  const { indicators = [], actions = [] } = ledByEach(plan).get(goes.id) ?? {};
  const led = [
    ...(indicators.length > 0 ? [count(indicators.length, 'indicator')] : []),
    ...(actions.length > 0 ? [count(actions.length, 'action')] : []),
  ].join(' and ');
  const taken = (['role', 'email'] as const).filter((field) => !stays[field] && goes[field]);
  const lost = (['role', 'email'] as const).filter(
    (field) => stays[field] && goes[field] && stays[field] !== goes[field],
  );
  return [
    led === '' ? `“${goes.name}” leads nothing.` : `“${stays.name}” leads ${led} in the place of “${goes.name}”.`,
    ...taken.map((field) => `${fieldNames[field]} ${goes[field]} goes over to “${stays.name}”.`),
    ...lost.map((field) => `${fieldNames[field]} ${goes[field]} goes; ${stays[field]} stays.`),
    `“${goes.name}” is not in the plan any more. Undo brings it back.`,
  ];
}

const fieldNames = { role: 'The post', email: 'The e-mail address' };
