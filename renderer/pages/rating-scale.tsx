import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { newId } from '../../shared/id.ts';
import { addRating, ratingsInUse } from '../../shared/plan/edits/ratings.ts';
import { lookUp } from '../../shared/plan/look-up.ts';
import type { Plan, RatingScale } from '../../shared/plan/model.ts';
import { editPlan } from '../commands.ts';
import { TextField } from '../fields/text-field.tsx';
import { goToPlace } from '../plan/go-to-place.ts';
import { ChooseScale } from './choose-scale.tsx';
import { RatingRow } from './rating-row.tsx';
import styles from './rating-scale.module.css';

/** How the plan rates progress: each rating with its code, name, meaning and colour, in the order of the key. */
export function RatingScaleEditor({ plan }: { plan: Plan }) {
  const { scale } = lookUp(plan);
  const [choosing, setChoosing] = useState(false);
  const used = ratingsInUse(plan);
  return (
    <section className={styles.scale} aria-labelledby="rating-scale">
      <div className="heading-row">
        <h2 id="rating-scale">Rating scale</h2>
        <Button size="xs" variant="default" aria-expanded={choosing} onClick={() => setChoosing(!choosing)}>
          Use another scale…
        </Button>
      </div>
      {choosing && <ChooseScale key={plan.ratingScale} plan={plan} close={() => setChoosing(false)} />}
      {scale && scale.ratings.length > 0 ? (
        <>
          <div className={styles.title}>
            <TextField
              edited={{ kind: 'scale', id: scale.id, name: 'the rating scale' }}
              field="title"
              label="Title"
              value={scale.title}
              empty=""
              placeholder="Add a title for the key"
            />
          </div>
          <ul className={styles.ratings} aria-label="Ratings">
            {scale.ratings.map((rating) => (
              <RatingRow
                key={rating.id}
                plan={plan}
                scale={scale}
                rating={rating}
                count={lookUp(plan).rating(rating.code) === rating ? (used.get(rating.code) ?? 0) : 0}
              />
            ))}
          </ul>
        </>
      ) : (
        <p className={styles.none}>
          This plan does not rate progress. Take one of the usual scales by “Use another scale…”, or add ratings of your
          own.
        </p>
      )}
      {scale && (
        <Button
          size="xs"
          variant="subtle"
          className={styles.add}
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => void add(scale)}
        >
          Add a rating
        </Button>
      )}
    </section>
  );
}

/** A rating to be named: its code is a free number until it has a better one. */
async function add(scale: RatingScale): Promise<void> {
  const id = newId();
  const taken = new Set(scale.ratings.map(({ code }) => code));
  let number = scale.ratings.length + 1;
  while (taken.has(String(number))) number += 1;
  const rating = { id, code: String(number), label: 'New rating', meaning: '', colour: '#e8edee' };
  if (await editPlan(() => addRating(scale.id, rating)))
    goToPlace({ kind: 'rating', id, field: 'label', start: 0, end: rating.label.length });
}
