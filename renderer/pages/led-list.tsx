import { effective } from '../../shared/plan/effective.ts';
import type { Led } from '../../shared/plan/led.ts';
import { lookUp } from '../../shared/plan/look-up.ts';
import type { Action, Plan } from '../../shared/plan/model.ts';
import { actionTitle, capitalised, indicatorName } from '../../shared/plan/names.ts';
import { PlaceLink } from '../ui/place-link.tsx';
import { RatingChip } from '../ui/rating-chip.tsx';
import styles from './led-list.module.css';

/** Indicators and actions by name, each leading there. */
export function LedList({ plan, led }: { plan: Plan; led: Led }) {
  const find = lookUp(plan);
  return (
    <ul className={styles.list}>
      {led.indicators.map((indicator) => (
        <li key={indicator.id}>
          <PlaceLink place={{ kind: 'indicator', id: indicator.id }}>
            {capitalised(indicatorName(plan, indicator))}
          </PlaceLink>
          <span className={styles.due}>{indicator.due?.text}</span>
          {find.rating(indicator.rating) && <RatingOf plan={plan} code={indicator.rating} />}
        </li>
      ))}
      {led.actions.map((action) => {
        const { inherited, due, rating } = inEffect(plan, action);
        return (
          <li key={action.id}>
            <PlaceLink place={{ kind: 'action', id: action.id }}>{capitalised(actionTitle(plan, action.id))}</PlaceLink>
            {inherited.leads && <span className={styles.from}>from its indicator</span>}
            <span className={styles.due}>{due?.text}</span>
            <RatingOf plan={plan} code={rating} />
          </li>
        );
      })}
    </ul>
  );
}

function RatingOf({ plan, code }: { plan: Plan; code: string | undefined }) {
  const rating = lookUp(plan).rating(code);
  return rating ? <RatingChip rating={rating} /> : null;
}

function inEffect(plan: Plan, action: Action) {
  return effective(action, lookUp(plan).indicator(action.indicator));
}
