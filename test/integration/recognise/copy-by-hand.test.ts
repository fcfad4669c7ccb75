import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../electron/sheet/read-document.ts';
import { writeWord } from '../../../electron/word/write.ts';
import { builtInLayouts, layoutById } from '../../../shared/layout/built-in.ts';
import { layOut } from '../../../shared/layout/lay-out.ts';
import type { Layout } from '../../../shared/layout/layout.ts';
import { type ExportedFrom, markNames, readExportedFrom } from '../../../shared/layout/marks.ts';
import { withUndecided } from '../../../shared/layout/undecided.ts';
import { parsePlanJson } from '../../../shared/plan/json.ts';
import type { Action, Indicator, Plan } from '../../../shared/plan/model.ts';
import { homeName } from '../../../shared/plan/names.ts';
import { changesInCopy } from '../../../shared/recognise/copy/changes-in-copy.ts';
import { takeIn } from '../../../shared/recognise/copy/take-in.ts';
import { around, editDocx, withoutMarks, withText } from '../../support/edit-docx.ts';
import { counter } from '../../support/ids.ts';
import { Ledger } from '../../unit/plan/edits/ledger.ts';

const asAt = '2026-10-31';
const sampleJson = fs.readFileSync(path.resolve(import.meta.dirname, '../../../assets/sample-plan.json'), 'utf8');
const plan = parsePlanJson(sampleJson, counter());

/** The actions of an indicator of the sample. */
function actionsOf(number: string): Action[] {
  const indicator = plan.indicators.find((each) => each.number === number);
  return plan.actions.filter((action) => action.indicator === indicator?.id);
}

const files = new Map<string, Promise<Uint8Array>>();

function exported(layout: string, plain = false): Promise<Uint8Array> {
  const name = `${layout} ${plain}`;
  const file = files.get(name) ?? writeWord(layOut(plan, layoutById(layout), { asAt, plain }));
  files.set(name, file);
  return file;
}

function found(bytes: Uint8Array, now: Plan = plan) {
  const document = readDocument(bytes);
  const from = readExportedFrom(document.exportedFrom) as ExportedFrom;
  const next = counter();
  return changesInCopy({ plan: now, exported: plan, from, document }, () => next().replace(/^0/, 'f'));
}

/** The element of Word around the first paragraph of an action's text. */
function part(xml: string, { id }: Action, name: 'p' | 'tr', field = 'text') {
  return around(xml, xml.indexOf(`"${markNames()({ kind: 'action', id, field })}"`), name);
}

/** Takes the paragraphs or rows of actions out, and puts them, in this order, below another. */
function putBelow(xml: string, actions: readonly Action[], below: Action, name: 'p' | 'tr' = 'tr'): string {
  const pieces = actions.map((action) => part(xml, action, name)).map(({ from, to }) => xml.slice(from, to));
  const rest = pieces.reduce((all, piece) => all.replace(piece, ''), xml);
  const end = part(rest, below, name).to;
  return rest.slice(0, end) + pieces.join('') + rest.slice(end);
}

describe('a row or an item that was taken to another indicator is one proposal: to move the action there', () => {
  const forms = ['gaps-by-action', 'metric-kpi-rating', 'narrative-numbered', 'progress-outcome'].flatMap((layout) =>
    [false, true].flatMap((plain) => [true, false].map((marks) => ({ layout, plain, marks }))),
  );
  test.each(forms)('$layout, plain: $plain, marks: $marks', async ({ layout, plain, marks }) => {
    const stacked = layout !== 'gaps-by-action' && !plain;
    const name = stacked ? 'p' : 'tr';
    // Of one paragraph, so that one is all of it.
    const moving = actionsOf('1')
      .slice(1)
      .find(({ text }) => text.length === 1) as Action;
    const above = actionsOf('5').find(({ text }) => text.length === 1) as Action;
    const copy = editDocx(await exported(layout, plain), (xml) => {
      const moved = putBelow(xml, [moving], above, name);
      return marks ? moved : withoutMarks(moved);
    });
    const { proposals, others } = found(copy);
    expect(others).toEqual([]);
    expect(proposals.map(({ label }) => label)).toEqual([
      expect.stringMatching(/^Move action \d+ \(“.*”\) from Indicator 1 to Indicator 5$/),
    ]);
    const ledger = new Ledger(plan, counter());
    const after = ledger.apply(takeIn(plan, proposals, 'Copy.docx'));
    const ids = after.actions.filter(({ indicator }) => indicator === above.indicator).map(({ id }) => id);
    expect(ids[ids.indexOf(above.id) + 1]).toBe(moving.id);
    expect(found(copy, after).proposals).toEqual([]);
    expect(ledger.undoAll()).toEqual(plan);
  });
});

describe('rows and items in another order are as few proposals as there were moves', () => {
  const forms = builtInLayouts.flatMap(({ id, grain }) =>
    [false, true].map((plain) => ({ layout: id, plain, name: grain === 'indicator' && !plain ? 'p' : 'tr' }) as const),
  );
  test.each(forms)('$layout, plain: $plain', async ({ layout, plain, name }) => {
    const isMatrix = layout === 'indicator-matrix' && !plain;
    // Of one paragraph, so that one is all of it; not the first row, which has the name of the indicator.
    const list = (isMatrix ? plan.actions : actionsOf('1')).slice(1).filter(({ text }) => text.length === 1);
    const [one, two, ...others] = list as [Action, Action, ...Action[]];
    const last = others.at(-1) as Action;
    // Two are put below the last, and have changed places with each other on the way.
    const copy = editDocx(await exported(layout, plain), (xml) => putBelow(xml, [two, one], last, name));
    const order = ({ actions }: Plan) =>
      actions.filter(({ indicator }) => isMatrix || indicator === one.indicator).map(({ id }) => id);
    const rest = order(plan).filter((id) => id !== one.id && id !== two.id);
    const wanted = rest.toSpliced(rest.indexOf(last.id) + 1, 0, two.id, one.id);

    const { proposals, others: strange } = found(copy);
    expect(found(editDocx(copy, withoutMarks))).toEqual({ proposals, others: strange });
    expect(strange).toEqual([]);
    const title = String.raw`action \w+ \(“.*”\)`;
    const moved = expect.stringMatching(new RegExp(`^Move ${title} to after ${title}$`));
    expect(proposals.map(({ place, label }) => [place?.id, label])).toEqual([
      [two.id, moved],
      [one.id, moved],
    ]);
    const ledger = new Ledger(plan, counter());
    const after = ledger.apply(takeIn(plan, proposals, 'Copy.docx'));
    expect(order(after)).toEqual(wanted);
    expect(found(copy, after).proposals).toEqual([]);
    if (layout !== 'gaps-by-action') return;
    ledger.undoAll();
    for (const id of [one.id, two.id]) {
      const left = found(copy, ledger.plan).proposals.filter(({ place }) => place?.id === id);
      ledger.apply(takeIn(ledger.plan, left, 'Copy.docx'));
    }
    expect(order(ledger.plan)).toEqual(wanted);
    expect(ledger.undoAll()).toEqual(plan);
  });
});

test('a first row that is put below its others takes the name of its indicator along, and they stay where they were', async () => {
  const [first, ...others] = actionsOf('3') as [Action, ...Action[]];
  const last = others.at(-1) as Action;
  const copy = editDocx(await exported('gaps-by-action'), (xml) => putBelow(xml, [first], last));
  expect(others.length).toBeGreaterThan(2);
  const { proposals } = found(copy);
  expect(proposals.map(({ place, label }) => [place?.id, label])).toEqual([
    [first.id, expect.stringMatching(/ to after /)],
  ]);
});

test('rows belong where the cell beside them says so, several of them too, and also one that says that its own goes on', async () => {
  const bytes = await exported('gaps-by-action');
  const [one, two] = ['1', '2'].map(actionsOf) as [Action[], Action[]];
  const cases = [
    { rows: one.slice(1, 3), below: two.at(-1), to: '2' },
    { rows: two.slice(1), below: one[0], to: '1' },
    { rows: one.slice(-1), below: two[0], to: '2' },
  ];
  for (const { rows, below, to } of cases) {
    const copy = editDocx(bytes, (xml) => putBelow(xml, rows, below as Action));
    const { proposals } = found(copy);
    expect(proposals.map(({ place, label }) => [place?.id, label])).toEqual(
      rows.map(({ id }) => [id, expect.stringMatching(new RegExp(`to Indicator ${to}$`))]),
    );
    const after = new Ledger(plan, counter()).apply(takeIn(plan, proposals, 'Copy.docx'));
    expect(found(copy, after).proposals).toEqual([]);
  }
});

test('an action of a matrix that moves another indicator instead of its own is at home there', async () => {
  const action = actionsOf('2')[0] as Action;
  const there = plan.indicators.findLast(({ id }) => id !== action.indicator && !action.effects?.[id]) as Indicator;
  const { direct, indirect } = layoutById('indicator-matrix').matrix as NonNullable<Layout['matrix']>;
  const copy = editDocx(await exported('indicator-matrix'), (xml) => {
    const { from, to } = part(xml, action, 'tr');
    const cells = xml.slice(from, to).split(/(?=<w:tc>)/);
    const columns = cells.length - 1 - plan.indicators.length;
    const cellOf = (id: string) => columns + 1 + plan.indicators.findIndex((each) => each.id === id);
    const [old, now] = [cellOf(action.indicator ?? ''), cellOf(there.id)];
    expect(cells[old]).toContain(`>${direct.word}<`);
    cells[old] = withText(cells[old] ?? '', indirect.word);
    cells[now] = (cells[now] ?? '').replace(
      /<w:p>.*<\/w:p>|<w:p\/>/s,
      `<w:p><w:r><w:t>${direct.word}</w:t></w:r></w:p>`,
    );
    return xml.slice(0, from) + cells.join('') + xml.slice(to);
  });
  const { proposals } = found(copy);
  expect(proposals.map(({ label }) => label)).toEqual([
    expect.stringMatching(new RegExp(`^Move action .* from Indicator 2 to ${homeName(plan, there.id)}$`)),
  ]);
  const ledger = new Ledger(plan, counter());
  const after = ledger.apply(takeIn(plan, proposals, 'Copy.docx'));
  const moved = after.actions.find(({ id }) => id === action.id);
  expect(moved).toMatchObject({ indicator: there.id, effects: { [action.indicator ?? '']: 'indirect' } });
  expect(found(copy, after).proposals).toEqual([]);
  expect(ledger.undoAll()).toEqual(plan);
});

test('a row put into a table that has other columns keeps its cells, as Word and LibreOffice save it', async () => {
  const bytes = await exported('gaps-by-action', true);
  const cells = (row: string) => row.split('<w:tc>').length - 1;
  const copy = editDocx(bytes, (xml) => {
    const rows = plan.actions.map((action) => ({ action, ...part(xml, action, 'tr') }));
    const four = rows.find(({ from, to }) => cells(xml.slice(from, to)) === 4) as (typeof rows)[number];
    const three = rows.find(({ from, to }) => cells(xml.slice(from, to)) === 3) as (typeof rows)[number];
    const wide = (row: string, spans: number[]) =>
      row.split(/(?<=<w:tcPr>)/).reduce((all, next, at) => `${all}<w:gridSpan w:val="${spans[at - 1]}"/>${next}`);
    const row = wide(xml.slice(four.from, four.to), [1, 2, 2, 1]);
    const start = xml.lastIndexOf('<w:tbl>', three.from);
    const end = xml.indexOf('</w:tbl>', three.from);
    const table = xml
      .slice(start, end)
      .replace(/<w:gridCol [^>]*\/>/g, '$&$&')
      .replace(/<w:tr>.*?<\/w:tr>/gs, (each) => wide(each, [2, 2, 2]));
    const after = table.indexOf('</w:tr>', table.indexOf('</w:tr>') + 1) + '</w:tr>'.length;
    const changed = xml.slice(0, start) + table.slice(0, after) + row + table.slice(after) + xml.slice(end);
    return changed.replace(xml.slice(four.from, four.to), '');
  });
  const { proposals, others } = found(copy);
  expect(others).toEqual([]);
  expect(proposals.map(({ label }) => label)).toEqual([expect.stringMatching(/^Move action \d+ \(“.*”\) from .* to /)]);
});

test('rows that stay behind as the first of their indicator is deleted are not taken to have moved', async () => {
  const [first, ...others] = actionsOf('3') as [Action, ...Action[]];
  const copy = editDocx(await exported('gaps-by-action'), (xml) => {
    const { from, to } = part(xml, first, 'tr');
    return xml.slice(0, from) + xml.slice(to);
  });
  expect(others.length).toBeGreaterThan(2);
  expect(found(copy).proposals.map(({ kind, place }) => [kind, place?.id])).toEqual([['missing', first.id]]);
});

describe('cells that somebody merged or split say what they said', () => {
  const [one, two] = actionsOf('2').slice(1) as [Action, Action];
  /** Changes the cells of the rows of two actions. */
  const withCells = (bytes: Uint8Array, change: (first: string[], second: string[]) => void, marks: boolean) =>
    editDocx(bytes, (xml) => {
      const [first, second] = [part(xml, one, 'tr'), part(xml, two, 'tr')];
      expect(first.to).toBe(second.from);
      const rows = [first, second].map(({ from, to }) => xml.slice(from, to).split(/(?=<w:tc>)|(?=<\/w:tr>)/));
      change(rows[0] as string[], rows[1] as string[]);
      const edited = xml.slice(0, first.from) + rows.flat().join('') + xml.slice(second.to);
      return marks ? edited : withoutMarks(edited);
    });
  const paragraphs = (cell = '') => cell.slice(cell.indexOf('</w:tcPr>') + '</w:tcPr>'.length, -'</w:tc>'.length);
  const prop = (cell = '', xml: string) => cell.replace('</w:tcPr>', `${xml}</w:tcPr>`);
  const empty = '<w:p/>';
  const having = (cell = '', content: string) => cell.replace(paragraphs(cell), content);

  test.each([true, false])('side by side, and one above another; marks: %s', async (marks) => {
    // The columns: the indicator, gaps, the action, leads, status; the first piece is what comes before the cells.
    const bytes = await exported('gaps-by-action');
    const across = withCells(
      bytes,
      (first) => {
        const both = having(first[4], paragraphs(first[4]) + paragraphs(first[5]));
        first.splice(4, 2, prop(both, '<w:gridSpan w:val="2"/>'));
      },
      marks,
    );
    expect(found(across)).toEqual({
      proposals: [],
      others: [
        expect.stringMatching(/^Cells of action \d+ were merged: “Responsible Lead” and “Status update \(RAG\)”\.$/),
      ],
    });
    const down = withCells(
      bytes,
      (first, second) => {
        const both = having(first[4], paragraphs(first[4]) + paragraphs(second[4]));
        first[4] = prop(both, '<w:vMerge w:val="restart"/>');
        second[4] = prop(having(second[4], empty), '<w:vMerge/>');
      },
      marks,
    );
    expect(found(down)).toEqual({
      proposals: [],
      others: [expect.stringMatching(/^Cells of action \d+ and action \d+ were merged: “Responsible Lead”\.$/)],
    });
  });

  test('what a merged cell says once is of each of them', async () => {
    const copy = withCells(
      await exported('gaps-by-action'),
      (first, second) => {
        first[4] = prop(withText(first[4] ?? '', 'Head of Making Sure'), '<w:vMerge w:val="restart"/>');
        second[4] = prop(having(second[4], empty), '<w:vMerge/>');
      },
      true,
    );
    const { proposals } = found(copy);
    expect(proposals.map(({ place }) => `${place?.id} ${place?.field}`)).toEqual([
      `${one.id} leads`,
      `${two.id} leads`,
    ]);
    const after = new Ledger(plan, counter()).apply(takeIn(plan, proposals, 'Copy.docx'));
    const [lead] = after.people.filter(({ name }) => name === 'Head of Making Sure');
    for (const { id } of [one, two]) expect(after.actions.find((each) => each.id === id)?.leads).toEqual([lead?.id]);
  });

  test.each([true, false])('split into two columns, and into two rows; marks: %s', async (marks) => {
    const bytes = await exported('gaps-by-action');
    // As Word does it: the other rows span one column more of the grid.
    const aside = withCells(
      bytes,
      (first) => {
        const [status = '', ...more] = paragraphs(first[5]).split(/(?=<w:p>)/);
        first.splice(5, 1, having(first[5], status), having(first[5], more.join('') || empty));
      },
      marks,
    );
    const widened = editDocx(aside, (xml) => {
      const start = xml.indexOf('<w:tbl>');
      const table = xml.slice(start, xml.indexOf('</w:tbl>', start));
      const wide = table
        .replace(/(<w:gridCol [^>]*\/>)(?=<\/w:tblGrid>)/, '$1$1')
        .split(/(?=<w:tr>)/)
        .map((row) => {
          const cells = row.split(/(?=<w:tc>)/);
          return cells.length === 6 ? [...cells.slice(0, 5), prop(cells[5], '<w:gridSpan w:val="2"/>')].join('') : row;
        });
      return xml.slice(0, start) + wide.join('') + xml.slice(start + table.length);
    });
    const split = [expect.stringMatching(/^A cell of action \d+ was split: “Status update \(RAG\)”\.$/)];
    expect(found(widened)).toEqual({ proposals: [], others: split });

    const under = withCells(
      bytes,
      (first) => {
        const [status = '', ...more] = paragraphs(first[5]).split(/(?=<w:p>)/);
        const lower = first.map((cell, at) =>
          at === 0 || at === first.length - 1
            ? cell
            : at === 5
              ? having(cell, more.join('') || empty)
              : prop(having(cell, empty), '<w:vMerge/>').replace(/(<w:vMerge[^>]*\/>)<w:vMerge\/>/, '$1'),
        );
        for (const at of [2, 3, 4]) first[at] = prop(first[at], '<w:vMerge w:val="restart"/>');
        first[5] = having(first[5], status);
        first.push(...lower);
      },
      marks,
    );
    expect(found(under)).toEqual({ proposals: [], others: split });
  });
});

test('what an export says of conflicts is no change; what somebody makes of it is told', async () => {
  const sentences = [
    'The title of the plan: “Ours” (Ann, 2 November 2026), or “Theirs: all of it” (Bob, 2 November 2026).',
    'The due date of action 3: empty, or “Q3”.',
  ];
  const undecided = sentences.map((words) => ({ kind: 'plan' as const, id: plan.id, words }));
  const page = withUndecided(layOut(plan, layoutById('gaps-by-action'), { asAt }), undecided);
  const bytes = await writeWord(page);
  expect(found(bytes)).toEqual({ proposals: [], others: [] });
  expect(found(editDocx(bytes, withoutMarks))).toEqual({ proposals: [], others: [] });
  const answered = editDocx(bytes, (xml) => xml.replace('empty, or “Q3”.', 'take Q3, please'));
  expect(found(answered)).toEqual({
    proposals: [],
    others: ['“Not decided yet” was added.', '“The due date of action 3: take Q3, please” was added.'],
  });
});
