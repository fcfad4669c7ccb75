import { describeDue } from '../../shared/plan/due.ts';
import { effective } from '../../shared/plan/effective.ts';
import { lookUp } from '../../shared/plan/look-up.ts';
import type { Action, Indicator, Plan } from '../../shared/plan/model.ts';
import { listed } from '../../shared/plan/names.ts';
import { blockText } from '../../shared/plan/rich-text.ts';
import { carriedFrom } from '../../shared/plan/roll-on/carried-from.ts';
import { count } from '../ui/words.ts';
import styles from './action.module.css';

interface ActionSummaryProps {
  plan: Plan;
  action: Action;
  home: Indicator | undefined;
}

/** An action in two lines: what is to be done; who leads it, when it is due, how much has been noted of it. */
export function ActionSummary({ plan, action, home }: ActionSummaryProps) {
  const find = lookUp(plan);
  const { leads, due, inherited } = effective(action, home);
  const from = carriedFrom(plan, action.id);
  const names = leads.map((id) => find.person(id)?.name ?? 'someone who is not in the plan any more');
  const words = action.text.map(blockText).join(' ').trim();
  return (
    <span className={styles.lines}>
      <span className={styles.words}>
        {action.heading && <b>{action.heading} </b>}
        {words || (!action.heading && <span className="quiet">Nothing written yet</span>)}
      </span>
      <span className={styles.facts}>
        <Fact missing="No lead" inherited={inherited.leads}>
          {listed(names, 3)}
        </Fact>
        <Fact missing="No date" inherited={inherited.due}>
          {due && describeDue(due)}
        </Fact>
        {from && <span>Carried over from {from.period}</span>}
        {action.updates.length > 0 && <span>{count(action.updates.length, 'update')}</span>}
      </span>
    </span>
  );
}

interface FactProps {
  missing: string;
  inherited: boolean;
  children: string | undefined;
}

function Fact({ missing, inherited, children }: FactProps) {
  return (
    <span className={inherited ? styles.inherited : undefined} title={inherited ? 'From the indicator' : undefined}>
      {children || missing}
    </span>
  );
}
