import type { Column, FieldId, Layout } from './layout.ts';

/** The parts of a layout as a person reads them: in the editor, and in the history. */

export const fieldTitles: Record<FieldId, string> = {
  'indicator.name': 'Name of the indicator',
  'indicator.objective': 'Objective',
  'indicator.narrative': 'Narrative',
  'indicator.gaps': 'Gaps of the indicator',
  'indicator.measure': 'Measure of the indicator',
  'indicator.outcome': 'Outcome of the indicator',
  'indicator.updates': 'Progress of the indicator',
  'action.number': 'Number of the action',
  'action.heading': 'Heading of the action',
  'action.text': 'Action',
  'action.gap': 'Gap of the action',
  'action.measure': 'Measure of the action',
  'action.outcome': 'Outcome of the action',
  'action.leads': 'Leads',
  'action.due': 'Date',
  'action.rating': 'Rating',
  'action.updates': 'Progress, all updates',
  'action.latestUpdate': 'Progress, latest update',
  'action.effects': 'Other indicators that it moves',
};

export const choiceTitles = {
  grain: {
    indicator: 'A row for each indicator',
    action: 'A row for each action',
    matrix: 'A row for each action, a column for each indicator',
    section: 'A table for each indicator',
  },
  numbering: {
    none: 'None',
    continuous: 'Through the whole plan',
    perIndicator: 'From 1 in each indicator',
    own: 'In a column of their own',
  },
  style: { plain: 'One to a line', bullets: 'Bullets', numbers: 'Numbered', joined: 'On one line' },
  align: { left: 'Left', centre: 'Centred' },
  show: { code: 'Code', label: 'Label', both: 'Code and label' },
  fill: { cell: 'The cell', line: 'Its line', none: 'Nothing' },
  dates: { short: '24.08.21', long: '24 August 2021' },
  orientation: { landscape: 'Landscape', portrait: 'Portrait' },
} satisfies {
  grain: Record<Layout['grain'], string>;
  numbering: Record<Layout['numbering'], string>;
  style: Record<Column['style'], string>;
  align: Record<NonNullable<Column['align']> | 'left', string>;
  show: Record<Layout['rating']['show'], string>;
  fill: Record<Layout['rating']['fill'], string>;
  dates: Record<Layout['dates'], string>;
  orientation: Record<Layout['page']['orientation'], string>;
};

/** What a field of a layout says. */
export function layoutInWords<Field extends keyof Layout>(field: Field, value: Layout[Field]): string {
  if (value === undefined) return '';
  const layout = { [field]: value } as Partial<Layout>;
  if (typeof value === 'boolean') return value ? 'shown' : 'left out';
  if (layout.columns) return layout.columns.map(columnInWords).join(' · ');
  if (layout.page) return choiceTitles.orientation[layout.page.orientation];
  if (layout.rating)
    return `${choiceTitles.show[layout.rating.show]}; coloured: ${choiceTitles.fill[layout.rating.fill]}`;
  if (layout.grain) return choiceTitles.grain[layout.grain];
  if (layout.numbering) return choiceTitles.numbering[layout.numbering];
  if (layout.dates) return choiceTitles.dates[layout.dates];
  if (!layout.matrix) return String(value);
  const { banner, indicators, direct, indirect } = layout.matrix;
  return [banner, indicators, direct.word, indirect.word].join(' · ');
}

/** "Lead (Leads; width 12)" */
function columnInWords({ heading, width, fields, style, separator, align, empty }: Column): string {
  const shown = fields.map(({ field, label }) => (label ? `${fieldTitles[field]} as “${label}”` : fieldTitles[field]));
  const look =
    style === 'plain' ? [] : [choiceTitles.style[style].toLowerCase() + (separator ? ` with “${separator}”` : '')];
  const aligned = align ? [choiceTitles.align[align].toLowerCase()] : [];
  const without = empty === '' ? [] : [`else “${empty}”`];
  return `${heading} (${[...shown, ...look, ...aligned, ...without, `width ${width}`].join('; ')})`;
}
