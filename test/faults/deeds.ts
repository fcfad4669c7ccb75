import { spawn } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect } from 'vitest';
import { writeAtomically } from '../../electron/files.ts';
import { contentsOf } from '../../electron/plan-file/contents.ts';
import { writePlan } from '../../electron/plan-file/exchange.ts';
import { rowsOf } from '../../electron/plan-file/inspect.ts';
import { schemaVersion } from '../../electron/plan-file/migrate.ts';
import { newContents } from '../../electron/plan-file/new-contents.ts';
import { PlanFile } from '../../electron/plan-file/plan-file.ts';
import { openWorkingCopy } from '../../electron/plan-file/working-copy.ts';
import { environmentIn } from '../support/plan-file.ts';
import { editsIn, nthEdit } from './editing.ts';
import { withNextVersion } from './next-version.ts';
import { smallPlan } from './small-plan.ts';
import { rounds, stride } from './tried.ts';

/** What is done at once to all of a plan or of a file: made ready, and what must hold when it was killed. */
export const deeds = {
  export: {
    ready: async (folder: string) => writeFileSync(path.join(folder, 'Plan.docx'), 'old'),
    async check(folder: string) {
      const file = path.join(folder, 'Plan.docx');
      expect(['old', 'new'.repeat(50_000)]).toContain(readFileSync(file, 'utf8'));
      await sweptAfterADay(folder, () => writeAtomically(file, Buffer.from('old')));
    },
  },
  import: {
    ready: async () => undefined,
    async check(folder: string) {
      const file = path.join(folder, 'New.wresplan');
      if (existsSync(file)) expect(contentsOf(rowsOf(readFileSync(file))).plan).toEqual(smallPlan());
      await sweptAfterADay(folder, () => writePlan(file, smallPlan(), { now: () => new Date() }));
    },
  },
  merge: {
    async ready(folder: string) {
      const { env } = environmentIn(folder);
      const file = path.join(folder, 'Plan.wresplan');
      const mine = await PlanFile.create(file, smallPlan(), env);
      copyFileSync(file, path.join(folder, 'Theirs.wresplan'));
      mine.apply(nthEdit(mine.state.plan, 1));
      await mine.close();
      const elsewhere = { ...env, profile: path.join(folder, 'elsewhere') };
      const theirs = await PlanFile.open(path.join(folder, 'Theirs.wresplan'), elsewhere);
      theirs.apply(nthEdit(theirs.state.plan, 2));
      await theirs.close();
    },
    async check(folder: string) {
      const theirs = readFileSync(path.join(folder, 'Theirs.wresplan'));
      expect(contentsOf(rowsOf(theirs)).edits).toHaveLength(2);
      const { title, trust } = await opensWhole(folder);
      expect(title).toBe('Edit 1');
      expect(['Anytown Hospitals', 'Edit 2']).toContain(trust.name);
    },
  },
  restore: {
    async ready(folder: string) {
      const { env, clock } = environmentIn(folder);
      const open = await PlanFile.create(path.join(folder, 'Plan.wresplan'), smallPlan(), env);
      open.apply(nthEdit(open.state.plan, 1));
      clock.now += 60_000;
      await open.close();
    },
    async check(folder: string) {
      expect([0, 1]).toContain(editsIn(await opensWhole(folder)));
    },
  },
  migration: {
    async ready(folder: string) {
      const copy = openWorkingCopy(path.join(folder, 'copy'), path.join(folder, 'backups'));
      copy.replace(newContents(smallPlan(), environmentIn(folder).env));
      copy.close();
    },
    async check(folder: string) {
      const backups = path.join(folder, 'backups');
      const db = new Database(path.join(folder, 'copy', 'plan.sqlite'));
      const version = db.pragma('user_version', { simple: true });
      db.close();
      const kept = existsSync(backups) ? readdirSync(backups).filter((name) => name.endsWith('.wresplan')) : [];
      if (version !== schemaVersion) expect(kept).toHaveLength(1);
      for (const name of kept) {
        expect(contentsOf(rowsOf(readFileSync(path.join(backups, name)))).plan).toEqual(smallPlan());
      }
      const again = openWorkingCopy(path.join(folder, 'copy'), backups, undefined, withNextVersion());
      expect(again.load().plan).toEqual(smallPlan());
      again.close();
    },
  },
};

export type Deed = keyof typeof deeds;

/**
 * Kills a deed before and after each of its steps (some of them, where it is not a full run), each time with the same
 * folder made ready for it.
 * @param round which of the rounds it is: 0, 1, …
 * @returns how often
 */
export async function killInEachStep(deed: Deed, folder: string, round: number): Promise<number> {
  // A plan file knows its working copy by its place, so that it has to be the same one each time.
  const place = path.join(folder, 'place');
  const ready = path.join(folder, 'ready');
  mkdirSync(place);
  await deeds[deed].ready(place);
  renameSync(place, ready);
  let times = 0;
  for (const when of ['before', 'after']) {
    for (let at = 1 + Math.floor((round * stride) / rounds); ; at += stride) {
      cpSync(ready, place, { recursive: true, preserveTimestamps: true });
      const killed = await doAndDie([deed, place, String(at), when]);
      await deeds[deed].check(place);
      rmSync(place, { recursive: true });
      // It has come to its end: there is no such step.
      if (!killed) break;
      times += 1;
    }
  }
  return times;
}

/** @returns whether it was killed before it had come to its end */
function doAndDie(args: string[]): Promise<boolean> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'doer.ts'), ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (data) => (complaint += data));
  return new Promise((resolve, reject) => {
    child.on('close', (code, signal) => {
      if (signal === 'SIGKILL') resolve(true);
      else if (code === 0) resolve(false);
      else reject(new Error(`It ended by itself: ${complaint}`));
    });
  });
}

/** The file is whole, and the next start and its publish leave nothing behind. @returns the plan that is then there */
async function opensWhole(folder: string) {
  const file = path.join(folder, 'Plan.wresplan');
  contentsOf(rowsOf(readFileSync(file)));
  const { env } = environmentIn(folder);
  const again = await PlanFile.open(file, env);
  expect(again.notice).toBeNull();
  const goOn = { kind: 'plan' as const, record: again.state.plan.id, field: 'trustShortName', value: 'AH' };
  again.apply({ label: 'Go on', changes: [goOn] });
  const { plan } = again.state;
  expect((await again.close()).state).toBe('saved');
  expect(contentsOf(rowsOf(readFileSync(file))).plan).toEqual(plan);
  const left = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  expect(left.filter((name) => name.endsWith('.tmp'))).toEqual([]);
  return plan;
}

/** What a write that was killed left behind is gone with the next write after a day. */
async function sweptAfterADay(folder: string, write: () => Promise<void>): Promise<void> {
  const left = () => readdirSync(folder).filter((name) => name.endsWith('.tmp'));
  for (const name of left()) utimesSync(path.join(folder, name), 0, 0);
  await write();
  expect(left()).toEqual([]);
}
