import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Measure, StandardIndicator } from '../../shared/indicator-sets/schema.ts';
import { standardIndicator } from '../../shared/indicator-sets.ts';
import type { Indicator, Plan } from '../../shared/plan/model.ts';
import { type Edited, placeKey } from '../fields/edited.ts';
import { TextField } from '../fields/text-field.tsx';
import texts from './texts.module.css';
import styles from './wording.module.css';

interface WordingProps {
  plan: Plan;
  indicator: Indicator;
  edited: Edited<'indicator'>;
}

/** What the indicator asks: in the edition's words, with whose words these are and what they mean, or in the plan's own. */
export function Wording({ plan, indicator, edited }: WordingProps) {
  const official = standardIndicator(plan, indicator.number);
  const [own, setOwn] = useState(false);
  const hasOwn = indicator.wording !== '' || own;
  if (indicator.number === null) {
    return (
      <div className={styles.wording}>
        <p className={texts.label} aria-hidden>
          Wording
        </p>
        <TextField
          edited={edited}
          field="wording"
          label="Wording"
          value={indicator.wording}
          empty=""
          placeholder="What this row is about"
        />
      </div>
    );
  }
  return (
    <div className={styles.wording}>
      {official?.wording && !hasOwn && (
        <p data-place={placeKey({ ...edited, field: 'wording' })}>{official.wording.text}</p>
      )}
      {!official?.wording && !hasOwn && (
        <p className="quiet">The {plan.edition} edition’s wording of this one is not known here.</p>
      )}
      {hasOwn && (
        <TextField
          edited={edited}
          field="wording"
          label="Wording"
          value={indicator.wording}
          empty=""
          autoFocus={own}
          placeholder={official?.wording?.text ?? 'How this plan words it'}
        />
      )}
      <p className={styles.source}>
        {hasOwn
          ? 'In this plan’s own words. Left empty, the standard’s are printed.'
          : `As the ${plan.edition} edition of the ${plan.standard} words it.`}
        {!hasOwn && (
          <button type="button" className={texts.add} onClick={() => setOwn(true)}>
            <IconPlus size={14} aria-hidden /> Word it your own way
          </button>
        )}
      </p>
      {official && <Guidance official={official} standard={plan.standard} hasOwn={hasOwn} />}
    </div>
  );
}

/** What the indicator measures, and which way it points. */
function Guidance({ official, standard, hasOwn }: { official: StandardIndicator; standard: string; hasOwn: boolean }) {
  const { wording, question, measure } = official;
  return (
    <details className={styles.guidance}>
      <summary>What it measures</summary>
      <dl>
        {wording && hasOwn && <Fact term={`The ${standard}’s words`}>{wording.text}</Fact>}
        {facts(measure).map(([term, words]) => (
          <Fact key={term} term={term}>
            {words}
          </Fact>
        ))}
        {question && (
          <Fact term="Survey question">
            {question.number} of the NHS Staff Survey
            {question.standing !== 'printed' && `, ${standings[question.standing]}`}
            {question.check && `. Look at it first: ${question.check}`}
          </Fact>
        )}
        {wording && (
          <Fact term="Words from">
            {wording.by === 'NHS England' ? '' : `${wording.by}’s reproduction: `}
            {wording.source.publisher}, {wording.source.title}
          </Fact>
        )}
        <Fact term="Measure from">
          {measure.source.publisher}, {measure.source.title}
        </Fact>
      </dl>
    </details>
  );
}

function Fact({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

const standings = {
  inferred: 'as follows from what is printed elsewhere',
  unverified: 'not checked against the survey itself',
};

/** The measure as terms and words. */
function facts(measure: Measure): [term: string, words: string][] {
  switch (measure.kind) {
    case 'ratio': {
      const { over, under, formula, aboveOne, range } = measure;
      return [
        ['Ratio', `The likelihood for ${over} staff, over that for ${under} staff: ${formula}`],
        ['Above 1', aboveOne],
        ...(range
          ? ([['Not adverse', `From ${range.low} to ${range.high}; the range is set ${range.set}`]] as [
              string,
              string,
            ][])
          : []),
      ];
    }
    case 'percentage':
      return [
        ['Percentage', measure.formula],
        ...(measure.better ? ([['Better', measure.better]] as [string, string][]) : []),
      ];
    case 'difference':
      return [
        ['Difference', measure.formula],
        ['Above 0', measure.aboveZero],
      ];
    case 'score':
      return [
        ['Score', measure.formula],
        ['Better', measure.better],
      ];
    case 'narrative':
      return [['Not a figure', 'It is answered in words.']];
  }
}
