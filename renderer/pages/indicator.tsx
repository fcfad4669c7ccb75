import { useRef } from 'react';
import { shortName, term } from '../../shared/layout/sheet.ts';
import { lookUp } from '../../shared/plan/look-up.ts';
import type { Indicator, Plan } from '../../shared/plan/model.ts';
import { DueField } from '../fields/due-field.tsx';
import { LeadsField } from '../fields/leads-field.tsx';
import { RatingField } from '../fields/rating-field.tsx';
import { useArrival } from '../plan/go-to-place.ts';
import { Actions } from './actions.tsx';
import styles from './indicator.module.css';
import { InternalNotes } from './internal-notes.tsx';
import { RowMenu } from './row-menu.tsx';
import texts from './texts.module.css';
import { type TextOf, Texts } from './texts.tsx';
import { Updates } from './updates.tsx';
import { Wording } from './wording.tsx';

/** One indicator: what is asked, what the data says, what it is to come to, and what is being done about it. */
export function IndicatorPage({ plan, id }: { plan: Plan; id: string }) {
  const indicator = lookUp(plan).indicator(id);
  if (!indicator) return <h1 tabIndex={-1}>This {term(plan).toLowerCase()} is not in the plan any more.</h1>;
  return <Fields key={id} plan={plan} indicator={indicator} />;
}

/** The actions that belong to no one indicator. */
export function WholePlanPage({ plan }: { plan: Plan }) {
  return (
    <>
      <h1 tabIndex={-1}>Whole plan</h1>
      <p className="quiet">What the Trust does for all {term(plan).toLowerCase()}s together.</p>
      <Actions plan={plan} indicator={undefined} />
    </>
  );
}

const textFields: readonly TextOf<'narrative' | 'gaps' | 'objective' | 'measure' | 'outcome'>[] = [
  { field: 'narrative', label: 'What the data says', add: 'Add what the data says', long: true },
  { field: 'gaps', label: 'Gaps', add: 'Add the gaps', long: true },
  { field: 'objective', label: 'Objective', add: 'Add an objective' },
  { field: 'measure', label: 'Measure', add: 'Add a measure' },
  { field: 'outcome', label: 'Outcome', add: 'Add an outcome' },
];

function Fields({ plan, indicator }: { plan: Plan; indicator: Indicator }) {
  const name = shortName(plan, indicator);
  const edited = { kind: 'indicator', id: indicator.id, name } as const;
  const heading = useRef<HTMLHeadingElement>(null);
  useArrival({ kind: 'indicator', id: indicator.id }, () => heading.current?.focus());
  return (
    <>
      <div className="heading-row">
        <h1 ref={heading} className={styles.title} tabIndex={-1}>
          {name}
        </h1>
        <div className={styles.tools}>
          <RatingField plan={plan} edited={edited} own={indicator.rating} />
          {indicator.number === null && <RowMenu plan={plan} indicator={indicator} />}
        </div>
      </div>
      <Wording plan={plan} indicator={indicator} edited={edited} />
      <Texts edited={edited} record={indicator} texts={textFields} />
      <section className={styles.defaults} aria-labelledby="defaults">
        <h2 id="defaults" className={texts.label}>
          For its actions, where they say nothing else
        </h2>
        <div className={styles.pairs}>
          <span className={styles.label}>Leads</span>
          <LeadsField plan={plan} edited={edited} own={indicator.leads} />
          <span className={styles.label}>Due</span>
          <DueField plan={plan} edited={edited} own={indicator.due} />
        </div>
      </section>
      <section className={styles.progress} aria-labelledby="progress">
        <h2 id="progress" className={texts.label}>
          Progress
        </h2>
        <Updates plan={plan} of={edited} updates={indicator.updates} />
      </section>
      <InternalNotes edited={edited} value={indicator.notes} />
      <Actions plan={plan} indicator={indicator} />
    </>
  );
}
