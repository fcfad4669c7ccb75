import type { LayoutDefinition } from '../layout.ts';

/** One row for a metric: what its data tells us, then actions that are numbered on through the whole plan. */
export const narrativeNumbered: LayoutDefinition = {
  id: 'narrative-numbered',
  title: 'Narrative and numbered actions',
  page: { orientation: 'landscape', size: 'A4' },
  grain: 'indicator',
  columns: [
    { heading: 'WRES Metric', width: 19, fields: [{ field: 'indicator.name' }], style: 'plain', empty: '' },
    {
      heading: 'What is the data telling us?/narrative',
      width: 24,
      fields: [{ field: 'indicator.narrative' }, { field: 'indicator.gaps' }, { field: 'action.gap' }],
      style: 'plain',
      empty: '',
    },
    { heading: 'Actions to be taken', width: 33, fields: [{ field: 'action.text' }], style: 'numbers', empty: '' },
    { heading: 'Responsible Officer', width: 14, fields: [{ field: 'action.leads' }], style: 'plain', empty: '' },
    { heading: 'Deadline Date', width: 10, fields: [{ field: 'action.due' }], style: 'plain', empty: '' },
  ],
  indicatorLabel: '{label} {number}: {wording}',
  numbering: 'continuous',
  rating: { show: 'label', fill: 'none' },
  dates: 'long',
  key: false,
  preface: true,
  closing: true,
};
