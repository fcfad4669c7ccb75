import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { capitalised } from '../../shared/plan/names.ts';
import type { Doubt } from '../../shared/recognise/draft.ts';
import { readDay } from '../fields/day-field.tsx';
import { Choices, LabelledInput, LabelledSelect } from '../ui/form.tsx';
import styles from './review.module.css';
import { choose } from './reviewing.ts';

interface DoubtsProps {
  doubts: readonly Doubt[];
  /** Which one is looked at. */
  at: string | undefined;
  look(doubt: Doubt): void;
  /** Something was decided: the keyboard goes on with the next. */
  goOn(decided: string): void;
}

/** What is not sure: each with what it was taken for, and what else it may be. */
export function Doubts({ doubts, at, look, goOn }: DoubtsProps) {
  if (doubts.length === 0) return <p className={styles.empty}>Everything in the file was read without a doubt.</p>;
  const open = doubts.filter(({ chosen }) => chosen === undefined);
  // What was not read at all, such as a name that the file does not have, cannot be right.
  const answered = open.filter(({ options }) => options.length > 0);
  return (
    <>
      {answered.length > 1 && (
        <Button
          size="compact-md"
          variant="default"
          onClick={() => {
            choose(
              'Take all as read',
              ...answered.map(({ about, options }) => ({ about, take: options[0]?.take ?? '' })),
            );
            goOn('all');
          }}
        >
          {answered.length === open.length ? 'All' : 'The other'} {answered.length} are right as read
        </Button>
      )}
      <ol className={styles.doubts}>
        {doubts.map((doubt) => (
          <Item
            key={doubt.about}
            doubt={doubt}
            here={doubt.about === at}
            look={() => look(doubt)}
            goOn={() => goOn(doubt.about)}
          />
        ))}
      </ol>
    </>
  );
}

/** With more options than this they fold out. */
const few = 4;

interface ItemProps {
  doubt: Doubt;
  here: boolean;
  look(): void;
  goOn(): void;
}

function Item({ doubt, here, look, goOn }: ItemProps) {
  const { where, found, took, options, other, chosen, at } = doubt;
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (here) item.current?.scrollIntoView({ block: 'nearest' });
  }, [here]);
  const take = (value: string, words: string) => choose(`${where}: ${words}`, { about: doubt.about, take: value });
  const wordsOf = (value: string) => options.find((option) => option.take === value)?.words ?? value;
  const value = chosen ?? options[0]?.take ?? '';
  const listed =
    value === '' || options.some((option) => option.take === value)
      ? options
      : [...options, { take: value, words: took }];
  const [first] = options;
  return (
    <li ref={item} data-doubt={doubt.about} data-here={here} data-decided={chosen !== undefined}>
      <button type="button" className={styles.where} onClick={look}>
        {where}
        {at.length > 1 && <span className={styles.quiet}> and {(at.length - 1).toLocaleString('en-GB')} more</span>}
      </button>
      <p className={styles.found}>{capitalised(found)}</p>
      {listed.length > few ? (
        <LabelledSelect
          label="Taken as"
          value={value}
          options={listed.map((option) => [option.take, option.words] as const)}
          onChange={(next) => take(next, wordsOf(next))}
        />
      ) : listed.length > 1 ? (
        <Choices
          label={`${where}: taken as`}
          value={value}
          options={listed.map((option) => [option.take, capitalised(option.words)] as const)}
          onChange={(next) => take(next, wordsOf(next))}
        />
      ) : (
        took !== '' && <p>Taken as: {took}</p>
      )}
      {other && <Other kind={other} take={(words) => take(words, words)} />}
      {chosen !== undefined ? (
        <p className={styles.decided}>
          <IconCircleCheck size={16} aria-hidden /> Decided
        </p>
      ) : (
        first && (
          <Button
            size="xs"
            variant="default"
            onClick={() => {
              take(first.take, first.words);
              goOn();
            }}
          >
            That is right
          </Button>
        )
      )}
    </li>
  );
}

const asked = {
  day: { label: 'The day that it means', hint: '31 March 2027', wrong: 'That is not a day.' },
  line: { label: 'Something else', hint: '', wrong: 'Type what it is.' },
  years: { label: 'Another period', hint: '2026-27', wrong: 'That is not a year or a span of years.' },
};

/** What is typed instead of the options. */
function Other({ kind, take }: { kind: NonNullable<Doubt['other']>; take(words: string): void }) {
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const { label, hint, wrong: words } = asked[kind];

  function submit(event: FormEvent) {
    event.preventDefault();
    const read = kind === 'day' ? readDay(typed) : kind === 'years' ? /^\s*20\d\d/.test(typed) && typed : typed.trim();
    setWrong(!read);
    if (!read) return;
    take(read);
    setTyped('');
  }

  return (
    <form className={styles.other} noValidate onSubmit={submit}>
      <LabelledInput
        label={label}
        value={typed}
        placeholder={hint}
        maxLength={300}
        autoComplete="off"
        wrong={wrong ? words : undefined}
        onChange={setTyped}
      />
      <Button type="submit" size="xs" variant="default" className={styles.take}>
        Take this
      </Button>
    </form>
  );
}
