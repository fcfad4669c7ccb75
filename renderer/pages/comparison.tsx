import { Button } from '@mantine/core';
import { useEffect, useMemo, useRef } from 'react';
import { compare, type Difference } from '../../shared/plan/compare.ts';
import type { Plan } from '../../shared/plan/model.ts';
import type { Place } from '../../shared/plan/place.ts';
import { PlaceLink } from '../ui/place-link.tsx';
import { count } from '../ui/words.ts';
import styles from './comparison.module.css';

interface ComparisonProps {
  /** Its heading: "Since “Board, September”". */
  name: string;
  before: Plan;
  plan: Plan;
  /** Makes one thing as it was; left out where that is not to be had. */
  bringBack?: ((was: Place) => void) | undefined;
}

/** What changed from then to now, part by part; each that is still there leads to its place. */
export function Comparison({ name, before, plan, bringBack }: ComparisonProps) {
  const parts = useMemo(() => compare(before, plan), [before, plan]);
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is another comparison that is to be read
  useEffect(() => heading.current?.focus(), [before]);
  const all = parts.reduce((sum, { changes }) => sum + changes.length, 0);
  return (
    <section className={styles.comparison} aria-labelledby="compared">
      <h2 id="compared" ref={heading} tabIndex={-1}>
        {name}
      </h2>
      <p className={styles.all}>
        {all === 0 ? 'Nothing has changed.' : `${count(all, 'change')} in ${count(parts.length, 'part')} of the plan.`}
      </p>
      {parts.map((part) => (
        <Part key={part.part} part={part} bringBack={bringBack} />
      ))}
    </section>
  );
}

function Part({ part: { part, changes }, bringBack }: Pick<ComparisonProps, 'bringBack'> & { part: Difference }) {
  return (
    <section className={styles.part}>
      <h3>{part}</h3>
      <ul>
        {changes.map(({ words, place, was }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two changes may read alike; the list is made anew as a whole
          <li key={index} className={styles.change}>
            <PlaceLink place={place} quiet>
              {words}
            </PlaceLink>
            {bringBack && was && (
              <Button
                size="compact-xs"
                variant="subtle"
                aria-label={`Bring back: ${words}`}
                onClick={() => bringBack(was)}
              >
                Bring back
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
