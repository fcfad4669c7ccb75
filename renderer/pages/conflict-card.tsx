import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import type { By, ConflictTold } from '../../shared/log/told.ts';
import { markWords, type Stretch } from '../../shared/log/word-marks.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { listed } from '../../shared/plan/names.ts';
import type { Place } from '../../shared/plan/place.ts';
import { decide } from '../plan/copies.ts';
import { goToPlace } from '../plan/go-to-place.ts';
import { announce } from '../ui/announce.ts';
import { Marked } from '../ui/marked.tsx';
import { PlaceLink } from '../ui/place-link.tsx';
import { dayAndTime } from '../ui/words.ts';
import styles from './conflict-card.module.css';
import { fieldFor } from './conflict-field.tsx';
import { DecisionCard, type Standing, type Way } from './decision-card.tsx';

interface ConflictCardProps extends Standing {
  plan: Plan;
  conflict: ConflictTold;
  editing: boolean;
  edit(): void;
}

/** What two people said differently, side by side. */
export function ConflictCard({ plan, conflict, editing, edit, goOn, ...standing }: ConflictCardProps) {
  const { place, what, part, choices, both } = conflict;
  const field = fieldFor(plan, place, what);

  async function choose(value: (typeof choices)[number]['value'], said: string) {
    if (!(await decide(place, value))) return;
    announce(`${what}: ${said}.`);
    goOn();
  }

  const ways: Way[] = [
    ...choices.map((choice, index) => ({
      words: index === 0 ? `Keep ${whose(choice, 'mine')}` : `Take ${whose(choice, 'theirs')}`,
      go: () => void choose(choice.value, index === 0 ? 'kept' : 'taken'),
    })),
    both
      ? { words: 'Both', go: () => void choose(both.value, 'both are kept') }
      : { words: 'Both', none: onlyOne, go: () => announce(onlyOne) },
    { words: 'Edit', go: () => (field ? edit() : goToPlace(place)) },
  ];
  const editor = (
    <div className={styles.editor}>
      {field}
      <Button size="xs" onClick={goOn}>
        Done
      </Button>
    </div>
  );

  return (
    <DecisionCard {...standing} place={place} what={what} part={part} ways={ways} editor={editing ? editor : undefined}>
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
      {both && (
        <details className={styles.both}>
          <summary>Both, in one</summary>
          <p className={styles.side}>{both.words}</p>
        </details>
      )}
    </DecisionCard>
  );
}

const onlyOne = 'It can only be one or the other.';

/** One that is decided, in a line. */
export function DecidedLine({ what, place }: { what: string; place: Place | null }) {
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
