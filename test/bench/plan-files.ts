import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { PlanFileEnvironment } from '../../electron/plan-file/environment.ts';
import { writePlan } from '../../electron/plan-file/exchange.ts';
import { newId } from '../../shared/id.ts';
import type { Plan } from '../../shared/plan/model.ts';

/** Runs with a folder of its own, and removes it. */
export async function inFolder<Result>(run: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'wres-planner-bench-'));
  try {
    return await run(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Makes a profile whose recent plans are so many files of one plan, each at a place of its own, none yet opened there. */
export async function profileWithRecents(folder: string, plan: Plan, copies: number): Promise<string> {
  const profile = path.join(folder, 'profile');
  await mkdir(profile);
  const recents = [];
  for (let copy = 1; copy <= copies; copy++) {
    const file = path.join(folder, `Plan ${copy}.wresplan`);
    await writePlan(file, plan, { now: () => new Date() });
    const openedAt = new Date().toISOString();
    recents.push({ id: newId(), path: file, title: plan.title, trust: plan.trust.name, openedAt, unsaved: null });
  }
  await writeFile(path.join(profile, 'settings.json'), JSON.stringify({ recents }));
  return profile;
}

/** The world of a plan file outside of a window. */
export function environmentIn(folder: string): PlanFileEnvironment {
  return {
    profile: path.join(folder, 'profile'),
    author: 'EDI officer',
    device: 'desk',
    now: () => new Date(),
    newId,
    temporaryFolders: [],
  };
}
