import { longDate } from '../due.ts';
import { actionTitle, capitalised, counted, quote } from '../names.ts';
import { rowsOf } from '../rows.ts';
import type { Check } from './check.ts';

/** Neither the action nor its indicator says when, or says that it is still to be said. */
export const noDate: Check = {
  id: 'no-date',
  title: 'Action without a date',
  why: 'A reader cannot tell whether an action is late when nobody has said when it is due. “In place” and “Ongoing” count as said.',
  weight: 'mend',
  find(plan, { today }) {
    const rows = rowsOf(plan, today);
    const without = rows.filter(({ due }) => due === undefined || unsaid.test(due.text));
    if (rows.length > 0 && rows.every(({ due }) => due === undefined)) {
      return [
        { place: { kind: 'plan', id: plan.id }, words: `None of the ${counted(rows.length, 'action')} has a date.` },
      ];
    }
    return without.map(({ id, due }) => {
      const name = capitalised(actionTitle(plan, id));
      return {
        place: { kind: 'action', id, field: 'due' },
        words: due ? `${name} is due ${quote(due.text)}, which says no date.` : `${name} has no date.`,
      };
    });
  },
};

/** Past its day, and not rated as complete or closed. */
export const overdue: Check = {
  id: 'overdue',
  title: 'Date past, and not complete',
  why: 'Committees and commissioners look for this first. Say what happened in an update, and rate it complete or give it a new date.',
  weight: 'mend',
  find(plan, { today }) {
    return rowsOf(plan, today)
      .filter((row) => row.overdue)
      .map(({ id, due, rating }) => ({
        place: { kind: 'action', id, field: 'due' },
        words: `${capitalised(actionTitle(plan, id))} was due by ${longDate(due?.date ?? '')} and is ${rating ? `rated ${quote(rating.label)}` : 'not rated'}.`,
      }));
  },
};

const unsaid = /^\W*(?:tbc|tba|tbd|n\/?a|to be (?:confirmed|agreed|decided))\W*$/i;
