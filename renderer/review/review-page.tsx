import { Button } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { type KeyboardEvent as KeyStroke, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { indicatorSet } from '../../shared/indicator-sets.ts';
import { messageFor } from '../../shared/messages.ts';
import { about } from '../../shared/recognise/choices.ts';
import { placeName, type WordPlace } from '../../shared/recognise/document.ts';
import type { Doubt, Fact } from '../../shared/recognise/draft.ts';
import { current, useStore } from '../store.ts';
import { announce } from '../ui/announce.ts';
import { HelpButton } from '../ui/help-button.tsx';
import { NoticeBar } from '../ui/notice.tsx';
import { count } from '../ui/words.ts';
import { Columns } from './columns.tsx';
import { Doubts } from './doubts.tsx';
import { LeftOvers } from './left-over.tsx';
import { ReadList } from './read-list.tsx';
import { factsAt, type Read } from './reading.ts';
import styles from './review.module.css';
import { giveUp, leave, makePlan, otherWord, type Review, stepInReview } from './reviewing.ts';
import { Whole } from './whole.tsx';
import { WordView } from './word-view.tsx';

type Tab = 'doubts' | 'columns' | 'read' | 'over';

/** A Word file on the left as it stands, on the right what is made of it; what is chosen is read again. */
export function ReviewPage({ review }: { review: Review }) {
  const { file, document, reading } = review;
  const { read, problem, mapping } = reading;
  const [tab, setTab] = useState<Tab>(() => (!read ? 'columns' : read.open.length > 0 ? 'doubts' : 'read'));
  const [selected, setSelected] = useState<readonly WordPlace[]>([]);
  /** By the name that holds for the next reading too. */
  const [record, setRecord] = useState<string>();
  const [doubt, setDoubt] = useState<string>();
  /** What was made of the place that was chosen, where it is not to be seen on the right. */
  const [said, setSaid] = useState('');
  const [shown, setShown] = useState({ word: 0, read: 0 });
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const numbers = useMemo(
    () =>
      read ? (indicatorSet(read.plan.standard, read.plan.edition)?.indicators ?? []).map((each) => each.number) : [],
    [read],
  );

  /** Shows on the left where something stands. */
  function look(places: readonly WordPlace[], of?: string): void {
    setSelected(places);
    setSaid('');
    setRecord(of && read?.keys[of]);
    setShown({ ...shown, word: shown.word + 1 });
  }

  function lookAtDoubt(each: Doubt): void {
    setTab('doubts');
    setDoubt(each.about);
    look(each.at);
  }

  /** Shows on the right what was made of a place. */
  function select(place: WordPlace): void {
    setSelected([place]);
    setRecord(undefined);
    const name = placeName([place]);
    const open = read?.open.find((each) => each.at.some((other) => placeName([other]) === name));
    const kinds = read ? factsAt(read, [place]).map(({ kind }) => kind) : [];
    const column = mapping.columns.find((each) => each.at.some((other) => placeName([other]) === name));
    const here = kinds.includes('indicator') || kinds.includes('action');
    setSaid(here || open || column ? '' : wordsFor(kinds[0]));
    if (open && tab === 'doubts') setDoubt(open.about);
    else if (here) {
      setTab('read');
      setShown({ ...shown, read: shown.read + 1 });
    } else if (column) setTab('columns');
    else announce(wordsFor(kinds[0]));
  }

  /** F8 and Shift+F8 go among those that are open; where there are none, among all. */
  function stepThroughDoubts(step: 1 | -1): void {
    const doubts = read?.doubts ?? [];
    const among = read?.open.length ? read.open : doubts;
    const here = doubts.findIndex((each) => each.about === doubt);
    const rest = step === 1 ? doubts.slice(here + 1) : doubts.slice(0, Math.max(0, here)).reverse();
    const next = rest.find((each) => among.includes(each)) ?? (step === 1 ? among[0] : among.at(-1));
    if (next) goTo(next);
    else announce('Nothing is in doubt.');
  }

  /** Goes on after a decision, with the next doubt that is open; where there is none left, with the tabs. */
  function goOn(decided: string): void {
    const at = read?.doubts.findIndex((each) => each.about === decided) ?? -1;
    const rest = read?.open.filter((each) => each.about !== decided) ?? [];
    const next = read?.doubts.slice(at + 1).find((each) => rest.includes(each)) ?? rest[0];
    if (next && decided !== 'all') goTo(next);
    else focusSoon('#review-doubts');
  }

  function goTo(next: Doubt): void {
    lookAtDoubt(next);
    announce(`${next.where}: ${next.found}. Taken as: ${next.took}`);
    focusSoon(`${here} :is(input:checked, select)`, `${here} :is(input, button:last-child)`);
  }

  function key(event: KeyboardEvent): void {
    const { key: name, ctrlKey, altKey, shiftKey, target } = event;
    const typing = target instanceof HTMLInputElement && target.type === 'text' && target.dataset.draft === 'true';
    if (current().dialog !== null) return;
    const step = ctrlKey && !altKey && !typing ? undoKey(name.toLowerCase(), shiftKey) : undefined;
    if (name === 'F8') stepThroughDoubts(shiftKey ? -1 : 1);
    else if (step) stepInReview(step);
    else if (name === 'Escape') leave();
    else return;
    event.preventDefault();
  }
  const latest = useRef(key);
  latest.current = key;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => latest.current(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);

  const tabs: Record<Tab, { label: string; content: ReactNode }> = {
    doubts: {
      label: `Doubts${read ? ` (${read.open.length})` : ''}`,
      content: read && <Doubts doubts={read.doubts} at={doubt} look={lookAtDoubt} goOn={goOn} />,
    },
    columns: {
      label: 'Plan and columns',
      content: (
        <>
          {read && <Whole read={read} />}
          <Columns reading={reading} numbers={numbers} look={look} />
        </>
      ),
    },
    read: {
      label: 'Actions',
      content: read && (
        <ReadList
          read={read}
          numbers={numbers}
          at={selected}
          record={record && idOf(read, record)}
          shown={shown.read}
          look={look}
        />
      ),
    },
    over: {
      label: `Left over${read ? ` (${read.leftOver.length})` : ''}`,
      content: read && (
        <LeftOvers leftOver={read.leftOver} kept={reading.choices.get(about.leftOver) === 'keep'} look={look} />
      ),
    },
  };

  return (
    <div className={styles.page}>
      <title>{`${file} – bring in – WRES Planner`}</title>
      <header className={styles.band}>
        <div>
          <h1 ref={heading} tabIndex={-1}>
            Bring in {file}
          </h1>
          <p className={styles.purpose}>
            On the left the file as it stands, on the right the plan that is read from it. The file stays as it is.
          </p>
        </div>
        <HelpButton className={styles.help} size={36} />
      </header>
      <main className={styles.panes}>
        <section className={styles.word} data-pane tabIndex={-1} aria-label="The file">
          <WordView
            document={document}
            selected={selected}
            marks={read?.marks ?? noMarks}
            shown={shown.word}
            select={select}
          />
        </section>
        <section className={styles.read} data-pane tabIndex={-1} aria-label="What is read from it">
          <NoticeBar />
          {problem && <Problem {...messageFor(problem.code, problem.details)} />}
          {said && <p className={styles.said}>{said}</p>}
          <Tabs tabs={tabs} tab={tab} choose={setTab} />
          <div
            role="tabpanel"
            id="review-panel"
            aria-labelledby={`review-${tab}`}
            className={tab === 'read' ? styles.filled : styles.panel}
          >
            {tabs[tab].content ?? <p className={styles.empty}>First choose which column has the actions.</p>}
          </div>
        </section>
      </main>
      <Foot review={review} />
    </div>
  );
}

const noMarks = new Map();
const here = '[data-doubt][data-here="true"]';

/** Gives the keyboard to the first that is found, once it is drawn. */
function focusSoon(...selectors: string[]): void {
  requestAnimationFrame(() => {
    for (const selector of selectors) {
      const found = window.document.querySelector<HTMLElement>(selector);
      if (found) return found.focus();
    }
  });
}

function idOf({ keys }: Read, key: string): string | undefined {
  return Object.keys(keys).find((id) => keys[id] === key);
}

function wordsFor(kind: Fact['kind'] | undefined): string {
  if (kind === 'plan') return 'This is read as the title of the plan.';
  if (kind === 'scale') return 'This is read as the key to the ratings.';
  return kind === 'section' ? 'This is read into the introduction or the closing pages.' : 'Nothing was made of this.';
}

function undoKey(key: string, shift: boolean): 'undo' | 'redo' | undefined {
  if (key === 'z') return shift ? 'redo' : 'undo';
  return key === 'y' ? 'redo' : undefined;
}

function Problem({ happened }: { happened: string }) {
  return (
    <p className={styles.problem}>
      {happened} If it is there after all, choose below which column has the actions: it is read again at once.
    </p>
  );
}

interface TabsProps {
  tabs: Record<Tab, { label: string }>;
  tab: Tab;
  choose(tab: Tab): void;
}

function Tabs({ tabs, tab, choose }: TabsProps) {
  const row = useRef<HTMLDivElement>(null);
  const names = Object.keys(tabs) as Tab[];

  function step(event: KeyStroke): void {
    const to = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = names.at((names.indexOf(tab) + to) % names.length) as Tab;
    choose(next);
    row.current?.querySelector<HTMLElement>(`#review-${next}`)?.focus();
  }

  return (
    <div ref={row} role="tablist" aria-label="What is read from the file" className={styles.tabs} onKeyDown={step}>
      {names.map((each) => (
        <button
          key={each}
          type="button"
          role="tab"
          id={`review-${each}`}
          aria-selected={each === tab}
          aria-controls="review-panel"
          tabIndex={each === tab ? 0 : -1}
          onClick={() => choose(each)}
        >
          {tabs[each].label}
        </button>
      ))}
    </div>
  );
}

function Foot({ review }: { review: Review }) {
  const busy = useStore((state) => state.busy);
  const {
    steps,
    at,
    file,
    reading: { read },
  } = review;
  return (
    <footer className={styles.foot}>
      <Button size="md" disabled={!read || busy !== null} onClick={() => read && makePlan(read.plan, file)}>
        Make the plan…
      </Button>
      <Button size="md" variant="default" onClick={() => void otherWord()}>
        Another file…
      </Button>
      <Button size="md" variant="default" onClick={giveUp}>
        Cancel
      </Button>
      <p className={styles.sum}>
        {read
          ? `${count(read.plan.indicators.length, 'indicator')}, ${count(read.plan.actions.length, 'action')}, ${count(read.plan.people.length, 'lead')}; ${
              read.open.length === 0
                ? 'nothing to decide'
                : `${count(read.open.length, 'doubt')} to decide, if you wish`
            }`
          : 'There is no plan to make until a column has the actions.'}
      </p>
      <Button
        size="md"
        variant="default"
        leftSection={<IconArrowBackUp size={18} aria-hidden />}
        disabled={at === 0}
        onClick={() => stepInReview('undo')}
        aria-keyshortcuts="Control+Z"
      >
        Undo
      </Button>
      <Button
        size="md"
        variant="default"
        leftSection={<IconArrowForwardUp size={18} aria-hidden />}
        disabled={at === steps.length}
        onClick={() => stepInReview('redo')}
        aria-keyshortcuts="Control+Y"
      >
        Redo
      </Button>
    </footer>
  );
}
