import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { PlanFileEnvironment } from '../../electron/plan-file/environment.ts';
import { newId } from '../../shared/id.ts';

/** A folder of its own for one test, gone when the test is over. */
export function freshFolder(inside = tmpdir()): string {
  const folder = mkdtempSync(path.join(inside, 'wres-planner-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The same in memory, where there is such a place: quick, and no worse against anything but a power cut. */
export function quickFolder(): string {
  return freshFolder(existsSync('/dev/shm') ? '/dev/shm' : undefined);
}

/** The world of a plan file in a test: a profile in `folder`, and a clock that the test can move. */
export function environmentIn(folder: string, others: Partial<PlanFileEnvironment> = {}) {
  const clock = { now: Date.parse('2026-11-02T09:00:00.000Z') };
  const env: PlanFileEnvironment = {
    profile: path.join(folder, 'profile'),
    author: 'EDI officer',
    device: 'desk',
    now: () => new Date(clock.now),
    newId,
    temporaryFolders: [],
    patience: 0,
    ...others,
  };
  return { env, clock };
}
