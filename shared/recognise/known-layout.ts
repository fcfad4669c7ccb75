import { builtInLayouts } from '../layout/built-in.ts';
import type { Column, Layout } from '../layout/layout.ts';
import type { ActionTable } from './table.ts';
import { plainWords } from './text.ts';

/**
 * The layout that has these columns, by their headings: all of them or, in its plain twin, those of the actions. A matrix
 * is known by its columns of indicators.
 */
export function knownLayout({ columns }: ActionTable): Layout | undefined {
  const headings = columns.map(({ heading }) => plainWords(heading));
  if (columns.some(({ indicator }) => indicator !== undefined))
    return builtInLayouts.find(({ grain }) => grain === 'matrix');
  const has = (all: Column[]) =>
    all.length === headings.length && all.every((each, at) => plainWords(each.heading) === headings[at]);
  const ofActions = ({ fields }: Column) => fields.some(({ field }) => field.startsWith('action.'));
  const onlyOfActions = ({ fields }: Column) => fields.every(({ field }) => field.startsWith('action.'));
  return (
    builtInLayouts.find((layout) => has(layout.columns)) ??
    builtInLayouts.find(
      (layout) => has(layout.columns.filter(ofActions)) || has(layout.columns.filter(onlyOfActions)),
    ) ??
    builtInLayouts.find(
      ({ matrix, columns: all }) =>
        matrix && headings.join() === [...all.map(({ heading }) => heading), matrix.indicators].map(plainWords).join(),
    )
  );
}
