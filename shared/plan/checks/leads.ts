import type { Plan } from '../model.ts';
import { actionTitle, capitalised, counted, quote } from '../names.ts';
import { rowsOf } from '../rows.ts';
import type { Check } from './check.ts';

/** Neither the action nor its indicator names anyone. Of a plan that names nobody at all, that is said once. */
export const noLead: Check = {
  id: 'no-lead',
  title: 'Action without a lead',
  why: 'Without a name, post or team beside it, nobody is asked how an action is going, and a reader cannot tell who answers for it.',
  weight: 'mend',
  find(plan, { today }) {
    const rows = rowsOf(plan, today);
    const without = rows.filter(({ leads }) => leads.length === 0);
    if (rows.length > 0 && without.length === rows.length) {
      return [
        { place: { kind: 'plan', id: plan.id }, words: `None of the ${counted(rows.length, 'action')} has a lead.` },
      ];
    }
    return without.map(({ id }) => ({
      place: { kind: 'action', id, field: 'leads' },
      words: `${capitalised(actionTitle(plan, id))} has no lead.`,
    }));
  },
};

/** A lead who is still to be found: "tbc", "new post, vacant". */
export const leadToBeConfirmed: Check = {
  id: 'lead-to-be-confirmed',
  title: 'Lead still to be confirmed',
  why: 'A plan is read for a year or longer. A post that is named, even if it is vacant, tells more than “to be confirmed”.',
  weight: 'mend',
  find(plan) {
    return plan.people
      .filter(({ name }) =>
        /\b(?:tbc|tba|tbd|to be (?:confirmed|agreed|appointed|decided|recruited)|vacant|vacancy)\b/i.test(name),
      )
      .map(({ id, name }) => ({
        place: { kind: 'person' as const, id, field: 'name' },
        words: `${quote(name)} leads ${counted(ledBy(plan, id), 'action')}, and does not say who that is.`,
      }));
  },
};

function ledBy(plan: Plan, person: string): number {
  return rowsOf(plan, '').filter(({ leads }) => leads.some(({ id }) => id === person)).length;
}
