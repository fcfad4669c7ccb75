import type { LayoutDefinition } from '../layout.ts';

/** One row for an action beside the gap that it closes, with its leads and its latest status. */
export const gapsByAction: LayoutDefinition = {
  id: 'gaps-by-action',
  title: 'Gaps and RAG status, action by action',
  page: { orientation: 'landscape', size: 'A4' },
  grain: 'action',
  columns: [
    {
      heading: 'WRES Indicator & Objective',
      width: 20,
      fields: [
        { field: 'indicator.name' },
        { field: 'indicator.objective', label: 'Objective:' },
        // Not beside the actions' own status: there it would seem to be rated by their colour.
        { field: 'indicator.updates', label: 'Progress:' },
      ],
      style: 'plain',
      empty: '',
    },
    {
      heading: 'Gaps',
      width: 19,
      fields: [{ field: 'indicator.narrative' }, { field: 'indicator.gaps' }, { field: 'action.gap' }],
      style: 'plain',
      empty: '',
    },
    { heading: 'Action', width: 29, fields: [{ field: 'action.text' }], style: 'plain', empty: '' },
    {
      heading: 'Responsible Lead',
      width: 15,
      fields: [{ field: 'action.leads' }],
      style: 'joined',
      separator: ' / ',
      empty: '',
    },
    {
      heading: 'Status update (RAG)',
      width: 17,
      fields: [{ field: 'action.latestUpdate' }, { field: 'action.rating' }],
      style: 'plain',
      empty: '',
    },
  ],
  indicatorLabel: '{label} {number}: {wording}',
  numbering: 'none',
  rating: { show: 'label', fill: 'cell' },
  dates: 'short',
  key: false,
  preface: true,
  closing: true,
};
