import { chmodSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { PlanFile } from '../../electron/plan-file/plan-file.ts';
import { newId } from '../../shared/id.ts';
import { editsInFile, nthEdit } from './editing.ts';
import { smallPlan } from './small-plan.ts';

/**
 * Edits a plan in a folder, or a file, that may not be written to and then may, as a user who is not root.
 *
 *     ordinary-user.ts <folder> folder|file <times>
 */
const [base = '', what = '', times = '0'] = process.argv.slice(2);
if (process.getuid?.() === 0) {
  // SQLite's program is read when it is first asked for; nobody may be kept from the folder that it is in.
  new Database(':memory:').close();
  process.setgroups?.([]);
  process.setgid?.(65534);
  process.setuid?.(65534);
}

const folder = path.join(base, 'plans');
const file = path.join(folder, 'Plan.wresplan');
const [target, closed, open] = what === 'folder' ? [folder, 0o555, 0o755] : [file, 0o444, 0o644];
mkdirSync(folder);
const plan = await PlanFile.create(file, smallPlan(), {
  profile: path.join(base, 'profile'),
  author: 'EDI officer',
  device: 'desk',
  now: () => new Date(),
  newId,
  temporaryFolders: [],
  patience: 0,
});
for (let n = 1; n <= Number(times); n++) {
  chmodSync(target, closed);
  plan.apply(nthEdit(plan.state.plan, n));
  const saved = await plan.publish();
  const told = saved.state === 'failed' ? `failed ${saved.failure.code}` : saved.state;
  chmodSync(target, open);
  const after = await plan.publish();
  process.stdout.write(`${told}, then ${after.state}, edits ${editsInFile(readFileSync(file))}\n`);
}
await plan.close();
