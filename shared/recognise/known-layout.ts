import { builtInLayouts } from '../layout/built-in.ts';
import type { Column, Layout } from '../layout/layout.ts';
import type { ActionTable } from './table.ts';
import { plainWords } from './text.ts';

/**
 * The layout that has these columns, by their headings: all of them or, in its plain twin, those of the actions. A matrix
 * has columns of indicators besides.
 */
export function knownLayout({ columns }: ActionTable): Layout | undefined {
  const headings = columns.map(({ heading }) => plainWords(heading));
  const has = (all: Column[]) =>
    all.length === headings.length && all.every((each, at) => plainWords(each.heading) === headings[at]);
  const ofActions = ({ fields }: Column) => fields.some(({ field }) => field.startsWith('action.'));
  const alsoOfIndicators = ({ fields }: Column) => fields.some(({ field }) => field.startsWith('indicator.'));
  // A column that an indicator has too is there where an action has something in it.
  const inTwin = (column: Column) =>
    ofActions(column) && (!alsoOfIndicators(column) || headings.includes(plainWords(column.heading)));
  if (columns.some(({ indicator }) => indicator !== undefined)) {
    // Under its banner a matrix may do without headings of its own.
    const own = headings.filter((_, at) => columns[at]?.indicator === undefined);
    const says = (all: Column[]) =>
      all.length === own.length && own.every((each, at) => each === '' || each === plainWords(all[at]?.heading ?? ''));
    return builtInLayouts.find((layout) => layout.grain === 'matrix' && says(layout.columns));
  }
  return (
    builtInLayouts.find((layout) => has(layout.columns)) ??
    builtInLayouts.find((layout) => has(layout.columns.filter(inTwin))) ??
    builtInLayouts.find(
      ({ matrix, columns: all }) =>
        matrix && headings.join() === [...all.map(({ heading }) => heading), matrix.indicators].map(plainWords).join(),
    )
  );
}
