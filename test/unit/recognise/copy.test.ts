import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layoutById } from '../../../shared/layout/built-in.ts';
import { layOut } from '../../../shared/layout/lay-out.ts';
import type { Layout } from '../../../shared/layout/layout.ts';
import { layoutCalled } from '../../../shared/layout/layouts-of.ts';
import type { ExportedFrom } from '../../../shared/layout/marks.ts';
import type { Page, PageCell, Paragraph } from '../../../shared/layout/page.ts';
import type { Action, Plan } from '../../../shared/plan/model.ts';
import { toPlainText } from '../../../shared/plan/rich-text.ts';
import { changesInCopy } from '../../../shared/recognise/copy/changes-in-copy.ts';
import { likeliestExport } from '../../../shared/recognise/copy/likeliest-export.ts';
import { takeIn } from '../../../shared/recognise/copy/take-in.ts';
import type { WordCell, WordDocument, WordParagraph, WordRow } from '../../../shared/recognise/document.ts';
import { counter } from '../../support/ids.ts';
import { Ledger } from '../plan/edits/ledger.ts';
import { smallPlan } from '../plan/edits/small-plan.ts';

const asAt = '2026-10-31';

/** A page as it is read again, without marks: everything is found by words and place. */
function documentOf({ blocks }: Page): WordDocument {
  const paragraph = ({ label, runs, list, fill }: Paragraph): WordParagraph => ({
    runs: label ? [{ text: `${label} ` }, ...runs] : runs,
    ...(list?.kind === 'bullet' && { label: { kind: 'bullet' as const, text: '•', level: list.level } }),
    ...(fill && { colour: fill.colour }),
  });
  const cell = (each: PageCell, column: number): WordCell => ({
    column,
    columnSpan: each.columnSpan,
    rowSpan: each.rowSpan,
    paragraphs: each.paragraphs.map(paragraph),
    ...(each.fill && { fill: each.fill.colour }),
  });
  return {
    title: '',
    footer: '',
    leftOut: [],
    blocks: blocks.map((block) => {
      if (block.kind === 'heading') return { kind: 'paragraph', runs: [{ text: block.text }], heading: block.level };
      if (block.kind === 'paragraph') return { kind: 'paragraph', ...paragraph(block.paragraph) };
      const rows = block.table.rows.map(({ cells }, at) => ({
        header: at < block.table.headerRows,
        cells: cells.flatMap((each, column) => (each ? [cell(each, column)] : [])),
      }));
      return { kind: 'table', columns: block.table.widths.length, rows };
    }),
  };
}

function copyOf(plan: Plan, layout: string, change: (rows: WordRow[]) => void, asRead = plan) {
  const document = documentOf(layOut(plan, layoutCalled(plan, layout), { asAt }));
  const table = document.blocks.find((block) => block.kind === 'table');
  if (table?.kind !== 'table') throw new Error('There is no table');
  change(table.rows);
  table.columns = Math.max(...table.rows.flatMap(({ cells }) => cells.map((cell) => cell.column + cell.columnSpan)));
  const from: ExportedFrom = { plan: plan.id, layout, plain: false, asAt, leaveOut: [], posts: false };
  const newId = counter();
  return changesInCopy({ plan: asRead, exported: plan, from, document }, () => newId().replace(/^0/, 'f'));
}

/** The cell in some column of the row that has these words. */
function cellIn(rows: WordRow[], words: string, column: number): WordCell {
  const row = rows.find(({ cells }) => JSON.stringify(cells).includes(words));
  const cell = row?.cells.find((each) => each.column === column);
  if (!cell) throw new Error(`There is no such cell beside “${words}”`);
  return cell;
}

const says = (...texts: string[]): WordParagraph[] => texts.map((text) => ({ runs: [{ text }] }));

describe('what a director does to a table of actions', () => {
  test('leads known and new, a date, an update, a colour, words in an empty cell: each is what it would be in the plan', () => {
    const { plan, id, newId } = smallPlan();
    const { proposals, others } = copyOf(plan, 'gaps-by-action', (rows) => {
      cellIn(rows, 'Mentor future', 3).paragraphs = says('Inclusion team; ann okoro and Ward Leaders Forum');
      cellIn(rows, 'Open up interview', 4).paragraphs = says('12.10.26 – Panels have changed.', 'Green');
      const status = cellIn(rows, 'Mentor future', 4);
      status.fill = '#006747';
      cellIn(rows, 'Review this plan', 3).paragraphs = says('Ward Leaders Forum');
      cellIn(rows, 'Review this plan', 1).paragraphs = says('Nobody looked at it.');
      cellIn(rows, 'Publish the figures', 0).paragraphs = says('Indicator 1: Staff in each band');
      rows.splice(3, 0, { header: false, cells: rows[0]?.cells ?? [] });
    });
    expect(others).toEqual([]);
    expect(proposals.filter(({ kind }) => kind === 'told')).toEqual([]);
    // Taken one after the other, as a person may: whoever is new in two of them is made once.
    const ledger = new Ledger(plan, newId);
    for (const proposal of proposals) ledger.apply(takeIn(ledger.plan, [proposal], 'Copy.docx'));
    const after = ledger.plan;
    const action = (name: string) => after.actions.find((each) => each.id === id(name));
    const forum = after.people.find(({ name }) => name === 'Ward Leaders Forum')?.id;
    expect(action('b')).toMatchObject({ leads: [id('team'), id('ann'), forum], rating: 'G' });
    expect(action('c')).toMatchObject({ rating: 'G', updates: [{ date: '2026-10-12' }] });
    expect(toPlainText(action('c')?.updates[0]?.text ?? [])).toBe('Panels have changed.');
    expect(action('d')?.leads).toEqual([forum]);
    expect(toPlainText(action('d')?.gap ?? [])).toBe('Nobody looked at it.');
    expect(after.indicators[0]?.wording).toBe('Staff in each band');
  });

  test('what several actions share is changed for all of them; a word that is no rating is only told', () => {
    const { plan, id, newId } = smallPlan();
    const { proposals } = copyOf(plan, 'metric-kpi-rating', (rows) => {
      cellIn(rows, 'Mentor future', 2).paragraphs = says('March 2028');
      cellIn(rows, 'Open up interview', 4).paragraphs = says('Purple');
    });
    expect(proposals.map(({ kind }) => kind).sort()).toEqual(['changed', 'told']);
    const after = new Ledger(plan, newId).apply(takeIn(plan, proposals, 'Copy.docx'));
    expect(after.indicators.find((each) => each.id === id('one'))?.due).toEqual({
      text: 'March 2028',
      date: '2028-03-31',
    });
  });

  test('a column that was added is named, and one that is gone clears nothing', () => {
    const { plan } = smallPlan();
    const { proposals, others } = copyOf(plan, 'progress-outcome', (rows) => {
      for (const row of rows) {
        row.cells = row.cells.filter(({ column }) => column !== 2);
        row.cells.push({ column: 7, columnSpan: 1, rowSpan: 1, paragraphs: says(row.header ? 'Cost' : '£5') });
        row.cells.push({ column: 8, columnSpan: 1, rowSpan: 1, paragraphs: says(row.header ? 'Remark' : 'Why?') });
      }
    });
    expect(proposals).toEqual([]);
    expect(others).toEqual([
      'The column “Lead” is not in the copy.',
      'The column “Cost” was added.',
      'The column “Remark” was added.',
    ]);
  });
});

test('a plan that has moved on: what it says by now is told beside, what it says already is no change, what is gone is told', () => {
  const { plan, id, newId } = smallPlan();
  const ledger = new Ledger(plan, newId);
  const set = (record: string, field: string, value: unknown) =>
    ledger.apply({ label: 'Edit', changes: [{ kind: 'action', record, field, value: value as string }] });
  set(id('b'), 'text', [{ kind: 'paragraph', runs: [{ text: 'Mentor all leaders' }] }]);
  set(id('b'), 'rating', 'G');
  const now = ledger.apply({
    label: 'Delete',
    changes: [{ kind: 'action', record: id('c'), field: '*', value: null }],
  });
  const { proposals } = copyOf(
    plan,
    'gaps-by-action',
    (rows) => {
      cellIn(rows, 'Open up interview', 2).paragraphs = says('Open up every panel');
      const status = cellIn(rows, 'Mentor future', 4);
      status.paragraphs = [...status.paragraphs.slice(0, -1), ...says('Green')];
      cellIn(rows, 'Mentor future', 2).paragraphs = says('Mentor future leaders of every band');
    },
    now,
  );
  expect(proposals.map(({ kind, place, changedSince }) => ({ kind, place: place?.id, changedSince }))).toEqual([
    { kind: 'changed', place: id('b'), changedSince: 'Mentor all leaders' },
    { kind: 'told', place: id('c'), changedSince: undefined },
  ]);
});

test('whatever order the actions are put in, the least moves lead to it, and nothing else was changed', () => {
  const { plan: small, id, newId } = smallPlan();
  const texts = ['Alpha', 'Bravo', 'Charlie', 'Delta', 'Echo', 'Foxtrot', 'Golf'];
  const actions = texts.map(
    (text): Action => ({
      id: newId(),
      indicator: id('two'),
      text: [{ kind: 'paragraph', runs: [{ text: `${text} is told of all that is done` }] }],
      leads: [],
      updates: [],
    }),
  );
  const plan = { ...small, actions };
  /** Of the lists of numbers that rise, in their order, the longest. */
  const longest = (places: number[]): number =>
    Math.max(0, ...places.map((place, at) => 1 + longest(places.slice(at + 1).filter((each) => each > place))));
  fc.assert(
    fc.property(
      fc.shuffledSubarray([...actions.keys()], { minLength: actions.length }),
      fc.constantFrom('indicator-matrix', 'metric-kpi-rating'),
      (order, layout) => {
        const { proposals, others } = copyOf(plan, layout, (rows) => {
          if (layout === 'indicator-matrix')
            rows.splice(2, actions.length, ...order.map((at) => rows[at + 2] as WordRow));
          else {
            const cell = cellIn(rows, 'Alpha', 1);
            cell.paragraphs = order.map((at) => cell.paragraphs[at] as WordParagraph);
          }
        });
        expect(others).toEqual([]);
        expect(proposals).toHaveLength(actions.length - longest(order));
        if (proposals.length === 0) return;
        const after = new Ledger(plan, newId).apply(takeIn(plan, proposals, 'Copy.docx'));
        expect(after.actions.map((action) => action.id)).toEqual(order.map((at) => actions[at]?.id));
      },
    ),
    { numRuns: 60 },
  );
});

test('a copy in a layout of the plan’s own is read by its columns', () => {
  const { plan, newId } = smallPlan();
  const [name, gaps, ...others] = layoutById('gaps-by-action').columns as Layout['columns'];
  const columns = [...others, gaps, { ...name, heading: 'Standard' }] as Layout['columns'];
  const own = { ...layoutById('gaps-by-action'), id: newId(), title: 'Ours', columns };
  const ours = { ...plan, layouts: [own] };
  const { proposals, others: strange } = copyOf(ours, own.id, (rows) => {
    cellIn(rows, 'Mentor future', 1).paragraphs = says('Ward Leaders Forum');
  });
  expect(proposals.map(({ label }) => label)).toEqual([expect.stringContaining('Ward Leaders Forum')]);
  expect(strange).toEqual([]);
  const document = documentOf(layOut(ours, own, { asAt }));
  expect(likeliestExport(ours, document, asAt).layout).toBe(own.id);
});

test('a copy that does not say where it comes from is taken for the layout that it looks like', () => {
  const { plan } = smallPlan();
  for (const layout of ['gaps-by-action', 'indicator-matrix', 'metric-kpi-rating']) {
    const document = documentOf(layOut(plan, layoutById(layout), { asAt }));
    expect(likeliestExport(plan, document, asAt)).toMatchObject({ plan: plan.id, layout, plain: false });
  }
});
