import { describe, expect, test } from 'vitest';
import { newId } from '../../../shared/id.ts';
import { toPlainText } from '../../../shared/plan/rich-text.ts';
import { leadsIn } from '../../../shared/recognise/leads.ts';
import { recognise } from '../../../shared/recognise/recognise.ts';
import { roleOf } from '../../../shared/recognise/vocabulary.ts';
import { differences } from '../../support/plan-facts.ts';
import { type Cell, documentOf } from './shapes.ts';

const read = (...blocks: (string | Cell[][])[]) =>
  recognise(documentOf('Northvale WRES Action Plan 2026-27', ...blocks), newId);
const texts = ({ plan }: ReturnType<typeof read>) => plan.actions.map(({ text }) => toPlainText(text));
const namesOf = ({ plan }: ReturnType<typeof read>) =>
  plan.actions.map(({ leads }) => leads.map((id) => plan.people.find((person) => person.id === id)?.name));
const head = ['Indicator', 'Action', 'Lead', 'Date', 'RAG', 'Comments'];

test.each([
  ['Action owner', 'leads'],
  ['Actions to be taken', 'action'],
  ['What is the data telling us?/narrative', 'narrative'],
  ['Status update (RAG)', 'rating'],
  ['Time-scale', 'due'],
  ['By when', 'due'],
  ['Measure of success', 'measure'],
  ['Ref.', 'number'],
  ['WRES Indicator & Objective', 'indicator'],
  ['Progress to date', 'progress'],
  ['Date of progress', 'due'],
  ['Cost', undefined],
  ['', undefined],
])('a column called “%s” is about %s', (heading, role) => {
  expect(roleOf(heading)).toBe(role);
});

test.each([
  ['E, D & I Lead', ['E, D & I Lead']],
  ['Head of Equality, Diversity and Inclusion', ['Head of Equality, Diversity and Inclusion']],
  ['Jane Smith / new post tbc', ['Jane Smith', 'new post tbc']],
  ['Jane Smith, Tom O’Brien and Ada Okafor', ['Jane Smith', 'Tom O’Brien', 'Ada Okafor']],
  ['HR/OD Team; Chief Nurse', ['HR/OD Team', 'Chief Nurse']],
])('“%s” are the leads %j', (line, leads) => {
  expect(leadsIn(line)).toEqual(leads);
});

test('a column that is not known, and remarks, are kept under their headings', () => {
  const { plan } = read([
    ['Indicator', 'Action', 'Lead', 'Cost', 'Comments'],
    ['Indicator 4', 'Offer places', 'Head of OD', '£2,000', 'Ask finance'],
  ]);
  expect(toPlainText([...(plan.actions[0]?.notes ?? []), ...(plan.indicators[0]?.notes ?? [])])).toBe(
    'Cost: £2,000\nComments: Ask finance',
  );
});

test('bullets, typed bullets and typed numbers begin actions; a paragraph without belongs to the one before', () => {
  const found = read([
    head,
    ['1. Staff in bands', '•\tOne\nmore of one\n• Two\n3) Three', 'Head of HR', 'Q3', 'G', ''],
  ]);
  expect(texts(found)).toEqual(['One\nmore of one', 'Two', 'Three']);
  expect(found.plan.indicators).toMatchObject([{ number: '1', wording: 'Staff in bands' }]);
});

test('stacked dates, leads and ratings go to the actions where the counts agree, one for all to the indicator', () => {
  const found = read([
    head,
    ['Metric 3: Discipline', '• One\n• Two', 'Head of HR\nHead of OD', 'Q1\nMarch 2027', 'Green', ''],
  ]);
  expect(found.plan.actions.map(({ due }) => due?.date)).toEqual(['2026-06-30', '2027-03-31']);
  expect(namesOf(found)).toEqual([['Head of HR'], ['Head of OD']]);
  expect(found.plan.indicators[0]).toMatchObject({ rating: 'G', leads: [] });
  expect(found.doubts.map(({ where }) => where)).toEqual(['The Trust']);
});

test('where the counts do not agree, dates go in order with a doubt and leads stay together', () => {
  const found = read([
    head,
    ['Metric 3: Discipline', '• One\n• Two\n• Three', 'Head of HR\nHead of OD', 'Q1\nQ2', '', ''],
  ]);
  expect(found.plan.actions.map(({ due }) => due?.text)).toEqual(['Q1', 'Q2', undefined]);
  expect(found.plan.indicators[0]?.leads).toHaveLength(2);
  expect(found.doubts).toContainEqual(
    expect.objectContaining({
      where: 'Indicator 3, Date',
      found: '2 lines for 3 actions',
      took: 'one for each action in order from the first',
    }),
  );
});

test('headings typed again are dropped, and a row that a page cut is one', () => {
  const found = read([
    head,
    ['Indicator 1: Bands', '• One', 'Head of HR', 'Q1', 'R', ''],
    ['INDICATOR', 'Action', 'Lead', 'Date', 'Rag', 'Comments'],
    ['Indicator 2: Shortlisting', '• A long action that goes', 'Head of OD', 'Q2', 'A', ''],
    ['', 'on here\n• Another', '', '', '', ''],
    ['Indicator 3: Discipline', '• Three', 'Head of OD', 'Q2', 'A', ''],
    ['Indicator 4: Training', '• Four', 'Head of OD', 'Q2', 'A', ''],
  ]);
  expect(texts(found)).toEqual(['One', 'A long action that goes on here', 'Another', 'Three', 'Four']);
});

test('a table that goes on in a second one without headings is one', () => {
  const found = read([head, ['Indicator 1', 'One', '', '', '', '']], [['Indicator 2', 'Two', '', '', '', '']]);
  expect(
    found.plan.actions.map(({ indicator }) => found.plan.indicators.find(({ id }) => id === indicator)?.number),
  ).toEqual(['1', '2']);
});

test('rows of actions under a merged indicator, or under a row over the whole width', () => {
  const merged = read([
    head,
    ['Indicator 5: Abuse', 'One', 'A Team', 'Q1', 'Red', ''],
    [null, 'Two', 'B Team', 'Q2', 'Amber', ''],
  ]);
  const whole = read([
    head.slice(1),
    ['Indicator 5: Abuse'],
    ['One', 'A Team', 'Q1', 'Red', ''],
    ['Two', 'B Team', 'Q2', 'Amber', ''],
  ]);
  expect(merged.plan.indicators).toHaveLength(1);
  expect(differences(whole.plan, merged.plan)).toEqual({});
});

test('a heading and a table for each indicator, with what belongs to it above the table', () => {
  const found = read(
    '**Indicator 7: Career progression**',
    'Objective: A fair chance',
    'KPI: Survey results',
    [
      ['Action', 'Lead'],
      ['One', 'A Team'],
    ],
    '**Indicator 8: Discrimination**',
    [
      ['Action', 'Lead'],
      ['Two', 'B Team'],
    ],
  );
  expect(
    found.plan.indicators.map(({ number, objective, measure }) => [
      number,
      objective && toPlainText(objective),
      measure && toPlainText(measure),
    ]),
  ).toEqual([
    ['7', 'A fair chance', 'Survey results'],
    ['8', undefined, undefined],
  ]);
  expect(found.plan.actions).toHaveLength(2);
  expect(found.plan.preface).toEqual([]);
});

test('a matrix: colours and words are effects, a word counts first, another colour is in doubt', () => {
  const found = read([
    ['', '', '1', '2', '3', '4'],
    ['1', 'One', '#ff0000', '#ffc000', '', '#00b050'],
    ['2', 'Two', '#ff0000 Indirect', 'Direct', '', ''],
  ]);
  const byNumber = found.plan.actions.map(({ effects }) =>
    Object.entries(effects ?? {}).map(([id, effect]) => [
      found.plan.indicators.find((each) => each.id === id)?.number,
      effect,
    ]),
  );
  expect(byNumber).toEqual([
    [
      ['1', 'direct'],
      ['2', 'indirect'],
      ['4', 'direct'],
    ],
    [
      ['1', 'indirect'],
      ['2', 'direct'],
    ],
  ]);
  expect(found.doubts).toContainEqual(
    expect.objectContaining({ where: 'Action “One”, 4', found: 'a green cell', took: 'a direct effect' }),
  );
});

test('a matrix over two tables has one set of indicators', () => {
  const marks = ['', '', '1', '2', '3'];
  const found = read([marks, ['1', 'One', '#ff0000', '', '']], [marks, ['2', 'Two', '', '', '#ffc000']]);
  expect(found.plan.indicators.map(({ number }) => number)).toEqual(['1', '2', '3']);
  expect(found.plan.actions).toHaveLength(2);
});

describe('ratings', () => {
  const rated = (...cells: string[]) =>
    read([head, ...cells.map((cell, index) => [`Indicator ${index + 1}`, `Do ${index}`, '', '', cell, ''])]);
  const codes = ({ plan }: ReturnType<typeof read>) => plan.indicators.map(({ rating }) => rating);

  test('by word, by letter, by a letter of another alphabet, by sign and by colour alone', () => {
    expect(codes(rated('Red', 'g', 'А', '🟢', '#c00000', ''))).toEqual(['R', 'G', 'A', 'G', 'R', undefined]);
  });

  test('a word counts before its colour, with a doubt', () => {
    const found = rated('#ff0000 Green', '#00b050 Green');
    expect(codes(found)).toEqual(['G', 'G']);
    expect(found.doubts).toContainEqual(
      expect.objectContaining({ where: 'Indicator 1, RAG', took: 'Green: the word counts' }),
    );
  });

  test('words of progress make a scale of their own, with their colours', () => {
    const found = rated('#00b050 Completed', '#ffc000 In progress', 'Not started');
    expect(found.plan.ratingScales[0]?.ratings.map(({ code, colour }) => [code, colour])).toEqual([
      ['Completed', '#00b050'],
      ['In progress', '#ffc000'],
      ['Not started', '#e8edee'],
    ]);
  });

  test('a key gives codes, names and meanings; codes with a stroke between them are two ratings', () => {
    const found = read([head, ['Indicator 1', 'One', '', '', 'GB', '']], '**Key**', [
      ['#0070c0 В', 'Done', 'All of it'],
      ['#00b050 GA/GB', 'On track', 'Begun or not'],
    ]);
    expect(found.plan.ratingScales[0]).toMatchObject({
      title: 'Key',
      ratings: [{ code: 'B', label: 'Done', meaning: 'All of it' }, { code: 'GA' }, { code: 'GB', colour: '#00b050' }],
    });
    expect(found.plan.indicators[0]?.rating).toBe('GB');
  });

  test('a dated update in the cell of the rating is one of the action, rated as of that day', () => {
    const found = read([
      head,
      ['Indicator 1', 'One', '', '', '24.08.26 – Begun.\nMore of it.\nAMBER', ''],
      [null, 'Two', '', '', 'RED', ''],
    ]);
    expect(found.plan.actions[0]).toMatchObject({ rating: 'A', updates: [{ date: '2026-08-24', rating: 'A' }] });
    expect(toPlainText(found.plan.actions[0]?.updates[0]?.text ?? [])).toBe('Begun.\nMore of it.');
  });
});

test('indicators are known by wordings that are like those of the standard, and a Trust’s own row stays one', () => {
  const found = read([
    head,
    ['Relative likelihood of BME staff entering a formal disciplinary process', 'One', '', '', '', ''],
    ['Our anti-racism pledge', 'Two', '', '', '', ''],
  ]);
  expect(found.plan.indicators.map(({ number }) => number)).toEqual(['3', null]);
  expect(found.doubts.map(({ took }) => took)).toEqual(
    expect.arrayContaining(['indicator 3, by its wording', 'a row beyond the standard’s own']),
  );
});

test('numbers that the plan fixes stay, those that count on are the layout’s', () => {
  const numbers = (...marks: string[]) =>
    read([
      head,
      ['Indicator 1', marks.map((mark) => `${mark}. Do ${mark}`).join('\n'), '', '', '', ''],
    ]).plan.actions.map(({ number }) => number);
  expect(numbers('1', '2', '3')).toEqual([undefined, undefined, undefined]);
  expect(numbers('1', '2', '4')).toEqual(['1', '2', '4']);
});

test('title, Trust, standard and period; introduction and close', () => {
  const { plan } = recognise(
    documentOf(
      '**Our WDES action plan 2025/26**',
      'For Northvale and District NHS Foundation Trust.',
      '**Why**',
      'Because.',
      [
        ['Metric', 'Action', 'Lead'],
        ['Metric 4a: Harassment', 'One', 'Head of HR'],
      ],
      'Agreed by the board.',
    ),
    newId,
  );
  expect(plan).toMatchObject({
    title: 'Our WDES action plan 2025/26',
    trust: { name: 'Northvale and District NHS Foundation Trust' },
    standard: 'WDES',
    edition: '2025',
    period: { from: '2025-04-01', to: '2026-03-31', label: '2025/26' },
    terms: { indicator: 'Metric' },
    preface: [{}, { heading: 'Why' }],
    indicators: [{ number: '4a' }],
  });
  expect(plan.closing.map(({ body }) => toPlainText(body))).toEqual(['Agreed by the board.']);
});

test('another table is left over, not lost', () => {
  const { leftOver } = read([head, ['Indicator 1', 'One', '', '', '', '']], 'Figures', [
    ['Band', 'Number'],
    ['5', '12'],
  ]);
  expect(leftOver).toContainEqual(expect.objectContaining({ what: 'a table that is none of actions', text: '5 | 12' }));
});

test('a document without a table of actions is none', () => {
  expect(() => read('Only words')).toThrow(/it has no table/);
  expect(() => read([['Band', 'Number']])).toThrow(/its table has no column of actions/);
});
