import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { contentHash, stampHash } from '../../../electron/plan-file/content-hash.ts';
import { contentsOf } from '../../../electron/plan-file/contents.ts';
import { openChecked, rowsOf } from '../../../electron/plan-file/inspect.ts';
import { PlanFile } from '../../../electron/plan-file/plan-file.ts';
import { verify } from '../../../electron/plan-file/verify.ts';
import { newId } from '../../../shared/id.ts';
import type { DraftChange } from '../../../shared/log/edit.ts';
import { fold } from '../../../shared/log/fold.ts';
import { historyOf } from '../../../shared/log/history.ts';
import { cameInDuring } from '../../../shared/log/told.ts';
import { parsePlanJson } from '../../../shared/plan/json.ts';
import type { Plan } from '../../../shared/plan/model.ts';
import { fromPlainText } from '../../../shared/plan/rich-text.ts';
import { smallPlan } from '../../faults/small-plan.ts';
import { environmentIn, quickFolder } from '../../support/plan-file.ts';
import { seeds, seedsFolder } from '../../support/seeds.ts';

describe.skipIf(!seedsFolder).each(seeds())('two copies of plan $number, edited apart', ({ planJson }) => {
  test('come together both ways, are decided, go back, and are the same file in the end', async () => {
    const { mine, theirs, plan, at } = await apart(parsePlanJson(planJson, newId));
    const actions = plan.actions;
    expect(actions.length).toBeGreaterThan(4);
    for (const [index, action] of actions.slice(0, 30).entries()) {
      edit(
        mine,
        set('action', action.id, index < 5 ? 'text' : 'heading', index < 5 ? text(`Mine ${index}`) : `M${index}`),
      );
      edit(theirs, set('action', action.id, index < 5 ? 'text' : 'notes', text(`Theirs ${index}`)));
    }
    const [mineBefore, theirsBefore] = [mine.state.plan, theirs.state.plan];
    await mine.saveCopy(at('mine.wresplan'));
    await theirs.saveCopy(at('theirs.wresplan'));

    const came = await mine.bringIn(at('theirs.wresplan'));
    expect(came.news).toBe('some');
    expect(came.cameIn).toHaveLength(Math.min(30, actions.length));
    expect(mine.state.undo).toBe('Bring in Colleague’s copy of 2 November 2026');
    const { conflicts, kept, broken } = mine.review();
    expect({ kept, broken }).toEqual({ kept: [], broken: [] });
    expect(conflicts.map(({ record, field }) => [record, field])).toEqual(
      actions.slice(0, 5).map(({ id }) => [id, 'text']),
    );
    expect(conflicts[0]?.choices.map(({ value, by }) => [value, by.map(({ author }) => author)])).toEqual([
      [text('Mine 0'), ['EDI officer']],
      [text('Theirs 0'), ['Colleague']],
    ]);
    // Mine is shown, and what only they changed is there.
    expect(mine.state.plan.actions[0]?.text).toEqual(text('Mine 0'));
    if (actions.length > 5) expect(mine.state.plan.actions[5]?.notes).toEqual(text('Theirs 5'));

    // The other way round it is the same, but for whose is shown.
    await theirs.bringIn(at('mine.wresplan'));
    const shown = (from: Plan) => ({
      ...from,
      actions: from.actions.map((action, n) => (n < 5 ? { ...action, text: [] } : action)),
    });
    expect(shown(theirs.state.plan)).toEqual(shown(mine.state.plan));

    // It survives closing.
    const again = await reopened(mine);
    expect(again.review().conflicts).toEqual(conflicts);

    // One undo takes it back, one redo puts it in again.
    expect(again.undo().plan).toEqual(mineBefore);
    expect(again.review().conflicts).toEqual([]);
    again.redo();
    expect(again.review().conflicts.map(({ choices }) => choices.map(({ value }) => value))).toEqual(
      conflicts.map(({ choices }) => choices.map(({ value }) => value)),
    );
    expect(again.review().conflicts[0]?.choices.map(({ by }) => by.map(({ author }) => author))).toEqual([
      ['EDI officer'],
      ['Colleague'],
    ]);

    for (const [index, { choices, ...place }] of again.review().conflicts.entries()) {
      again.decide(place, choices[index % 2]?.value ?? null);
    }
    expect(again.review().conflicts).toEqual([]);
    expect(again.state.plan.actions[1]?.text).toEqual(text('Theirs 1'));

    // What they had before it is in what comes back to them: they take it as it is.
    await again.saveCopy(at('decided.wresplan'));
    const other = await PlanFile.open(at('theirs.wresplan'), environmentIn(at('other'), { author: 'Colleague' }).env);
    expect(other.state.plan).toEqual(theirsBefore);
    const back = await other.bringIn(at('decided.wresplan'));
    expect(back.news).toBe('all');
    expect(other.review().conflicts).toEqual([]);
    await other.publish();
    await again.publish();
    const files = [again.path, other.path, at('decided.wresplan')];
    expect(new Set(files.map(hashIn)).size).toBe(1);
    await verify(again.path);
    expect((await again.bringIn(at('theirs.wresplan'))).news).toBe('none');
    await Promise.all([again.close(), other.close(), theirs.close()]);
  });
});

test('a copy that this plan becomes is taken out by one undo, with nothing of one’s own, and put in by one redo', async () => {
  const { mine, theirs, plan } = await apart(smallPlan());
  const title = (value: string) => set('plan', plan.id, 'title', value);
  edit(theirs, set('plan', plan.id, 'trustName', 'Theirs'));
  edit(mine, title('Mine'));
  await mine.publish();
  await theirs.bringIn(mine.path);
  edit(theirs, set('plan', plan.id, 'edition', '2024'));
  await theirs.publish();
  const before = mine.state.plan;

  const came = await mine.bringIn(theirs.path);
  expect(came.news).toBe('all');
  const after = mine.state.plan;
  expect(after).toEqual(theirs.state.plan);
  // What came in is all that is theirs, wherever it stands in their log, and nothing of one's own.
  const { before: was } = mine.takenBy(came.stretch.upTo) ?? {};
  const told = cameInDuring(mine.log(), came.stretch, mine.state.plan, was);
  expect(told.by).toEqual([{ author: 'Colleague', edits: 2 }]);
  expect(told.changes.map(({ newWords }) => newWords).toSorted()).toEqual(['2024', 'Theirs']);

  expect(mine.state.undo).toBe('Bring in Colleague’s copy of 2 November 2026');
  expect(mine.undo().plan).toEqual(before);
  expect(mine.takenBy(came.stretch.upTo)?.isOut).toBe(true);
  expect(mine.state.undo).toBe('Set title');
  expect(mine.redo().plan).toEqual(after);
  expect(mine.undo().plan).toEqual(before);
  expect(mine.undo().plan.title).toBe('Edit 0');
  mine.redo();
  expect(mine.redo().plan).toEqual(after);

  // Opened again, there is no way behind what the colleague brought together; what came after it is there to undo.
  edit(mine, title('Later'));
  const again = await reopened(mine);
  expect(again.undo().plan.title).toBe('Mine');
  while (again.state.undo !== null) again.undo();
  expect(again.state.plan.title).toBe('Mine');
  await verify(again.path);
  await Promise.all([again.close(), theirs.close()]);
});

test('a copy that was brought in and taken out again is brought in once more, beside what was changed since', async () => {
  const { mine, theirs, plan, at } = await apart(smallPlan());
  const [one, two, three] = plan.actions.map(({ id }) => id) as [string, string, string];
  edit(mine, set('action', three, 'text', text('Mine 3')));
  for (const id of [one, two, three]) edit(theirs, set('action', id, 'text', text(`Theirs ${id}`)));
  await theirs.saveCopy(at('theirs.wresplan'));
  await mine.bringIn(at('theirs.wresplan'));
  mine.undo();
  edit(mine, set('action', two, 'text', text('Mine 2')));
  expect(mine.state.redo).toBeNull();
  const before = mine.state.plan;

  expect((await mine.bringIn(at('theirs.wresplan'))).news).toBe('some');
  const texts = () => mine.state.plan.actions.slice(0, 3).map((action) => action.text);
  expect(texts()).toEqual([text(`Theirs ${one}`), text('Mine 2'), text('Mine 3')]);
  expect(mine.review().conflicts.map(({ record, choices }) => [record, choices.map(({ value }) => value)])).toEqual([
    [two, [text('Mine 2'), text(`Theirs ${two}`)]],
    [three, [text('Mine 3'), text(`Theirs ${three}`)]],
  ]);
  expect((await mine.bringIn(at('theirs.wresplan'))).news).toBe('none');
  expect(mine.undo().plan).toEqual(before);
  expect(mine.review().conflicts).toEqual([]);
  mine.redo();
  expect(texts()).toEqual([text(`Theirs ${one}`), text('Mine 2'), text('Mine 3')]);

  // Whoever knows that it was taken out, and gave it back so, meant it so.
  mine.undo();
  await mine.publish();
  await theirs.bringIn(mine.path);
  await theirs.saveCopy(at('knows.wresplan'));
  expect((await mine.bringIn(at('knows.wresplan'))).news).not.toBe('some');
  expect(mine.state.plan).toEqual(before);
  await verify(mine.path);
  await Promise.all([mine.close(), theirs.close()]);
});

test('a file that is replaced while it is open is looked at again when somebody opens it', async () => {
  const { mine, theirs, plan } = await apart(smallPlan());
  edit(mine, set('plan', plan.id, 'title', 'Mine'));
  edit(theirs, set('plan', plan.id, 'trustName', 'Theirs'));
  await theirs.publish();
  fs.copyFileSync(theirs.path, mine.path);
  await mine.lookAgain();
  expect(mine.state.plan).toMatchObject({ title: 'Mine', trust: { name: 'Theirs' } });
  const { undo } = mine.state;
  await mine.lookAgain();
  expect(mine.state.undo).toBe(undo);
  fs.rmSync(mine.path);
  await mine.lookAgain();
  expect((await mine.publish()).state).toBe('saved');
  await Promise.all([mine.close(), theirs.close()]);
});

test('merges of merges: three copies that cross come to the same, and every file is whole', async () => {
  const { mine, theirs, plan, at } = await apart(smallPlan());
  await mine.saveCopy(at('third.wresplan'));
  const third = await PlanFile.open(at('third.wresplan'), environmentIn(at('three'), { author: 'Third' }).env);
  const all = [mine, theirs, third];
  const give = async (from: PlanFile, to: PlanFile) => {
    await from.publish();
    return to.bringIn(from.path);
  };
  for (const [index, copy] of all.entries()) edit(copy, set('plan', plan.id, 'title', `Title ${index}`));
  await give(theirs, mine);
  await give(third, theirs);
  await give(mine, third);
  edit(mine, set('plan', plan.id, 'trustName', 'A'));
  edit(third, set('plan', plan.id, 'trustName', 'B'));
  for (const from of all) for (const to of all) if (from !== to) await give(from, to);
  for (const from of all) for (const to of all) if (from !== to) await give(from, to);

  const titles = all.map((copy) => copy.review().conflicts.find(({ field }) => field === 'title'));
  for (const conflict of titles) {
    expect(conflict?.choices.map(({ value }) => value).toSorted()).toEqual(['Title 0', 'Title 1', 'Title 2']);
  }
  const [first] = titles;
  if (first) mine.decide(first, 'Together');
  const trust = mine.review().conflicts.find(({ field }) => field === 'trustName');
  expect(trust?.choices).toHaveLength(2);
  await give(mine, theirs);
  await give(mine, third);
  for (const copy of all) {
    expect(copy.state.plan.title).toBe('Together');
    expect(copy.review().conflicts.map(({ field }) => field)).toEqual(['trustName']);
    await copy.publish();
    await verify(copy.path);
    await copy.close();
  }
});

test('a deletion holds only if its author had seen all; what another copy names is brought back, and both are told', async () => {
  const { mine, theirs, plan, at } = await apart(smallPlan());
  const [action] = plan.actions;
  const [indicator] = plan.indicators;
  if (!action || !indicator) throw new Error('the small plan has an action and an indicator');
  const update = newId();
  edit(mine, remove('action', action.id));
  edit(
    theirs,
    add('update', update, { indicator: null, action: action.id, date: null, text: text('Done'), rating: null }),
  );
  await theirs.publish();
  await mine.bringIn(theirs.path);
  expect(mine.state.plan.actions.find(({ id }) => id === action.id)?.updates.map(({ id }) => id)).toContain(update);
  expect(mine.review().kept.map(({ kind, record, because }) => [kind, record, because])).toEqual([
    ['action', action.id, 'named'],
  ]);
  // Whatever is edited next, it stays; then it is decided.
  edit(mine, set('plan', plan.id, 'title', 'Next'));
  edit(mine, remove('update', update));
  const again = await reopened(mine);
  expect(again.review().kept).toHaveLength(1);
  expect(again.state.kept).toHaveLength(1);
  again.keep({ kind: 'action', record: action.id });
  expect([again.review().kept, again.state.kept]).toEqual([[], []]);
  await again.publish();
  await verify(again.path);
  await again.close();
  await theirs.close();
  expect(fs.existsSync(at('mine'))).toBe(true);
});

test('a copy without history tells nobody’s name, time or older words, and is brought in all the same', async () => {
  const { mine, theirs, plan, at } = await apart(smallPlan());
  edit(mine, set('plan', plan.id, 'title', 'A secret that was replaced'));
  await mine.publish();
  edit(mine, set('plan', plan.id, 'title', 'The title'));
  await mine.share(at('shared.wresplan'), { history: false, names: 'all' });
  await verify(at('shared.wresplan'));
  const bytes = fs.readFileSync(at('shared.wresplan'));
  for (const secret of ['A secret', 'EDI officer', '2026-11-02T', 'desk']) expect(bytes.includes(secret)).toBe(false);

  const shared = await PlanFile.open(at('shared.wresplan'), environmentIn(at('lead'), { author: 'Lead' }).env);
  expect(shared.state).toMatchObject({ undo: null, plan: mine.state.plan });
  edit(shared, set('plan', plan.id, 'trustName', 'From the lead'));
  await shared.publish();
  expect((await mine.bringIn(shared.path)).news).toBe('all');
  expect(mine.state.plan).toEqual(shared.state.plan);
  // The history that mine had is there still.
  const labels = historyOf(mine.log()).flatMap(({ author, entries }) =>
    entries.map(({ label }) => `${author}: ${label}`),
  );
  expect(labels).toContain('EDI officer: Set title');
  expect((await theirs.bringIn(shared.path)).news).toBe('all');
  await Promise.all([mine.close(), theirs.close(), shared.close()]);
});

test('a copy whose log was cut is brought in where it still leads to its plan; what it lacks is here', async () => {
  const { mine, theirs, plan } = await apart(smallPlan());
  const [action] = plan.actions;
  edit(mine, set('plan', plan.id, 'title', 'Mine'));
  edit(theirs, remove('action', action?.id ?? ''));
  edit(theirs, set('plan', plan.id, 'trustName', 'Two'));
  await theirs.publish();
  cut(theirs.path, `"record" = '${action?.id}'`);
  await verify(theirs.path);
  expect((await mine.bringIn(theirs.path)).news).toBe('some');
  expect(mine.state.plan).toMatchObject({ title: 'Mine', trust: { name: 'Two' } });
  expect(mine.state.plan.actions).toEqual(plan.actions);

  edit(theirs, set('plan', plan.id, 'trustName', 'Three'));
  await theirs.publish();
  cut(theirs.path, `"value" = '"Two"'`);
  await expect(mine.bringIn(theirs.path)).rejects.toThrow('the log does not lead to what the plan says');
  await Promise.all([mine.close(), theirs.close()]);
});

describe('what cannot be brought in is refused in words, and mine is as it was', () => {
  test.each<[string, string, (file: string) => Promise<void> | void]>([
    ['a different plan', 'is another plan', (file) => anotherPlan(file)],
    ['a newer version', 'newer WRES Planner', (file) => change(file, (bytes) => bytes.fill(99, 63, 64))],
    ['a damaged copy', 'is damaged', (file) => change(file, (bytes) => bytes.subarray(0, bytes.length / 2))],
    ['one flipped bit', 'is damaged', (file) => change(file, flipped)],
    ['an empty file', 'is empty', (file) => fs.writeFileSync(file, '')],
    ['no plan at all', 'is not a WRES Planner plan', (file) => fs.writeFileSync(file, 'Dear colleague'.repeat(20))],
    ['an altered log', 'altered by another program: an edit in it is not what', (file) => alteredLog(file)],
    ['a file that is not there', 'is not there any more', (file) => fs.rmSync(file)],
  ])('%s', async (_, words, spoil) => {
    const { mine, theirs, plan } = await apart(smallPlan());
    edit(mine, set('plan', plan.id, 'title', 'Mine'));
    edit(theirs, set('plan', plan.id, 'trustName', 'Theirs'));
    await theirs.close();
    await mine.publish();
    await spoil(theirs.path);
    const before = { state: mine.state, log: mine.log(), bytes: fs.readFileSync(mine.path) };
    const error = await mine.bringIn(theirs.path).catch((caught: unknown) => caught);
    expect(String(error)).toContain(words);
    expect(String(error)).toContain(path.basename(theirs.path));
    expect({ state: mine.state, log: mine.log(), bytes: fs.readFileSync(mine.path) }).toEqual(before);
    await mine.close();
  });
});

test('an author of 10 KB, and a clock years off, change nothing', async () => {
  const { mine, plan, at } = await apart(smallPlan());
  await mine.saveCopy(at('far.wresplan'));
  const far = environmentIn(at('far'), { author: 'Ö'.repeat(10_000), now: () => new Date('2009-01-01T00:00:00Z') });
  const theirs = await PlanFile.open(at('far.wresplan'), far.env);
  edit(theirs, set('plan', plan.id, 'title', 'From 2009'));
  edit(mine, set('plan', plan.id, 'trustName', 'Mine'));
  await theirs.close();
  await mine.bringIn(theirs.path);
  expect(mine.state.plan).toMatchObject({ title: 'From 2009', trust: { name: 'Mine' } });
  expect(mine.state.undo?.length).toBeLessThanOrEqual(300);
  await mine.publish();
  await verify(mine.path);
  await mine.close();
});

/** Two copies of a plan, each opened by somebody with a computer of their own. */
async function apart(plan: Plan) {
  const folder = quickFolder();
  const at = (name: string) => path.join(folder, name);
  fs.mkdirSync(at('mine'));
  const first = environmentIn(at('mine'));
  const mine = await PlanFile.create(at('Plan.wresplan'), plan, first.env);
  environments.set(mine, first.env);
  await mine.saveCopy(at('Plan (1).wresplan'));
  const colleague = environmentIn(at('theirs'), { author: 'Colleague', device: 'laptop' });
  const theirs = await PlanFile.open(at('Plan (1).wresplan'), colleague.env);
  return { mine, theirs, at, plan: mine.state.plan };
}

const environments = new Map<PlanFile, Parameters<typeof PlanFile.open>[1]>();

async function reopened(file: PlanFile): Promise<PlanFile> {
  await file.close();
  const { edits, changes, records } = contentsOf(rowsOf(fs.readFileSync(file.path)));
  expect(fold(changes)).toEqual(records);
  expect(edits.length).toBeGreaterThan(0);
  const again = await PlanFile.open(file.path, environments.get(file) as never);
  environments.set(again, environments.get(file) as never);
  return again;
}

/** The hash of all that a plan file holds. */
function hashIn(file: string): string {
  const { db } = openChecked(fs.readFileSync(file));
  try {
    return contentHash(db);
  } finally {
    db.close();
  }
}

function edit(file: PlanFile, ...changes: DraftChange[]): void {
  file.apply({ label: `Set ${changes[0]?.field}`, changes });
}

function set(kind: DraftChange['kind'], record: string, field: string, value: unknown): DraftChange {
  return { kind, record, field, value: value as DraftChange['value'] };
}

const add = (kind: DraftChange['kind'], record: string, fields: object) => set(kind, record, '*', fields);
const remove = (kind: DraftChange['kind'], record: string) => set(kind, record, '*', null);
const text = fromPlainText;

async function anotherPlan(file: string): Promise<void> {
  fs.rmSync(file);
  const { env } = environmentIn(`${file} of another`);
  await (await PlanFile.create(file, { ...smallPlan(), id: newId() }, env)).close();
}

function change(file: string, to: (bytes: Buffer) => Uint8Array): void {
  fs.writeFileSync(file, to(fs.readFileSync(file)));
}

function flipped(bytes: Buffer): Buffer {
  const at = bytes.indexOf('Theirs');
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return bytes;
}

/** Another author of the edit that made the plan, and a hash that says nothing of it. */
function alteredLog(file: string): void {
  tamper(file, `UPDATE "edit" SET "author" = 'Somebody else' WHERE "seq" = 1`);
}

function cut(file: string, where: string): void {
  tamper(file, `DELETE FROM "change" WHERE ${where}`);
}

function tamper(file: string, statement: string): void {
  const db = new Database(file);
  db.exec(statement);
  stampHash(db);
  db.close();
}
