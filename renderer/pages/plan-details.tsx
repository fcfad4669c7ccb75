import { Button } from '@mantine/core';
import { useState } from 'react';
import { wordingChanges } from '../../shared/indicator-sets/wording-changes.ts';
import { layoutOf } from '../../shared/layout/layouts-of.ts';
import { longDate } from '../../shared/plan/due.ts';
import { setPeriod } from '../../shared/plan/edits/period.ts';
import { setField } from '../../shared/plan/edits/set-field.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { counted, listed } from '../../shared/plan/names.ts';
import { editPlan } from '../commands.ts';
import type { Edited } from '../fields/edited.ts';
import { TextField } from '../fields/text-field.tsx';
import { LayoutChoices } from '../preview/layout-choices.tsx';
import { change } from '../store.ts';
import formStyles from '../ui/form.module.css';
import { Choices, FormRow, Note } from '../ui/form.tsx';
import { today } from '../ui/words.ts';
import { EditionField } from './edition-field.tsx';
import { PeriodField, wrongPeriod } from './period-field.tsx';
import styles from './plan-details.module.css';
import { RatingScaleEditor } from './rating-scale.tsx';
import { TermField } from './term-field.tsx';

const standardNames = { WRES: 'Workforce Race Equality Standard', WDES: 'Workforce Disability Equality Standard' };

/** What holds for the plan as a whole: whose it is, of which edition and period, in which words, and how it rates. */
export function PlanDetailsPage({ plan }: { plan: Plan }) {
  const edited: Edited<'plan'> = { kind: 'plan', id: plan.id, name: 'the plan' };
  return (
    <>
      <h1 tabIndex={-1}>Plan details</h1>
      <div className={styles.rows}>
        <FormRow title="Title">
          <TextField edited={edited} field="title" label="Title" value={plan.title} />
        </FormRow>
        <FormRow title="Trust">
          <div className={styles.trust}>
            <Labelled label="Name, as it is published">
              <TextField edited={edited} field="trustName" label="Name of the Trust" value={plan.trust.name} />
            </Labelled>
            <Labelled label="Short name, for the window and the file">
              <TextField
                edited={edited}
                field="trustShortName"
                label="Short name of the Trust"
                value={plan.trust.shortName}
                placeholder="Add a short name"
              />
            </Labelled>
          </div>
        </FormRow>
        <FormRow title="Standard">
          <p>{standardNames[plan.standard]}</p>
          <Edition plan={plan} />
        </FormRow>
        <FormRow title="Period">
          <Period plan={plan} />
        </FormRow>
        <FormRow title="Status">
          <Choices
            label="Status"
            inline
            value={plan.status}
            options={[
              ['draft', 'Draft'],
              ['approved', 'Approved'],
              ['published', 'Published'],
            ]}
            onChange={(status) => void editPlan((now) => setField(now, 'plan', now.id, 'status', status))}
          />
        </FormRow>
        <FormRow title="Terms">
          <Terms plan={plan} edited={edited} />
        </FormRow>
        <FormRow title="Layout">
          <div className={styles.layouts}>
            <LayoutChoices
              legend="In which the plan is previewed and published"
              plan={plan}
              asAt={today()}
              chosen={layoutOf(plan).id}
              choose={(layout) => void editPlan((now) => setField(now, 'plan', now.id, 'layout', layout))}
            />
          </div>
        </FormRow>
      </div>
      <RatingScaleEditor plan={plan} />
    </>
  );
}

function Labelled({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className={styles.labelled}>
      <span className={formStyles.label} aria-hidden>
        {label}
      </span>
      {children}
    </div>
  );
}

/** Another edition words some indicators otherwise: that is shown before it is taken. */
function Edition({ plan }: { plan: Plan }) {
  const [next, setNext] = useState(plan.edition);
  const [seen, setSeen] = useState(plan.edition);
  if (seen !== plan.edition) {
    setSeen(plan.edition);
    setNext(plan.edition);
  }
  const changes = next === plan.edition ? [] : wordingChanges(plan.standard, plan.edition, next);
  const reworded = changes.filter(({ number }) =>
    plan.indicators.some((each) => each.number === number && each.wording.trim() === ''),
  );
  return (
    <>
      <EditionField standard={plan.standard} edition={next} onChange={setNext} />
      {next !== plan.edition && (
        <section className={styles.ahead} aria-label={`What the edition of ${next} changes`}>
          <p>
            {reworded.length === 0
              ? 'No indicator of this plan would be worded otherwise.'
              : `${counted(reworded.length, 'indicator')} would be worded otherwise. Those with words of this plan’s own keep them.`}
          </p>
          <div className={styles.ways}>
            <Button size="xs" onClick={() => void editPlan((now) => setField(now, 'plan', now.id, 'edition', next))}>
              Take the edition of {next}
            </Button>
            <Button size="xs" variant="default" onClick={() => setNext(plan.edition)}>
              Stay with {plan.edition}
            </Button>
          </div>
          <dl className={styles.wordings}>
            {reworded.map(({ number, before, after }) => (
              <div key={number}>
                <dt>{number}</dt>
                <dd>
                  <del>{before ?? 'No wording is known'}</del>
                  <ins>{after ?? 'No wording is known: it is to be worded by hand'}</ins>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </>
  );
}

/** A new period moves the dates that are told by their quarter alone: that is said before it is set. */
function Period({ plan }: { plan: Plan }) {
  const [next, setNext] = useState(plan.period);
  const [seen, setSeen] = useState(plan.period);
  if (seen !== plan.period) {
    setSeen(plan.period);
    setNext(plan.period);
  }
  const wrong = wrongPeriod(next);
  const same = next.from === plan.period.from && next.to === plan.period.to && next.label === plan.period.label;
  const moved = same || wrong ? [] : setPeriod(plan, next).changes.filter(({ field }) => field === 'due');
  return (
    <>
      <PeriodField period={next} wrong={wrong} onChange={setNext} />
      {!same && !wrong && (
        <section className={styles.ahead} aria-label="What the period changes">
          <p>
            {moved.length === 0
              ? 'No date depends on it.'
              : `${counted(moved.length, 'date')} told by a quarter or a month alone would mean another day: ${datesOf(moved)}.`}
          </p>
          <div className={styles.ways}>
            <Button size="xs" onClick={() => void editPlan((now) => setPeriod(now, next))}>
              Set the period to {next.label}
            </Button>
            <Button size="xs" variant="default" onClick={() => setNext(plan.period)}>
              Leave it at {plan.period.label}
            </Button>
          </div>
        </section>
      )}
    </>
  );
}

/** "Q3 (31 December 2027)": each text once. */
function datesOf(moved: { value: unknown }[]): string {
  const dues = moved.map(({ value }) => value as { text: string; date?: string });
  return listed([...new Set(dues.map(({ text, date }) => `${text}${date ? ` (${longDate(date)})` : ''}`))], 6);
}

function Terms({ plan, edited }: { plan: Plan; edited: Edited<'plan'> }) {
  const { bme = 'BME', indicator = 'Indicator' } = plan.terms ?? {};
  const set = (field: 'termBme' | 'termIndicator') => (term: string) =>
    void editPlan((now) => setField(now, 'plan', now.id, field, term));
  return (
    <>
      {plan.standard === 'WRES' && (
        <>
          <TermField
            label="The people that the standard is about"
            usual={['BME', 'BAME']}
            value={bme}
            onChange={set('termBme')}
          >
            <TextField edited={edited} field="termBme" label="Term for the people" value={bme} />
          </TermField>
          <Note>
            Your texts stay as you wrote them: <CheckLink /> shows where they say it otherwise, and puts it right if you
            wish. The standard’s own wording keeps its words.
          </Note>
        </>
      )}
      <TermField
        label="What the standard asks about"
        usual={['Indicator', 'Metric']}
        value={indicator}
        onChange={set('termIndicator')}
      >
        <TextField edited={edited} field="termIndicator" label="Term for an indicator" value={indicator} />
      </TermField>
      <Note>
        Headings in the app and in every layout say “{indicator} 1”, “{indicator} 2” and so on.
      </Note>
    </>
  );
}

function CheckLink() {
  return (
    <button type="button" className={styles.link} onClick={() => change({ place: { page: 'checks' }, notice: null })}>
      Checks
    </button>
  );
}
