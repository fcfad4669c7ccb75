import { longDate } from '../../shared/plan/due.ts';
import { lookUp } from '../../shared/plan/look-up.ts';
import type { Plan, Update } from '../../shared/plan/model.ts';
import { RatingChip } from '../ui/rating-chip.tsx';
import { RichTextView } from '../ui/rich-text.tsx';
import { count } from '../ui/words.ts';
import styles from './updates.module.css';

/** Notes of progress, newest first. The newest is there at once; the others unfold. */
export function Updates({ plan, updates, of }: { plan: Plan; updates: Update[]; of: string }) {
  const [newest, ...older] = newestFirst(updates);
  if (!newest) return null;
  return (
    <section className={styles.updates} aria-label={`Progress of ${of}`}>
      <UpdateItem plan={plan} update={newest} />
      {older.length > 0 && (
        <details>
          <summary className={styles.more}>{count(older.length, 'earlier update')}</summary>
          {older.map((update) => (
            <UpdateItem key={update.id} plan={plan} update={update} />
          ))}
        </details>
      )}
    </section>
  );
}

function UpdateItem({ plan, update }: { plan: Plan; update: Update }) {
  const rating = lookUp(plan).rating(update.rating);
  return (
    <div className={styles.update}>
      <p className={styles.when}>
        {update.date ? <time dateTime={update.date}>{longDate(update.date)}</time> : 'Not dated'}
        {rating && <RatingChip rating={rating} />}
      </p>
      <RichTextView value={update.text} />
    </div>
  );
}

/** By date; those of one date, or without one, the later in the plan first. */
function newestFirst(updates: Update[]): Update[] {
  return updates.toReversed().sort((a, b) => (b.date ?? '').localeCompare(a.date ?? ''));
}
