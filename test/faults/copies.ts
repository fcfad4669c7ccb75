import { spawn } from 'node:child_process';
import { copyFileSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect } from 'vitest';
import type { PlanFileEnvironment } from '../../electron/plan-file/environment.ts';
import { PlanFile } from '../../electron/plan-file/plan-file.ts';
import { editsInFile } from './editing.ts';
import { smallPlan } from './small-plan.ts';

/**
 * Copies the person's file again and again while another process edits it and publishes after every edit.
 * @returns how many different states of the plan the copies show
 */
export async function copyUnderLoad(folder: string, env: PlanFileEnvironment, times: number): Promise<number> {
  const file = path.join(folder, 'Plan.wresplan');
  await (await PlanFile.create(file, smallPlan(), env)).close();
  const editor = spawn(process.execPath, [path.join(import.meta.dirname, 'editor.ts'), env.profile, file, '1'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = new Promise((resolve) => editor.on('close', resolve));
  await new Promise((resolve) => editor.stdout.once('data', resolve));
  editor.stdout.resume();

  const seen = new Set<number>();
  let newest = 0;
  try {
    for (let count = 0; count < times; count++) {
      const copy = path.join(folder, 'copy.wresplan');
      copyFileSync(file, copy);
      const edits = editsInFile(readFileSync(copy));
      expect(edits).toBeGreaterThanOrEqual(newest);
      newest = edits;
      seen.add(edits);
      await setImmediate();
    }
  } finally {
    editor.kill('SIGKILL');
    await gone;
  }
  return seen.size;
}
