import { layoutInWords } from '../layout/in-words.ts';
import type { Layout } from '../layout/layout.ts';
import { findLayout } from '../layout/layouts-of.ts';
import { broughtInFrom } from '../plan/brought-in.ts';
import { describeDue, longDate } from '../plan/due.ts';
import { recordsOf } from '../plan/existing.ts';
import { fieldOf } from '../plan/field-words.ts';
import { lookUp } from '../plan/look-up.ts';
import type { Due, Plan } from '../plan/model.ts';
import { capitalised, listed, recordName } from '../plan/names.ts';
import { partOf } from '../plan/part.ts';
import { type Records, toPlan } from '../plan/records.ts';
import { type RichText, toPlainText } from '../plan/rich-text.ts';
import { cameInBy, type Log, upTo } from './came-in.ts';
import { type Difference, differences } from './difference.ts';
import type { Edit } from './edit.ts';
import { fold } from './fold.ts';
import { whole } from './whole.ts';
import { isWithheld } from './withhold.ts';

/** What one person did on one day. */
export interface DayOfOne {
  /** YYYY-MM-DD; null where the copy came without its history. */
  day: string | null;
  author: string;
  entries: Entry[];
}

export interface Entry {
  edit: Edit;
  /** In the words of whoever did it: "Set the date of action 12 to Q3". */
  label: string;
  /** The edit that brought it in, where it was made in another copy. */
  broughtInBy: Edit | null;
}

/** Everything that ever happened, the newest first, by day and person. */
export function historyOf({ edits }: Pick<Log, 'edits'>): DayOfOne[] {
  const broughtIn = cameInBy(edits);
  const days: DayOfOne[] = [];
  for (const edit of edits.toReversed()) {
    const day = isWithheld(edit) ? null : edit.at.slice(0, 10);
    const last = days.at(-1);
    const entry = { edit, label: edit.label, broughtInBy: broughtIn.get(edit.id) ?? null };
    if (last && last.day === day && last.author === edit.author) last.entries.push(entry);
    else days.push({ day, author: edit.author, entries: [entry] });
  }
  return days;
}

/** One thing that is not as it was, in words. */
export interface Changed extends Difference {
  /** The part of the plan that it stands in, or stood in: "Indicator 3". */
  part: string;
  /** "The date of action 12"; of a whole record "Action 12". */
  what: string;
  /** What it said before and says now, as one would read it; "" where it said nothing. */
  oldWords: string;
  newWords: string;
}

/**
 * What changed since a day or an edit: how the plan was before, against how it is now. What came in with a copy changed
 * this plan on the day on which it came in, whenever it was made.
 *
 * @param since YYYY-MM-DD, that day included, or since the plan was begun where that was later; or the last edit that was
 * known
 */
export function changesSince(log: Log, since: { day: string } | { edit: string }): Changed[] {
  const before = fold(
    upTo(log, 'day' in since ? countBefore(log.edits, since.day) : countWith(log, since.edit)).changes,
  );
  return inWords(before, fold(log.changes));
}

/** The differences between two states of the records, in words. */
export function inWords(before: Records, after: Records): Changed[] {
  return inWordsOf(differences(before, after), planOf(before), planOf(after));
}

/** Differences in words. @param then the plan before, @param now the plan after; undefined: there was none */
export function inWordsOf(found: Difference[], then: Plan | undefined, now: Plan | undefined): Changed[] {
  return found.map((each) => {
    const plan = [now, then].find((one) => one && recordsOf(one, each.kind).some(({ id }) => id === each.record));
    const name = plan ? recordName(plan, each.kind, each.record) : `the ${each.kind}`;
    return {
      ...each,
      part: plan ? partOf(plan, each.kind, each.record) : 'Plan details',
      what: capitalised(each.field === whole ? name : fieldOf(each.kind, each.field, name)),
      oldWords: words(each, each.before, then) || inheritedLeads(each, then),
      newWords: words(each, each.after, now) || inheritedLeads(each, now),
    };
  });
}

/** Who leads an action that names nobody. */
function inheritedLeads({ kind, record, field }: Difference, plan: Plan | undefined): string {
  if (kind !== 'action' || field !== 'leads' || !plan) return '';
  const home = lookUp(plan).indicator(plan.actions.find(({ id }) => id === record)?.indicator ?? null);
  return home?.leads.length
    ? `${words({ kind, field }, home.leads, plan)} (as ${recordName(plan, 'indicator', home.id)})`
    : '';
}

/** A change as a sentence: "The date of action 12 was “Q2” and is “Q3”." */
export function sentenceOf({ what, field, before, after, oldWords, newWords }: Changed): string {
  if (field === whole) return `${what} ${before === null ? 'is new' : 'was deleted'}.`;
  if (field === 'order')
    return `${what.replace(/^The order of /, '').replace(/^./, (first) => first.toUpperCase())} was moved.`;
  if (oldWords === '' || before === null) return `${what} is now “${newWords}”.`;
  if (newWords === '' || after === null) return `${what} was “${oldWords}” and is empty.`;
  return `${what} was “${oldWords}” and is “${newWords}”.`;
}

/** How many edits stood in the log before that day. What came in did so with the edit that brought it in. */
function countBefore(edits: Edit[], day: string): number {
  const broughtIn = cameInBy(edits);
  const arrival = (edit: Edit) => (broughtIn.get(edit.id) ?? edit).at;
  return Math.max(begunWith(edits), 1 + edits.findLastIndex((edit) => arrival(edit).slice(0, 10) < day));
}

/** The edit that made the plan, and what was read into it at once: without them, all that it has would be a change. */
function begunWith(edits: Edit[]): number {
  return edits[1]?.label.startsWith(broughtInFrom) ? 2 : 1;
}

function countWith({ edits }: Log, id: string): number {
  return 1 + edits.findIndex((edit) => edit.id === id);
}

/** Before a plan was begun there is none. */
export function planOf(records: Records): Plan | undefined {
  return records.plan.size === 1 ? toPlan(records) : undefined;
}

/** What a field says, as one would read it. */
export function words(
  { kind, field }: Pick<Difference, 'kind' | 'field'>,
  value: unknown,
  plan: Plan | undefined,
): string {
  if (value === null || value === undefined || field === whole) return '';
  if (kind === 'layout' && field !== 'order')
    return layoutInWords(field as keyof Layout, value as Layout[keyof Layout]);
  switch (field) {
    case 'due':
      return describeDue(value as Due);
    case 'date':
      return longDate(value as string);
    case 'period':
      return (value as Plan['period']).label;
    case 'leads':
      return listed(
        (value as string[]).map((id) => nameIn(plan, 'person', id)),
        100,
      );
    case 'effects':
      return listed(
        Object.keys(value).map((id) => nameIn(plan, 'indicator', id)),
        100,
      );
    case 'indicator':
    case 'action':
      return nameIn(plan, field, value as string);
    case 'rating':
      return (plan && lookUp(plan).rating(value as string)?.label) || String(value);
    case 'layout':
      return findLayout(plan ?? {}, value as string)?.title ?? String(value);
    case 'ratingScale':
      return plan?.ratingScales.find(({ id }) => id === value)?.title || String(value);
    default:
      return typeof value === 'string' ? value : richWords(kind, value);
  }
}

function richWords(kind: string, value: unknown): string {
  return Array.isArray(value) ? toPlainText(value as RichText, { nested: true }) : `${kind} ${JSON.stringify(value)}`;
}

function nameIn(plan: Plan | undefined, kind: 'person' | 'indicator' | 'action', id: string): string {
  if (plan === undefined) return '';
  if (kind === 'person') return plan.people.find((person) => person.id === id)?.name ?? 'somebody who was removed';
  const there = kind === 'indicator' ? plan.indicators : plan.actions;
  return there.some((each) => each.id === id) ? recordName(plan, kind, id) : `an ${kind} that was deleted`;
}
