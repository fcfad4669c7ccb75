import { IconArrowMerge } from '@tabler/icons-react';
import { listed } from '../../shared/plan/names.ts';
import { change } from '../store.ts';
import type { FieldPlace } from './edited.ts';
import styles from './fields.module.css';
import { useConflict } from './use-conflict.ts';

/** At a field that somebody else set otherwise in their copy: a quiet way to compare the two. */
export function ConflictMark({ place }: { place: FieldPlace }) {
  const others = useConflict(place);
  if (!others) return null;
  return (
    <button
      type="button"
      className={styles.conflict}
      onClick={() => change({ place: { page: 'copies' }, notice: null })}
    >
      <IconArrowMerge size={14} aria-hidden /> {listed(others)} wrote something else: compare
    </button>
  );
}
