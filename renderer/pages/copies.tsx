import { Button } from '@mantine/core';
import { IconFileImport, IconShare2 } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { PlanView, ReviewView } from '../../shared/ipc/contract.ts';
import type { ConflictTold, KeptTold, Stretch, Told } from '../../shared/log/told.ts';
import { recordsOf } from '../../shared/plan/existing.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { capitalised, listed } from '../../shared/plan/names.ts';
import { callApp } from '../api.ts';
import { perform } from '../commands.ts';
import { placeKey } from '../fields/edited.ts';
import { senderMessage } from '../plan/sender.ts';
import { attempt, useStore } from '../store.ts';
import { announce } from '../ui/announce.ts';
import { ToldList } from '../ui/told-list.tsx';
import { count, dayAndTime, uncapitalised } from '../ui/words.ts';
import { ConflictCard, DecidedLine } from './conflict-card.tsx';
import styles from './copies.module.css';
import type { Standing } from './decision-card.tsx';
import { KeptCard } from './kept-card.tsx';
import { SharedWith } from './shared-with.tsx';

/** Copies that go out and come back: what came in, what is to be decided, and who still has one. */
export function CopiesPage({ plan, stretch }: { plan: Plan; stretch: Stretch | undefined }) {
  const [review, setReview] = useState<ReviewView | null>(null);
  const { after, upTo } = stretch ?? {};
  const conflicts = useStore((state) => state.open?.conflicts);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each edit may decide something, also for what is in the plan
  useEffect(() => {
    let here = true;
    void attempt(async () => {
      const found = await callApp('review', { stretch: after && upTo ? { after, upTo } : null });
      if (here) setReview(found);
    });
    return () => {
      here = false;
    };
  }, [after, upTo, plan, conflicts]);
  return (
    <>
      <div className="heading-row">
        <h1 tabIndex={-1}>Copies and conflicts</h1>
        <div className={styles.ways}>
          <Button
            size="sm"
            variant="default"
            leftSection={<IconFileImport size={18} aria-hidden />}
            onClick={() => perform('bringIn')}
          >
            Bring in a colleague’s copy…
          </Button>
          <Button
            size="sm"
            variant="default"
            leftSection={<IconShare2 size={18} aria-hidden />}
            onClick={() => perform('share')}
          >
            Share…
          </Button>
        </div>
      </div>
      {review && <Review key={`${after} ${upTo}`} plan={plan} review={review} />}
      <SharedWith />
    </>
  );
}

function Review({ plan, review }: { plan: Plan; review: ReviewView }) {
  const { cameIn, conflicts, kept, broken } = review;
  const sentBy = useStore((state) => state.open?.sentBy ?? null);
  return (
    <>
      <p className={styles.what}>{summary(review, sentBy)}</p>
      <ToDecide plan={plan} conflicts={conflicts} kept={kept} />
      {broken.length > 0 && (
        <section className={styles.section} aria-labelledby="broken">
          <h2 id="broken">To be put right</h2>
          <ul className={styles.list}>
            {broken.map((sentence) => (
              <li key={sentence} className={styles.item}>
                {sentence}
              </li>
            ))}
          </ul>
        </section>
      )}
      {cameIn && (
        <section className={styles.section} aria-labelledby="came-in">
          <h2 id="came-in">What came in</h2>
          {[...Map.groupBy(cameIn.changes, whoseIs)].map(([author, changes]) => (
            <section key={author} className={styles.person} aria-label={`What came in from ${author}`}>
              <h3>
                {author} <span className={styles.count}>{count(changes.length, 'change')}</span>
              </h3>
              <ToldList changes={changes} level={4} />
            </section>
          ))}
          {cameIn.changes.length === 0 && (
            <p className={styles.what}>Nothing in the plan reads otherwise than before.</p>
          )}
        </section>
      )}
    </>
  );
}

function whoseIs({ by }: Told): string {
  return by?.author ?? 'Several people together';
}

function summary({ cameIn }: ReviewView, sentBy: PlanView['sentBy']): string {
  if (!cameIn && sentBy) {
    const { happened, safe, next } = senderMessage(sentBy);
    return [happened, safe, next].join(' ');
  }
  if (!cameIn)
    return 'No copy was brought in yet. When a colleague sends your plan back, bring their file in: what they changed comes into yours, and where both of you changed the same thing, you decide.';
  const by = listed(cameIn.by.map(({ author, edits }) => `${count(edits, 'edit')} by ${author}`));
  const copy = capitalised(cameIn.label.replace(/^Bring in /, ''));
  const when = cameIn.at ? `, brought in ${uncapitalised(dayAndTime(cameIn.at, new Date()))}` : '';
  return `${copy}${when}: ${count(cameIn.changes.length, 'change')} came in${by && ` (${by})`}.`;
}

type Pending =
  | { key: string; conflict: ConflictTold; kept?: never }
  | { key: string; kept: KeptTold; conflict?: never };

interface ToDecideProps {
  plan: Plan;
  conflicts: readonly ConflictTold[];
  kept: readonly KeptTold[];
}

/** Those that were decided while one is here stay as a line, so that nothing jumps away from under the hand. */
function ToDecide({ plan, conflicts, kept }: ToDecideProps) {
  const [seen, setSeen] = useState<readonly Pending[]>([]);
  const [editing, setEditing] = useState<string | null>(null);
  const section = useRef<HTMLElement>(null);
  const pending: Pending[] = [
    ...conflicts.map((conflict) => ({ key: placeKey(conflict.place), conflict })),
    ...kept.map((each) => ({ key: `${each.place.kind} ${each.place.id}`, kept: each })),
  ];
  const open = new Map(pending.map((each) => [each.key, each]));
  const missing = pending.filter(({ key }) => !seen.some((each) => each.key === key));
  if (missing.length > 0) setSeen([...seen, ...missing]);
  const first = useRef(true);
  useEffect(() => {
    if (!first.current || seen.length === 0) return;
    first.current = false;
    cards(section.current)[0]?.focus();
  }, [seen]);
  if (seen.length === 0) return null;

  function goOn(from: number) {
    setEditing(null);
    setTimeout(() => {
      const all = cards(section.current);
      const next = all.find((card) => Number(card.dataset.number) > from) ?? all[0];
      if (next) next.focus();
      else {
        section.current?.querySelector('h2')?.focus();
        announce('Everything is decided.');
      }
    }, 60);
  }

  function step(from: number, by: 1 | -1) {
    const all = cards(section.current);
    const at = all.findIndex((card) => Number(card.dataset.number) === from);
    all.at((at + by) % all.length)?.focus();
  }

  return (
    <section ref={section} className={styles.section} aria-labelledby="to-decide">
      <h2 id="to-decide" tabIndex={-1} className={styles.heading}>
        {pending.length === 0 ? 'Everything is decided' : `To decide: ${pending.length}`}
      </h2>
      <p className={styles.what}>
        {pending.length === 0
          ? 'The plan says what you chose. What was said otherwise is kept in its history. Send the plan back, so that your colleague has it too.'
          : 'The plan shows the first until you decide; that can wait. Press the number of what you want, or the arrow keys to go on.'}
      </p>
      {seen.map((each, index) => {
        const { key } = each;
        const { conflict, kept: its } = open.get(key) ?? each;
        if (!open.has(key) && editing !== key) {
          const { what, place } = conflict ?? its;
          const isThere = recordsOf(plan, place.kind).some(({ id }) => id === place.id);
          return <DecidedLine key={key} what={what} place={isThere ? place : null} />;
        }
        const standing: Standing = {
          number: index + 1,
          of: seen.length,
          goOn: () => goOn(index + 1),
          step: (by) => step(index + 1, by),
        };
        if (its) return <KeptCard key={key} kept={its} {...standing} />;
        return (
          <ConflictCard
            key={key}
            plan={plan}
            conflict={conflict}
            editing={editing === key}
            edit={() => setEditing(key)}
            {...standing}
          />
        );
      })}
    </section>
  );
}

function cards(section: HTMLElement | null): HTMLElement[] {
  return [...(section?.querySelectorAll<HTMLElement>('[data-conflict]') ?? [])];
}
