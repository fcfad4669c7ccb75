import { ActionIcon, Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type FormEvent, type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { newId } from '../../shared/id.ts';
import { ignoreWord, spellWordAgain } from '../../shared/plan/edits/ignored-words.ts';
import { fieldWords } from '../../shared/plan/field-words.ts';
import { type Match, replaceMatches } from '../../shared/plan/find.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { capitalised, recordName } from '../../shared/plan/names.ts';
import { ignoredIn, withoutPossessive } from '../../shared/plan/spelling.ts';
import { callApp } from '../api.ts';
import { editPlan } from '../commands.ts';
import { checkSpelling, closeSpelling, stepToMisspelling } from '../plan/spelling.ts';
import { attempt, type Spelling } from '../store.ts';
import { announce } from './announce.ts';
import { useFocusBack } from './focus-back.ts';
import { useFoundMarks } from './found-marks.ts';
import side from './side-pane.module.css';
import { PaneHead, Steps } from './side-pane.tsx';
import styles from './spelling-pane.module.css';

/**
 * Goes through the plan from one word that the dictionary does not know to the next, and changes, ignores or learns it.
 * It stands where the contents do, as Find does, so that the word is seen on its page.
 */
export function SpellingPane({ plan, spelling }: { plan: Plan; spelling: Spelling }) {
  const { found, at } = spelling;
  const here = found[at];
  const pane = useRef<HTMLElement>(null);
  useFoundMarks({ query: here?.text ?? '', matchCase: true, wholeWord: true }, here);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the plan as it is now is what is asked about
  useEffect(() => void checkSpelling(), [plan]);
  useFocusBack();
  // From wherever F7 was pressed.
  useLayoutEffect(() => pane.current?.focus(), []);
  // The keyboard is never lost: what had it may be gone with the last word.
  // biome-ignore lint/correctness/useExhaustiveDependencies: with every edit
  useLayoutEffect(() => {
    if (!here && document.activeElement === document.body) pane.current?.focus();
  }, [here, plan]);

  function press(event: KeyboardEvent) {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    closeSpelling();
  }

  return (
    <section
      ref={pane}
      className={`${side.pane} ${side.scrolls}`}
      aria-label="Spelling"
      data-pane
      data-find
      data-spelling
      tabIndex={-1}
      onKeyDown={press}
    >
      <PaneHead title="Spelling" closing="Close spelling" close={closeSpelling} />
      <Steps count={countInWords(spelling)} of="word" keys={[undefined, 'F7']} step={here && stepToMisspelling} />
      {here && spelling.plan && <Misspelt plan={spelling.plan} found={found} here={here} />}
      {!here && spelling.plan && (
        <p className={styles.hint}>
          All texts of the plan were looked at. Names of people and of the Trust, addresses and short abbreviations are
          left out.
        </p>
      )}
      <Ignored plan={plan} />
    </section>
  );
}

/** One word in its sentence, and what can be done with it. */
function Misspelt({ plan, found, here }: { plan: Plan; found: readonly Match[]; here: Match }) {
  const { kind, id, field } = here.place;
  const suggestions = useSuggestions(here.text);
  const [typed, setTyped] = useState<{ for: Match; words: string } | null>(null);
  const words = typed?.for === here ? typed.words : (suggestions?.[0] ?? here.text);
  const input = useRef<HTMLInputElement>(null);
  const same = found.filter(({ text }) => text === here.text);
  const word = withoutPossessive(here.text);

  // The keyboard goes to the field with each new word, unless it is on a button, to be pressed again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new word, or what was meant by it
  useLayoutEffect(() => {
    const active = document.activeElement;
    const isOnButton = active instanceof HTMLButtonElement;
    const isHere = active === document.body || active?.closest('[data-spelling]') != null;
    if (isHere && !isOnButton) input.current?.select();
  }, [here, suggestions]);

  async function replace(matches: Match[]) {
    if (suggestions === null && typed?.for !== here) return; // nobody has seen yet what would be written
    if (words === here.text) return stepToMisspelling(1);
    await editPlan((now) => replaceMatches(now, matches, words));
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    if (words.trim() !== '') void replace([here]);
  }

  const learn = () =>
    attempt(async () => {
      await callApp('addWord', { word });
      announce(`“${word}” is in your dictionary.`);
      await checkSpelling();
    });

  return (
    <form className={styles.form} onSubmit={submit}>
      <div id="misspelt">
        <p className={styles.where}>{`${capitalised(recordName(plan, kind, id))}, ${fieldWords(kind, field)}`}</p>
        <p className={styles.sentence} dir="auto">
          {here.before}
          <mark>{here.text}</mark>
          {here.after}
        </p>
      </div>
      <label>
        <span className={styles.label}>Change “{here.text}” to</span>
        <input
          ref={input}
          type="text"
          className={`box ${styles.input}`}
          value={words}
          aria-describedby="misspelt"
          maxLength={2_000}
          lang="en-GB"
          spellCheck
          onChange={(event) => setTyped({ for: here, words: event.target.value })}
        />
      </label>
      <fieldset className={styles.suggestions}>
        <legend className={styles.label}>Suggestions</legend>
        {suggestions === null && <p className={styles.hint}>Looking…</p>}
        {suggestions?.length === 0 && <p className={styles.hint}>None. Type what was meant.</p>}
        {suggestions?.map((each) => (
          <label key={each} className={styles.suggestion}>
            <input
              type="radio"
              name="suggestion"
              checked={words === each}
              onChange={() => setTyped({ for: here, words: each })}
            />{' '}
            {each}
          </label>
        ))}
      </fieldset>
      <div className={styles.ways}>
        <Button size="xs" type="submit" disabled={words.trim() === ''}>
          Change
        </Button>
        {same.length > 1 && (
          <Button size="xs" variant="default" disabled={words.trim() === ''} onClick={() => void replace(same)}>
            Change all {same.length.toLocaleString('en-GB')}
          </Button>
        )}
      </div>
      {words.trim() === '' && <p className={styles.hint}>Type what is to stand there.</p>}
      <div className={styles.ways}>
        <Button size="xs" variant="default" onClick={() => void editPlan((now) => ignoreWord(now, word, newId))}>
          Ignore in this plan
        </Button>
        <Button size="xs" variant="default" onClick={() => void learn()}>
          Add to dictionary
        </Button>
      </div>
      <p className={styles.hint}>
        What is ignored in this plan is so for everybody who has the file. The dictionary is yours, for every plan.
      </p>
    </form>
  );
}

/** What may have been meant by a word; null while it is being looked for. */
function useSuggestions(word: string): string[] | null {
  const [known, setKnown] = useState<{ word: string; suggestions: string[] } | null>(null);
  useEffect(() => {
    let wanted = true;
    void attempt(async () => {
      const suggestions = word.length > longest ? [] : await callApp('suggestSpelling', { word });
      if (wanted) setKnown({ word, suggestions });
    });
    return () => {
      wanted = false;
    };
  }, [word]);
  return known?.word === word ? known.suggestions : null;
}

/** What is longer is not a slip of the keyboard. */
const longest = 100;

/** The words that someone decided to ignore in this plan. */
function Ignored({ plan }: { plan: Plan }) {
  const words = ignoredIn(plan).map(({ reason }) => reason);
  if (words.length === 0) return null;
  return (
    <details className={styles.ignored}>
      <summary>Ignored in this plan: {words.length.toLocaleString('en-GB')}</summary>
      <ul>
        {words.map((word) => (
          <li key={word}>
            <span>{word}</span>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`No longer ignore “${word}”`}
              onClick={() => void editPlan((now) => spellWordAgain(now, word))}
            >
              <IconX size={16} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ul>
    </details>
  );
}

function countInWords({ plan, found, at }: Spelling): string {
  if (plan === null) return 'Looking through the plan…';
  if (found.length === 0) return 'Nothing is misspelt.';
  return `${(at + 1).toLocaleString('en-GB')} of ${found.length.toLocaleString('en-GB')} not in the dictionary`;
}
