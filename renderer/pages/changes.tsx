import { Button } from '@mantine/core';
import { IconFileTypeDocx } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { Point } from '../../shared/log/points.ts';
import type { Told } from '../../shared/log/told.ts';
import { longDate } from '../../shared/plan/due.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { quote } from '../../shared/plan/names.ts';
import { addDays } from '../../shared/plan/overview.ts';
import { callApp } from '../api.ts';
import { perform } from '../commands.ts';
import { DayField } from '../fields/day-field.tsx';
import { flushDrafts } from '../fields/draft.ts';
import { tellExported } from '../plan/exports.ts';
import { attempt, change, type Since } from '../store.ts';
import { ToldList } from '../ui/told-list.tsx';
import { count, dayAndTime, today } from '../ui/words.ts';
import styles from './history.module.css';

/** What changed since a day or a named point, part by part; also as a Word page for a committee. */
export function ChangesPage({
  plan,
  since = { day: addDays(today(), -30) },
}: {
  plan: Plan;
  since?: Since | undefined;
}) {
  const [points, setPoints] = useState<Point[]>([]);
  const [changes, setChanges] = useState<Told[] | null>(null);
  const asked = 'day' in since ? since.day : since.edit;
  useEffect(() => void attempt(async () => setPoints(await callApp('points'))), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each edit of the plan is one more
  useEffect(() => {
    let here = true;
    void attempt(async () => {
      const found = await callApp('changesSince', since);
      if (here) setChanges(found);
    });
    return () => {
      here = false;
    };
  }, [asked, plan]);
  const point = points.find(({ id }) => id === asked);
  const words = point ? quote(point.name, 300) : longDate('day' in since ? since.day : today());
  const go = (to: Since) => change({ place: { page: 'changes', since: to } });
  return (
    <>
      <h1 tabIndex={-1}>What changed</h1>
      <div className={styles.filters}>
        <label>
          Since
          <select
            className="box"
            value={point ? asked : 'day'}
            onChange={({ target }) =>
              go(target.value === 'day' ? { day: addDays(today(), -30) } : { edit: target.value })
            }
          >
            <option value="day">a day</option>
            {points.map(({ id, name, at }) => (
              <option key={id} value={id}>
                {name} ({dayAndTime(at, new Date())})
              </option>
            ))}
          </select>
        </label>
        {'day' in since && <DayField label="Day" day={since.day} onChange={(day) => go({ day })} />}
        <span className={styles.ways}>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconFileTypeDocx size={16} aria-hidden />}
            onClick={() => void exportChanges(since, words)}
          >
            Export to Word…
          </Button>
          <Button size="xs" variant="subtle" onClick={() => perform('history')}>
            Everything that happened
          </Button>
        </span>
      </div>
      {changes && (
        <p className="quiet" role="status">
          {changes.length === 0
            ? `Nothing has changed since ${words}.`
            : `${count(changes.length, 'change')} since ${words}.`}
        </p>
      )}
      {changes && <ToldList changes={changes} level={2} />}
    </>
  );
}

async function exportChanges(since: Since, words: string): Promise<void> {
  await flushDrafts();
  await attempt(
    async () => {
      const done = await callApp('exportChanges', { since, words, asAt: today() });
      if (done !== null) tellExported(`What changed is exported to ${done.file}.`, done);
    },
    () => [{ label: 'Choose another name…', go: () => void exportChanges(since, words) }],
  );
}
