import { indicatorWording } from '../indicator-sets.ts';
import { longDate } from '../plan/due.ts';
import { lookUp } from '../plan/look-up.ts';
import type { Indicator, Plan, RatingScale, Update } from '../plan/model.ts';
import { type RichText, toPlainText } from '../plan/rich-text.ts';
import { rowsOf } from '../plan/rows.ts';
import { fillOf } from './colour.ts';
import type { Fill } from './page.ts';
import { shortName, term } from './sheet.ts';
import { type Undecided, undecidedHeading, undecidedNote, undecidedOf } from './undecided.ts';

/** Actions for a spreadsheet: a row each, everything of it in a cell of its own, days as days so that they sort. */
export interface ActionsSheet {
  /** What stands above the table: whose plan it is, and as at which day. */
  title: string;
  subtitle: string;
  columns: { heading: string /** In characters. */; width: number }[];
  rows: SheetValue[][];
  /** What the ratings mean; undefined where the plan does not rate. */
  key: { columns: ActionsSheet['columns']; rows: SheetValue[][] } | undefined;
}

/** null: an empty cell. */
export type SheetValue = string | { day: string } | { text: string; fill: Fill } | null;

/**
 * The actions of a plan as a sheet: what is published of them. Leads, dates and ratings that come from the indicator
 * stand with each action.
 *
 * @param ids of the actions, in their order; those that are not in the plan any more are left out
 * @param options `asAt`: YYYY-MM-DD; `shown`: which actions these are, in words; `undecided` in the plan between copies
 */
export function actionsSheet(
  plan: Plan,
  ids: readonly string[],
  { asAt, shown, undecided = [] }: { asAt: string; shown?: string | undefined; undecided?: readonly Undecided[] },
): ActionsSheet {
  const find = lookUp(plan);
  const rows = new Map(rowsOf(plan, asAt).map((row) => [row.id, row]));
  const actions = new Map(plan.actions.map((action) => [action.id, action]));
  const facts = ids.flatMap((id) => {
    const [row, action] = [rows.get(id), actions.get(id)];
    return row && action ? [{ row, action, indicator: find.indicator(action.indicator) }] : [];
  });
  type Facts = (typeof facts)[number];
  const columns: { heading: string; width: number; of(facts: Facts): SheetValue }[] = [
    { heading: 'No.', width: 6, of: ({ row }) => row.number || null },
    { heading: term(plan), width: 28, of: ({ indicator }) => nameOf(plan, indicator) },
    { heading: 'Gap', width: 40, of: ({ action, indicator }) => said(action.gap) ?? said(indicator?.gaps) },
    { heading: 'Action', width: 60, of: ({ row }) => row.text || null },
    { heading: 'Leads', width: 24, of: ({ row }) => row.leads.map(({ name }) => name).join('\n') || null },
    { heading: 'Due', width: 16, of: ({ row }) => row.due?.text ?? null },
    { heading: dayHeading, width: 14, of: ({ row }) => (row.due?.date ? { day: row.due.date } : null) },
    {
      heading: 'Rating',
      width: 14,
      of: ({ row: { rating } }) => (rating ? { text: rating.label, fill: fillOf(rating.colour, rating.code) } : null),
    },
    { heading: 'Progress', width: 50, of: ({ action }) => progressOf(action.updates) },
    { heading: 'Measure', width: 40, of: ({ action }) => said(action.measure) },
    { heading: 'Outcome', width: 40, of: ({ action }) => said(action.outcome) },
    {
      heading: undecidedHeading,
      width: 50,
      of: ({ action }) =>
        undecidedOf(action, undecided)
          .map(({ words }) => words)
          .join('\n') || null,
    },
  ];
  const used = columns.filter(({ of }) => facts.some((each) => of(each) !== null));
  return {
    title: plan.title,
    subtitle: [
      `${plan.trust.name}, as at ${longDate(asAt)}${shown ? `: ${shown}` : ''}`,
      ...(undecided.length > 0 ? [undecidedNote(undecided)] : []),
    ].join('. '),
    columns: used.map(({ heading, width }) => ({ heading, width })),
    rows: facts.map((each) => used.map(({ of }) => of(each))),
    key: keyOf(find.scale),
  };
}

/** What only says again, as a day that sorts, what stands as it was written in the column before. */
export const dayHeading = 'Due day';

function keyOf(scale: RatingScale | undefined): ActionsSheet['key'] {
  if (!scale || scale.ratings.length === 0) return undefined;
  return {
    columns: [
      { heading: 'Rating', width: 14 },
      { heading: 'Name', width: 28 },
      { heading: 'Meaning', width: 70 },
    ],
    rows: scale.ratings.map(({ code, label, meaning, colour }) => [
      { text: code, fill: fillOf(colour, code) },
      label,
      meaning || null,
    ]),
  };
}

function nameOf(plan: Plan, indicator: Indicator | undefined): string {
  const [name, wording] = [shortName(plan, indicator), indicator ? indicatorWording(plan, indicator) : ''];
  return wording === '' || wording === name ? name : `${name}: ${wording}`;
}

/** The updates, newest first, each with its day. */
function progressOf(updates: readonly Update[]): string | null {
  const newestFirst = updates.toSorted((one, other) => (other.date ?? '').localeCompare(one.date ?? ''));
  return (
    newestFirst.map(({ date, text }) => `${date ? `${longDate(date)}: ` : '• '}${said(text) ?? ''}`).join('\n') || null
  );
}

function said(text: RichText | undefined): string | null {
  return toPlainText(text ?? []).trim() || null;
}
