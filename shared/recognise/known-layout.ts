import { builtInLayouts } from '../layout/built-in.ts';
import type { Layout } from '../layout/layout.ts';
import type { ActionTable } from './table.ts';
import { plainWords } from './text.ts';

/** The layout that has these columns, by their headings; a matrix by having columns of indicators. */
export function knownLayout({ columns }: ActionTable): Layout | undefined {
  const matrix = columns.some(({ indicator }) => indicator !== undefined);
  const headings = columns.map(({ heading }) => plainWords(heading));
  return builtInLayouts.find((layout) =>
    matrix
      ? layout.grain === 'matrix'
      : layout.columns.length === headings.length &&
        layout.columns.every(({ heading }, index) => plainWords(heading) === headings[index]),
  );
}
