import { existsSync } from 'node:fs';
import path from 'node:path';
import { readWhole } from '../files.ts';
import { readUntrusted } from '../untrusted.ts';
import { backupsFolder, listBackups } from './backups.ts';
import type { PlanFileEnvironment } from './environment.ts';
import { contentsOfBytes, readPlanBytes } from './exchange.ts';
import { ofLargest } from './header.ts';
import type { Rows } from './inspect.ts';
import { newContents } from './new-contents.ts';
import { plansAt } from './place.ts';
import { salvagedPlan } from './salvaged-plan.ts';
import { bytesOf, openWorkingCopy } from './working-copy.ts';

/** What there is of a plan whose file cannot be opened: the bytes of a whole plan file. */
export interface Recovery {
  /**
   * `here`: all that was edited on this computer. `version`: an earlier version kept on this computer. `rows`: what could
   * be read of the file itself.
   */
  from: 'here' | 'version' | 'rows';
  /** When the newest of it was edited or kept: a moment, UTC; null where that is not known. */
  at: string | null;
  /** How many records are not sure; of `rows` only. */
  doubtful: number;
  bytes: Uint8Array;
}

/**
 * Finds the best that there is of a plan whose file is damaged. The file itself is only read.
 * @returns null where nothing is found
 */
export async function findRecovery(file: string, env: PlanFileEnvironment): Promise<Recovery | null> {
  for (const { planId, folder } of plansAt(env.profile, file)) {
    const found = ofWorkingCopy(folder, backupsFolder(env.profile, planId)) ?? (await ofVersions(planId, env));
    if (found) return found;
  }
  const salvaged = await ofRows(file, env).catch(() => undefined);
  if (!salvaged) return null;
  return (await ofVersions(salvaged.planId, env)) ?? salvaged.found;
}

function ofWorkingCopy(folder: string, backups: string): Recovery | undefined {
  if (!existsSync(path.join(folder, 'plan.sqlite'))) return undefined;
  try {
    const copy = openWorkingCopy(folder, backups);
    try {
      const newest = copy.edits().at(-1);
      if (newest) return { from: 'here', at: newest.at, doubtful: 0, bytes: copy.snapshot() };
    } finally {
      copy.close();
    }
  } catch {
    // Damaged too, or of a newer version: there are the others.
  }
  return undefined;
}

async function ofVersions(planId: string, env: PlanFileEnvironment): Promise<Recovery | undefined> {
  for (const version of await listBackups(planId, env)) {
    try {
      const bytes = await readPlanBytes(version.path, env.files);
      await contentsOfBytes(bytes, version.path, env.reading);
      return { from: 'version', at: new Date(version.at).toISOString(), doubtful: 0, bytes };
    } catch {
      // An older one may be whole.
    }
  }
  return undefined;
}

/** A new plan, of which nobody has a copy: its log is lost, so nothing could be brought into it. */
async function ofRows(file: string, env: PlanFileEnvironment) {
  const rows = await readUntrusted<Rows>(await readWhole(file, env.files), {
    reader: salvagerBesideThis,
    memory: ofLargest,
  });
  const salvaged = salvagedPlan(rows);
  if (!salvaged) return undefined;
  const { plan, doubtful } = salvaged;
  const bytes = bytesOf(newContents({ ...plan, id: env.newId() }, env));
  const found: Recovery = { from: 'rows', at: null, doubtful, bytes };
  return { planId: plan.id, found };
}

/** Built, or as source: of the same kind as this file. */
const salvagerBesideThis = path.join(import.meta.dirname, `salvager${path.extname(import.meta.filename)}`);
