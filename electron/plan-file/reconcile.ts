import path from 'node:path';
import { bringInLabel, bringTogether } from '../../shared/log/bring-in.ts';
import { PlanError } from '../../shared/messages.ts';
import type { Notice } from '../../shared/plan-state.ts';
import { writeAtomically } from '../files.ts';
import { backupsOf } from './backups.ts';
import type { Contents } from './contents.ts';
import { type PlanFileEnvironment, signature } from './environment.ts';
import { lastPublished } from './place.ts';
import type { WorkingCopy } from './working-copy.ts';

/**
 * Brings the working copy and a file that changed without it together. Whichever has all edits of the other is the
 * newer one. Where each has some of its own, the file is brought in; if it cannot be, the working copy is kept aside and
 * the file is taken.
 *
 * @returns `taken`: the contents, where the working copy now holds them
 */
export async function reconcile(
  copy: WorkingCopy,
  contents: Contents,
  folder: string,
  file: string,
  env: PlanFileEnvironment,
): Promise<{ notice: Notice | null; taken: Contents | null }> {
  const here = copy.edits().map(({ id }) => id);
  const there = contents.edits.map(({ id }) => id);
  if (hasAll(here, there)) return { notice: null, taken: null };
  let notice: Notice | null = null;
  if (!hasAll(there, here)) {
    try {
      return await bringFileIn(copy, contents, file, env);
    } catch (error) {
      if (!(error instanceof PlanError)) throw error;
      notice = await keepAside(copy, folder, file, env);
    }
  }
  copy.replace(contents);
  return { notice, taken: contents };
}

async function bringFileIn(copy: WorkingCopy, contents: Contents, file: string, env: PlanFileEnvironment) {
  const mine = { plan: copy.load().plan, ...copy.log() };
  const together = bringTogether(mine, contents, (cameIn, last) => ({
    id: env.newId(),
    at: env.now().toISOString(),
    author: signature(env.author),
    device: signature(env.device),
    label: bringInLabel(cameIn, path.basename(file)),
    kind: 'merge',
    target: last,
  }));
  const after = mine.edits.at(-1)?.id ?? '';
  await backupsOf(mine.plan.id, env).keep('before-merge', after, copy.snapshot());
  copy.replace(together);
  const notice: Notice = { kind: 'brought-in', stretch: { after, upTo: together.edits.at(-1)?.id ?? '' } };
  return { notice, taken: together };
}

/** Whether a working copy has edits that are nowhere else. */
export function hasUnpublished(copy: WorkingCopy, folder: string): boolean {
  const newest = copy.edits().at(-1)?.id;
  return newest !== undefined && newest !== lastPublished(folder);
}

/** Keeps what is in the working copy as a plan file of its own, which can be opened like any other. */
export async function keepAside(
  copy: WorkingCopy,
  folder: string,
  file: string,
  env: PlanFileEnvironment,
): Promise<Notice> {
  const at = env.now().toISOString().replaceAll(':', '.');
  const kept = path.join(folder, `${path.basename(file, '.wresplan')} (kept ${at}).wresplan`);
  await writeAtomically(kept, copy.snapshot(), env.files ? { files: env.files } : {});
  return { kind: 'kept-aside', path: kept };
}

function hasAll(of: string[], others: string[]): boolean {
  const known = new Set(of);
  return others.every((id) => known.has(id));
}
