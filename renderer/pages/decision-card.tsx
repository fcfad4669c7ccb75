import { Button, Kbd } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useId } from 'react';
import type { Place } from '../../shared/plan/place.ts';
import { PlaceLink } from '../ui/place-link.tsx';
import styles from './conflict-card.module.css';

/** Something that can be decided on, by its button or by its number. */
export interface Way {
  words: string;
  /** Why it cannot be done here; undefined: it can. */
  none?: string;
  go(): void;
}

/** Where a card stands among all that is to be decided, and how the keyboard leaves it. */
export interface Standing {
  /** Which one this is, counted from 1, and how many there are. */
  number: number;
  of: number;
  /** Called when it is decided: the keyboard goes on to the next. */
  goOn(): void;
  /** The keyboard goes to the next, or the one before. */
  step(by: 1 | -1): void;
}

interface DecisionCardProps extends Pick<Standing, 'number' | 'of' | 'step'> {
  place: Place;
  what: string;
  part: string;
  ways: readonly Way[];
  children: ReactNode;
  /** What stands in place of the buttons while one writes. */
  editor?: ReactNode;
}

/** One thing that is to be decided; decided by a press of a number. */
export function DecisionCard({ place, what, part, ways, children, editor, number, of, step }: DecisionCardProps) {
  const title = useId();

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
      {children}
      {editor ?? (
        <div className={styles.ways}>
          {ways.map(({ words, none, go }, index) => (
            <Button
              key={words}
              size="xs"
              variant="default"
              aria-disabled={none !== undefined}
              className={none === undefined ? undefined : styles.not}
              title={none}
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
