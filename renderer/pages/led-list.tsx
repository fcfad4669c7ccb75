import { effective } from '../../shared/plan/effective.ts';
import type { Led } from '../../shared/plan/led.ts';
import { lookUp } from '../../shared/plan/look-up.ts';
import type { Action, Plan } from '../../shared/plan/model.ts';
import { actionTitle, capitalised, indicatorName } from '../../shared/plan/names.ts';
import { goToPlace } from '../plan/go-to-place.ts';
import { RatingChip } from '../ui/rating-chip.tsx';
import styles from './led-list.module.css';

/** Indicators and actions by name, each leading there. */
export function LedList({ plan, led }: { plan: Plan; led: Led }) {
  const find = lookUp(plan);
  return (
    <ul className={styles.list}>
      {led.indicators.map((indicator) => (
        <li key={indicator.id}>
          <GoTo kind="indicator" id={indicator.id}>
            {capitalised(indicatorName(plan, indicator))}
          </GoTo>
          <span className={styles.due}>{indicator.due?.text}</span>
          {find.rating(indicator.rating) && <RatingOf plan={plan} code={indicator.rating} />}
        </li>
      ))}
      {led.actions.map((action) => {
        const { inherited, due, rating } = inEffect(plan, action);
        return (
          <li key={action.id}>
            <GoTo kind="action" id={action.id}>
              {capitalised(actionTitle(plan, action.id))}
            </GoTo>
            {inherited.leads && <span className={styles.from}>from its indicator</span>}
            <span className={styles.due}>{due?.text}</span>
            <RatingOf plan={plan} code={rating} />
          </li>
        );
      })}
    </ul>
  );
}

function GoTo({ kind, id, children }: { kind: 'indicator' | 'action'; id: string; children: React.ReactNode }) {
  return (
    <button type="button" className={styles.link} onClick={() => goToPlace({ kind, id })}>
      {children}
    </button>
  );
}

function RatingOf({ plan, code }: { plan: Plan; code: string | undefined }) {
  const rating = lookUp(plan).rating(code);
  return rating ? <RatingChip rating={rating} /> : null;
}

function inEffect(plan: Plan, action: Action) {
  return effective(action, lookUp(plan).indicator(action.indicator));
}
