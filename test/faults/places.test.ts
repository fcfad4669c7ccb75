import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { PlanFile } from '../../electron/plan-file/plan-file.ts';
import { fallSilent } from '../support/fall-silent.ts';
import { environmentIn, freshFolder } from '../support/plan-file.ts';
import { editsIn, editsInFile, nthEdit } from './editing.ts';
import { smallPlan } from './small-plan.ts';
import { amount, attempt } from './tried.ts';

const root = process.getuid?.() === 0;

/** A place that goes away, and comes back. */
interface Place {
  /** The folder that the plan's file is in. */
  folder: string;
  goes(): void;
  comesBack(): void;
  /** What the header then says. */
  told: string;
}

/**
 * Edits a plan while its file cannot be written, closes and opens it, and sees that all is there and, when the place is
 * back, in the file. Where the file is away, it cannot be opened: then it goes on as it was.
 */
async function editWithoutPlace({ folder, goes, comesBack, told }: Place, profile: string, times: number) {
  const { env } = environmentIn(profile);
  const file = path.join(folder, 'Plan.wresplan');
  let open = await PlanFile.create(file, smallPlan(), env);
  for (let n = 1; n <= times; n++) {
    goes();
    open.apply(nthEdit(open.state.plan, n));
    const begun = performance.now();
    expect(await open.publish()).toMatchObject({ state: 'failed', failure: { code: told } });
    if (n % 2 === 0) {
      expect((await open.close()).state).toBe('failed');
      expect(performance.now() - begun).toBeLessThan(10_000);
      comesBack();
      open = await PlanFile.open(file, env);
      expect(open.notice).toBeNull();
      expect(open.state.saved.state).toBe('edited');
    } else comesBack();
    expect(editsIn(open.state.plan)).toBe(n);
    expect((await open.publish()).state).toBe('saved');
    expect(editsInFile(readFileSync(file))).toBe(n);
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  }
  await open.close();
  return times;
}

test('a drive that goes away and comes back: nothing is lost, and closing is not held up', () =>
  attempt('a drive gone and back', () => {
    const base = freshFolder();
    const [folder, away] = [path.join(base, 'drive'), path.join(base, 'away')];
    mkdirSync(folder);
    const place: Place = {
      folder,
      goes: () => renameSync(folder, away),
      comesBack: () => renameSync(away, folder),
      told: 'folder-missing',
    };
    return editWithoutPlace(place, base, amount(30));
  }));

test('a drive that does not answer: told, closing is not held up, and all is in the file when it answers again', () =>
  attempt('a drive that does not answer', async () => {
    const base = freshFolder();
    const { env } = environmentIn(base, { silence: 50 });
    const file = path.join(base, 'Plan.wresplan');
    let open = await PlanFile.create(file, smallPlan(), env);
    const times = amount(30);
    const told = { state: 'failed', failure: { code: 'place-silent' } };
    for (let n = 1; n <= times; n++) {
      const answer = fallSilent(file);
      open.apply(nthEdit(open.state.plan, n));
      expect(await open.publish()).toMatchObject(told);
      // It is not asked again as long as it is silent, and a copy can be saved elsewhere.
      expect(await open.publish()).toMatchObject(told);
      const elsewhere = path.join(base, 'Elsewhere.wresplan');
      await open.saveCopy(elsewhere);
      expect(editsInFile(readFileSync(elsewhere))).toBe(n);
      if (n % 2 === 0) {
        expect(await open.close()).toMatchObject(told);
        await answer();
        open = await PlanFile.open(file, env);
        expect(open.state.saved.state).toBe('edited');
        expect(editsIn(open.state.plan)).toBe(n);
        // A busy computer may itself be slower than the 50 ms after which a place is called silent.
        await expect.poll(async () => (await open.publish()).state).toBe('saved');
      } else {
        await answer();
        await expect.poll(() => open.state.saved.state).toBe('saved');
      }
      expect(editsInFile(readFileSync(file))).toBe(n);
    }
    await open.close();
    return times;
  }));

test('the folder is deleted with the file in it: the plan is put back when there is a folder again', () =>
  attempt('the folder deleted', async () => {
    const base = freshFolder();
    const { env } = environmentIn(base);
    const file = path.join(base, 'plans', 'Plan.wresplan');
    const times = amount(30);
    mkdirSync(path.dirname(file));
    const open = await PlanFile.create(file, smallPlan(), env);
    for (let n = 1; n <= times; n++) {
      rmSync(path.dirname(file), { recursive: true });
      open.apply(nthEdit(open.state.plan, n));
      expect(await open.publish()).toMatchObject({ state: 'failed', failure: { code: 'folder-missing' } });
      mkdirSync(path.dirname(file));
      expect((await open.publish()).state).toBe('saved');
      expect(editsInFile(readFileSync(file))).toBe(n);
    }
    await open.close();
    return times;
  }));

test('a disk that is full: the file is as it was, and has everything when there is room', { skip: !root }, (context) =>
  attempt('a full disk', () => {
    const base = freshFolder();
    const folder = path.join(base, 'disk');
    mkdirSync(folder);
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'none', folder]);
    if (mounted.status !== 0) context.skip('no file system can be mounted here');
    onTestFinished(() => void spawnSync('umount', [folder]));
    const filler = path.join(folder, 'photos.zip');
    const place: Place = {
      folder,
      goes: () => {
        try {
          writeFileSync(filler, Buffer.alloc(2_000_000));
        } catch (error) {
          expect(error).toMatchObject({ code: 'ENOSPC' });
        }
      },
      comesBack: () => rmSync(filler),
      told: 'disk-full',
    };
    return editWithoutPlace(place, base, amount(30));
  }),
);

test.for(['folder', 'file'])(
  'a read-only %s, as an ordinary user: told, and put right when it may be written',
  (what) =>
    attempt(`a read-only ${what}`, async () => {
      const base = freshFolder();
      const times = amount(30);
      // Root may write anything: another process, of nobody, with the sources loaded before it is one.
      const program = path.join(import.meta.dirname, 'ordinary-user.ts');
      if (root) execFileSync('chown', ['-R', '65534:65534', base]);
      const said = execFileSync(process.execPath, [program, base, what, String(times)], {
        encoding: 'utf8',
        env: { ...process.env, NODE_OPTIONS: '' },
      });
      expect(said.trim().split('\n')).toEqual(
        Array.from({ length: times }, (_, index) => `failed target-read-only, then saved, edits ${index + 1}`),
      );
      return times;
    }),
);
