import { Button } from '@mantine/core';
import { indicatorWording } from '../../shared/indicator-sets.ts';
import type { PlanView } from '../../shared/ipc/contract.ts';
import { shortName } from '../../shared/layout/sheet.ts';
import { longDate } from '../../shared/plan/due.ts';
import { effective } from '../../shared/plan/effective.ts';
import { lookUp } from '../../shared/plan/look-up.ts';
import type { Action, Plan, Rating } from '../../shared/plan/model.ts';
import { perform } from '../commands.ts';
import { change } from '../store.ts';
import { NoRating, RatingChip } from '../ui/rating-chip.tsx';
import { count } from '../ui/words.ts';
import styles from './overview.module.css';

const standardNames = { WRES: 'Workforce Race Equality Standard', WDES: 'Workforce Disability Equality Standard' };
const statusNames = { draft: 'Draft', approved: 'Approved', published: 'Published' };

/** The plan at a glance: what it is, how its actions stand, and each indicator. */
export function OverviewPage({ open }: { open: PlanView }) {
  const { plan } = open;
  const find = lookUp(plan);
  return (
    <>
      <h1 tabIndex={-1}>{plan.title}</h1>
      <p className="quiet">
        {plan.trust.name} · {standardNames[plan.standard]}, {plan.edition} edition · {longDate(plan.period.from)} to{' '}
        {longDate(plan.period.to)} · {statusNames[plan.status]}
      </p>
      {open.sample && (
        <p className={styles.sample}>
          This is a sample: the Trust does not exist, and the plan is yours to try things on. Change a rating or a date,
          look at the preview, export it.{' '}
          <Button size="compact-sm" variant="light" onClick={() => perform('export')}>
            Export it to Word
          </Button>
        </p>
      )}
      <Standing plan={plan} />
      <h2 className={styles.heading}>Indicators</h2>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Indicator</th>
            <th scope="col" className={styles.figure}>
              Actions
            </th>
            <th scope="col">Rating</th>
          </tr>
        </thead>
        <tbody>
          {plan.indicators.map((indicator) => {
            const rating = find.rating(indicator.rating);
            return (
              <tr key={indicator.id}>
                <td>
                  <button
                    type="button"
                    className={styles.link}
                    onClick={() => change({ place: { page: 'indicator', id: indicator.id }, notice: null })}
                  >
                    {shortName(plan, indicator)}
                  </button>
                  {indicator.number !== null && (
                    <span className={styles.wording}>{indicatorWording(plan, indicator)}</span>
                  )}
                </td>
                <td className={styles.figure}>{find.actionsOf(indicator.id).length}</td>
                <td>
                  {rating ? (
                    <RatingChip rating={rating} />
                  ) : (
                    <Spread plan={plan} actions={find.actionsOf(indicator.id)} />
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}

/** How many actions there are of each rating. */
function Standing({ plan }: { plan: Plan }) {
  const find = lookUp(plan);
  return (
    <ul className={styles.standing} aria-label="How the actions stand">
      <li>
        <b className={styles.total}>{plan.actions.length}</b> {plan.actions.length === 1 ? 'action' : 'actions'}
      </li>
      {countRatings(plan, plan.actions).map(([rating, number]) => (
        <li key={rating?.code ?? ''}>
          <b className={styles.total}>{number}</b> {rating ? <RatingChip rating={rating} /> : <NoRating />}
        </li>
      ))}
      {find.scale?.ratings.length === 0 && <li className="quiet">This plan does not rate progress.</li>}
    </ul>
  );
}

/** An indicator without a rating of its own: those of its actions, in short. */
function Spread({ plan, actions }: { plan: Plan; actions: Action[] }) {
  const rated = countRatings(plan, actions).filter(([rating]) => rating !== undefined);
  if (rated.length === 0) return <NoRating />;
  return (
    <span className={styles.spread}>
      {rated.map(
        ([rating, number]) =>
          rating && (
            <span key={rating.code} className={styles.some} title={`${count(number, 'action')}: ${rating.label}`}>
              {number} <RatingChip rating={rating} short />
            </span>
          ),
      )}
    </span>
  );
}

function countRatings(plan: Plan, actions: Action[]): [Rating | undefined, number][] {
  const find = lookUp(plan);
  const counts = Map.groupBy(actions, (action) =>
    find.rating(effective(action, find.indicator(action.indicator)).rating),
  );
  const scale = find.scale?.ratings ?? [];
  const others = [...counts.keys()].filter((rating) => rating !== undefined && !scale.includes(rating));
  const order = [...scale, ...others, ...(scale.length > 0 ? [undefined] : [])];
  return order.flatMap((rating) => {
    const number = counts.get(rating)?.length ?? 0;
    return number > 0 ? [[rating, number] satisfies [Rating | undefined, number]] : [];
  });
}
