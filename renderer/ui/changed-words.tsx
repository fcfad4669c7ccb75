import { elided, markWords } from '../../shared/log/word-marks.ts';
import styles from './changed-words.module.css';
import { Marked } from './marked.tsx';

/** A text as it was and as it is, one under the other, with the words that went and those that came marked. */
export function ChangedWords({ before, now }: { before: string; now: string }) {
  const marked = markWords(before, now);
  return (
    <span className={styles.words}>
      {before !== '' && <Marked stretches={elided(marked.before)} as="gone" />}
      {now !== '' && <Marked stretches={elided(marked.after)} as="new" />}
    </span>
  );
}
