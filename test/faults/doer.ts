import { flushCompileCache } from 'node:module';
import path from 'node:path';
import { writeAtomically } from '../../electron/files.ts';
import { writePlan } from '../../electron/plan-file/exchange.ts';
import { PlanFile } from '../../electron/plan-file/plan-file.ts';
import { openWorkingCopy } from '../../electron/plan-file/working-copy.ts';
import { newId } from '../../shared/id.ts';
import type { Deed } from './deeds.ts';
import { stepping } from './faulty-files.ts';
import { withNextVersion } from './next-version.ts';
import { smallPlan } from './small-plan.ts';

/**
 * Does one thing to all of a plan, and kills itself at its n-th step, if it has so many.
 *
 *     doer.ts <deed> <folder> <n> before|after
 */
const [deed = '', folder = '', at = '0', when = 'before'] = process.argv.slice(2);
let steps = 0;
let counting = false;

function step(now: 'before' | 'after'): void {
  if (!counting) return;
  if (now === 'before') steps += 1;
  if (steps === Number(at) && now === when) process.kill(process.pid, 'SIGKILL');
}

const files = stepping(async (run) => {
  step('before');
  // Also after one that failed: of what is not there yet, some do.
  return run().finally(() => step('after'));
});

const env = {
  profile: path.join(folder, 'profile'),
  author: 'EDI officer',
  device: 'desk',
  now: () => new Date(),
  newId,
  temporaryFolders: [],
  files,
};

const doing: Record<Deed, () => Promise<void>> = {
  async export() {
    counting = true;
    await writeAtomically(path.join(folder, 'Plan.docx'), Buffer.from('new'.repeat(50_000)), { files });
  },
  async import() {
    counting = true;
    await writePlan(path.join(folder, 'New.wresplan'), smallPlan(), { now: env.now, files });
  },
  async merge() {
    const open = await PlanFile.open(path.join(folder, 'Plan.wresplan'), env);
    counting = true;
    await open.bringIn(path.join(folder, 'Theirs.wresplan'));
    await open.backedUp();
    await open.close();
  },
  async restore() {
    const open = await PlanFile.open(path.join(folder, 'Plan.wresplan'), env);
    const first = (await open.versions()).at(-1)?.id ?? '';
    const { records } = await open.version(first);
    counting = true;
    open.bringBack(records, 'Go back to the first version');
    await open.backedUp();
    await open.close();
  },
  async migration() {
    counting = true;
    step('before');
    step('after');
    const copy = openWorkingCopy(
      path.join(folder, 'copy'),
      path.join(folder, 'backups'),
      undefined,
      withNextVersion(step),
    );
    step('before');
    step('after');
    copy.close();
  },
};

// It may never come to its end, where Node would keep what it compiled for the next one.
flushCompileCache();

await doing[deed as Deed]();
