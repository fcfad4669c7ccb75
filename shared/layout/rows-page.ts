import { describeDue, longDate } from '../plan/due.ts';
import { lookUp } from '../plan/look-up.ts';
import type { Plan } from '../plan/model.ts';
import { counted } from '../plan/names.ts';
import { type Row, rowsOf } from '../plan/rows.ts';
import { headerCell, textCell } from './cells.ts';
import { fillOf } from './colour.ts';
import type { Page, PageCell, Paragraph } from './page.ts';
import { term } from './sheet.ts';
import { type Undecided, undecidedOf, withUndecided } from './undecided.ts';
import { paragraphsOf } from './values.ts';

/**
 * Some actions of the plan as a page of their own: the rows of the progress round that someone has before them, in
 * their order. Actions that are not in the plan any more are left out.
 *
 * @param ids of the actions
 * @param options `asAt`: the day that the plan is shown as at, YYYY-MM-DD; `shown`: which actions these are, in words;
 * `undecided` in the plan between copies: what is about these actions is said
 */
export function rowsPage(
  plan: Plan,
  ids: readonly string[],
  { asAt, shown, undecided = [] }: { asAt: string; shown?: string | undefined; undecided?: readonly Undecided[] },
): Page {
  const byId = new Map(rowsOf(plan, asAt).map((row) => [row.id, row]));
  const rows = ids.flatMap((id) => byId.get(id) ?? []);
  const rates = (lookUp(plan).scale?.ratings.length ?? 0) > 0;
  const columns = columnsFor(plan).filter(({ heading }) => rates || heading !== 'Rating');
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const title = `${plan.title}: progress`;
  const which = rows.length === plan.actions.length ? 'All' : `${rows.length.toLocaleString('en-GB')} of`;
  const page: Page = {
    layout: 'progress-round',
    plain: false,
    title,
    orientation: 'landscape',
    footer: [plan.trust.name, title, `As at ${longDate(asAt)}`].join(' · '),
    properties: { title, subject: `Progress of actions, ${plan.period.label}`, creator: plan.trust.name, asAt },
    blocks: [
      { kind: 'heading', level: 1, text: title, source: { kind: 'plan', id: plan.id, field: 'title' } },
      {
        kind: 'paragraph',
        paragraph: {
          runs: [
            {
              text: `${which} ${counted(plan.actions.length, 'action')}, as at ${longDate(asAt)}${shown ? `: ${shown}` : ''}.`,
            },
          ],
        },
      },
      rows.length === 0
        ? { kind: 'paragraph', paragraph: { runs: [{ text: 'No actions.' }] } }
        : {
            kind: 'table',
            table: {
              kind: 'actions',
              caption: `Actions of the ${plan.title}`,
              description: `A table with one row for each action. Columns: ${columns.map(({ heading }) => heading).join(', ')}.`,
              widths: columns.map(({ width }) => width / total),
              headerRows: 1,
              rows: [
                { cells: columns.map(({ heading }) => headerCell(heading)), mayBreak: false },
                ...rows.map((row) => ({ cells: columns.map(({ cell }) => cell(row)), mayBreak: false })),
              ],
            },
          },
    ],
    omitted: [],
  };
  const some = new Set(rows.map(({ id }) => id));
  const actions = plan.actions.filter(({ id }) => some.has(id));
  return withUndecided(page, [...new Set(actions.flatMap((action) => undecidedOf(action, undecided)))]);
}

interface RowsColumn {
  heading: string;
  /** Its share of the table's width. */
  width: number;
  cell(row: Row): PageCell;
}

function columnsFor(plan: Plan): RowsColumn[] {
  const actions = new Map(plan.actions.map((action) => [action.id, action]));
  return [
    { heading: 'No.', width: 5, cell: ({ number }) => textCell(number || 'None') },
    { heading: term(plan), width: 11, cell: ({ home }) => textCell(home) },
    { heading: 'Action', width: 30, cell: (row) => written(actionParagraphs(actions.get(row.id)), 'None') },
    {
      heading: 'Leads',
      width: 14,
      cell: ({ leads }) => textCell(leads.map(({ name }) => name).join(', ') || 'None'),
    },
    { heading: 'Due', width: 10, cell: ({ due, overdue }) => written(dueParagraphs(due, overdue), 'None') },
    {
      heading: 'Rating',
      width: 9,
      cell: ({ rating }) =>
        rating
          ? { ...textCell(rating.label, fillOf(rating.colour, rating.code)), align: 'centre' }
          : textCell('Not rated'),
    },
    { heading: 'Latest update', width: 21, cell: ({ latest }) => written(updateParagraphs(latest), 'None') },
  ];
}

function actionParagraphs(action: Plan['actions'][number] | undefined): Paragraph[] {
  if (!action) return [];
  const heading = action.heading ? [{ runs: [{ text: action.heading, bold: true as const }] }] : [];
  return [...heading, ...paragraphsOf(action.text, { kind: 'action', id: action.id, field: 'text' })];
}

/** As it is written, and in a line below it the day that it means. */
function dueParagraphs(due: Row['due'], overdue: boolean): Paragraph[] {
  if (!due) return [];
  const day = describeDue(due);
  const below = [...(overdue ? ['Overdue'] : []), ...(day === due.text ? [] : [day])].join(': ');
  return [{ runs: [{ text: due.text }] }, ...(below === '' ? [] : [{ runs: [{ text: below }] }])];
}

function updateParagraphs(update: Row['latest']): Paragraph[] {
  if (!update) return [];
  const paragraphs = paragraphsOf(update.text, { kind: 'update', id: update.id, field: 'text' });
  return update.date ? [{ runs: [{ text: longDate(update.date), bold: true }] }, ...paragraphs] : paragraphs;
}

function written(paragraphs: Paragraph[], empty: string): PageCell {
  return paragraphs.length > 0 ? { paragraphs, columnSpan: 1, rowSpan: 1 } : textCell(empty);
}
