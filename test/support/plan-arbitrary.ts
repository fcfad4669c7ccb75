import fc from 'fast-check';
import { builtInLayouts } from '../../shared/layout/built-in.ts';
import { type Column, fieldIds } from '../../shared/layout/layout.ts';
import type { Action, Due, Indicator, OwnLayout, Plan, RatingScale, Section, Update } from '../../shared/plan/model.ts';
import type { Block, RichText, Run } from '../../shared/plan/rich-text.ts';
import { counter } from './ids.ts';

/** Any plan: few records, but with everything that the model has, and texts that are hard to keep. */
export function plans(): fc.Arbitrary<Plan> {
  return fc
    .record({
      head,
      preface: fc.array(section, { maxLength: 3 }),
      closing: fc.array(section, { maxLength: 3 }),
      scales: fc.array(scale, { maxLength: 3 }),
      people: fc.array(person, { maxLength: 4 }),
      indicators: fc.array(indicator, { maxLength: 4 }),
      actions: fc.array(action, { maxLength: 8 }),
      exceptions: fc.array(fc.record({ check: fc.constantFrom('no-lead', 'no-date'), of: fc.nat(9), reason: words }), {
        maxLength: 2,
      }),
      layouts: fc.array(layoutsOfOwn, { maxLength: 2 }),
      publishedIn: maybe(fc.nat(9)),
    })
    .map(putTogether);
}

/** One line of words. */
export const words = fc.oneof(
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
    .filter((value) => value.trim() !== '' && isPrintable(value)),
  fc.constantFrom(
    'Head of Resourcing',
    'O\'Brien & Sons <Ltd> "EDI"',
    '• not a bullet',
    '"; DROP TABLE "plan"; --',
    'مساواة',
    '平等 👩🏽‍⚕️ é',
    ' two  spaces ',
    'null',
    '0',
  ),
);

/** A long text. */
export const richTexts: fc.Arbitrary<RichText> = fc.array(
  fc
    .record({
      kind: fc.constantFrom<Block['kind']>('paragraph', 'bullet', 'number'),
      level: fc.option(fc.integer({ min: 0, max: 2 }), { nil: undefined }),
      runs: fc.array(
        fc
          .record({
            text: fc.oneof(words, fc.constantFrom('', '\n', 'a\tb', 'one\ntwo')),
            bold: fc.constantFrom(true as const, undefined),
            italic: fc.constantFrom(true as const, undefined),
            href: fc.constantFrom('https://www.england.nhs.uk/', 'mailto:edi@example.org', undefined),
          })
          .map((run) => present(run) as Run),
        { maxLength: 3 },
      ),
    })
    .map((block) => present(block) as Block),
  { maxLength: 4 },
);

export const dues: fc.Arbitrary<Due> = fc
  .record({ text: words, date: maybe(days()), fixed: fc.constantFrom(true as const, undefined) })
  .map((due) => present(due) as Due);

function days() {
  return fc
    .date({ min: new Date('2019-01-01'), max: new Date('2031-12-31'), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10));
}

const update = fc.record({ date: maybe(days()), text: richTexts, rating: maybe(fc.nat(9)) });
const section = fc.record({ heading: maybe(words), body: richTexts });
const scale = fc.record({
  title: fc.oneof(words, fc.constant('')),
  ratings: fc.array(fc.record({ label: words, meaning: fc.oneof(words, fc.constant('')), colour: fc.nat(0xffffff) }), {
    maxLength: 4,
  }),
});
const person = fc.record({ name: words, role: maybe(words), email: maybe(words) });
const shared = {
  leads: fc.array(fc.nat(9), { maxLength: 3 }),
  due: maybe(dues),
  rating: maybe(fc.nat(9)),
  updates: fc.array(update, { maxLength: 3 }),
  notes: maybe(richTexts),
  measure: maybe(richTexts),
  outcome: maybe(richTexts),
};
const number = fc.constantFrom('1', '4a', '12', '6.2');
const indicator = fc.record({
  ...shared,
  number: fc.option(number),
  wording: fc.oneof(words, fc.constant('')),
  objective: maybe(richTexts),
  narrative: maybe(richTexts),
  gaps: maybe(richTexts),
});
const action = fc.record({
  ...shared,
  home: maybe(fc.nat(9)),
  number: maybe(number),
  heading: maybe(words),
  text: richTexts,
  gap: maybe(richTexts),
  effects: maybe(
    fc.array(fc.tuple(fc.nat(9), fc.constantFrom('direct' as const, 'indirect' as const)), { maxLength: 3 }),
  ),
});
const head = fc.record({
  title: words,
  trustName: words,
  shortName: maybe(words),
  standard: fc.constantFrom('WRES' as const, 'WDES' as const),
  edition: words,
  from: days(),
  to: days(),
  label: words,
  status: fc.constantFrom('draft' as const, 'approved' as const, 'published' as const),
  layout: maybe(words),
  bme: maybe(words),
  indicatorTerm: maybe(fc.constantFrom('Indicator', 'Metric')),
});

const shortWords = words.filter(({ length }) => length <= 60);
const layoutColumn = fc.record({
  heading: shortWords,
  width: fc.integer({ min: 1, max: 100 }),
  fields: fc.array(
    fc
      .record({ field: fc.constantFrom(...fieldIds), label: maybe(shortWords) })
      .map((each) => present(each) as Column['fields'][number]),
    { minLength: 1, maxLength: 3 },
  ),
  style: fc.constantFrom<Column['style']>('plain', 'bullets', 'numbers', 'joined'),
  separator: maybe(fc.constantFrom(' / ', '; ')),
  alone: fc.constantFrom<Column['alone']>('marked', 'plain'),
  empty: fc.constantFrom('', 'None', 'tbc'),
  align: maybe(fc.constant('centre' as const)),
});

/** With the actions, which no layout is without, in the last. */
function withActions(columns: Column[]): Column[] {
  const last = columns.at(-1) as Column;
  return [...columns.slice(0, -1), { ...last, fields: [...last.fields, { field: 'action.text' }] }];
}

/** Any layout of a plan's own, without an id. */
export const layoutsOfOwn: fc.Arbitrary<Omit<OwnLayout, 'id'>> = fc
  .record({
    title: shortWords,
    page: fc.constantFrom<OwnLayout['page']>(
      { orientation: 'landscape', size: 'A4' },
      { orientation: 'portrait', size: 'A4' },
    ),
    grain: fc.constantFrom<OwnLayout['grain']>('indicator', 'action', 'matrix', 'section'),
    columns: fc
      .array(
        layoutColumn.map((column) => present(column) as Column),
        { minLength: 1, maxLength: 4 },
      )
      .map(withActions),
    indicatorLabel: fc.constantFrom('{label} {number}: {wording}', '{wording}', 'Standard {number}'),
    numbering: fc.constantFrom<OwnLayout['numbering']>('none', 'continuous', 'perIndicator', 'own'),
    rating: fc.record({
      show: fc.constantFrom<OwnLayout['rating']['show']>('code', 'label', 'both'),
      fill: fc.constantFrom<OwnLayout['rating']['fill']>('cell', 'line', 'none'),
    }),
    dates: fc.constantFrom<OwnLayout['dates']>('short', 'long'),
    matrix: maybe(fc.constantFrom(...builtInLayouts.flatMap(({ matrix }) => matrix ?? []))),
    key: fc.boolean(),
    preface: fc.boolean(),
    closing: fc.boolean(),
  })
  .map((layout) => present(layout) as Omit<OwnLayout, 'id'>);

type Of<T> = T extends fc.Arbitrary<infer V> ? V : never;
interface Parts {
  head: Of<typeof head>;
  preface: Of<typeof section>[];
  closing: Of<typeof section>[];
  scales: Of<typeof scale>[];
  people: Of<typeof person>[];
  indicators: Of<typeof indicator>[];
  actions: Of<typeof action>[];
  exceptions: { check: string; of: number; reason: string }[];
  layouts: Of<typeof layoutsOfOwn>[];
  publishedIn: number | undefined;
}

/** Gives ids, and makes of each "the n-th" what it stands for. */
function putTogether(parts: Parts): Plan {
  const newId = counter();
  const { head } = parts;
  const people = parts.people.map((each) => ({ id: newId(), ...present(each) }) as Plan['people'][number]);
  const ratingScales = parts.scales.map(
    (each, index): RatingScale => ({
      id: `scale ${index + 1}`,
      title: each.title,
      ratings: each.ratings.map((rating, step) => ({
        id: newId(),
        code: `${index}${step}`,
        label: rating.label,
        meaning: rating.meaning,
        colour: `#${rating.colour.toString(16).padStart(6, '0')}`,
      })),
    }),
  );
  const codes = ratingScales.flatMap(({ ratings }) => ratings.map(({ code }) => code));
  const indicatorIds = parts.indicators.map(newId);
  const layouts = parts.layouts.map((each) => ({ ...each, id: newId() }));

  const commonOf = (each: Of<typeof indicator> | Of<typeof action>) => ({
    ...present({
      due: each.due,
      rating: nth(codes, each.rating),
      notes: each.notes,
      measure: each.measure,
      outcome: each.outcome,
    }),
    leads: [...new Set(each.leads.map((lead) => nth(people, lead)?.id).filter((id) => id !== undefined))],
    updates: each.updates.map(
      ({ date, text, rating }) => ({ id: newId(), text, ...present({ date, rating: nth(codes, rating) }) }) as Update,
    ),
  });
  const sectionOf = ({ heading, body }: Of<typeof section>) =>
    ({ id: newId(), body, ...present({ heading }) }) as Section;
  const terms = present({ bme: head.bme, indicator: head.indicatorTerm });

  return {
    id: newId(),
    title: head.title,
    trust: { name: head.trustName, ...present({ shortName: head.shortName }) },
    standard: head.standard,
    edition: head.edition,
    period: {
      from: [head.from, head.to].sort()[0] as string,
      to: [head.from, head.to].sort()[1] as string,
      label: head.label,
    },
    status: head.status,
    ratingScale: ratingScales[0]?.id ?? 'none',
    ...present({ layout: nth(layouts, parts.publishedIn)?.id ?? head.layout }),
    ...(Object.keys(terms).length > 0 && { terms }),
    preface: parts.preface.map(sectionOf),
    closing: parts.closing.map(sectionOf),
    ratingScales,
    people,
    indicators: parts.indicators.map((each, index) => {
      const { number, wording, objective, narrative, gaps } = each;
      const id = indicatorIds[index] as string;
      return { id, number, wording, ...present({ objective, narrative, gaps }), ...commonOf(each) } as Indicator;
    }),
    actions: parts.actions.map((each) => {
      const { number, heading, text, gap } = each;
      const effects = each.effects?.flatMap(([index, effect]) => {
        const id = nth(indicatorIds, index);
        return id === undefined ? [] : [[id, effect]];
      });
      return {
        id: newId(),
        indicator: nth(indicatorIds, each.home) ?? null,
        text,
        ...present({ number, heading, gap, effects: effects && Object.fromEntries(effects) }),
        ...commonOf(each),
      } as Action;
    }),
    ...(parts.exceptions.length > 0 && {
      exceptions: parts.exceptions.map(({ check, of, reason }) => ({
        id: newId(),
        check,
        kind: 'indicator' as const,
        record: nth(indicatorIds, of) ?? 'gone',
        reason,
      })),
    }),
    ...(layouts.length > 0 && { layouts }),
  };
}

function maybe<Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> {
  return fc.option(value, { nil: undefined });
}

function nth<Item>(items: Item[], index: number | undefined): Item | undefined {
  return index === undefined || items.length === 0 ? undefined : items[index % items.length];
}

function present(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function isPrintable(value: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return value.isWellFormed() && !/[\u0000-\u001f\u007f\ufffe\uffff]/.test(value);
}
