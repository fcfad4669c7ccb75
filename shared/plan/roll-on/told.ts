import { describeDue } from '../due.ts';
import { counted, listed } from '../names.ts';
import type { RollOnReport } from './roll-on.ts';

/** The report in lines, for a terminal: what came of the plan first, then all that a person should look at. */
export function rollOnInWords(report: RollOnReport): string[] {
  const { title, period, edition, wordings, carried, finished, dates, ratings, notes, decisions, years } = report;
  const of = (fate: (typeof finished)[number]['fate']) => finished.filter((each) => each.fate === fate);
  const summedUp = of('summed up');
  const some = (list: readonly unknown[], ...lines: string[]) => (list.length > 0 ? lines : []);
  return [
    `Rolled on from ${period.from} to ${period.to}: ${counted(carried.length, 'action')} carried over.`,
    ...some(
      summedUp,
      `${counted(summedUp.length, 'finished action')} summed up in the introduction:`,
      ...named(summedUp),
    ),
    ...some(
      of('left behind'),
      `${counted(of('left behind').length, 'finished action')} left behind:`,
      ...named(of('left behind')),
    ),
    ...some(
      dates,
      `${counted(dates.length, 'date')} changed:`,
      ...dates.map(
        (each) => `  ${each.of}: ${describeDue(each.before)} → ${each.after ? describeDue(each.after) : 'none'}`,
      ),
    ),
    ...(ratings > 0 ? [`${counted(ratings, 'rating')} begun anew; what they were is kept as progress.`] : []),
    ...some(notes, `Internal notes left behind: ${counted(notes.length, 'text')}.`),
    ...(decisions > 0 ? [`Decisions about checks left behind: ${decisions}.`] : []),
    editionInWords(edition, wordings),
    ...wordings.filter(({ takes }) => takes !== 'new').map(keptInWords),
    ...(years.length > 0 ? ['To look at: the old year stands in'] : []),
    ...years.map(({ where, sentence }) => `  ${where}: ${sentence}`),
    ...(title.to === title.from && title.suggested !== title.from
      ? [`To change the title: --title "${title.suggested}"`]
      : []),
  ];
}

/** "The 2025 edition words 2, 3 and 9 otherwise than that of 2023." */
export function editionInWords({ from, to }: RollOnReport['edition'], wordings: RollOnReport['wordings']): string {
  if (wordings.length === 0) return `The indicators are worded as before (edition ${to}).`;
  const numbers = listed(
    wordings.map(({ number }) => number),
    40,
  );
  return `The ${to} edition words ${numbers} otherwise than that of ${from}.`;
}

function keptInWords({ number, takes }: RollOnReport['wordings'][number]): string {
  return takes === 'own'
    ? `  ${number} keeps the plan’s own words.`
    : `  ${number} keeps its old words: the new edition’s are not known.`;
}

function named(actions: readonly { name: string; standing: string }[]): string[] {
  return actions.map(({ name, standing }) => `  ${name}${standing === 'closed' ? ', not gone on with' : ''}`);
}
