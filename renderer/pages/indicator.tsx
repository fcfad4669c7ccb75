import { indicatorWording, standardIndicator } from '../../shared/indicator-sets.ts';
import { shortName, term } from '../../shared/layout/sheet.ts';
import { lookUp } from '../../shared/plan/look-up.ts';
import type { Indicator, Plan } from '../../shared/plan/model.ts';
import { isBlank } from '../../shared/plan/rich-text.ts';
import { DueField } from '../fields/due-field.tsx';
import { RatingField } from '../fields/rating-field.tsx';
import { Notes } from '../ui/notes.tsx';
import { RichTextView } from '../ui/rich-text.tsx';
import { ActionItem } from './action.tsx';
import styles from './indicator.module.css';
import { People } from './people.tsx';
import { Updates } from './updates.tsx';

/** One indicator: what is asked, what the data says, what it is to come to, and what is being done about it. */
export function IndicatorPage({ plan, id }: { plan: Plan; id: string }) {
  const indicator = lookUp(plan).indicator(id);
  if (!indicator) return <h1 tabIndex={-1}>This indicator is not in the plan any more.</h1>;
  const name = shortName(plan, indicator);
  const edited = { kind: 'indicator', id, name } as const;
  return (
    <>
      <div className={styles.top}>
        <h1 tabIndex={-1}>{name}</h1>
        <RatingField plan={plan} edited={edited} own={indicator.rating} />
      </div>
      {indicator.number !== null && <Wording plan={plan} indicator={indicator} />}
      <Texts indicator={indicator} />
      <section className={styles.defaults} aria-labelledby="defaults">
        <h2 id="defaults" className={styles.minor}>
          For its actions, where they say nothing else
        </h2>
        <dl className={styles.pairs}>
          <div>
            <dt>Leads</dt>
            <dd>
              <People plan={plan} ids={indicator.leads} />
            </dd>
          </div>
          <div>
            <dt>Due</dt>
            <dd>
              <DueField plan={plan} edited={edited} own={indicator.due} />
            </dd>
          </div>
        </dl>
      </section>
      {indicator.updates.length > 0 && (
        <div className={styles.progress}>
          <h2 className={styles.minor}>Progress</h2>
          <Updates plan={plan} updates={indicator.updates} of={name} />
        </div>
      )}
      {!isBlank(indicator.notes) && <Notes value={indicator.notes ?? []} />}
      <Actions plan={plan} indicator={indicator} />
    </>
  );
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

function Actions({ plan, indicator }: { plan: Plan; indicator: Indicator | undefined }) {
  const actions = lookUp(plan).actionsOf(indicator?.id ?? null);
  return (
    <section aria-labelledby="actions">
      <h2 id="actions" className={styles.actions}>
        Actions <span className={styles.number}>{actions.length}</span>
      </h2>
      {actions.length === 0 && <p className="quiet">There is no action here yet.</p>}
      <ol className={styles.list}>
        {actions.map((action) => (
          <ActionItem key={action.id} plan={plan} action={action} home={indicator} />
        ))}
      </ol>
    </section>
  );
}

/** What the indicator asks, with whose words these are. */
function Wording({ plan, indicator }: { plan: Plan; indicator: Indicator }) {
  const official = standardIndicator(plan, indicator.number);
  const own = indicator.wording !== '';
  const differs = own && official?.wording && official.wording.text !== indicator.wording;
  return (
    <div className={styles.wording}>
      <p>{indicatorWording(plan, indicator)}</p>
      {!own && official?.wording && (
        <p className={styles.source}>
          As the {plan.edition} edition of the {plan.standard} words it
        </p>
      )}
      {differs && (
        <details className={styles.official}>
          <summary>In this plan’s own words. Show the {plan.standard}’s</summary>
          <p>{official.wording?.text}</p>
        </details>
      )}
    </div>
  );
}

const textFields = [
  ['narrative', 'What the data says'],
  ['gaps', 'Gaps'],
  ['objective', 'Objective'],
  ['measure', 'Measure'],
  ['outcome', 'Outcome'],
] as const;

function Texts({ indicator }: { indicator: Indicator }) {
  const filled = textFields.filter(([field]) => !isBlank(indicator[field]));
  const missing = textFields.filter(([field]) => isBlank(indicator[field])).map(([, words]) => words.toLowerCase());
  return (
    <>
      {filled.length > 0 && (
        <dl className={styles.texts}>
          {filled.map(([field, words]) => (
            <div key={field} className={field === 'narrative' || field === 'gaps' ? styles.long : undefined}>
              <dt>{words}</dt>
              <dd>
                <RichTextView value={indicator[field] ?? []} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {missing.length > 0 && <p className={styles.missing}>Nothing yet under: {missing.join(', ')}.</p>}
    </>
  );
}
