import type { LayoutDefinition } from '../layout.ts';

/** One row for an indicator with its progress so far, the outcome that is meant, a date and a status. */
export const progressOutcome: LayoutDefinition = {
  id: 'progress-outcome',
  title: 'Progress, outcomes and status',
  page: { orientation: 'landscape', size: 'A4' },
  grain: 'indicator',
  columns: [
    { heading: 'WRES indicator', width: 15, fields: [{ field: 'indicator.name' }], style: 'plain', empty: '' },
    { heading: 'Actions', width: 22, fields: [{ field: 'action.text' }], style: 'bullets', empty: '' },
    { heading: 'Lead', width: 12, fields: [{ field: 'action.leads' }], style: 'plain', empty: '' },
    {
      heading: 'Progress',
      width: 20,
      fields: [{ field: 'indicator.updates' }, { field: 'action.updates' }],
      style: 'bullets',
      empty: '',
    },
    {
      heading: 'Outcome',
      width: 17,
      fields: [{ field: 'indicator.outcome' }, { field: 'action.outcome' }],
      style: 'bullets',
      empty: '',
    },
    { heading: 'Date', width: 7, fields: [{ field: 'action.due' }], style: 'plain', empty: '' },
    { heading: 'Status', width: 7, fields: [{ field: 'action.rating' }], style: 'plain', align: 'centre', empty: '' },
  ],
  indicatorLabel: '{number}. {wording}',
  numbering: 'none',
  rating: { show: 'code', fill: 'cell' },
  dates: 'short',
  key: false,
  preface: true,
  closing: true,
};
