import { capitalised } from '../../shared/plan/names.ts';
import { about } from '../../shared/recognise/choices.ts';
import type { WordPlace } from '../../shared/recognise/document.ts';
import type { LeftOver } from '../../shared/recognise/draft.ts';
import { Choices } from '../ui/form.tsx';
import styles from './review.module.css';
import { choose } from './reviewing.ts';

interface LeftOversProps {
  leftOver: readonly LeftOver[];
  kept: boolean;
  look(at: readonly WordPlace[]): void;
}

/** What found no place in the plan, and whether it is kept. */
export function LeftOvers({ leftOver, kept, look }: LeftOversProps) {
  if (leftOver.length === 0) return <p className={styles.empty}>Everything in the file found its place in the plan.</p>;
  return (
    <>
      <Choices
        label="What becomes of it"
        value={kept ? 'keep' : 'leave'}
        options={[
          ['keep', 'Keep it in the internal notes, which are never published'],
          ['leave', 'Leave it out'],
        ]}
        onChange={(take) =>
          choose(take === 'keep' ? 'Keep what is left over' : 'Leave it out', { about: about.leftOver, take })
        }
      />
      <ul className={styles.over}>
        {leftOver.map(({ what, text, at }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what is left over is what it is by its place
          <li key={index}>
            {at.length > 0 ? (
              <button type="button" className={styles.where} onClick={() => look(at)}>
                {capitalised(what)}
              </button>
            ) : (
              <b>{capitalised(what)}</b>
            )}
            <p className={styles.found}>{text}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
