import type { LayoutDefinition } from '../layout.ts';

/** One row for a metric with its measures of success and a coded rating; a key to the codes after the table. */
export const metricKpiRating: LayoutDefinition = {
  id: 'metric-kpi-rating',
  title: 'Metrics, KPIs and progress rating',
  page: { orientation: 'portrait', size: 'A4' },
  grain: 'indicator',
  columns: [
    { heading: 'WRES Metric', width: 22, fields: [{ field: 'indicator.name' }], style: 'plain', empty: '' },
    { heading: 'Action', width: 40, fields: [{ field: 'action.text' }], style: 'bullets', alone: 'plain', empty: '' },
    { heading: 'Time-scale', width: 11, fields: [{ field: 'action.due' }], style: 'plain', empty: '' },
    {
      heading: 'KPI',
      width: 16,
      fields: [{ field: 'indicator.measure' }, { field: 'action.measure' }],
      style: 'plain',
      empty: '',
    },
    {
      heading: 'Progress Rating',
      width: 11,
      fields: [{ field: 'action.rating' }],
      style: 'plain',
      align: 'centre',
      empty: '',
    },
  ],
  indicatorLabel: '{wording}',
  numbering: 'none',
  rating: { show: 'code', fill: 'cell' },
  dates: 'short',
  key: true,
  preface: true,
  closing: true,
};
