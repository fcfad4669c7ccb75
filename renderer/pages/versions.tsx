import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { layOut } from '../../shared/layout/lay-out.ts';
import { layoutOf } from '../../shared/layout/layouts-of.ts';
import type { Version, VersionReason } from '../../shared/log/versions.ts';
import { fieldOf } from '../../shared/plan/field-words.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { brief, listed, recordName } from '../../shared/plan/names.ts';
import type { Place } from '../../shared/plan/place.ts';
import { callApp } from '../api.ts';
import { perform } from '../commands.ts';
import { flushDrafts } from '../fields/draft.ts';
import { Paper } from '../preview/paper.tsx';
import { useFit } from '../preview/use-fit.ts';
import { attempt, change, updatePlan } from '../store.ts';
import { announce } from '../ui/announce.ts';
import { count, dayName, time, today } from '../ui/words.ts';
import { Comparison } from './comparison.tsx';
import styles from './versions.module.css';

type Way = 'compare' | 'page';

/** The plan as it was kept by itself: looked at, compared with now, and brought back as a whole or in part. */
export function VersionsPage({ plan }: { plan: Plan }) {
  const [versions, setVersions] = useState<Version[] | null>(null);
  const [shown, setShown] = useState<{ version: Version; before: Plan; way: Way } | null>(null);
  const read = () => attempt(async () => setVersions(await callApp('versions')));
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once; what is done here reads anew
  useEffect(() => void read(), []);

  async function show(version: Version, way: Way) {
    if (shown?.version.id === version.id && shown.way === way) return setShown(null);
    await flushDrafts();
    await attempt(async () => {
      const before =
        shown?.version.id === version.id ? shown.before : await callApp('planInVersion', { id: version.id });
      setShown({ version, before, way });
    });
  }

  async function bringBack({ id }: Version, label: string, things?: Place[]): Promise<void> {
    await flushDrafts();
    const input = { id, label: brief(label, 280), ...(things && { things: things.map(toThing) }) };
    if (!(await attempt(async () => updatePlan(await callApp('bringBack', input))))) return;
    const message = { happened: `${input.label}. Done.`, safe: 'What was there is kept in the history.', next: '' };
    change({ notice: { tone: 'good', message, ways: [{ label: 'Undo', go: () => perform('undo') }] } });
    announce(`${message.happened} Undo takes you forward again.`);
    await read();
  }

  return (
    <>
      <h1 tabIndex={-1}>Earlier versions</h1>
      <p className={styles.what}>
        The plan as it was, kept on this computer by itself: all of the last hour, then one an hour for a day, and one a
        day for 30 days. Nothing here is lost by going back.
      </p>
      {versions?.length === 0 && (
        <p className={styles.what}>There is none yet. The first is kept when the plan next goes into its file.</p>
      )}
      {byDay(versions ?? []).map(([day, ofDay]) => (
        <section key={day} className={styles.day} aria-label={day}>
          <h2>{day}</h2>
          <ul className={styles.list}>
            {ofDay.map((version) => (
              <VersionRow
                key={version.id}
                version={version}
                shown={shown?.version.id === version.id ? shown.way : null}
                show={(way) => void show(version, way)}
                goBack={() => void bringBack(version, `Go back to the version of ${momentOf(version)}`)}
              >
                {shown?.version.id === version.id && shown.way === 'compare' && (
                  <Comparison
                    name={`Since ${momentOf(version)}`}
                    before={shown.before}
                    plan={plan}
                    bringBack={(was) => void bringBack(version, `Bring back ${nameOf(shown.before, was)}`, [was])}
                  />
                )}
                {shown?.version.id === version.id && shown.way === 'page' && (
                  <PageThen name={`As it was ${momentOf(version)}`} plan={shown.before} />
                )}
              </VersionRow>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

interface VersionRowProps {
  version: Version;
  shown: Way | null;
  show(way: Way): void;
  goBack(): void;
  /** What is shown of it. */
  children: ReactNode;
}

function VersionRow({ version, shown, show, goBack, children }: VersionRowProps) {
  const { edits, more, reason } = version;
  const moment = momentOf(version);
  const who = listed([...new Set(edits.map(({ author }) => author).filter(Boolean))]);
  const why = reasons[reason];
  return (
    <li className={styles.version}>
      <p className={styles.time}>{time(version.at)}</p>
      <div className={styles.did}>
        {why && <p className={styles.why}>{why}</p>}
        {edits.map(({ id, label }) => (
          <p key={id} className={styles.label}>
            {label}
          </p>
        ))}
        <p className={styles.who}>
          {more > 0 && `and ${count(more, 'earlier edit')}${who && ' · '}`}
          {who}
        </p>
        <div className={styles.ways}>
          <Button
            size="xs"
            variant={shown === 'compare' ? 'light' : 'subtle'}
            aria-pressed={shown === 'compare'}
            aria-label={`What changed since ${moment}`}
            onClick={() => show('compare')}
          >
            What changed since
          </Button>
          <Button
            size="xs"
            variant={shown === 'page' ? 'light' : 'subtle'}
            aria-pressed={shown === 'page'}
            aria-label={`See the page of ${moment}`}
            onClick={() => show('page')}
          >
            See the page
          </Button>
          <Button size="xs" variant="subtle" aria-label={`Go back to ${moment}`} onClick={goBack}>
            Go back
          </Button>
        </div>
      </div>
      {children}
    </li>
  );
}

const reasons: Record<VersionReason, string> = {
  open: 'As it was opened here',
  publish: '',
  'before-merge': 'Before a copy was brought in',
  'before-restore': 'Before something was brought back',
  'before-version': 'Before WRES Planner was brought up to date',
};

/** The page of then, in the plan's own layout, to be read. */
function PageThen({ name, plan }: { name: string; plan: Plan }) {
  const place = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const page = useMemo(() => layOut(plan, layoutOf(plan), { asAt: today() }), [plan]);
  const scale = useFit(place, page.orientation);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is another page that is to be read
  useEffect(() => heading.current?.focus(), [plan]);
  return (
    <section ref={place} aria-labelledby="then">
      <h2 id="then" ref={heading} tabIndex={-1}>
        {name}
      </h2>
      <Paper page={page} scale={scale} />
    </section>
  );
}

function byDay(versions: readonly Version[]): [day: string, Version[]][] {
  const days = new Map<string, Version[]>();
  for (const version of versions) {
    const day = dayName(version.at, new Date());
    days.set(day, [...(days.get(day) ?? []), version]);
  }
  return [...days];
}

/** "today, 14:05" */
function momentOf({ at }: Version): string {
  const day = dayName(at, new Date());
  return `${/^[TY]/.test(day) ? day.toLowerCase() : day}, ${time(at)}`;
}

function nameOf(before: Plan, { kind, id, field }: Place): string {
  const record = recordName(before, kind, id);
  return field ? fieldOf(kind, field, record) : record;
}

function toThing({ kind, id, field }: Place) {
  return { kind, id, ...(field && { field }) };
}
