import type { LayoutDefinition } from '../layout.ts';

/** One row for an action, with the indicators that it moves, directly or indirectly, as columns. */
export const indicatorMatrix: LayoutDefinition = {
  id: 'indicator-matrix',
  title: 'Actions against the indicators that they move',
  page: { orientation: 'landscape', size: 'A4' },
  grain: 'matrix',
  columns: [
    { heading: '#', width: 4, fields: [{ field: 'action.number' }], style: 'plain', empty: '' },
    { heading: 'Action', width: 39, fields: [{ field: 'action.text' }], style: 'plain', empty: '' },
  ],
  indicatorLabel: '{label} {number}: {wording}',
  numbering: 'own',
  rating: { show: 'label', fill: 'none' },
  dates: 'long',
  matrix: {
    banner:
      'WRES action plan: the indicators that each action should improve directly (red, Direct) and those that it should improve indirectly (amber, Indirect)',
    indicators: 'WRES Indicators',
    width: 6.3,
    direct: { word: 'Direct', colour: '#c00000' },
    indirect: { word: 'Indirect', colour: '#ffc000' },
  },
  key: false,
  preface: true,
  closing: true,
};
