import { Button } from '@mantine/core';
import { type KeyboardEvent, useDeferredValue, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { commandKeys } from '../../shared/commands.ts';
import { type Match, replaceMatches } from '../../shared/plan/find.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { edit, perform } from '../commands.ts';
import { flushDrafts } from '../fields/draft.ts';
import { box, closeFind, goToMatch, lookFor, matchesOf, stepToMatch } from '../plan/finding.ts';
import { current, useStore } from '../store.ts';
import styles from './find-pane.module.css';
import { useFocusBack } from './focus-back.ts';
import { FoundList, mostListed } from './found-list.tsx';
import { useFoundMarks } from './found-marks.ts';
import side from './side-pane.module.css';
import { PaneHead, Steps } from './side-pane.tsx';
import { count } from './words.ts';

/**
 * Finds words anywhere in the plan, and replaces them once each has been looked at. It stands where the contents do,
 * as in Word: what is found is listed with what stands around it, and marked on the page and in the preview.
 */
export function FindPane({ plan }: { plan: Plan }) {
  const finding = useStore((state) => state.finding);
  // The list may take a moment in a long plan; what is typed does not wait for it.
  const { query, matchCase, wholeWord } = useDeferredValue(finding);
  const matches = useMemo(() => matchesOf(plan, { query, matchCase, wholeWord }), [plan, query, matchCase, wholeWord]);
  const pane = useRef<HTMLElement>(null);
  const [spared, setSpared] = useState<Spared>({ matches, keys: new Set() });
  const keys = spared.matches === matches ? spared.keys : none;
  const here = finding.at === null ? undefined : matches[finding.at];
  useFoundMarks({ query, matchCase, wholeWord }, here);

  useFocusBack();
  useLayoutEffect(() => box()?.select(), []);

  function press(event: KeyboardEvent) {
    if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  function close() {
    if (here) goToMatch(finding.at ?? 0, false);
    closeFind();
  }

  return (
    <search ref={pane} className={side.pane} aria-label="Find" data-pane data-find tabIndex={-1} onKeyDown={press}>
      <PaneHead title={finding.replacing ? 'Find and replace' : 'Find'} closing="Close find" close={close} />
      <input
        className={`box ${styles.input}`}
        value={finding.query}
        placeholder="Words anywhere in the plan"
        aria-label="Find"
        maxLength={200}
        spellCheck={false}
        onChange={(event) => lookFor({ query: event.target.value, at: null })}
        onKeyDown={(event) => {
          if (event.key === 'Enter') stepToMatch(event.shiftKey ? -1 : 1);
          else if (event.key === 'ArrowDown') pane.current?.querySelector<HTMLElement>('[data-match]')?.focus();
          else return;
          event.preventDefault();
        }}
      />
      {finding.replacing && (
        <input
          className={`box ${styles.input}`}
          value={finding.replacement}
          placeholder="Replace with"
          aria-label="Replace with"
          maxLength={2_000}
          lang="en-GB"
          spellCheck
          onChange={(event) => lookFor({ replacement: event.target.value })}
        />
      )}
      <div className={styles.options}>
        <label>
          <input
            type="checkbox"
            checked={finding.matchCase}
            onChange={(event) => lookFor({ matchCase: event.target.checked, at: null })}
          />{' '}
          Match capitals
        </label>
        <label>
          <input
            type="checkbox"
            checked={finding.wholeWord}
            onChange={(event) => lookFor({ wholeWord: event.target.checked, at: null })}
          />{' '}
          Whole words
        </label>
      </div>
      <Steps
        count={words(query, matches.length, finding.at)}
        of="match"
        keys={[commandKeys('findPrevious'), commandKeys('findNext')]}
        step={stepToMatch}
      />
      {finding.replacing ? (
        <Replace matches={matches} spared={keys} />
      ) : (
        matches.some(({ replaceable }) => replaceable) && (
          <button type="button" className={styles.quietly} onClick={() => perform('replace')}>
            Replace… ({commandKeys('replace')})
          </button>
        )
      )}
      <FoundList
        plan={plan}
        matches={matches}
        at={finding.at}
        replacement={finding.replacing ? finding.replacement : undefined}
        spared={keys}
        onSpare={(next) => setSpared({ matches, keys: next })}
      />
    </search>
  );
}

/** The matches, by their index, that are not to be replaced; of other matches it says nothing. */
interface Spared {
  matches: readonly Match[];
  keys: ReadonlySet<number>;
}

const none: ReadonlySet<number> = new Set();

interface ReplaceProps {
  matches: readonly Match[];
  spared: ReadonlySet<number>;
}

/** Replaces what is ticked, all in one edit. */
function Replace({ matches, spared }: ReplaceProps) {
  const ticked = matches.filter((match, index) => match.replaceable && !spared.has(index) && index < mostListed);
  async function go() {
    await flushDrafts();
    const { open, finding } = current();
    const draft = open && replaceMatches(open.plan, ticked, finding.replacement);
    if (draft && (await edit(draft))) lookFor({ at: null });
    box()?.focus();
  }
  return (
    <div className={styles.replace}>
      <Button size="xs" disabled={ticked.length === 0} onClick={() => void go()}>
        Replace {count(ticked.length, 'match', 'matches')}
      </Button>
      <p className={styles.hint}>
        {ticked.length === 0 ? 'Nothing is ticked.' : 'Look at each below. It is one edit: Undo takes it back.'}
      </p>
    </div>
  );
}

function words(query: string, found: number, at: number | null): string {
  if (query.trim() === '') return 'In every text: objectives, actions, updates, notes, names.';
  if (found === 0) return 'Nothing found.';
  return at === null ? `${found.toLocaleString('en-GB')} found` : `${at + 1} of ${found.toLocaleString('en-GB')}`;
}
