import type { Told } from '../../shared/log/told.ts';
import { ChangedWords } from './changed-words.tsx';
import { PlaceLink } from './place-link.tsx';
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

const sorts = { set: '', new: 'New', back: 'Was deleted, and is back', gone: 'Deleted', moved: 'Moved' };

function ToldItem({ told }: { told: Told }) {
  const { what, sort, place, oldWords, newWords } = told;
  return (
    <li className={styles.item}>
      <span className={styles.what}>
        <PlaceLink place={place}>{what}</PlaceLink>
        {sorts[sort] && <span className={styles.sort}>{sorts[sort]}</span>}
      </span>
      <ChangedWords before={oldWords} now={newWords} />
    </li>
  );
}
