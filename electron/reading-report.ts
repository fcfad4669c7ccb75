import { counted } from '../shared/plan/names.ts';
import type { Recognised } from '../shared/recognise/recognise.ts';

/** What was read from a Word file and what is in doubt, a line each. */
export function readingInWords({ plan, layout, columns, doubts, leftOver }: Recognised): string[] {
  const read = [counted(plan.indicators.length, 'indicator'), counted(plan.actions.length, 'action')];
  const headings = columns.map(({ heading }) => `“${heading}”`).join(', ');
  return [
    `Read ${read.join(', ')} and ${counted(plan.people.length, 'lead')}, ${layout && !layout.own ? `in the layout “${layout.title}”` : `from the columns ${headings}`}`,
    ...(layout?.own ? [`Kept as a layout of the plan’s own: “${layout.title}”`] : []),
    ...doubts.map(({ where, found, took }) => `In doubt: ${where}: ${found}. Taken as: ${took}`),
    ...leftOver.map(({ what, text }) => `Left over: ${what}: ${text}`),
  ];
}

/** The same for another program, as JSON. */
export function readingReport({ plan, layout, columns, doubts, leftOver }: Recognised): string {
  const { title, trust, standard, edition, period, indicators, actions, people } = plan;
  const read = { indicators: indicators.length, actions: actions.length, leads: people.length };
  const inDoubt = doubts.map(({ where, found, took }) => ({ where, found, took }));
  const over = leftOver.map(({ what, text }) => ({ what, text }));
  const facts = { title, trust, standard, edition, period, read, layout: layout ?? null, columns };
  return `${JSON.stringify({ ...facts, doubts: inDoubt, leftOver: over }, null, 2)}\n`;
}
