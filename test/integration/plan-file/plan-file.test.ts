import {
  copyFileSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stampHash } from '../../../electron/plan-file/content-hash.ts';
import { contentsOf, foldsTo } from '../../../electron/plan-file/contents.ts';
import { readPlan, writePlan } from '../../../electron/plan-file/exchange.ts';
import { rowsOf } from '../../../electron/plan-file/inspect.ts';
import { PlanFile } from '../../../electron/plan-file/plan-file.ts';
import { verify } from '../../../electron/plan-file/verify.ts';
import { newId } from '../../../shared/id.ts';
import type { DraftEdit } from '../../../shared/log/edit.ts';
import type { Stretch } from '../../../shared/log/told.ts';
import { parsePlanJson } from '../../../shared/plan/json.ts';
import type { SaveState } from '../../../shared/plan-state.ts';
import { smallPlan } from '../../faults/small-plan.ts';
import { anyGesture, draftOf } from '../../support/gestures.ts';
import { plans } from '../../support/plan-arbitrary.ts';
import { environmentIn, freshFolder, quickFolder } from '../../support/plan-file.ts';
import { seeds } from '../../support/seeds.ts';

const title = (value: string): DraftEdit => ({
  label: `Call the plan ${value}`,
  changes: [{ kind: 'plan', record: smallPlan().id, field: 'title', value }],
});
const trust = (value: string): DraftEdit => ({
  label: `Call the Trust ${value}`,
  changes: [{ kind: 'plan', record: smallPlan().id, field: 'trustName', value }],
});
const inFile = (file: string) => contentsOf(rowsOf(readFileSync(file)));

/** A plan file that was just made, with its world. */
async function made(others: Parameters<typeof environmentIn>[1] = {}) {
  const folder = freshFolder();
  const { env, clock } = environmentIn(folder, others);
  const file = path.join(folder, 'Plan.wresplan');
  return { folder, env, clock, file, open: await PlanFile.create(file, smallPlan(), env) };
}

describe('what goes in comes out', () => {
  test('any plan, any edits: closed and opened again, the plan, its log, undo and redo are as they were', async () => {
    const folder = quickFolder();
    let count = 0;
    await fc.assert(
      fc.asyncProperty(plans(), fc.array(anyGesture, { maxLength: 8 }), fc.nat(8), async (plan, gestures, back) => {
        count += 1;
        const { env } = environmentIn(path.join(folder, String(count)));
        const file = path.join(folder, `${count}.wresplan`);
        let open = await PlanFile.create(file, plan, env);
        const states = [open.state.plan];
        expect(states[0]).toEqual(plan);
        for (const gesture of gestures) {
          const draft = draftOf(gesture, open.state.plan);
          const before = open.state.plan;
          if (draft && open.apply(draft).plan !== before) states.push(open.state.plan);
        }
        // The undo stack is shorter than the states only where typing was folded; then it is the stack that counts.
        let steps = 0;
        for (; steps < back && open.state.undo; steps++) open.undo();
        const here = open.state;
        await open.close();
        const stored = inFile(file);
        expect(stored.plan).toEqual(here.plan);
        expect(foldsTo(stored.changes, stored.records)).toBe(true);

        open = await PlanFile.open(file, env);
        expect(open.state).toMatchObject({ plan: here.plan, undo: here.undo, redo: here.redo });
        while (open.state.undo) open.undo();
        expect(open.state.plan).toEqual(plan);
        while (open.state.redo) open.redo();
        expect(open.state.plan).toEqual(states.at(-1));
        await open.close();
      }),
      { numRuns: 40 },
    );
  });

  test.for(seeds())('plan $number, as a Trust published it', async ({ planJson }) => {
    const plan = parsePlanJson(planJson, newId);
    const folder = freshFolder();
    const { env } = environmentIn(folder);
    const file = path.join(folder, 'Plan.wresplan');
    await writePlan(file, plan, env);
    expect(await readPlan(file)).toEqual(plan);
    const open = await PlanFile.open(file, env);
    expect(open.state.plan).toEqual(plan);
    await open.close();
  });

  test('a file is verified line by line, each beginning with ok', async () => {
    const { file, open } = await made();
    await open.close();
    const lines = await verify(file);
    expect(lines).toHaveLength(6);
    for (const line of lines) expect(line).toMatch(/^ok {2}/);
    expect(lines.at(-1)).toContain('1 edit of 15 changes');
  });

  test('the file holds nothing of the profile, nor of text that was typed over and then undone by nobody', async () => {
    const { file, open, env } = await made();
    open.apply(title('Half a tit'));
    open.apply(title('Half a title'));
    await open.close();
    const bytes = readFileSync(file).toString('latin1');
    expect(bytes).not.toContain(env.profile);
    expect(bytes.match(/Half a tit(?!le)/g)).toBeNull();
  });
});

describe('edits', () => {
  test('an edit is durable before it is answered: another look at the disk finds it', async () => {
    const { folder, open } = await made();
    open.apply(title('New title'));
    // The lock keeps others out while it is open; its files alone must do.
    const copy = path.join(folder, 'look');
    cpSync(path.join(folder, 'profile'), copy, { recursive: true });
    const found =
      readdirSync(copy, { recursive: true, encoding: 'utf8' }).find((name) => name.endsWith('plan.sqlite')) ?? '';
    const db = new Database(path.join(copy, found));
    expect(db.prepare('SELECT "title" FROM "plan"').pluck().get()).toBe('New title');
    db.close();
    await open.close();
  });

  test('an edit that breaks a rule between records is refused in words, and nothing changes', async () => {
    const { open } = await made();
    const before = open.state;
    const remove = { kind: 'indicator' as const, record: smallPlan().indicators[0]?.id ?? '', field: '*', value: null };
    const attach = {
      kind: 'action' as const,
      record: smallPlan().actions[0]?.id ?? '',
      field: 'indicator',
      value: remove.record,
    };
    open.apply({ label: 'Give the action a home', changes: [attach] });
    expect(() => open.apply({ label: 'Remove the indicator', changes: [remove] })).toThrow(
      'action 1 belongs to an indicator that is not there',
    );
    expect(open.undo()).toMatchObject({ plan: before.plan, undo: null, redo: 'Give the action a home' });
    await open.close();
  });

  test('nothing to undo and nothing to redo are said', async () => {
    const { open } = await made();
    expect(() => open.undo()).toThrow('There is nothing to undo.');
    expect(() => open.redo()).toThrow('There is nothing to redo.');
    await open.close();
  });

  test('a new edit ends what could be redone', async () => {
    const { open } = await made();
    open.apply(title('One'));
    open.undo();
    open.apply(trust('Two'));
    expect(open.state).toMatchObject({ undo: 'Call the Trust Two', redo: null });
    await open.close();
  });

  test('typing goes on in one step until a minute is over, another field is edited, or the file is published', async () => {
    const { open, clock } = await made();
    const steps = () => {
      let count = 0;
      for (; open.state.undo; count++) open.undo();
      while (open.state.redo) open.redo();
      return count;
    };
    open.apply(title('A'));
    open.apply(title('Ab'));
    expect([open.state.plan.title, open.state.undo, steps()]).toEqual(['Ab', 'Call the plan Ab', 1]);
    open.apply(trust('B'));
    open.apply(title('Abc'));
    expect(steps()).toBe(3);
    open.apply(trust('C'));
    clock.now += 61_000;
    open.apply(trust('Cd'));
    expect(steps()).toBe(5);
    await open.publish();
    open.apply(trust('Cde'));
    expect(steps()).toBe(6);
    await open.close();
  });

  test('what did not change is the same object as before', async () => {
    const { open } = await made();
    const before = open.state.plan;
    const { plan } = open.apply({
      label: 'Head it',
      changes: [{ kind: 'action', record: before.actions[1]?.id ?? '', field: 'heading', value: 'A heading' }],
    });
    expect(plan.actions.map((each, index) => each === before.actions[index])).toEqual(
      before.actions.map((_, index) => index !== 1),
    );
    expect(plan.people).toBe(before.people);
    await open.close();
  });
});

describe('publishing', () => {
  test('the save state tells how far it is', async () => {
    const { file, open } = await made();
    const told: SaveState['state'][] = [];
    open.onSaved(({ state }) => told.push(state));
    open.apply(title('New title'));
    expect(inFile(file).plan.title).toBe('Edit 0');
    expect(await open.publish()).toEqual({ state: 'saved', at: '2026-11-02T09:00:00.000Z' });
    expect(told).toEqual(['edited', 'saving', 'saved']);
    expect(inFile(file).plan.title).toBe('New title');
    await open.close();
  });

  test('an edit made while it is being published is published next', async () => {
    const { file, open } = await made();
    open.apply(title('One'));
    const first = open.publish();
    await new Promise(setImmediate);
    open.apply(title('Two'));
    expect(await first).toEqual({ state: 'edited' });
    expect((await open.publish()).state).toBe('saved');
    expect(inFile(file).plan.title).toBe('Two');
    await open.close();
  });

  test('a file that somebody else wrote meanwhile is not replaced', async () => {
    const { file, open } = await made();
    writeFileSync(file, 'theirs');
    open.apply(title('Mine'));
    expect(await open.publish()).toMatchObject({
      state: 'failed',
      failure: { code: 'target-changed', details: { file: 'Plan.wresplan' } },
    });
    expect(readFileSync(file, 'utf8')).toBe('theirs');
    expect((await open.close()).state).toBe('failed');
  });

  test('nothing is written into a temporary folder; a copy elsewhere has everything', async () => {
    const folder = freshFolder();
    const { env } = environmentIn(folder);
    const file = path.join(folder, 'attachments', 'Plan.wresplan');
    mkdirSync(path.dirname(file));
    await writePlan(file, smallPlan(), env);
    const before = readFileSync(file);
    const open = await PlanFile.open(file, { ...env, temporaryFolders: [path.join(folder, 'attachments')] });
    expect(open.state.saved.state).toBe('saved');
    open.apply(title('Mine'));
    expect(await open.publish()).toMatchObject({ state: 'failed', failure: { code: 'needs-a-place' } });
    await open.saveCopy(path.join(folder, 'Kept.wresplan'));
    await open.close();
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(inFile(path.join(folder, 'Kept.wresplan')).plan.title).toBe('Mine');
  });

  test('a folder that goes away and comes back: the edits are kept, and the file is put back by the next try', async () => {
    const { folder, env, open } = await made();
    await open.close();
    const drive = path.join(folder, 'drive');
    mkdirSync(drive);
    const file = path.join(drive, 'Plan.wresplan');
    copyFileSync(path.join(folder, 'Plan.wresplan'), file);
    const there = await PlanFile.open(file, env);
    renameSync(drive, `${drive} gone`);
    there.apply(title('Mine'));
    expect(await there.publish()).toMatchObject({ state: 'failed', failure: { code: 'folder-missing' } });
    renameSync(`${drive} gone`, drive);
    expect((await there.close()).state).toBe('saved');
    expect(inFile(file).plan.title).toBe('Mine');
  });

  test('a link is written through to the file that it points at', async () => {
    const { folder, env, file, open } = await made();
    await open.close();
    const link = path.join(folder, 'link.wresplan');
    symlinkSync(file, link);
    const through = await PlanFile.open(link, env);
    through.apply(title('Mine'));
    await through.close();
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(inFile(file).plan.title).toBe('Mine');
  });

  test('what other computers left half-written is swept after a day, and nothing else', async () => {
    const { folder, open } = await made();
    const old = new Date(Date.now() - 25 * 60 * 60 * 1000);
    for (const [name, at] of [
      ['~$Plan.wresplan.0123abcd.tmp', old],
      ['~$Plan.wresplan.99999999.tmp', new Date()],
      ['~$Plan.docx', old],
      ['~$Other.wresplan.0123abcd.tmp', old],
    ] as const) {
      writeFileSync(path.join(folder, name), '');
      utimesSync(path.join(folder, name), at, at);
    }
    open.apply(title('Mine'));
    await open.close();
    expect(
      readdirSync(folder)
        .filter((name) => name.startsWith('~$'))
        .sort(),
    ).toEqual(['~$Other.wresplan.0123abcd.tmp', '~$Plan.docx', '~$Plan.wresplan.99999999.tmp']);
  });

  test('a copy is a plan file of its own, and typing does not reach into it afterwards', async () => {
    const { folder, env, open } = await made();
    open.apply(title('A'));
    const copy = path.join(folder, 'Copy.wresplan');
    await open.saveCopy(copy);
    open.apply(title('Ab'));
    const shared = new Map(inFile(copy).changes.map(({ id, value }) => [id, value]));
    await open.close();
    for (const { id, value } of inFile(open.path).changes) if (shared.has(id)) expect(value).toEqual(shared.get(id));
    const other = await PlanFile.open(copy, env);
    expect(other.state.plan.title).toBe('A');
    await other.close();
  });
});

describe('opening', () => {
  test('a plan that is open is not opened twice', async () => {
    const { file, env, open } = await made();
    await expect(PlanFile.open(file, env)).rejects.toMatchObject({
      code: 'already-open',
      details: { file: 'Plan.wresplan' },
    });
    await open.close();
    await (await PlanFile.open(file, env)).close();
  });

  test('edits that could not be published are there the next time, and can still be undone', async () => {
    const { folder, file, env, open } = await made();
    const before = readFileSync(file);
    open.apply(title('Mine'));
    // As after a power cut: only what is on the disk counts.
    const profile = path.join(folder, 'profile after');
    cpSync(path.join(folder, 'profile'), profile, { recursive: true });
    await open.close();
    writeFileSync(file, before);
    const again = await PlanFile.open(file, { ...env, profile });
    expect(again.state).toMatchObject({
      plan: { title: 'Mine' },
      undo: 'Call the plan Mine',
      saved: { state: 'edited' },
    });
    await again.close();
    expect(inFile(file).plan.title).toBe('Mine');
  });

  test('a newer file of a colleague is taken', async () => {
    const { folder, file, env, open } = await made();
    await open.close();
    const theirs = environmentIn(path.join(folder, 'colleague')).env;
    const there = await PlanFile.open(file, theirs);
    there.apply(title('Theirs'));
    await there.close();
    const again = await PlanFile.open(file, env);
    expect(again.state).toMatchObject({ plan: { title: 'Theirs' }, undo: 'Call the plan Theirs' });
    expect(again.notice).toBeNull();
    await again.close();
  });

  test('an older file that was put back does not take away what came after it', async () => {
    const { file, env, open } = await made();
    const older = readFileSync(file);
    open.apply(title('Mine'));
    await open.close();
    writeFileSync(file, older);
    const again = await PlanFile.open(file, env);
    expect(again.state).toMatchObject({ plan: { title: 'Mine' }, saved: { state: 'edited' } });
    await again.close();
    expect(inFile(file).plan.title).toBe('Mine');
  });

  describe('where both have gone on', () => {
    /** A colleague changes the title in the file, while it is open here. */
    async function changedThere(folder: string, file: string): Promise<void> {
      const there = await PlanFile.open(file, environmentIn(path.join(folder, 'colleague'), { author: 'Sam' }).env);
      there.apply(title('Theirs'));
      there.apply({
        label: 'Call the Trust Their Trust',
        changes: [{ ...title('').changes[0], field: 'trustName', value: 'Their Trust' } as never],
      });
      expect((await there.close()).state).toBe('saved');
    }

    test('the file is brought in when it is to be written, and then has both', async () => {
      const { folder, file, open } = await made();
      await changedThere(folder, file);
      const told: unknown[] = [];
      open.onBroughtIn((came) =>
        told.push(
          came.news,
          came.cameIn.map(({ label }) => label),
        ),
      );
      open.apply(title('Mine'));
      expect((await open.publish()).state).toBe('saved');
      expect(told).toEqual(['some', ['Call the plan Theirs', 'Call the Trust Their Trust']]);
      expect(open.state).toMatchObject({
        plan: { title: 'Mine', trust: { name: 'Their Trust' } },
        undo: 'Bring in Sam’s copy of 2 November 2026',
      });
      expect(open.state.conflicts.map(({ field }) => field)).toEqual(['title']);
      expect(inFile(file).plan).toEqual(open.state.plan);
      expect(open.undo().plan.trust.name).not.toBe('Their Trust');
      expect(open.state.conflicts).toEqual([]);
      expect((await open.close()).state).toBe('saved');
    });

    test('one who had only opened it takes what is new, and writes nothing that is not there', async () => {
      const { folder, file, env, open } = await made();
      await changedThere(folder, file);
      expect((await open.close()).state).toBe('saved');
      const again = await PlanFile.open(file, env);
      expect(again.state).toMatchObject({ plan: { title: 'Theirs' }, saved: { state: 'saved' }, conflicts: [] });
      expect(again.notice).toBeNull();
      await again.close();
    });

    test('the file is brought in when it is opened, and what came in is told', async () => {
      const { folder, file, env, open } = await made();
      await open.close();
      const away = await PlanFile.open(file, { ...env, temporaryFolders: [folder] });
      away.apply(title('Mine'));
      expect((await away.close()).state).toBe('failed');
      await changedThere(folder, file);
      const again = await PlanFile.open(file, env);
      expect(again.state.plan).toMatchObject({ title: 'Mine', trust: { name: 'Their Trust' } });
      expect(again.state.conflicts[0]?.choices.map(({ value }) => value)).toEqual(['Mine', 'Theirs']);
      if (again.notice?.kind !== 'brought-in') throw new Error('it is told');
      const { edits } = again.log();
      expect(edits.find(({ id }) => id === (again.notice as { stretch: Stretch }).stretch.after)?.label).toBe(
        'Call the plan Mine',
      );
      expect((await again.close()).state).toBe('saved');
      expect(inFile(file).plan).toEqual(again.state.plan);
    });

    test('a file that cannot be brought in is opened, and the working copy is kept and can be opened too', async () => {
      const { folder, file, env, open } = await made();
      await changedThere(folder, file);
      const db = new Database(file);
      db.exec(`UPDATE "edit" SET "author" = 'Somebody else' WHERE "seq" = 1`);
      stampHash(db);
      db.close();
      open.apply(title('Mine'));
      expect(await open.close()).toMatchObject({ state: 'failed', failure: { code: 'target-changed' } });

      const again = await PlanFile.open(file, env);
      expect(again.state.plan.title).toBe('Theirs');
      if (again.notice?.kind !== 'kept-aside') throw new Error('it is told');
      const kept = await PlanFile.open(again.notice.path, env);
      expect(kept.state).toMatchObject({ plan: { title: 'Mine' }, undo: 'Call the plan Mine' });
      await kept.close();
      await again.close();
    });
  });

  test('a file that was moved opens at its new place, with its history', async () => {
    const { folder, file, env, open } = await made();
    open.apply(title('Mine'));
    await open.close();
    const moved = path.join(folder, 'Moved & renamed #1.wresplan');
    renameSync(file, moved);
    const again = await PlanFile.open(moved, env);
    expect(again.undo().plan.title).toBe('Edit 0');
    await again.close();
    expect(existsSync(file)).toBe(false);
  });

  test('a profile that was lost costs nothing that was published', async () => {
    const { folder, file, env, open } = await made();
    open.apply(title('Mine'));
    await open.close();
    rmSync(path.join(folder, 'profile'), { recursive: true });
    const again = await PlanFile.open(file, env);
    expect(again.undo().plan.title).toBe('Edit 0');
    await again.close();
  });

  test.for<[string, (db: string) => void]>([
    ['no database at all', (db) => writeFileSync(db, 'x'.repeat(10_000))],
    ['cut off', (db) => truncateSync(db, 8_192)],
    ['blank in the middle', (db) => writeFileSync(db, readFileSync(db).fill(0, 8_192, 60_000))],
    ['of records that are none', (db) => void new Database(db).exec(`UPDATE "action" SET "order" = '~'`).close()],
  ])('a working copy that is %s does not stand in the way of a good file, and is kept', async ([, damage]) => {
    const { folder, file, env, open } = await made();
    open.apply(title('Mine'));
    await open.close();
    const profile = path.join(folder, 'profile');
    const db =
      readdirSync(profile, { recursive: true, encoding: 'utf8' }).find((name) => name.endsWith('plan.sqlite')) ?? '';
    damage(path.join(profile, db));
    const again = await PlanFile.open(file, env);
    expect(again.state.plan.title).toBe('Mine');
    if (again.notice?.kind !== 'damaged-aside') throw new Error('it is told');
    expect(readdirSync(again.notice.path)).toContain('plan.sqlite');
    again.apply(title('Mine again'));
    expect((await again.close()).state).toBe('saved');
  });

  test('a file that is not there is said by its name', async () => {
    const { env, open } = await made();
    await open.close();
    await expect(PlanFile.open(path.join(env.profile, 'No.wresplan'), env)).rejects.toMatchObject({
      code: 'not-found',
      details: { file: 'No.wresplan' },
    });
  });
});
