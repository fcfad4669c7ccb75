import { fillOf } from '../../shared/layout/colour.ts';
import type { Rating } from '../../shared/plan/model.ts';
import styles from './rating-chip.module.css';

/** A rating in its colour and in words, never in colour alone. `short` shows its code, for narrow places. */
export function RatingChip({ rating, short = false }: { rating: Rating; short?: boolean }) {
  const { colour, ink } = fillOf(rating.colour, rating.code);
  return (
    <span className={short ? styles.short : styles.chip} style={{ background: colour, color: ink }}>
      {short ? (
        <>
          <span aria-hidden>{rating.code}</span>
          <span className="unseen">{rating.label}</span>
        </>
      ) : (
        rating.label
      )}
    </span>
  );
}

/** Where nothing is rated, in the same place. */
export function NoRating() {
  return <span className={styles.none}>Not rated</span>;
}
