import type { Layout } from './layout.ts';

/**
 * The plain twin that every layout has by itself: the same fields under the same headings, by section, without merged,
 * split or empty cells, as public-sector guidance on tables asks. A matrix says its effects in words, in one column.
 */
export function plainTwin(layout: Layout): Layout {
  const { matrix, ...rest } = layout;
  const effects = matrix && {
    heading: matrix.indicators,
    width: Math.max(...rest.columns.map(({ width }) => width)) / 2,
    fields: [{ field: 'action.effects' as const }],
    style: 'plain' as const,
    alone: 'plain' as const,
    empty: 'None',
  };
  return { ...rest, grain: 'section', columns: effects ? [...rest.columns, effects] : rest.columns };
}
