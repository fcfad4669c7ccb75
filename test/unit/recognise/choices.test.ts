import { describe, expect, test } from 'vitest';
import { newId } from '../../../shared/id.ts';
import { toPlainText } from '../../../shared/plan/rich-text.ts';
import { about, type Choice, choicesOf } from '../../../shared/recognise/choices.ts';
import { mappingOf } from '../../../shared/recognise/mapping.ts';
import { recognise } from '../../../shared/recognise/recognise.ts';
import { factsOf } from '../../support/plan-facts.ts';
import { type Cell, documentOf } from './shapes.ts';

const head = ['Indicator', 'Action', 'Lead', 'Date', 'RAG', 'Comments'];
const title = 'Northvale WRES Action Plan 2026-27';
type Blocks = (string | Cell[][])[];
const read = (blocks: Blocks, ...choices: Choice[]) =>
  recognise(documentOf(title, ...blocks), newId, choicesOf(choices));
const texts = ({ plan }: ReturnType<typeof read>) => plan.actions.map(({ text }) => toPlainText(text));
const notes = ({ plan }: ReturnType<typeof read>) =>
  [...plan.actions, ...plan.indicators].map((each) => toPlainText(each.notes ?? []));
const cell = (row: number, column: number) => [{ block: 1, row, column }];
const doubtAt = ({ doubts }: ReturnType<typeof read>, found: string | RegExp) =>
  doubts.find((doubt) => (typeof found === 'string' ? doubt.found === found : found.test(doubt.found)));

const stacked: Cell[][] = [
  head,
  ['Metric 3: Discipline', 'One\nTwo\nThree', 'Head of HR, Head of OD and the Chief Nurse together', 'Q1\nQ2', '', ''],
];
const byRow: Cell[][] = [
  head,
  ['Metric 4', 'One', 'Head of HR', 'Q1', '#ff0000 Green', 'First'],
  [null, 'Two', '', '11/12 or so', '', ''],
  ['Our own concern', 'Three', '', '11/12 or so', '', ''],
];

describe('a choice', () => {
  test('re-maps a column: what it is now, and that the one that it takes the place of is kept in the notes', () => {
    const measure = read([byRow], { about: about.column('Comments', 5), take: 'measure' });
    expect(toPlainText(measure.plan.actions[0]?.measure ?? [])).toBe('First');
    const leads = read([byRow], { about: about.column('Comments', 5), take: 'leads' });
    expect(leads.plan.people.map(({ name }) => name)).toEqual(['First']);
    expect(notes(leads)[0]).toBe('Lead: Head of HR');
    const without = read([byRow], { about: about.column('comments:', 5), take: 'leave out' });
    expect(JSON.stringify(without.plan)).not.toContain('First');
  });

  test('makes a table of actions of one whose headings say nothing', () => {
    const strange: Cell[][] = [
      ['Was', 'Wer'],
      ['Offer places', 'Head of OD'],
    ];
    expect(() => read([strange])).toThrow(/no column of actions/);
    const document = documentOf(title, strange);
    expect(mappingOf(document, new Map())).toMatchObject({
      hasActions: false,
      columns: [{ heading: 'Was' }, { heading: 'Wer' }],
    });
    const found = read(
      [strange],
      { about: about.column('Was', 0), take: 'action' },
      { about: about.column('Wer', 1), take: 'leads' },
      { about: about.indicator([{ block: 1 }]), take: '7' },
    );
    expect(texts(found)).toEqual(['Offer places']);
    expect(found.plan.people).toMatchObject([{ name: 'Head of OD' }]);
    expect(found.plan.indicators).toMatchObject([{ number: '7', id: found.plan.actions[0]?.indicator }]);
  });

  test('splits a cell into actions, joins a row to the one above, and gives lines to them in another way', () => {
    const before = read([stacked]);
    expect(texts(before)).toEqual(['One\nTwo\nThree']);
    const question = doubtAt(before, '3 paragraphs without bullets or numbers');
    expect(question).toMatchObject({ about: about.actions(cell(1, 1)), took: 'one action', at: cell(1, 1) });
    const split = read([stacked], { about: about.actions(cell(1, 1)), take: 'each' });
    expect(texts(split)).toEqual(['One', 'Two', 'Three']);
    expect(doubtAt(split, '3 paragraphs without bullets or numbers')).toMatchObject({ chosen: 'each' });
    expect(split.plan.actions.map(({ due }) => due?.text)).toEqual(['Q1', 'Q2', undefined]);
    const together = read(
      [stacked],
      { about: about.actions(cell(1, 1)), take: 'each' },
      { about: about.share(cell(1, 3)), take: 'together' },
    );
    expect(together.plan.indicators[0]?.due?.text).toBe('Q1');
    expect(notes(together).at(-1)).toBe('Q2');
    expect(texts(read([byRow], { about: about.actions(cell(2, 1)), take: 'above' }))).toEqual(['One\nTwo', 'Three']);
    const rows: Cell[][] = [head, ['Metric 4', 'One\nTwo', 'A Team', 'Q1', '', ''], [null, 'Three', '', '', '', '']];
    const each = read([rows], { about: about.actions(cell(1, 1)), take: 'each' });
    expect(each.plan.actions.map(({ due }) => due?.text)).toEqual(['Q1', 'Q1', undefined]);
  });

  test('says what a date means for all that are written so, what a cell rates, and who the leads are', () => {
    const before = read([byRow]);
    const question = doubtAt(before, '11/12 or so');
    expect(question).toMatchObject({ other: 'day', at: [...cell(2, 3), ...cell(3, 3)] });
    const dated = read([byRow], { about: question?.about ?? '', take: '2026-12-11' });
    expect(dated.plan.actions.map(({ due }) => due?.date)).toEqual(['2026-06-30', '2026-12-11', '2026-12-11']);
    expect(doubtAt(before, '“Green” on red')?.options.map(({ words }) => words)).toEqual([
      'Green: the word counts',
      'Red',
      'no rating',
    ]);
    expect(read([byRow], { about: about.ratingIn(cell(1, 4)), take: 'R' }).plan.actions[0]?.rating).toBe('R');
    expect(read([byRow], { about: about.ratingIn(cell(1, 4)), take: 'none' }).plan.actions[0]?.rating).toBeUndefined();
    const line = doubtAt(read([stacked]), /together$/);
    const several = read([stacked], { about: line?.about ?? '', take: 'several' });
    expect(several.plan.people.map(({ name }) => name)).toEqual([
      'Head of HR',
      'Head of OD',
      'the Chief Nurse together',
    ]);
  });

  test('names the indicator of a row, moves an action, and corrects one date or rating', () => {
    const own = doubtAt(read([byRow]), /no wording of the standard/);
    expect(own).toMatchObject({ took: 'a row beyond the standard’s own', about: about.indicator(cell(3, 0)) });
    const named = read([byRow], { about: own?.about ?? '', take: '8' });
    expect(named.plan.indicators.map(({ number, wording }) => [number, wording])).toEqual([
      ['4', ''],
      ['8', 'Our own concern'],
    ]);
    const { plan, keys } = read([byRow]);
    const key = keys[plan.actions[1]?.id ?? ''] ?? '';
    const put = read(
      [byRow],
      { about: about.home(key), take: 'plan' },
      { about: about.due(key), take: '2027-01-31' },
      { about: about.rating(key), take: 'A' },
    );
    expect(put.plan.actions[1]).toMatchObject({
      indicator: null,
      due: { text: '11/12 or so', date: '2027-01-31' },
      rating: 'A',
    });
  });

  test('keeps what found no place in the notes of what stands before it', () => {
    const over: Blocks = [
      byRow,
      'Staff by band',
      [
        ['Band', 'Number'],
        ['5', '12'],
      ],
    ];
    const kept = read(over, { about: about.leftOver, take: 'keep' });
    expect(kept.leftOver.map(({ text }) => text)).toEqual(['Band | Number', '5 | 12']);
    expect(notes(kept)[2]).toContain('A table that is none of actions: 5 | 12');
    expect(notes(read(over)).join()).not.toContain('5 | 12');
  });

  test('of title, Trust and period is followed, and dates are read in that period', () => {
    const found = recognise(
      documentOf([head, ['Metric 4', 'One', '', 'Q3', '', '']]),
      newId,
      choicesOf([
        { about: about.period, take: '2028-29' },
        { about: about.trust, take: 'Anytown NHS Trust' },
        { about: about.title, take: 'Our plan' },
        { about: about.layout, take: 'gaps-by-action' },
      ]),
    );
    expect(found.plan).toMatchObject({
      title: 'Our plan',
      trust: { name: 'Anytown NHS Trust' },
      edition: '2028',
      layout: 'gaps-by-action',
    });
    expect(found.plan.indicators[0]?.due?.date).toBe('2028-12-31');
    const usual = recognise(
      documentOf([head, ['Metric 4', 'One', '', 'Q3', '', '']]),
      newId,
      choicesOf([
        { about: about.usualPeriod, take: '2026-27' },
        { about: about.usualTrust, take: 'Anytown NHS Trust' },
      ]),
    );
    expect(usual.plan).toMatchObject({ edition: '2026', trust: { name: 'Anytown NHS Trust' } });
    expect(usual.doubts.map(({ chosen }) => chosen)).toEqual([undefined, undefined, undefined]);
    const unnamed = recognise(documentOf([head, ['Metric 4', 'One', '', 'Q3', '', '']]), newId);
    expect(unnamed.doubts.at(-1)).toMatchObject({
      where: 'The Trust',
      options: [],
      took: '',
    });
    expect(found.doubts.map(({ where, chosen }) => [where, chosen])).toEqual([
      ['The period', '2028-29'],
      ['The title', 'Our plan'],
      ['The Trust', 'Anytown NHS Trust'],
    ]);
  });
});

test('what cannot be taken leaves everything as it was read', () => {
  const found = read([byRow]);
  const names = [
    ...found.doubts.map((doubt) => doubt.about),
    ...Object.values(found.keys).flatMap((key) => [about.home(key), about.due(key), about.rating(key)]),
    ...[
      about.indicator([{ block: 1 }]),
      about.indicator(cell(1, 0)),
      about.actions(cell(1, 1)),
      about.column('Lead', 2),
    ],
    ...[about.title, about.trust, about.period, about.layout],
  ];
  const after = read([byRow], ...names.map((name) => ({ about: name, take: '' })));
  expect(factsOf(after.plan)).toEqual(factsOf(found.plan));
});

test('every option of every doubt can be taken, is then the choice, and the same choices give the same plan', () => {
  for (const blocks of [[stacked], [byRow]]) {
    for (const { about: name, options } of read(blocks).doubts) {
      for (const { take } of options) {
        const once = read(blocks, { about: name, take });
        expect(once.doubts.find((doubt) => doubt.about === name)?.chosen, `${name}: ${take}`).toBe(take);
        const again = read(blocks, { about: name, take: 'nonsense' }, { about: name, take });
        expect(factsOf(again.plan)).toEqual(factsOf(once.plan));
      }
    }
  }
});
