import { Button } from '@mantine/core';
import { indicatorWording } from '../../shared/indicator-sets.ts';
import { shortName } from '../../shared/layout/sheet.ts';
import { longDate } from '../../shared/plan/due.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { overviewInWords, overviewOf } from '../../shared/plan/overview.ts';
import { perform } from '../commands.ts';
import { change, useStore } from '../store.ts';
import { today } from '../ui/words.ts';
import { CopiesBeside } from './copies-beside.tsx';
import styles from './overview.module.css';
import { Attention } from './overview-attention.tsx';
import { Changes } from './overview-changes.tsx';
import { RatingsPicture } from './overview-ratings.tsx';

const standardNames = { WRES: 'Workforce Race Equality Standard', WDES: 'Workforce Disability Equality Standard' };
const statusNames = { draft: 'Draft', approved: 'Approved', published: 'Published' };

/** How the plan stands: in words, as a picture, what needs someone, and what was done lately. Each item leads there. */
export function OverviewPage({ plan }: { plan: Plan }) {
  const sample = useStore((state) => state.open?.sample);
  const overview = overviewOf(plan, today());
  return (
    <>
      <h1 tabIndex={-1}>{plan.title}</h1>
      <p className={styles.what}>
        {plan.trust.name} · {standardNames[plan.standard]}, {plan.edition} edition · {longDate(plan.period.from)} to{' '}
        {longDate(plan.period.to)} · {statusNames[plan.status]}
      </p>
      {sample && (
        <p className={styles.sample}>
          This is a sample: the Trust does not exist, and the plan is yours to try things on. Change a rating or a date,
          look at the preview, export it.{' '}
          <Button size="compact-sm" variant="light" onClick={() => perform('export')}>
            Export it to Word
          </Button>
        </p>
      )}
      <CopiesBeside />
      {overview.actions === 0 ? (
        <Begin plan={plan} />
      ) : (
        <>
          <p className={styles.words}>{overviewInWords(overview).join(' ')}</p>
          <RatingsPicture plan={plan} overview={overview} />
          <Attention overview={overview} />
        </>
      )}
      <Changes plan={plan} />
    </>
  );
}

/** Of a plan without actions: where to begin. */
function Begin({ plan }: { plan: Plan }) {
  return (
    <section aria-labelledby="begin">
      <h2 id="begin" className={styles.heading}>
        Where to begin
      </h2>
      <p className={styles.teach}>
        Choose an indicator, say what its data shows, and add what the Trust will do about it. How the plan stands is
        shown here as soon as it has actions.
      </p>
      <ul className={styles.begin}>
        {plan.indicators.map((indicator) => (
          <li key={indicator.id}>
            <button
              type="button"
              className={styles.link}
              onClick={() => change({ place: { page: 'indicator', id: indicator.id }, notice: null })}
            >
              {shortName(plan, indicator)}
            </button>
            {indicator.number !== null && <span className={styles.wording}>{indicatorWording(plan, indicator)}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
