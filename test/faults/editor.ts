import { writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { setTimeout as wait } from 'node:timers/promises';
import { PlanFile } from '../../electron/plan-file/plan-file.ts';
import { newId } from '../../shared/id.ts';
import { editsIn, nthEdit } from './editing.ts';
import { stepping } from './faulty-files.ts';

/**
 * A person who edits and publishes without a pause until stopped: the program that the kills are tried on. It says each
 * edit that was acknowledged, and it may be told to kill itself at the n-th file operation of a publish and of the
 * backup of it.
 *
 *     editor.ts <profile> <file> <edits before each publish> [<operation to die at> before|after]
 */
const [profile = '', file = '', pace = '', dieAt = '0', when = 'before'] = process.argv.slice(2);
let operations = 0;
let publishing = false;

// This program never comes to its end, where Node would keep what it compiled for the next start.
flushCompileCache();

const files = stepping(async (run) => {
  if (publishing) operations += 1;
  const now = publishing && operations === Number(dieAt);
  if (now && when === 'before') process.kill(process.pid, 'SIGKILL');
  // Also after one that failed: of what is not there yet, some do.
  return run().finally(() => now && process.kill(process.pid, 'SIGKILL'));
});

const plan = await PlanFile.open(file, {
  profile,
  author: 'EDI officer',
  device: 'desk',
  now: () => new Date(),
  newId,
  temporaryFolders: [],
  files,
});

for (let n = editsIn(plan.state.plan) + 1; ; n++) {
  plan.apply(nthEdit(plan.state.plan, n));
  writeSync(1, `${n}\n`);
  if (n % Number(pace) === 0) {
    publishing = true;
    await plan.publish();
    await plan.backedUp();
    publishing = false;
  }
  // A quick person, and not more edits than whoever kills this can look through afterwards.
  await wait(3);
}
