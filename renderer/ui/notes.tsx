import { IconLock } from '@tabler/icons-react';
import type { RichText } from '../../shared/plan/rich-text.ts';
import styles from './notes.module.css';
import { RichTextView } from './rich-text.tsx';

/** A note for the team. It says so, because it stands beside what is published. */
export function Notes({ value }: { value: RichText }) {
  return (
    <div className={styles.notes}>
      <p className={styles.what}>
        <IconLock size={14} aria-hidden /> For the team, never published
      </p>
      <RichTextView value={value} />
    </div>
  );
}
