import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { newId } from '../../shared/id.ts';
import type { CheckResult } from '../../shared/plan/checks/all.ts';
import type { Check, Finding } from '../../shared/plan/checks/check.ts';
import { leaveSo, takeUpAgain } from '../../shared/plan/checks/leave-so.ts';
import { conflictName } from '../../shared/plan/conflict-name.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { listed } from '../../shared/plan/names.ts';
import { edit, editPlan, perform } from '../commands.ts';
import { flushDrafts } from '../fields/draft.ts';
import { allOpenInWords, checked, openFindings } from '../plan/checked.ts';
import { goToPlace } from '../plan/go-to-place.ts';
import { useStore } from '../store.ts';
import { PopupForm } from '../ui/popup-form.tsx';
import { count } from '../ui/words.ts';
import styles from './checks.module.css';

/** What stands between the plan and its publication: each finding leads to where it can be mended. */
export function ChecksPage({ plan }: { plan: Plan }) {
  const results = checked(plan);
  const found = results.filter(({ findings }) => findings.length > 0);
  const clear = results.filter(({ findings }) => findings.length === 0);
  const left = results.filter((result) => result.left.length > 0);
  const open = openFindings(plan);
  const heading = useRef<HTMLHeadingElement>(null);
  const toTop = () => heading.current?.focus();
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        Checks
      </h1>
      {found.length === 0 ? (
        <p className={styles.nothing}>
          <IconCircleCheck size={22} stroke={1.75} aria-hidden /> Nothing was found that stands between this plan and
          its publication.
        </p>
      ) : (
        <p className={styles.sum}>
          Before this plan is published: {allOpenInWords(open)}. You decide; a plan can be exported as it is.
        </p>
      )}
      <Undecided />
      <Group title="To mend" weight="mend" results={found} toTop={toTop} />
      <Group title="To look at" weight="look" results={found} toTop={toTop} />
      {left.length > 0 && <LeftSo results={left} />}
      {clear.length > 0 && <Clear results={clear} />}
    </>
  );
}

/** What stays in conflict after copies were brought together, until somebody decides. */
function Undecided() {
  const plan = useStore((state) => state.open?.plan);
  const conflicts = useStore((state) => state.open?.conflicts);
  if (!plan || !conflicts || conflicts.length === 0) return null;
  return (
    <section className={styles.check} aria-labelledby="undecided">
      <h2 id="undecided" className={styles.group}>
        Two people said different things <span className={styles.number}>{conflicts.length}</span>
      </h2>
      <p className={styles.why}>The plan shows the first of each until it is decided, and an exported file says so.</p>
      <ul className={styles.list}>
        {conflicts.map(({ kind, id, field, others }) => (
          <li key={`${id} ${field}`} className={styles.finding}>
            <button type="button" className={styles.words} onClick={() => perform('copies')}>
              {conflictName(plan, { kind, id, field })}: {listed(others)} wrote something else.
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface GroupProps {
  title: string;
  weight: Check['weight'];
  results: CheckResult[];
  toTop(): void;
}

function Group({ title, weight, results, toTop }: GroupProps) {
  const own = results.filter(({ check }) => check.weight === weight);
  if (own.length === 0) return null;
  return (
    <section aria-labelledby={`checks-${weight}`}>
      <h2 id={`checks-${weight}`} className={styles.group}>
        {title}
      </h2>
      {own.map((result) => (
        <Found key={result.check.id} result={result} toTop={toTop} />
      ))}
    </section>
  );
}

/** How many findings of one check are shown before one asks for more. */
const few = 8;

function Found({ result: { check, findings }, toTop }: { result: CheckResult; toTop(): void }) {
  const [all, setAll] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const shown = all ? findings : findings.slice(0, few);

  /** What was dealt with is gone from the list: the keyboard goes on with the next. */
  function goOn(index: number): void {
    setTimeout(() => {
      const rest = [...(list.current?.querySelectorAll<HTMLElement>('[data-finding]') ?? [])];
      const next = rest[index] ?? rest.at(-1);
      if (next) next.focus();
      else toTop();
    });
  }

  return (
    <section className={styles.check} aria-labelledby={`check-${check.id}`}>
      <h3 id={`check-${check.id}`}>
        {check.title} <span className={styles.number}>{findings.length}</span>
      </h3>
      <p className={styles.why}>
        {check.why}
        {check.source && (
          <span title={check.source.url}>
            {' '}
            ({check.source.publisher}: {check.source.title})
          </span>
        )}
      </p>
      <ul ref={list} className={styles.list}>
        {shown.map((finding, index) => (
          <FindingItem key={keyOf(finding)} check={check} finding={finding} goOn={() => goOn(index)} />
        ))}
      </ul>
      {shown.length < findings.length && (
        <Button size="compact-sm" variant="subtle" onClick={() => setAll(true)}>
          Show all {findings.length}
        </Button>
      )}
    </section>
  );
}

interface FindingItemProps {
  check: Check;
  finding: Finding;
  goOn(): void;
}

function FindingItem({ check, finding, goOn }: FindingItemProps) {
  const { words, fix, place } = finding;
  const [reason, setReason] = useState('');

  async function mend(): Promise<void> {
    await flushDrafts();
    if (fix && (await edit(fix))) goOn();
  }

  async function leave(): Promise<boolean> {
    if (reason.trim() === '') return false;
    const done = await editPlan((now) => leaveSo(now, check, finding, reason, newId));
    if (done) goOn();
    return done;
  }

  return (
    <li className={styles.finding}>
      <button type="button" className={styles.words} data-finding onClick={() => goToPlace(place)}>
        {words}
      </button>
      <span className={styles.ways}>
        {fix && (
          <Button
            size="xs"
            variant="light"
            title={fix.label}
            aria-label={`Mend it: ${fix.label}`}
            onClick={() => void mend()}
          >
            Mend it
          </Button>
        )}
        <PopupForm
          words="Leave it so…"
          name={`Leave it so: ${words}`}
          label="Leave it so"
          submit="Leave it so"
          onSubmit={leave}
        >
          <label>
            Why it is right as it is
            <input value={reason} maxLength={2_000} required onChange={({ target }) => setReason(target.value)} />
          </label>
          <p className="quiet small">It is kept in the plan for whoever looks at it next, and never published.</p>
        </PopupForm>
      </span>
    </li>
  );
}

/** The decisions that were made, each to be taken back. */
function LeftSo({ results }: { results: CheckResult[] }) {
  const number = results.reduce((sum, { left }) => sum + left.length, 0);
  return (
    <details className={styles.more}>
      <summary>{number === 1 ? '1 finding was left as it is' : `${number} findings were left as they are`}</summary>
      <ul className={styles.list}>
        {results.flatMap(({ check, left }) =>
          left.map(({ finding, reason }) => (
            <li key={check.id + keyOf(finding)} className={styles.finding}>
              <span>
                <button type="button" className={styles.words} onClick={() => goToPlace(finding.place)}>
                  {finding.words}
                </button>
                <span className={styles.reason}>{reason || 'No reason was given.'}</span>
              </span>
              <span className={styles.ways}>
                <Button
                  size="xs"
                  variant="default"
                  aria-label={`Take up again: ${finding.words}`}
                  onClick={() => void editPlan((now) => takeUpAgain(now, check, finding))}
                >
                  Take up again
                </Button>
              </span>
            </li>
          )),
        )}
      </ul>
    </details>
  );
}

function Clear({ results }: { results: CheckResult[] }) {
  return (
    <details className={styles.more}>
      <summary>{count(results.length, 'check')} found nothing to be done</summary>
      <dl className={styles.clear}>
        {results.map(({ check: { id, title, why } }) => (
          <div key={id}>
            <dt>{title}</dt>
            <dd>{why}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function keyOf({ place: { kind, id, field, block, start } }: Finding): string {
  return [kind, id, field, block, start].join('/');
}
