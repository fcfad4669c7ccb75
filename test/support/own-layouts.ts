import fc from 'fast-check';
import { indicatorMatrix } from '../../shared/layout/built-in/indicator-matrix.ts';
import type { Column, FieldId, Layout } from '../../shared/layout/layout.ts';

/** Layouts as the page of layouts makes them, under headings that Trusts give such columns. */
export function ownLayouts(): fc.Arbitrary<Layout> {
  return fc
    .record({
      orientation: fc.constantFrom('landscape' as const, 'portrait' as const),
      grain: fc.constantFrom('indicator' as const, 'action' as const, 'matrix' as const, 'section' as const),
      columns: fc.tuple(...kinds.map(column)),
      order: fc.shuffledSubarray(
        kinds.map((_, at) => at),
        { minLength: kinds.length },
      ),
      some: fc.integer({ min: 0, max: kinds.length - 2 }),
      indicatorLabel: fc.constantFrom(
        '{label} {number}: {wording}',
        '{number}. {wording}',
        '{label} {number} – {wording}',
        '{wording} ({label} {number})',
        '{label} {number}',
        '{wording}',
      ),
      numbering: fc.constantFrom('none' as const, 'continuous' as const, 'perIndicator' as const),
      show: fc.constantFrom('code' as const, 'label' as const, 'both' as const),
      fill: fc.constantFrom('cell' as const, 'line' as const, 'none' as const),
      dates: fc.constantFrom('short' as const, 'long' as const),
      width: fc.integer({ min: 1, max: 12 }),
      key: fc.boolean(),
      preface: fc.boolean(),
      closing: fc.boolean(),
    })
    .map(({ orientation, grain, columns, order, some, show, fill, width, ...layout }): Layout => {
      const [name, action] = [0, 1];
      const needed = grain === 'section' || grain === 'matrix' ? [action] : [name, action];
      const others = order.filter((at) => !needed.includes(at) && kinds[at]?.in(grain)).slice(0, some);
      const shown = order.filter((at) => needed.includes(at) || others.includes(at));
      const own = shown.some((at) => columns[at]?.fields.some(({ field }) => field === 'action.number'));
      return {
        id: '00000000-0000-4000-8000-000000000001',
        title: 'Our layout',
        page: { orientation, size: 'A4' },
        grain,
        columns: shown
          .map((at) => columns[at] as Column)
          .map((each) => (grain === 'indicator' ? marked(each, layout.numbering) : each)),
        ...layout,
        numbering: own ? 'own' : layout.numbering,
        rating: { show, fill },
        ...(grain === 'matrix' && { matrix: { ...(indicatorMatrix.matrix as NonNullable<Layout['matrix']>), width } }),
      };
    });
}

/** Where actions stand in one cell, a mark says where each begins. */
function marked(column: Column, numbering: Layout['numbering']): Column {
  const ofActions = column.fields.some(({ field }) => field === 'action.text');
  const unmarked = column.style === 'plain' || numbering === 'none';
  if (column.style === 'joined') return { ...column, style: 'plain' };
  return ofActions && unmarked ? { ...column, style: 'bullets' } : column;
}

type Grain = Layout['grain'];

interface Kind {
  /** What stands in the column: one of these. */
  fields: Column['fields'][];
  headings: string[];
  styles?: Column['style'][];
  in(grain: Grain): boolean;
}

const shows = (...fields: FieldId[]) => fields.map((field) => ({ field }));
const everywhere = () => true;
const besideIndicators = (grain: Grain) => grain !== 'matrix';
const ofActions = (grain: Grain) => grain === 'action' || grain === 'section';

/** What a column shows and how it is called; no two show the same. */
const kinds: Kind[] = [
  {
    fields: [shows('indicator.name')],
    headings: ['WRES Indicator', 'Linked metric', 'Indicator', 'Metric number and wording'],
    in: besideIndicators,
  },
  {
    fields: [shows('action.text')],
    headings: ['What we will do', 'Actions', 'Planned activity', 'Our commitments'],
    styles: ['plain', 'bullets', 'numbers'],
    in: everywhere,
  },
  { fields: [shows('action.number')], headings: ['No.', 'Ref'], in: ofActions },
  { fields: [shows('indicator.objective')], headings: ['Objective', 'Where we want to be'], in: besideIndicators },
  {
    fields: [shows('indicator.narrative')],
    headings: ['What the data tell us', 'Our analysis'],
    in: besideIndicators,
  },
  {
    fields: [shows('indicator.gaps'), shows('indicator.gaps', 'action.gap')],
    headings: ['Gaps', 'Key issues'],
    in: besideIndicators,
  },
  {
    fields: [shows('indicator.measure', 'action.measure'), shows('action.measure'), shows('indicator.measure')],
    headings: ['Measure of success', 'KPIs', 'How will we know?'],
    styles: ['plain', 'bullets'],
    in: besideIndicators,
  },
  {
    fields: [shows('indicator.outcome', 'action.outcome'), shows('action.outcome')],
    headings: ['Intended outcome', 'Impact'],
    styles: ['plain', 'bullets'],
    in: besideIndicators,
  },
  {
    fields: [shows('indicator.updates', 'action.updates'), shows('action.updates'), shows('action.latestUpdate')],
    headings: ['Progress to date', 'Latest position'],
    styles: ['plain', 'bullets'],
    in: besideIndicators,
  },
  {
    fields: [shows('action.leads')],
    headings: ['Who leads on it', 'Owner', 'Responsible person'],
    styles: ['plain', 'joined', 'bullets'],
    in: everywhere,
  },
  { fields: [shows('action.due')], headings: ['By when', 'Target date', 'Timescale'], in: everywhere },
  { fields: [shows('action.rating')], headings: ['RAG', 'Current status', 'Progress rating'], in: everywhere },
  { fields: [shows('action.effects')], headings: ['Linked WRES indicators'], in: ofActions },
];

function column({ fields, headings, styles = ['plain'] }: Kind): fc.Arbitrary<Column> {
  return fc
    .record({
      heading: fc.constantFrom(...headings),
      width: fc.integer({ min: 5, max: 40 }),
      fields: fc.constantFrom(...fields),
      style: fc.constantFrom(...styles),
      separator: fc.constantFrom(' / ', '; '),
      alone: fc.constantFrom('marked' as const, 'plain' as const),
      empty: fc.constantFrom('', 'None', '–', 'n/a'),
    })
    .map(({ separator, ...each }) => ({ ...each, ...(each.style === 'joined' && { separator }) }));
}
