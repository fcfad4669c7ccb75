import type { RatingScalePreset } from '../../shared/plan/rating-scales.ts';
import styles from './preset-scale.module.css';
import { RatingChip } from './rating-chip.tsx';

/** A rating scale of the app's own, with the chips that it would put in the plan. */
export function PresetScale({ preset }: { preset: RatingScalePreset }) {
  const { title, ratings } = preset;
  return (
    <span className={styles.preset}>
      {ratings.length === 0 ? 'No ratings: the plan says how things stand in words only' : `${title}:`}
      {ratings.map((rating) => (
        <RatingChip key={rating.code} rating={{ id: rating.code, ...rating }} />
      ))}
    </span>
  );
}
