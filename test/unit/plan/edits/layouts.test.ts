import { expect, test } from 'vitest';
import { layoutById } from '../../../../shared/layout/built-in.ts';
import { layOut } from '../../../../shared/layout/lay-out.ts';
import type { Layout } from '../../../../shared/layout/layout.ts';
import { findLayout, layoutCalled, layoutOf, layoutsOf } from '../../../../shared/layout/layouts-of.ts';
import { conflictsOf } from '../../../../shared/log/conflicts.ts';
import type { Edit } from '../../../../shared/log/edit.ts';
import { changesSince, sentenceOf } from '../../../../shared/log/history.ts';
import { goesOn } from '../../../../shared/log/typing.ts';
import { withoutHistory } from '../../../../shared/log/withhold.ts';
import {
  addColumn,
  addLayout,
  copyLayout,
  deleteColumn,
  deleteLayout,
  moveColumn,
  publishIn,
  setColumn,
  setMatrix,
} from '../../../../shared/plan/edits/layouts.ts';
import { setField } from '../../../../shared/plan/edits/set-field.ts';
import { parsePlanJson, printPlanJson } from '../../../../shared/plan/json.ts';
import type { OwnLayout, Plan } from '../../../../shared/plan/model.ts';
import { rollOn } from '../../../../shared/plan/roll-on/roll-on.ts';
import { Copy } from '../../../support/copies.ts';
import { smallPlan } from './small-plan.ts';

function withOwn() {
  const { plan, newId } = smallPlan();
  const id = newId();
  const mine = Copy.first(plan, 'Amina', newId);
  mine.edit(addLayout(id, { ...layoutById('gaps-by-action'), title: 'Our layout' }));
  mine.edit(publishIn(mine.plan, id));
  const own = ({ layouts }: Plan = mine.plan) => layouts?.find((each) => each.id === id) as OwnLayout;
  return { mine, id, own, newId };
}

test('a layout that is like another lays out as that does, and is chosen, changed and deleted by edits', () => {
  const { mine, id } = withOwn();
  expect(mine.edits.map(({ label }) => label).slice(1)).toEqual([
    'Add the layout “Our layout”',
    'Publish in the layout “Our layout”',
  ]);
  expect(layoutsOf(mine.plan)).toHaveLength(6);
  const pageIn = (layout: Layout) => layOut(mine.plan, layout, { asAt: '2026-10-31' }).blocks;
  expect(pageIn(layoutOf(mine.plan))).toEqual(pageIn(layoutById('gaps-by-action')));
  expect(publishIn(mine.plan, id)).toBeUndefined();
  mine.edit(setField(mine.plan, 'layout', id, 'title', 'Our board paper'));
  expect(layoutCalled(mine.plan, 'our board PAPER').id).toBe(id);

  mine.edit(deleteLayout(mine.plan, id));
  expect(mine.plan.layouts).toBeUndefined();
  expect(layoutOf(mine.plan).id).toBe('metric-kpi-rating');
  mine.undo();
  expect(layoutOf(mine.plan).title).toBe('Our board paper');
});

test('a layout that becomes a matrix has the words of the one that comes with the app, and each is changed by itself', () => {
  const { mine, id, own } = withOwn();
  const direct = (word: string) => setMatrix(mine.plan, id, (now) => ({ direct: { ...now.direct, word } }));
  expect(() => direct('Yes')).toThrow();
  mine.edit(setField(mine.plan, 'layout', id, 'grain', 'matrix'));
  mine.edit(direct('Yes'));
  mine.edit(setMatrix(mine.plan, id, () => ({ banner: 'What moves what' })));
  const { matrix } = layoutById('indicator-matrix');
  expect(own().matrix).toEqual({
    ...matrix,
    banner: 'What moves what',
    direct: { ...matrix?.direct, word: 'Yes' },
  });
  const words = JSON.stringify(layOut(mine.plan, layoutOf(mine.plan), { asAt: '2026-10-31' }));
  for (const each of ['What moves what', '"Yes"']) expect(words).toContain(each);
});

test('a column is centred, and no more: it is then as it was', () => {
  const { mine, id, own } = withOwn();
  const before = own().columns;
  mine.edit(setColumn(mine.plan, id, 1, { align: 'centre' }));
  expect(own().columns[1]?.align).toBe('centre');
  mine.edit(setColumn(mine.plan, id, 1, { align: undefined }));
  expect(Object.keys(own().columns[1] ?? {})).toEqual(Object.keys(before[1] ?? {}));
});

test('columns are added, named, moved and taken out, but never the last that shows the actions', () => {
  const { mine, id, own } = withOwn();
  const headings = () => own().columns.map(({ heading }) => heading);
  const before = headings();
  mine.edit(addColumn(mine.plan, id, 1));
  mine.edit(setColumn(mine.plan, id, 2, { heading: 'By when' }));
  expect(mine.edits.at(-1)?.label).toBe('Call the column “New column” “By when” in the layout “Our layout”');
  mine.edit(moveColumn(mine.plan, id, 2, 0));
  expect(headings()).toEqual(['By when', ...before]);
  mine.edit(moveColumn(mine.plan, id, 0, before.length));
  expect(headings()).toEqual([...before, 'By when']);
  mine.edit(deleteColumn(mine.plan, id, before.length));
  expect(headings()).toEqual(before);
  expect(mine.edit(deleteColumn(mine.plan, id, before.indexOf('Action')))).toBe(false);
  // Nobody types columns: a heading and a move are two steps of undo.
  const [one, two] = [setColumn(mine.plan, id, 0, { empty: 'x' }), moveColumn(mine.plan, id, 0, 1)];
  mine.edit(one);
  const last = { edit: mine.edits.at(-1) as Edit, changes: mine.changes.slice(-1) };
  expect(goesOn(last, two, new Date(last.edit.at), 'Amina')).toBe(false);
  expect(() => setColumn(mine.plan, id, 99, { heading: 'x' })).toThrow('is not there any more');
});

test('the layout that a plan is published in is not deleted from under it', () => {
  const { mine, id } = withOwn();
  expect(mine.edit({ label: 'x', changes: [{ kind: 'layout', record: id, field: '*', value: null }] })).toBe(false);
});

test('two people who change one layout: different parts are joined, one part is a conflict', () => {
  const { mine, id, own } = withOwn();
  const theirs = mine.copied('Ben');
  const columnsWith = (heading: string) => own().columns.map((each, at) => (at === 0 ? { ...each, heading } : each));
  mine.edit(setField(mine.plan, 'layout', id, 'title', 'Board paper'));
  theirs.edit(setField(theirs.plan, 'layout', id, 'page', { orientation: 'portrait', size: 'A4' }));
  for (const [copy, heading] of [
    [mine, 'Standard'],
    [theirs, 'Measure'],
  ] as const) {
    const columns = columnsWith(heading);
    copy.edit({ label: 'x', changes: [{ kind: 'layout', record: id, field: 'columns', value: columns }] });
  }
  mine.bringIn(theirs);
  expect(own()).toMatchObject({ title: 'Board paper', page: { orientation: 'portrait' } });
  expect(own().columns[0]?.heading).toBe('Standard');
  const conflicts = conflictsOf(mine, mine.records);
  expect(conflicts.map(({ kind, field, choices }) => [kind, field, choices.length])).toEqual([
    ['layout', 'columns', 2],
  ]);
});

test('a layout that one deletes and another publishes in comes back, and is listed', () => {
  const { mine, id } = withOwn();
  mine.edit(publishIn(mine.plan, 'gaps-by-action'));
  const theirs = mine.copied('Ben');
  mine.edit(deleteLayout(mine.plan, id));
  theirs.edit(publishIn(theirs.plan, id));
  mine.bringIn(theirs);
  expect(layoutOf(mine.plan).id).toBe(id);
  expect(mine.kept).toMatchObject([{ kind: 'layout', record: id, because: 'named' }]);
});

test('the history tells what was changed of a layout, in words', () => {
  const { mine, id } = withOwn();
  const since = mine.edits.at(-1)?.id as string;
  mine.edit(setField(mine.plan, 'layout', id, 'page', { orientation: 'portrait', size: 'A4' }));
  mine.edit(setField(mine.plan, 'layout', id, 'key', true));
  expect(mine.edits.at(-1)?.label).toBe('Change the key to the ratings of the layout “Our layout”');
  expect(changesSince(mine, { edit: since }).map(sentenceOf)).toEqual([
    'The orientation of the layout “Our layout” was “Landscape” and is “Portrait”.',
    'The key to the ratings of the layout “Our layout” was “left out” and is “shown”.',
  ]);
});

test('own layouts go with the plan: as JSON, without history, and into the next year under ids of their own', () => {
  const { mine, id, newId } = withOwn();
  expect(parsePlanJson(printPlanJson(mine.plan), newId)).toEqual(mine.plan);
  const { changes } = withoutHistory(mine);
  expect(changes.find(({ kind }) => kind === 'layout')?.value).toMatchObject({ grain: 'action' });
  const period = { from: '2027-04-01', to: '2028-03-31', label: '2027-28' };
  const options = { period, finished: 'carry', dates: 'keep', ratings: 'none', notes: true } as const;
  const { plan: next } = rollOn(mine.plan, options, '2027-04-01', newId);
  expect(layoutOf(next).title).toBe(layoutOf(mine.plan).title);
  expect(next.layout).not.toBe(id);
});

test('by hand a layout may be called by any word, and be the plan’s', () => {
  const { mine, newId } = withOwn();
  const json = printPlanJson(mine.plan).replaceAll(mine.plan.layout as string, 'ours');
  const plan = parsePlanJson(json, newId);
  expect(layoutOf(plan).id).toBe(plan.layouts?.[0]?.id);
});

test('a matrix that two people made of it by halves still lays out', () => {
  const { mine, id } = withOwn();
  mine.edit({ label: 'x', changes: [{ kind: 'layout', record: id, field: 'grain', value: 'matrix' }] });
  const matrix = findLayout(mine.plan, id) as Layout;
  expect(layOut(mine.plan, matrix, { asAt: '2026-10-31' }).blocks.some(({ kind }) => kind === 'table')).toBe(true);
});

test.each<[string, (layout: OwnLayout) => unknown]>([
  ['a thousand columns', ({ columns }) => ({ columns: Array(1_000).fill(columns[0]) })],
  ['no column', () => ({ columns: [] })],
  ['a column as wide as a house', ({ columns }) => ({ columns: [{ ...columns[0], width: 1e9 }] })],
  ['a column of no width', ({ columns }) => ({ columns: [{ ...columns[0], width: 1e-300 }] })],
  [
    'a field that no plan has',
    ({ columns }) => ({ columns: [{ ...columns[0], fields: [{ field: 'action.notes' }] }] }),
  ],
])('%s is refused in words', (_, change) => {
  const { mine, own, newId } = withOwn();
  const plan = { ...mine.plan, layouts: [{ ...own(), ...(change(own()) as object) }] };
  const { layouts, ...head } = plan;
  const json = { ...JSON.parse(printPlanJson({ ...mine.plan, ...head })), layouts };
  expect(() => parsePlanJson(JSON.stringify(json), newId)).toThrow(/layouts, entry 1|layout/);
  const [first] = Object.entries(change(own()) as object);
  const edit = { label: 'x', changes: [{ kind: 'layout', record: own().id, field: first?.[0], value: first?.[1] }] };
  expect(mine.edit(edit as never)).toBe(false);
});

test('a plan has twenty layouts of its own at most', () => {
  const { mine, own, newId } = withOwn();
  for (let count = 1; count < 20; count += 1) mine.edit(copyLayout(mine.plan, own(), newId()));
  expect(mine.plan.layouts).toHaveLength(20);
  expect(mine.plan.layouts?.slice(0, 3).map(({ title }) => title)).toEqual([
    'Our layout',
    'Our: Our layout',
    'Our layout (2)',
  ]);
  expect(new Set(layoutsOf(mine.plan).map(({ title }) => title)).size).toBe(25);
  expect(mine.edit(copyLayout(mine.plan, own(), newId()))).toBe(false);
});
