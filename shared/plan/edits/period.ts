import type { DraftEdit } from '../../log/edit.ts';
import { readDue } from '../due.ts';
import type { Due, Plan } from '../model.ts';
import { counted, quote } from '../names.ts';
import { set } from './changes.ts';

/**
 * Sets the plan's period. A due text that names no year ("Q3") meant a day of the old period, and is read anew for the
 * new one; a day that somebody set against its words stays, and so does one that is set nationally.
 */
export function setPeriod(plan: Plan, period: Plan['period']): DraftEdit {
  const dues = [
    ...plan.indicators.flatMap(({ id, due }) => (due ? [{ kind: 'indicator' as const, id, due }] : [])),
    ...plan.actions.flatMap(({ id, due }) => (due ? [{ kind: 'action' as const, id, due }] : [])),
  ];
  const moved = dues.flatMap(({ kind, id, due }) => {
    const next = readAnew(due, plan.period, period);
    return next ? [set(kind, id, 'due', next)] : [];
  });
  const anew = moved.length === 0 ? '' : ` and read ${counted(moved.length, 'date')} anew`;
  return {
    label: `Set the period to ${quote(period.label)}${anew}`,
    changes: [set('plan', plan.id, 'period', period), ...moved],
  };
}

function readAnew(due: Due, old: Plan['period'], period: Plan['period']): Due | undefined {
  if (due.fixed || readDue(due.text, old).date !== due.date) return undefined;
  const next = readDue(due.text, period);
  return next.date === due.date ? undefined : next;
}
