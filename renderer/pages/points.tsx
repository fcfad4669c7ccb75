import { Button } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Point } from '../../shared/log/points.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { quote } from '../../shared/plan/names.ts';
import { callApp } from '../api.ts';
import { perform } from '../commands.ts';
import { flushDrafts } from '../fields/draft.ts';
import { attempt, change, updatePlan } from '../store.ts';
import { announce } from '../ui/announce.ts';
import { dayAndTime } from '../ui/words.ts';
import { Comparison } from './comparison.tsx';
import styles from './points.module.css';

/** The plan as it was when something was done with it: to be marked, compared with, and gone back to. */
export function PointsPage({ plan }: { plan: Plan }) {
  const [points, setPoints] = useState<Point[] | null>(null);
  const [compared, setCompared] = useState<{ point: Point; before: Plan } | null>(null);
  const read = () => attempt(async () => setPoints(await callApp('points')));
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once; what is done here reads anew
  useEffect(() => void read(), []);

  async function compareWith(point: Point) {
    await flushDrafts();
    await attempt(async () => setCompared({ point, before: await callApp('planAt', { id: point.id }) }));
  }

  return (
    <>
      <h1 tabIndex={-1}>Named points</h1>
      <p className={styles.what}>
        Name the plan as it is now, when it goes to a meeting or is published. Later you can see what has changed since,
        and go back.
      </p>
      <MarkPoint marked={read} />
      {points?.length === 0 && <p className={styles.empty}>No point is named yet.</p>}
      {points !== null && points.length > 0 && (
        <ul className={styles.list} aria-label="Named points">
          {points.map((point) => (
            <PointRow
              key={point.id}
              point={point}
              shown={compared?.point.id === point.id}
              changed={read}
              compare={() => void compareWith(point)}
            />
          ))}
        </ul>
      )}
      {compared && (
        <Comparison name={`Since ${quote(compared.point.name, 200)}`} before={compared.before} plan={plan} />
      )}
    </>
  );
}

function MarkPoint({ marked }: { marked(): void }) {
  const [name, setName] = useState('');
  async function mark(event: FormEvent) {
    event.preventDefault();
    if (name.trim() === '') return;
    await flushDrafts();
    const done = await attempt(async () => updatePlan(await callApp('markPoint', { name: name.trim() })));
    if (!done) return;
    announce(`${name.trim()} is marked.`);
    setName('');
    marked();
  }
  return (
    <form className={styles.form} onSubmit={mark}>
      <label className={styles.label}>
        Name of this point
        <input
          className={`box ${styles.input}`}
          value={name}
          maxLength={300}
          placeholder={`Board, ${month.format(new Date())}`}
          spellCheck
          lang="en-GB"
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <Button type="submit" size="sm" variant="default" disabled={name.trim() === ''}>
        Mark it now
      </Button>
    </form>
  );
}

const month = new Intl.DateTimeFormat('en-GB', { month: 'long' });

interface PointRowProps {
  point: Point;
  shown: boolean;
  /** What is listed is not as it was. */
  changed(): void;
  compare(): void;
}

function PointRow({ point, shown, changed, compare }: PointRowProps) {
  const [renaming, setRenaming] = useState(false);
  const row = useRef<HTMLButtonElement>(null);

  async function rename(name: string | null) {
    const typing = document.activeElement instanceof HTMLInputElement; // and not gone elsewhere
    setRenaming(false);
    if (typing) requestAnimationFrame(() => row.current?.focus());
    if (name === null || name.trim() === '' || name.trim() === point.name) return;
    const input = { id: point.id, name: name.trim() };
    if (await attempt(async () => updatePlan(await callApp('renamePoint', input)))) changed();
  }

  async function remove() {
    if (!(await attempt(async () => updatePlan(await callApp('deletePoint', { id: point.id }))))) return;
    changed();
    const message = { happened: `The point ${quote(point.name, 200)} is deleted.`, safe: nothingLost, next: '' };
    change({ notice: { tone: 'good', message, ways: [{ label: 'Undo', go: () => void putBack() }] } });
  }

  async function putBack() {
    if (!(await attempt(async () => updatePlan(await callApp('restorePoint', { id: point.id }))))) return;
    change({ notice: null });
    changed();
    announce(`${point.name} is back.`);
  }

  async function goBack() {
    await flushDrafts();
    if (!(await attempt(async () => updatePlan(await callApp('goBackTo', { id: point.id }))))) return;
    const message = {
      happened: `The plan is as it was at ${quote(point.name, 200)}.`,
      safe: 'What came after is kept in its history.',
      next: '',
    };
    change({ notice: { tone: 'good', message, ways: [{ label: 'Undo', go: () => perform('undo') }] } });
    announce(`${message.happened} Undo takes you forward again.`);
  }

  function press({ key, target }: KeyboardEvent) {
    if (target instanceof HTMLInputElement) return;
    if (key === 'F2') setRenaming(true);
    if (key === 'Delete') void remove();
  }

  return (
    <li className={styles.point} onKeyDown={press}>
      <div className={styles.name}>
        {renaming ? <Rename name={point.name} done={rename} /> : <p className={styles.title}>{point.name}</p>}
        <p className={styles.when}>
          {dayAndTime(point.at, new Date())} · {point.author}
        </p>
      </div>
      <div className={styles.ways}>
        <Button
          ref={row}
          size="xs"
          variant="default"
          aria-pressed={shown}
          aria-label={`What changed since ${point.name}`}
          onClick={compare}
        >
          What changed since
        </Button>
        <Button
          size="xs"
          variant="subtle"
          title="F2"
          aria-label={`Rename ${point.name}`}
          onClick={() => setRenaming(true)}
        >
          Rename
        </Button>
        <Button size="xs" variant="subtle" aria-label={`Go back to ${point.name}`} onClick={() => void goBack()}>
          Go back
        </Button>
        <Button
          size="xs"
          variant="subtle"
          title="Delete"
          aria-label={`Delete ${point.name}`}
          onClick={() => void remove()}
        >
          Delete
        </Button>
      </div>
    </li>
  );
}

const nothingLost = 'The plan itself is as it was.';

function Rename({ name, done }: { name: string; done(name: string | null): void }) {
  const [typed, setTyped] = useState(name);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.select(), []);
  function press(event: KeyboardEvent) {
    if (event.key === 'Enter') done(typed);
    else if (event.key === 'Escape') done(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  return (
    <input
      ref={input}
      className={`box ${styles.input}`}
      value={typed}
      maxLength={300}
      aria-label={`Name of ${name}`}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={press}
      onBlur={() => done(typed)}
    />
  );
}
