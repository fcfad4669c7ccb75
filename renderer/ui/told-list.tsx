import type { Told } from '../../shared/log/told.ts';
import { elided, markWords } from '../../shared/log/word-marks.ts';
import { goToPlace } from '../plan/go-to-place.ts';
import { Marked } from './marked.tsx';
import styles from './told-list.module.css';

/** What changed, part by part, each with its words before and after; it leads to its place. */
export function ToldList({ changes, level = 3 }: { changes: readonly Told[]; level?: 2 | 3 | 4 }) {
  const Heading = `h${level}` as const;
  return [...Map.groupBy(changes, ({ part }) => part)].map(([part, own]) => (
    <div key={part} className={styles.part}>
      <Heading className={styles.title}>{part}</Heading>
      <ul className={styles.list}>
        {own.map((each, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two changes may read alike; the list is made anew as a whole
          <ToldItem key={index} told={each} />
        ))}
      </ul>
    </div>
  ));
}

const sorts = { set: '', new: 'New', gone: 'Deleted', moved: 'Moved' };

function ToldItem({ told }: { told: Told }) {
  const { what, sort, place } = told;
  return (
    <li className={styles.item}>
      <span className={styles.what}>
        {place ? (
          <button type="button" className={styles.leads} onClick={() => goToPlace(place)}>
            {what}
          </button>
        ) : (
          what
        )}
        {sorts[sort] && <span className={styles.sort}>{sorts[sort]}</span>}
      </span>
      <Words told={told} />
    </li>
  );
}

function Words({ told: { oldWords, newWords } }: { told: Told }) {
  const marked = markWords(oldWords, newWords);
  return (
    <span className={styles.words}>
      {oldWords !== '' && <Marked stretches={elided(marked.before)} as="gone" />}
      {newWords !== '' && <Marked stretches={elided(marked.after)} as="new" />}
    </span>
  );
}
