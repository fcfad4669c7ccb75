import { Fragment } from 'react';
import type { Stretch } from '../../shared/log/word-marks.ts';
import styles from './marked.module.css';

interface MarkedProps {
  stretches: readonly Stretch[];
  /** What stands out: words that went, that are new, or that are said otherwise elsewhere. */
  as: 'gone' | 'new' | 'other';
}

const tags = { gone: 'del', new: 'ins', other: 'mark' } as const;

/** A text in which what differs from another stands out, by more than colour. */
export function Marked({ stretches, as }: MarkedProps) {
  const Mark = tags[as];
  return (
    <span className={styles.text}>
      {stretches.map(({ text, differs }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the stretches of a text have no other name than their place
        <Fragment key={index}>
          {differs && <Mark>{text.trimEnd()}</Mark>}
          {differs ? text.slice(text.trimEnd().length) : text}
        </Fragment>
      ))}
    </span>
  );
}
