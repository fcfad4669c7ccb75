import { type KeyboardEvent, memo, useRef } from 'react';
import { fieldWords } from '../../shared/plan/field-words.ts';
import type { Match } from '../../shared/plan/find.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { capitalised, recordName } from '../../shared/plan/names.ts';
import { goToMatch } from '../plan/finding.ts';
import styles from './found-list.module.css';

/** How much of what stands before and after is given, unless the text is at its end there. */
const around = 40;

/** The most that are listed: nobody looks at more one by one. */
export const mostListed = 500;

interface FoundListProps {
  plan: Plan;
  matches: readonly Match[];
  at: number | null;
  /** What is to stand in its place; left out where nothing is to be replaced. */
  replacement: string | undefined;
  /** Those that are to stay as they are, by their index. */
  spared: ReadonlySet<number>;
  onSpare(spared: ReadonlySet<number>): void;
}

/** What was found, each with the words around it and where it stands. Enter or a click goes there. */
export const FoundList = memo(function FoundList(props: FoundListProps) {
  const { plan, matches, at, replacement, spared, onSpare } = props;
  const list = useRef<HTMLOListElement>(null);
  const listed = matches.slice(0, mostListed);

  function press(event: KeyboardEvent) {
    const column = (event.target as HTMLElement).dataset.column;
    const all = [...(list.current?.querySelectorAll<HTMLElement>(`[data-column="${column}"]`) ?? [])];
    const here = all.indexOf(event.target as HTMLElement);
    const steps: Record<string, number> = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: all.length - 1 };
    const to = steps[event.key];
    if (to === undefined || here === -1) return;
    event.preventDefault();
    all[Math.max(0, Math.min(to, all.length - 1))]?.focus();
  }

  function spare(index: number, kept: boolean) {
    const next = new Set(spared);
    if (kept) next.add(index);
    else next.delete(index);
    onSpare(next);
  }

  return (
    <>
      <ol ref={list} className={styles.list} aria-label="Found" onKeyDown={press}>
        {listed.map((match, index) => {
          const where = whereOf(plan, match);
          return (
            // A match is what it is by its place in the list: the list is made anew with every question.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <li key={index} className={styles.match}>
              {replacement !== undefined && match.replaceable && (
                <input
                  type="checkbox"
                  className={styles.tick}
                  checked={!spared.has(index)}
                  aria-label={`Replace match ${index + 1}`}
                  data-column="tick"
                  tabIndex={index === (at ?? 0) ? 0 : -1}
                  onChange={(event) => spare(index, !event.target.checked)}
                />
              )}
              <button
                ref={index === at ? (row) => row?.scrollIntoView({ block: 'nearest' }) : undefined}
                type="button"
                className={styles.go}
                aria-current={index === at ? 'true' : undefined}
                data-match
                data-column="match"
                tabIndex={index === (at ?? 0) ? 0 : -1}
                onClick={() => goToMatch(index, false)}
                onFocus={() => goToMatch(index, true)}
              >
                <span className={styles.where}>{where}</span>
                <span className={styles.words} dir="auto">
                  {lastWords(match.before)}
                  {replacement === undefined || !match.replaceable || spared.has(index) ? (
                    <mark>{match.text}</mark>
                  ) : (
                    <>
                      <del>{match.text}</del> <ins>{replacement}</ins>
                    </>
                  )}
                  {match.after.length < around ? match.after : `${match.after}…`}
                </span>
                {replacement !== undefined && !match.replaceable && (
                  <span className={styles.where}>Set nationally: it stays as it is.</span>
                )}
              </button>
            </li>
          );
        })}
      </ol>
      {matches.length > mostListed && (
        <p className={styles.more}>The first {mostListed} are listed. Type more of it to find fewer.</p>
      )}
    </>
  );
});

function whereOf(plan: Plan, { place: { kind, id, field } }: Match): string {
  return `${capitalised(recordName(plan, kind, id))}, ${fieldWords(kind, field)}`;
}

/** Where it is cut, without the rest of the word that was cut in two. */
function lastWords(before: string): string {
  return before.length < around ? before : `…${before.slice(before.indexOf(' ') + 1)}`;
}
