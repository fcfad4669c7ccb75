import { Button, Kbd } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { type KeyboardEvent, useId } from 'react';
import type { By, ConflictTold } from '../../shared/log/told.ts';
import { markWords, type Stretch } from '../../shared/log/word-marks.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { listed } from '../../shared/plan/names.ts';
import { decide } from '../plan/copies.ts';
import { goToPlace } from '../plan/go-to-place.ts';
import { announce } from '../ui/announce.ts';
import { Marked } from '../ui/marked.tsx';
import { PlaceLink } from '../ui/place-link.tsx';
import { dayAndTime } from '../ui/words.ts';
import styles from './conflict-card.module.css';
import { fieldFor } from './conflict-field.tsx';

interface ConflictCardProps {
  plan: Plan;
  conflict: ConflictTold;
  /** How many there are, and which one this is, counted from 1. */
  number: number;
  of: number;
  editing: boolean;
  edit(): void;
  /** Called when it is decided, or put off: the keyboard goes on to the next. */
  goOn(): void;
  /** The keyboard goes to the next, or the one before. */
  step(by: 1 | -1): void;
}

/** What two people said differently, side by side; decided by a press of a number. */
export function ConflictCard({ plan, conflict, number, of, editing, edit, goOn, step }: ConflictCardProps) {
  const { place, what, part, choices, both } = conflict;
  const title = useId();
  const field = fieldFor(plan, place, what);

  async function choose(value: (typeof choices)[number]['value'], said: string) {
    if (!(await decide(place, value))) return;
    announce(`${what}: ${said}.`);
    goOn();
  }

  const ways = [
    ...choices.map((choice, index) => ({
      words: index === 0 ? `Keep ${whose(choice, 'mine')}` : `Take ${whose(choice, 'theirs')}`,
      go: () => void choose(choice.value, index === 0 ? 'kept' : 'taken'),
    })),
    ...(both
      ? [{ words: 'Both', go: () => void choose(both.value, 'both are kept') }]
      : [
          {
            words: 'Both',
            none: 'It can only be one or the other.',
            go: () => announce('It can only be one or the other.'),
          },
        ]),
    { words: 'Edit', go: () => (field ? edit() : goToPlace(place)) },
  ];

  function press(event: KeyboardEvent) {
    if ((event.target as HTMLElement).closest('input, textarea, select, [contenteditable]')) return;
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const way = ways[Number(event.key) - 1];
    if (way) way.go();
    else if (event.key === 'ArrowDown') step(1);
    else if (event.key === 'ArrowUp') step(-1);
    else return;
    event.preventDefault();
  }

  return (
    <section
      className={styles.card}
      aria-labelledby={title}
      tabIndex={-1}
      data-conflict
      data-number={number}
      onKeyDown={press}
    >
      <h3 id={title} className={styles.title}>
        <PlaceLink place={place}>{what}</PlaceLink>
        <span className={styles.count}>
          {part} · {number} of {of}
        </span>
      </h3>
      <div className={styles.sides} style={{ gridTemplateColumns: `repeat(${choices.length}, minmax(0, 1fr))` }}>
        {choices.map((choice, index) => (
          <div key={JSON.stringify(choice.value)} className={styles.side}>
            <p className={styles.who}>
              <b>{index === 0 ? heading(choice, 'Mine') : heading(choice, 'Theirs')}</b>
              {index === 0 && ' · shown now'}
              {choice.by.length > 0 && <span className={styles.when}>{bylines(choice)}</span>}
            </p>
            {choice.words === '' ? (
              <p className={styles.none}>Empty</p>
            ) : (
              <Marked stretches={against(choices, index)} as="other" />
            )}
          </div>
        ))}
      </div>
      {editing && (
        <div className={styles.editor}>
          {field}
          <Button size="xs" onClick={goOn}>
            Done
          </Button>
        </div>
      )}
      {!editing && (
        <div className={styles.ways}>
          {ways.map(({ words, go, ...rest }, index) => (
            <Button
              key={words}
              size="xs"
              variant="default"
              aria-disabled={'none' in rest}
              className={'none' in rest ? styles.not : undefined}
              title={'none' in rest ? rest.none : undefined}
              aria-describedby={title}
              aria-keyshortcuts={String(index + 1)}
              rightSection={<Kbd size="xs">{index + 1}</Kbd>}
              onClick={go}
            >
              {words}
            </Button>
          ))}
          <Button size="xs" variant="subtle" aria-describedby={title} onClick={() => step(1)}>
            Later
          </Button>
        </div>
      )}
    </section>
  );
}

/** One that is decided, in a line. */
export function DecidedLine({ conflict: { what, place } }: { conflict: ConflictTold }) {
  return (
    <p className={styles.decided}>
      <IconCircleCheck size={18} stroke={1.75} aria-hidden />
      <span>
        <PlaceLink place={place}>{what}</PlaceLink> is decided.
      </span>
    </p>
  );
}

type Choice = ConflictTold['choices'][number];

/** Each side with what the shown one says otherwise; the shown one with what the next says otherwise. */
function against(choices: readonly Choice[], index: number): Stretch[] {
  const [first, second] = [choices[0]?.words ?? '', choices[1]?.words ?? ''];
  return index === 0 ? markWords(first, second).before : markWords(first, choices[index]?.words ?? '').after;
}

function heading({ mine, by }: Choice, otherwise: string): string {
  return mine ? 'Mine' : listed(authorsOf(by)) || otherwise;
}

function whose({ mine, by }: Choice, otherwise: string): string {
  if (mine) return 'mine';
  const [author] = authorsOf(by);
  return author ? `${author}’s` : otherwise;
}

function authorsOf(by: readonly By[]): string[] {
  return [...new Set(by.map(({ author }) => author))];
}

/** Who and when; where the heading says who already, only when. */
function bylines({ mine, by }: Choice): string {
  const now = new Date();
  return listed(
    by.map(({ author, at }) => {
      const when = at === null ? 'some time ago' : dayAndTime(at, now);
      return mine ? `${author}, ${when}` : when;
    }),
  );
}
