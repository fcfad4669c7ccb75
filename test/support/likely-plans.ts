import fc from 'fast-check';
import { indicatorSet } from '../../shared/indicator-sets.ts';
import { readDue } from '../../shared/plan/due.ts';
import { financialYear } from '../../shared/plan/financial-year.ts';
import type { Action, Due, Indicator, Plan, Rating, RatingScale, Section, Update } from '../../shared/plan/model.ts';
import type { Block, RichText } from '../../shared/plan/rich-text.ts';
import { plainWords } from '../../shared/recognise/text.ts';
import { counter } from './ids.ts';

/** Plans as officers write them, with all that makes a page hard to read back; every text is a fresh mix of phrases. */
export function likelyPlans(): fc.Arbitrary<Plan> {
  return fc
    .record({
      head,
      scale: fc.constantFrom(...Object.keys(scales)),
      preface: fc.array(section, { maxLength: 2 }),
      closing: fc.array(section, { maxLength: 2 }),
      numbers: fc.subarray(['1', '2', '3', '4', '5', '6', '7', '8', '9'], { minLength: 1, maxLength: 5 }),
      own: fc.subarray(ownRows, { maxLength: 2 }),
      indicators: fc.array(indicator, { minLength: 7, maxLength: 7 }),
      actions: fc.array(action, { minLength: 1, maxLength: 10 }),
      // The number of the first action where the plan fixes them.
      fixed: fc.oneof(
        { weight: 4, arbitrary: fc.constant(undefined) },
        { weight: 1, arbitrary: fc.constantFrom('1', '7', '3a') },
      ),
    })
    .map(putTogether);
}

const verbs = ['Review', 'Publish', 'Set up', 'Agree', 'Train', 'Continue with', 'Listen to', 'Report on', 'Co-design'];
const things = [
  'shortlisting panels for posts at Band 8a and above',
  'the 2023 staff survey with each of the 4 divisions',
  'a reverse mentoring scheme (12 pairs)',
  'disciplinary cases, before they are opened',
  'Indicator 4 data every quarter',
  'career conversations – all BME staff, Bands 2–7',
  'red, amber and green flags in the rota',
  'an action plan for nursing & midwifery',
  'the Lead role of the staff network',
  'Board reports: pay, promotion and leaving',
  'who is responsible for exit interviews',
  'https://example.org/pledge',
];
const tails = [
  '',
  '.',
  ' by 31 March 2025',
  '; report to the Board in Q3',
  ', with a named director for each',
  '?',
  ` ${'so that nobody has to ask twice and everybody can see what came of it, '.repeat(4)}and why.`,
];
/** Whole texts that look like something else. */
const lookAlikes = [
  '1. Begin with the basics',
  '2) Then the rest',
  '24.08.24 workshop with the network',
  '2024',
  'Green',
  'Amber rated wards are visited first',
  'Complete',
  'e-learning for every line manager',
  'and keep it under review',
  'Action: say what we did',
  'Lead: to be found',
  'Objective: a fair chance for all',
  'Deadline for bids is 1 May',
  'WRES Metric 3',
  'Indicator 2: see above',
  'Status update (RAG)',
  'Across all indicators of the plan',
  'Direct',
  '– with a dash before it',
  'We will do three things:',
  '* footnote',
  'Q4',
];
const plainSentence = fc
  .tuple(fc.constantFrom(...verbs), fc.constantFrom(...things), fc.constantFrom(...tails))
  .map(([verb, thing, tail]) => `${verb} ${thing}${tail}`);
const sentence = fc.oneof(
  { weight: 6, arbitrary: plainSentence },
  { weight: 1, arbitrary: fc.constantFrom(...lookAlikes) },
);

/** Mostly a sentence; or several paragraphs, or one with a list below it. */
function textsOf(sentence: fc.Arbitrary<string>): fc.Arbitrary<RichText> {
  const line = sentence.map((text): Block => ({ kind: 'paragraph', runs: [{ text }] }));
  const emphasised = fc
    .tuple(sentence, sentence)
    .map(([one, two]): Block => ({ kind: 'paragraph', runs: [{ text: `${one} ` }, { text: two, bold: true }] }));
  const kinds = fc.constantFrom<Block['kind']>('bullet', 'number');
  const listed = fc
    .tuple(sentence, kinds, fc.array(sentence, { minLength: 1, maxLength: 3 }))
    .map(
      ([lead, kind, items]): RichText => [
        { kind: 'paragraph', runs: [{ text: `${lead}:` }] },
        ...items.map((text): Block => ({ kind, runs: [{ text }] })),
      ],
    );
  return fc.oneof(
    { weight: 6, arbitrary: line.map((block) => [block]) },
    { weight: 1, arbitrary: emphasised.map((block) => [block]) },
    { weight: 1, arbitrary: fc.array(line, { minLength: 2, maxLength: 3 }) },
    { weight: 1, arbitrary: listed },
  );
}

const texts = textsOf(sentence);
/** A day begins an update, and a rating alone is one. */
const updateTexts = textsOf(sentence.filter((text) => !/^(?:24\.08\.24.*|Green|Complete)$/.test(text)));

const people = [
  'Head of Equality and Inclusion',
  'Director of People',
  'Amina Yusuf',
  'John O’Neill',
  'E, D and I Lead',
  'BAME Network Chair',
  'HR/OD Team',
  'tbc',
  'Amina Yusuf, Head of Talent',
  'Chief Nurse',
  '1 named director per division',
  'Learning & Development',
];
const dueTexts = [
  'Q1',
  'Q3',
  'March 2025',
  '31 October 2024',
  '24.08.24',
  'In place',
  'Ongoing',
  '2025',
  'tbc',
  'End of June 2024',
  'Q4 2024-25',
  'Summer',
  'by 1 April 2025',
  'September 2024 – March 2025',
];

const scales: Record<string, [code: string, label: string, meaning: string, colour: string][]> = {
  none: [],
  RAG: [
    ['R', 'RED', '', '#ff0000'],
    ['A', 'AMBER', '', '#ffc000'],
    ['G', 'GREEN', '', '#00b050'],
  ],
  'Progress rating': [
    ['B', 'Complete', 'Done and in use', '#0070c0'],
    ['GA', 'On track', 'Will be done in time', '#00b050'],
    ['GB', 'On track', 'Will be done in time', '#00b050'],
    ['A', 'At risk', 'May be late', '#ffc000'],
    ['R', 'Delayed', 'Is late', '#ff0000'],
  ],
  Status: [
    ['Not started', 'Not started', '', '#768692'],
    ['In progress', 'In progress', '', '#ffb81c'],
    ['Done', 'Done', '', '#006747'],
  ],
  'How far we are': [
    ['1', 'Some way to go', 'Much is left', '#c00000'],
    ['2', 'Making good headway', 'Most is done', '#7c2855'],
    ['3', 'There', 'All is done', '#00a499'],
  ],
};
const ownRows = ['Our own pledge to agency staff', 'Culture and leadership', 'Staff networks: voice and influence'];

function maybe<Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> {
  return fc.option(value, { nil: undefined, freq: 2 });
}

const days = fc
  .integer({ min: 0, max: 700 })
  .map((after) => new Date(Date.UTC(2024, 3, 1 + after)).toISOString().slice(0, 10));
const update = fc.record({ date: maybe(days), text: updateTexts, rating: maybe(fc.nat(9)) });
const shared = {
  leads: fc.oneof(fc.constant<number[]>([]), fc.uniqueArray(fc.nat(people.length - 1), { minLength: 1, maxLength: 3 })),
  due: maybe(fc.constantFrom(...dueTexts)),
  rating: maybe(fc.nat(9)),
  measure: maybe(texts),
  outcome: maybe(texts),
};
const indicator = fc.record({
  ...shared,
  updates: fc.array(update, { maxLength: 1 }),
  wording: fc.option(plainSentence, { nil: '' }),
  objective: maybe(texts),
  narrative: maybe(texts),
  gaps: maybe(texts),
});
const action = fc.record({
  ...shared,
  updates: fc.array(update, { maxLength: 2 }),
  home: fc.integer({ min: -1, max: 6 }),
  heading: fc.oneof(
    { weight: 5, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constantFrom('High impact action 1', 'Recruitment:', 'Fair for all.') },
  ),
  text: texts,
  gap: maybe(texts),
  effects: fc.array(fc.tuple(fc.nat(6), fc.constantFrom('direct' as const, 'indirect' as const)), { maxLength: 3 }),
});
const section = fc.record({
  heading: fc.constantFrom(
    'Introduction',
    'What the data say',
    'Our actions so far',
    'How to read the ratings',
    'Leads and owners',
  ),
  body: fc.array(texts, { minLength: 1, maxLength: 2 }).map((several) => several.flat()),
});
const head = fc.record({
  title: fc.constantFrom(
    'WRES Action Plan 2024-25',
    'Workforce Race Equality Standard: our plan',
    'Fair from the start',
    'Race Equality Action Plan, April 2024 to March 2025',
  ),
  trust: fc.constantFrom('Northmoor University Hospitals NHS Foundation Trust', 'Marlbridge Community Health', 'NUHT'),
  standard: fc.constantFrom('WRES' as const, 'WDES' as const),
  from: fc.constantFrom(2023, 2024),
  term: fc.option(fc.constantFrom('Indicator', 'Metric'), { nil: undefined }),
  status: fc.constantFrom('draft' as const, 'published' as const),
});

type Of<T> = T extends fc.Arbitrary<infer Value> ? Value : never;
interface Parts {
  head: Of<typeof head>;
  scale: string;
  preface: Of<typeof section>[];
  closing: Of<typeof section>[];
  numbers: string[];
  own: string[];
  indicators: Of<typeof indicator>[];
  actions: Of<typeof action>[];
  fixed: string | undefined;
}

function putTogether(parts: Parts): Plan {
  const newId = counter();
  const { from, term, trust, ...head } = parts.head;
  const period = financialYear(from);
  const ratings = (scales[parts.scale] ?? []).map(
    ([code, label, meaning, colour]): Rating => ({ id: newId(), code, label, meaning, colour }),
  );
  const scale: RatingScale = { id: 'scale', title: parts.scale, ratings };
  const lead = people.map((name) => ({ id: newId(), name }));
  const rated = (of: number | undefined) =>
    of === undefined || ratings.length === 0 ? {} : { rating: ratings[of % ratings.length]?.code ?? '' };
  const dated = (text: string | undefined) => (text === undefined ? {} : { due: readDue(text, period) as Due });
  const given = <Fields extends object>(fields: Fields) =>
    Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const common = (each: Pick<Of<typeof action>, 'leads' | 'due' | 'rating' | 'measure' | 'outcome' | 'updates'>) => ({
    leads: each.leads.flatMap((index) => lead[index]?.id ?? []),
    ...dated(each.due),
    ...rated(each.rating),
    ...given({ measure: each.measure, outcome: each.outcome }),
    updates: each.updates.map(
      ({ date, text, rating }): Update => ({ id: newId(), text, ...(date && { date }), ...rated(rating) }),
    ),
  });
  const sections = (all: Of<typeof section>[]) => all.map((each): Section => ({ id: newId(), ...each }));
  const numbered = parts.numbers.filter((number) =>
    indicatorSet(head.standard, period.from.slice(0, 4))?.indicators.some((each) => each.number === number),
  );
  const wordings = parts.indicators.map(({ wording }) => plainWords(wording));
  const named = [
    // No two are worded alike.
    ...(numbered.length > 0 ? numbered : ['1']).map((number, at) => ({
      number,
      wording: wordings.indexOf(wordings[at] ?? '') === at ? (parts.indicators[at]?.wording ?? '') : '',
    })),
    ...parts.own.map((wording) => ({ number: null, wording })),
  ];
  const indicators = named.map((name, at): Indicator => {
    const { objective, narrative, gaps, ...each } = parts.indicators[at] as Of<typeof indicator>;
    return { id: newId(), ...name, ...given({ objective, narrative, gaps }), ...common(each) };
  });
  const actions = parts.actions.map((each, index): Action => {
    const { home, heading, text, gap, effects } = each;
    const first = Number.parseInt(parts.fixed ?? '', 10);
    return {
      id: newId(),
      indicator: home < 0 ? null : (indicators[home % indicators.length]?.id ?? null),
      text,
      ...given({ heading, gap }),
      ...(parts.fixed && { number: parts.fixed.replace(/^\d+/, String(first + 2 * index)) }),
      ...(effects.length > 0 && {
        effects: Object.fromEntries(
          effects.map(([at, effect]) => [indicators[at % indicators.length]?.id ?? '', effect]),
        ),
      }),
      ...common(each),
    };
  });
  const id = newId();
  const used = new Set([...indicators, ...actions].flatMap(({ leads }) => leads));
  return {
    id,
    ...head,
    trust: { name: trust },
    edition: period.from.slice(0, 4),
    period,
    ratingScale: scale.id,
    ...(term && { terms: { indicator: term } }),
    preface: sections(parts.preface),
    closing: sections(parts.closing),
    ratingScales: [scale],
    people: lead.filter((person) => used.has(person.id)),
    indicators,
    actions,
  };
}
