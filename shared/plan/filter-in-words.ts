import { shortName, term } from '../layout/sheet.ts';
import { longDate } from './due.ts';
import { lookUp } from './look-up.ts';
import type { Plan } from './model.ts';
import { quote } from './names.ts';
import type { Filter } from './rows.ts';

/** Which actions a filter lets through: "led by Head of Resourcing; overdue"; "" where it is all of them. */
export function filterInWords(plan: Plan, filter: Filter): string {
  const { lead, indicator, rating, overdue, carriedOver, noUpdateSince, text } = filter;
  const find = lookUp(plan);
  const of = find.indicator(indicator ?? null);
  const parts = [
    lead === null ? 'without a lead' : lead && `led by ${find.person(lead)?.name ?? '?'}`,
    indicator === null ? `across all ${term(plan).toLowerCase()}s` : of && shortName(plan, of),
    rating === null ? 'not rated' : rating && `rated ${find.rating(rating)?.label ?? rating}`,
    overdue === undefined ? undefined : overdue ? 'overdue' : 'not overdue',
    carriedOver && 'carried over',
    noUpdateSince && `open, and without an update since ${longDate(noUpdateSince)}`,
    text && `with the words ${quote(text)}`,
  ];
  return parts.filter(Boolean).join('; ');
}
