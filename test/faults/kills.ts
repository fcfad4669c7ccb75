import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { contentsOf } from '../../electron/plan-file/contents.ts';
import type { PlanFileEnvironment } from '../../electron/plan-file/environment.ts';
import { rowsOf } from '../../electron/plan-file/inspect.ts';
import { PlanFile } from '../../electron/plan-file/plan-file.ts';
import { editsIn } from './editing.ts';
import { smallPlan } from './small-plan.ts';

/** How a life of the editor ends: after a time of editing, in milliseconds, or at an operation of its first publish. */
export type Death = { after: number } | { at: number; when: 'before' | 'after' };

/**
 * Has a plan edited and published by one process after the other, each of which is killed with -9. After each, the file
 * must be whole, and the next start must find every edit that was acknowledged and leave nothing behind.
 */
export async function killAgainAndAgain(folder: string, env: PlanFileEnvironment, deaths: Death[]): Promise<void> {
  const file = path.join(folder, 'Plan.wresplan');
  await (await PlanFile.create(file, smallPlan(), env)).close();
  let acknowledged = 0;

  for (const death of deaths) {
    acknowledged = Math.max(acknowledged, await liveAndDie(env.profile, file, death));
    const published = editsIn(contentsOf(rowsOf(readFileSync(file))).plan);

    const again = await PlanFile.open(file, env);
    const there = editsIn(again.state.plan);
    expect(there, `edits there after ${JSON.stringify(death)}`).toBeGreaterThanOrEqual(acknowledged);
    expect(there).toBeGreaterThanOrEqual(published);
    expect(again.notice).toBeNull();
    expect((await again.close()).state).toBe('saved');

    const { plan, edits } = contentsOf(rowsOf(readFileSync(file)));
    expect(editsIn(plan)).toBe(there);
    expect(edits.map(({ label }) => label)).toEqual([
      'Start the plan',
      ...Array.from({ length: there }, (_, index) => `Edit ${index + 1}`),
    ]);
    expect(readdirSync(folder).sort()).toEqual(['Plan.wresplan', 'profile']);
    const left = readdirSync(path.join(env.profile, 'backups'), { recursive: true, encoding: 'utf8' });
    expect(left.filter((name) => name.endsWith('.tmp'))).toEqual([]);
    acknowledged = there;
  }
}

/** @returns the last edit that was acknowledged */
function liveAndDie(profile: string, file: string, death: Death): Promise<number> {
  const operation = 'at' in death ? [String(death.at), death.when] : [];
  const pace = 'at' in death ? '3' : '5';
  const child = spawn(
    process.execPath,
    [path.join(import.meta.dirname, 'editor.ts'), profile, file, pace, ...operation],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_OPTIONS: '' },
    },
  );
  let said = '';
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (data) => (complaint += data));
  return new Promise((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (data) => {
      if (said === '' && 'after' in death) setTimeout(() => child.kill('SIGKILL'), death.after);
      said += data;
    });
    child.on('close', (_, signal) => {
      if (signal !== 'SIGKILL') return reject(new Error(`The editor ended by itself: ${complaint}`));
      // The last line counts only if it is whole.
      resolve(Number(said.slice(0, said.lastIndexOf('\n')).split('\n').at(-1) || 0));
    });
  });
}
