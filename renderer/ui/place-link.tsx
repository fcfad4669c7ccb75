import type { ReactNode } from 'react';
import { goToPlace } from '../plan/go-to-place.ts';
import type { Target } from '../store.ts';
import styles from './place-link.module.css';

interface PlaceLinkProps {
  /** Where it leads. Without one there are only the words. */
  place: Target | null | undefined;
  /** Looks like the text around it until it is pointed at. */
  quiet?: boolean;
  children: ReactNode;
}

/** Words that lead to where they stand in the plan. */
export function PlaceLink({ place, quiet = false, children }: PlaceLinkProps) {
  if (!place) return children;
  return (
    <button type="button" className={styles.link} data-quiet={quiet || undefined} onClick={() => goToPlace(place)}>
      {children}
    </button>
  );
}
