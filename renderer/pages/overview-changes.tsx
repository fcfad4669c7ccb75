import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { EditView } from '../../shared/ipc/contract.ts';
import { recordsOf } from '../../shared/plan/existing.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { addDays } from '../../shared/plan/overview.ts';
import type { Place } from '../../shared/plan/place.ts';
import { callApp } from '../api.ts';
import { DayField } from '../fields/day-field.tsx';
import { goToPlace } from '../plan/go-to-place.ts';
import { attempt } from '../store.ts';
import { today } from '../ui/words.ts';
import styles from './overview.module.css';

const spans = [
  ['0', 'today'],
  ['7', 'in the last 7 days'],
  ['30', 'in the last 30 days'],
  ['day', 'since a day…'],
] as const;

/** How many edits are shown before one asks for more. */
const few = 15;

/** What was done since a day, by whom, as the log has it. Each leads to what it changed, where that is still there. */
export function Changes({ plan }: { plan: Plan }) {
  const [span, setSpan] = useState<(typeof spans)[number][0]>('7');
  const [day, setDay] = useState(() => addDays(today(), -14));
  const [edits, setEdits] = useState<EditView[] | null>(null);
  const [all, setAll] = useState(false);
  const from = span === 'day' ? day : addDays(today(), -Number(span));

  // biome-ignore lint/correctness/useExhaustiveDependencies: each edit of the plan is one more
  useEffect(() => {
    let here = true;
    void attempt(async () => {
      // The day begins where the person is.
      const since = new Date(`${from}T00:00:00`).toISOString();
      const found = await callApp('editsSince', { since });
      if (here) setEdits(found);
    });
    return () => {
      here = false;
    };
  }, [from, plan]);

  const shown = all ? edits : edits?.slice(0, few);
  const byDay = Map.groupBy(shown ?? [], ({ at }) => dayFormat.format(new Date(at)));
  return (
    <section aria-labelledby="changes">
      <div className={`heading-row ${styles.top}`}>
        <h2 id="changes" className={styles.heading}>
          What changed
        </h2>
        <div className={styles.ways}>
          <select
            aria-label="What changed, since when"
            className={`box ${styles.since}`}
            value={span}
            onChange={({ target }) => setSpan(target.value as typeof span)}
          >
            {spans.map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </select>
          {span === 'day' && <DayField label="Since" day={day} onChange={setDay} />}
        </div>
      </div>
      {edits?.length === 0 && <p className={styles.teach}>Nothing was changed in that time.</p>}
      {[...byDay].map(([date, ofDay]) => (
        <div key={date} className={styles.day}>
          <h3>{date}</h3>
          <ul className={styles.items}>
            {ofDay.map((edit) => (
              <li key={edit.id}>
                <span className={styles.time}>{timeFormat.format(new Date(edit.at))}</span>
                <Label plan={plan} edit={edit} />
                <span className={styles.detail}>{edit.author}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {edits && shown && shown.length < edits.length && (
        <Button size="compact-sm" variant="subtle" onClick={() => setAll(true)}>
          Show all {edits.length}
        </Button>
      )}
    </section>
  );
}

function Label({ plan, edit: { label, place } }: { plan: Plan; edit: EditView }) {
  if (!place || !isThere(plan, place)) return <span className={styles.gone}>{label}</span>;
  return (
    <button type="button" className={styles.item} onClick={() => goToPlace(place)}>
      {label}
    </button>
  );
}

/** Whether there is something to go to. A whole plan is no place. */
function isThere(plan: Plan, { kind, id, field }: Place): boolean {
  if (kind === 'exception' || (kind === 'plan' && field === undefined)) return false;
  return recordsOf(plan, kind).some((record) => record.id === id);
}

const dayFormat = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const timeFormat = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
