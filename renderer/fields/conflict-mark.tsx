import { IconArrowMerge } from '@tabler/icons-react';
import { listed } from '../../shared/plan/names.ts';
import { change, useStore } from '../store.ts';
import type { FieldPlace } from './edited.ts';
import styles from './fields.module.css';

/** At a field that somebody else set otherwise in their copy: a quiet way to compare the two. */
export function ConflictMark({ place: { kind, id, field } }: { place: FieldPlace }) {
  const mark = useStore(({ open }) =>
    open?.conflicts.find((each) => each.id === id && each.field === field && each.kind === kind),
  );
  if (!mark) return null;
  return (
    <button
      type="button"
      className={styles.conflict}
      onClick={() => change({ place: { page: 'copies' }, notice: null })}
    >
      <IconArrowMerge size={14} aria-hidden /> {listed(mark.others)} wrote something else: compare
    </button>
  );
}
