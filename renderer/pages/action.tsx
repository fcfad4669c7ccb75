import { memo } from 'react';
import { shortName } from '../../shared/layout/sheet.ts';
import { effective } from '../../shared/plan/effective.ts';
import type { Action, Indicator, Plan } from '../../shared/plan/model.ts';
import { isBlank } from '../../shared/plan/rich-text.ts';
import { DueField } from '../fields/due-field.tsx';
import { RatingField } from '../fields/rating-field.tsx';
import { actionNumber } from '../plan/numbers.ts';
import { Notes } from '../ui/notes.tsx';
import { RichTextView } from '../ui/rich-text.tsx';
import styles from './action.module.css';
import { People } from './people.tsx';
import { Updates } from './updates.tsx';

interface ActionItemProps {
  plan: Plan;
  action: Action;
  home: Indicator | undefined;
}

/** An action with all that is known of it. What it has from its indicator says so. */
export const ActionItem = memo(function ActionItem({ plan, action, home }: ActionItemProps) {
  const number = actionNumber(plan, action);
  const name = `action ${number}`;
  const edited = { kind: 'action', id: action.id, name } as const;
  const { leads, inherited } = effective(action, home);
  return (
    <li className={styles.action}>
      <span className={styles.number}>{number}</span>
      <div className={styles.body}>
        {action.heading && <h3 className={styles.heading}>{action.heading}</h3>}
        <RichTextView value={action.text} />
        <Texts action={action} />
        <dl className={styles.facts}>
          <div>
            <dt>Leads</dt>
            <dd>
              <People plan={plan} ids={leads} />
              {inherited.leads && <Inherited />}
            </dd>
          </div>
          <div>
            <dt>Due</dt>
            <dd>
              <DueField plan={plan} edited={edited} own={action.due} inherited={home?.due} />
            </dd>
          </div>
        </dl>
        <Effects plan={plan} action={action} />
        <Updates plan={plan} updates={action.updates} of={name} />
        {!isBlank(action.notes) && <Notes value={action.notes ?? []} />}
      </div>
      <div className={styles.rating}>
        <RatingField plan={plan} edited={edited} own={action.rating} inherited={home?.rating} />
      </div>
    </li>
  );
}, looksTheSame);

/** What of the plan an action shows, or is edited by, besides itself and its home. */
const around = [
  'people',
  'indicators',
  'ratingScales',
  'ratingScale',
  'period',
  'terms',
  'standard',
  'edition',
] as const;

/** After an edit of one action, the others need not be drawn anew. */
function looksTheSame(before: ActionItemProps, after: ActionItemProps): boolean {
  return (
    before.action === after.action &&
    before.home === after.home &&
    around.every((field) => before.plan[field] === after.plan[field]) &&
    actionNumber(before.plan, before.action) === actionNumber(after.plan, after.action)
  );
}

const textFields = [
  ['gap', 'Gap'],
  ['measure', 'Measure'],
  ['outcome', 'Outcome'],
] as const;

function Texts({ action }: { action: Action }) {
  const filled = textFields.filter(([field]) => !isBlank(action[field]));
  if (filled.length === 0) return null;
  return (
    <dl className={styles.texts}>
      {filled.map(([field, words]) => (
        <div key={field}>
          <dt>{words}</dt>
          <dd>
            <RichTextView value={action[field] ?? []} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What it moves besides its home. */
function Effects({ plan, action }: { plan: Plan; action: Action }) {
  const effects = plan.indicators.flatMap((indicator) => {
    const effect = action.effects?.[indicator.id];
    return effect ? [`${shortName(plan, indicator)} (${effect === 'direct' ? 'directly' : 'indirectly'})`] : [];
  });
  if (effects.length === 0) return null;
  return <p className={styles.effects}>Also moves {effects.join(', ')}</p>;
}

function Inherited() {
  return <span className={styles.inherited}>from the indicator</span>;
}
