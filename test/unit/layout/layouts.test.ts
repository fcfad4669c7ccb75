import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { builtInLayouts, layoutById } from '../../../shared/layout/built-in.ts';
import { contrast, fillOf, leastContrast } from '../../../shared/layout/colour.ts';
import { layOut } from '../../../shared/layout/lay-out.ts';
import type { Layout } from '../../../shared/layout/layout.ts';
import type { Page, PageCell } from '../../../shared/layout/page.ts';
import { parsePlanJson } from '../../../shared/plan/json.ts';
import type { Plan } from '../../../shared/plan/model.ts';
import { toPlainText } from '../../../shared/plan/rich-text.ts';
import { cellText, pageGrid, pageText, tidy } from '../../support/page-grid.ts';
import { seeds, seedsFolder } from '../../support/seeds.ts';

const asAt = '2026-10-31';

/** A plan of two indicators, a row beyond them and an action of the plan as a whole. */
function plan(change: (json: ReturnType<typeof blank>) => void = () => {}): Plan {
  const json = blank();
  change(json);
  return parsePlanJson(JSON.stringify(json), randomUUID);
}

function blank() {
  return {
    format: 'wres-plan',
    version: 1,
    plan: {
      id: 'p',
      title: 'Plan',
      trust: { name: 'Northvale' },
      standard: 'WRES',
      edition: '2023',
      period: { from: '2026-04-01', to: '2027-03-31', label: '2026-27' },
      ratingScale: 'rag',
      terms: { indicator: 'Metric' } as Record<string, string>,
    },
    ratingScales: [
      {
        id: 'rag',
        title: 'Progress',
        ratings: [
          { code: 'R', label: 'Red', meaning: 'Off track', colour: '#c00000' },
          { code: 'G', label: 'Green', meaning: 'On track', colour: '#006747' },
        ],
      },
    ],
    people: [
      { id: 'hr', name: 'Head of HR' },
      { id: 'od', name: 'Head of OD' },
    ],
    indicators: [
      { id: '1', number: '1', wording: 'First', leads: ['hr'], due: { text: 'Q3' }, rating: 'R' },
      { id: '2', number: '2', wording: 'Second' },
      { id: 'x', number: null, wording: 'Commitment' },
    ] as Record<string, unknown>[],
    actions: [
      { id: 'a', indicator: '1', text: 'First action' },
      { id: 'b', indicator: '1', text: 'Second action' },
      { id: 'c', indicator: 'x', text: 'Third action' },
      { id: 'd', indicator: null, text: 'Fourth action', effects: { '2': 'indirect' } },
    ] as Record<string, unknown>[],
  };
}

const grid = (of: Plan, layout: string | Layout, plain = false) =>
  pageGrid(layOut(of, typeof layout === 'string' ? layoutById(layout) : layout, { asAt, plain }));
const column = (of: Plan, layout: string, at: number) => grid(of, layout).rows.map((row) => row[at]?.text);

describe('values of several actions in one cell', () => {
  test('stand once where all actions agree', () => {
    expect(column(plan(), 'progress-outcome', 5)[0]).toBe('Q3');
  });

  test('stand one under the other, in the actions’ order, where they do not', () => {
    const mixed = plan(({ actions }) =>
      Object.assign(actions[1] as object, { due: { text: 'Q4' }, leads: ['od', 'hr'] }),
    );
    expect(column(mixed, 'progress-outcome', 5)[0]).toBe('Q3\nQ4');
    expect(column(mixed, 'progress-outcome', 2)[0]).toBe('Head of HR\nHead of OD / Head of HR');
  });

  test('are tied to their actions by number where the layout numbers them', () => {
    const mixed = plan(({ actions }) => Object.assign(actions[1] as object, { due: { text: 'Q4' } }));
    expect(column(mixed, 'narrative-numbered', 4)[0]).toBe('1. Q3\n2. Q4');
  });

  test('leads that all actions share stand on one line where there are as many as actions', () => {
    const shared = plan(({ actions }) => {
      for (const action of actions.slice(0, 2)) Object.assign(action, { leads: ['od', 'hr'] });
    });
    expect(column(shared, 'progress-outcome', 2)[0]).toBe('Head of OD / Head of HR');
  });

  test('an action without a value has a blank line', () => {
    const one = plan(({ indicators, actions }) => {
      Reflect.deleteProperty(indicators[0] as object, 'due');
      Object.assign(actions[1] as object, { due: { text: 'Q4' } });
    });
    expect(column(one, 'progress-outcome', 5)[0]).toBe('\u00a0\nQ4');
  });

  test('each line of several ratings has its fill; one rating fills the cell', () => {
    const mixed = plan(({ actions }) => Object.assign(actions[1] as object, { rating: 'G' }));
    expect(grid(mixed, 'progress-outcome').rows[0]?.[6]).toEqual({ text: 'R\nG', fill: ['R', 'G'] });
    expect(grid(plan(), 'progress-outcome').rows[0]?.[6]).toEqual({ text: 'R', fill: 'R' });
  });
});

describe('rows', () => {
  test('an indicator without actions has its row, with its own leads, date and rating', () => {
    const lonely = plan(({ indicators }) => Object.assign(indicators[1] as object, { leads: ['od'], rating: 'G' }));
    expect(grid(lonely, 'progress-outcome').rows[1]?.map((cell) => cell?.text)).toEqual([
      '2. Second',
      '',
      'Head of OD',
      '',
      '',
      '',
      'G',
    ]);
  });

  test('a row beyond the standard’s own is named by its wording; actions of the whole plan come last', () => {
    expect(column(plan(), 'narrative-numbered', 0)).toEqual([
      'Metric 1: First',
      'Metric 2: Second',
      'Commitment',
      'Across all metrics',
    ]);
  });

  test('an indicator’s cell is merged down its actions and says so at a page break', () => {
    const page = layOut(plan(), layoutById('gaps-by-action'), { asAt });
    const [, first, second] = page.blocks.flatMap((block) => (block.kind === 'table' ? block.table.rows : []));
    expect(first?.cells[0]).toMatchObject({ rowSpan: 2, continued: 'Metric 1 (continued)' });
    expect(second?.cells[0]).toBeNull();
  });

  test('the indicator’s cell ends above the first action that has a gap of its own', () => {
    const gaps = (at: number) =>
      plan(({ indicators, actions }) => {
        Object.assign(indicators[0] as object, { gaps: 'Of the indicator' });
        actions.splice(2, 0, { id: 'e', indicator: '1', text: 'Another' });
        Object.assign(actions[at] as object, { gap: 'Of the action' });
      });
    const cells = (at: number) =>
      grid(gaps(at), 'gaps-by-action')
        .rows.map((row) => row[1])
        .slice(0, 3);
    expect(cells(2)).toEqual([{ text: 'Of the indicator', span: 2 }, null, { text: 'Of the action' }]);
    expect(cells(1)).toEqual([{ text: 'Of the indicator' }, { text: 'Of the action' }, { text: '' }]);
    expect(cells(0)).toEqual([{ text: 'Of the indicator\nOf the action' }, { text: '' }, { text: '' }]);
  });

  test('the plain twin says “None” of a gap only where the indicator has none above the table either', () => {
    const gaps = plan(({ indicators, actions }) => {
      Object.assign(indicators[0] as object, { gaps: 'Of the indicator' });
      for (const at of [0, 2]) Object.assign(actions[at] as object, { gap: 'Of the action' });
      actions.splice(3, 0, { id: 'e', indicator: 'x', text: 'Another' });
    });
    const { blocks } = layOut(gaps, layoutById('gaps-by-action'), { asAt, plain: true });
    const rows = blocks.flatMap((block) => (block.kind === 'table' ? block.table.rows.slice(1) : []));
    expect(rows.slice(0, 4).map(({ cells: [cell] }) => cell && cellText(cell))).toEqual([
      'Of the action',
      'See above the table',
      'Of the action',
      'None',
    ]);
  });

  test('wording that the plan leaves open is the edition’s', () => {
    const open = plan(({ indicators }) => Object.assign(indicators[2] as object, { number: '9', wording: '' }));
    expect(column(open, 'progress-outcome', 0)[2]).toMatch(/^9\. .*board/i);
  });
});

describe('numbers', () => {
  test('count on through the plan; one that the plan fixes stays, and the next counts on from it', () => {
    const fixed = plan(({ actions }) => Object.assign(actions[1] as object, { number: '12' }));
    expect(column(fixed, 'narrative-numbered', 2)).toEqual([
      '1. First action\n12. Second action',
      '',
      '13. Third action',
      '14. Fourth action',
    ]);
    expect(column(fixed, 'indicator-matrix', 0)).toEqual(['1', '12', '13', '14']);
  });

  test('one that is not a whole number is printed as it is', () => {
    const fixed = plan(({ actions }) => Object.assign(actions[1] as object, { number: '6.2' }));
    expect(column(fixed, 'narrative-numbered', 2)[0]).toBe('1. First action\n6.2. Second action');
    expect(column(fixed, 'indicator-matrix', 0)[1]).toBe('6.2');
  });

  test('one that the plan fixes is shown in a layout that numbers nothing', () => {
    const fixed = plan(({ actions }) => Object.assign(actions[0] as object, { number: '1a' }));
    expect(column(fixed, 'progress-outcome', 1)[0]).toBe('• 1a. First action\n• Second action');
  });

  test('begin again with each indicator where the layout says so', () => {
    const layout: Layout = { ...layoutById('narrative-numbered'), numbering: 'perIndicator' };
    expect(grid(plan(), layout).rows.map((row) => row[2]?.text)).toEqual([
      '1. First action\n2. Second action',
      '',
      '1. Third action',
      '1. Fourth action',
    ]);
  });
});

describe('the matrix', () => {
  test('shows an action’s home as moved directly, and a row beyond the standard’s own by a letter with its words below', () => {
    const page = layOut(plan(), layoutById('indicator-matrix'), { asAt });
    const { columns, rows } = pageGrid(page);
    expect(columns).toEqual(['#', 'Action', '1', '2', 'A']);
    expect(rows.map((row) => row.slice(2).map((cell) => cell?.text))).toEqual([
      ['Direct', '', ''],
      ['Direct', '', ''],
      ['', '', 'Direct'],
      ['', 'Indirect', ''],
    ]);
    expect(pageText(page)).toContain('A: Commitment');
  });

  test('has its effects in words in the plain twin', () => {
    expect(pageText(layOut(plan(), layoutById('indicator-matrix'), { asAt, plain: true }))).toContain('Indirectly: 2');
  });
});

describe('progress', () => {
  const updated = plan(({ actions }) =>
    Object.assign(actions[0] as object, {
      updates: [
        { id: 'u1', date: '2026-06-30', text: 'Begun', rating: 'R' },
        { id: 'u2', date: '2026-09-30', text: 'Nearly there', rating: 'G' },
      ],
    }),
  );

  test('the latest update stands dated over the rating; one rated otherwise says so', () => {
    expect(column(updated, 'gaps-by-action', 4)[0]).toBe('30.09.26 – Nearly there (Green)\nRed');
  });

  test('what a layout leaves out is counted', () => {
    const { omitted } = layOut(updated, layoutById('gaps-by-action'), { asAt });
    expect(omitted).toContainEqual({ what: 'earlier progress updates', count: 1 });
    expect(omitted).toContainEqual({ what: 'due dates', count: 2 });
  });
});

test('notes for the team are never on a page', () => {
  const noted = plan(({ indicators, actions }) => {
    Object.assign(indicators[0] as object, { notes: 'Only for us' });
    Object.assign(actions[0] as object, { notes: 'Only for us' });
  });
  for (const layout of builtInLayouts) {
    for (const plain of [false, true])
      expect(pageText(layOut(noted, layout, { asAt, plain }))).not.toContain('Only for us');
  }
});

test('a post stands in place of the name of a person, and not of a post or a team', () => {
  const people = [
    { id: 'hr', name: 'Ann Moss', role: 'Head of HR' },
    { id: 'od', name: 'Race Equality Network', role: 'Staff network; two co-chairs' },
  ];
  const led = plan((json) => Object.assign(json, { people, actions: [{ ...json.actions[0], leads: ['hr', 'od'] }] }));
  const page = (posts: boolean) => pageText(layOut(led, layoutById('gaps-by-action'), { asAt, posts }));
  expect(page(false)).toContain('Ann Moss / Race Equality Network');
  expect(page(true)).toContain('Head of HR / Race Equality Network');
});

test('a draft says so in the footer, with the day that it is shown as at', () => {
  expect(layOut(plan(), layoutById('progress-outcome'), { asAt }).footer).toBe(
    'Northvale · Plan · Draft · As at 31 October 2026',
  );
});

test('text on a fill is black or white, whichever reads better, and always passes', () => {
  for (const colour of [
    '#c00000',
    '#ff0000',
    '#00b050',
    '#ffc000',
    '#006747',
    '#0070c0',
    '#767676',
    '#777777',
    '#ffffff',
    '#000000',
  ]) {
    const { ink } = fillOf(colour, 'x');
    expect(contrast(colour, ink)).toBeGreaterThanOrEqual(leastContrast);
    expect(contrast(colour, ink)).toBeGreaterThanOrEqual(contrast(colour, ink === '#000000' ? '#ffffff' : '#000000'));
  }
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
});

describe.skipIf(!seedsFolder)('every published plan in every layout', () => {
  const cases = seeds().flatMap(({ number, planJson }) =>
    builtInLayouts.flatMap(({ id }) => [false, true].map((plain) => ({ number, planJson, id, plain }))),
  );

  test.each(cases)(
    '$number in $id, plain $plain: whole rows, nothing lost without a word',
    ({ planJson, id, plain }) => {
      const seed = parsePlanJson(planJson, randomUUID);
      const page = layOut(seed, layoutById(id), { asAt, plain });
      expectWholeRows(page);
      expectNothingLost(seed, page);
      if (plain) expectPlain(page);
    },
  );
});

function tables(page: Page) {
  return page.blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []));
}

/** Every place of the grid is either a cell or covered by exactly one. */
function expectWholeRows(page: Page): void {
  for (const { rows, widths } of tables(page)) {
    expect(widths.reduce((total, width) => total + width, 0)).toBeCloseTo(1);
    const covered = rows.map(() => widths.map(() => 0));
    rows.forEach(({ cells }, row) => {
      expect(cells).toHaveLength(widths.length);
      cells.forEach((cell, at) => {
        for (let down = 0; cell && down < cell.rowSpan; down += 1) {
          for (let across = 0; across < cell.columnSpan; across += 1) {
            const line = covered[row + down] as number[];
            line[at + across] = (line[at + across] ?? 0) + 1;
            if (down + across > 0) expect(rows[row + down]?.cells[at + across]).toBeNull();
          }
        }
      });
    });
    expect(covered.flat().every((count) => count === 1)).toBe(true);
  }
}

function expectPlain(page: Page): void {
  const cells = tables(page).flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  for (const cell of cells as PageCell[]) {
    expect(cell).not.toBeNull();
    expect([cell.rowSpan, cell.columnSpan]).toEqual([1, 1]);
    expect(tidy(cellText(cell))).not.toBe('');
  }
}

/** Each fact of the plan is on the page, or its kind is named among what the layout leaves out. */
function expectNothingLost(of: Plan, page: Page): void {
  const words = squeeze(pageText(page));
  const named = new Set(page.omitted.map(({ what }) => what));
  const check = (what: string, texts: (string | undefined)[]) => {
    if (named.has(what)) return;
    for (const text of texts) for (const line of (text ?? '').split('\n')) expect(words).toContain(squeeze(line));
  };
  const rich = (text: Plan['actions'][number]['text'] | undefined) =>
    text ? toPlainText(text).replace(/^(• |\d+\. )/gm, '') : '';

  check(
    '-',
    of.actions.map(({ text }) => rich(text)),
  );
  check(
    'introduction',
    of.preface.flatMap(({ heading, body }) => [heading, rich(body)]),
  );
  check(
    'objectives',
    of.indicators.map(({ objective }) => rich(objective)),
  );
  check(
    'narratives',
    of.indicators.map(({ narrative }) => rich(narrative)),
  );
  check(
    'gaps of indicators',
    of.indicators.map(({ gaps }) => rich(gaps)),
  );
  check(
    'measures of indicators',
    of.indicators.map(({ measure }) => rich(measure)),
  );
  check(
    'outcomes of indicators',
    of.indicators.map(({ outcome }) => rich(outcome)),
  );
  check(
    'progress of indicators',
    of.indicators.flatMap(({ updates }) => updates.map(({ text }) => rich(text))),
  );
  check(
    'gaps of actions',
    of.actions.map(({ gap }) => rich(gap)),
  );
  check(
    'headings of actions',
    of.actions.map(({ heading }) => heading),
  );
  check(
    'progress updates',
    of.actions.flatMap(({ updates }) => updates.map(({ text }) => rich(text))),
  );
  check(
    'due dates',
    of.actions.map(({ due }) => due?.text),
  );
  check(
    'leads',
    of.people.map(({ name }) => name),
  );
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
