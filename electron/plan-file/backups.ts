import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { type VersionReason, versionReasons } from '../../shared/log/versions.ts';
import { type Files, realFiles, writeAtomically } from '../files.ts';
import { superfluous } from './backup-policy.ts';
import type { PlanFileEnvironment } from './environment.ts';

/** A plan as it was: a whole plan file in the app's own folder. What is known of it stands in its name. */
export interface Backup {
  /** The name of its file, without the ending. */
  id: string;
  plan: string;
  /** When it was made, in milliseconds since 1970. */
  at: number;
  reason: VersionReason;
  /** In bytes. */
  size: number;
  /** The newest edit that is in it. */
  edit: string;
  path: string;
}

/** The backups of one plan. None of them is ever waited for by an edit or a publish, and none that fails stops one. */
export interface Backups {
  /**
   * Keeps the bytes of a plan file, and thins out what was kept. It is done when the promise is; it never fails, and
   * tells `env.quietly` what could not be done.
   */
  keep(reason: VersionReason, edit: string, bytes: Uint8Array): Promise<void>;
  /** When all that was to be kept is. */
  settled(): Promise<void>;
}

type Environment = Pick<PlanFileEnvironment, 'profile' | 'now' | 'files' | 'quietly'>;

export function backupsOf(planId: string, env: Environment): Backups {
  const { files = realFiles, quietly } = env;
  const folder = backupsFolder(env.profile, planId);
  let work: Promise<void> = sweep(folder, files);

  async function write(at: Date, reason: VersionReason, edit: string, bytes: Uint8Array): Promise<void> {
    const there = await list(env.profile, planId, files);
    const same = there.some((each) => each.edit === edit);
    if (same && !reason.startsWith('before-')) return;
    await files.makeFolder(folder);
    const file = path.join(folder, `${backupName(at, reason, bytes.length, edit)}.wresplan`);
    await writeAtomically(file, bytes, { files, mark });
    await tidy(env, files);
  }

  return {
    keep(reason, edit, bytes) {
      const at = env.now();
      work = work.then(() => write(at, reason, edit, bytes)).catch((error) => quietly?.(error));
      return work;
    },
    settled: () => work,
  };
}

/** The backups of a plan, newest first. A folder that cannot be read has none. */
export async function listBackups(planId: string, { profile, files = realFiles }: Environment): Promise<Backup[]> {
  return (await list(profile, planId, files)).sort((a, b) => b.at - a.at);
}

/** Where the backups of a plan are. */
export function backupsFolder(profile: string, planId: string): string {
  return path.join(profile, 'backups', planId);
}

/** Sorted by name, they are sorted by time. No file system takes a colon. */
export function backupName(at: Date, reason: VersionReason, size: number, edit: string): string {
  return `${at.toISOString().replaceAll(':', '.')} ${reason} ${size} ${edit}`;
}

/** What this start of the app writes is known by it; any other temporary file was left behind by one that was stopped. */
const mark = randomBytes(4).toString('hex');

const nameForm = new RegExp(
  `^(\\d{4}-\\d\\d-\\d\\d)T(\\d\\d)\\.(\\d\\d)\\.(\\d\\d\\.\\d{3})Z (${versionReasons.join('|')}) (\\d+) ([0-9a-f-]{36})\\.wresplan$`,
);

async function list(profile: string, plan: string, files: Files): Promise<Backup[]> {
  const folder = backupsFolder(profile, plan);
  const names = await files.list(folder).catch(() => []);
  return names.flatMap((name) => {
    const [, date, hour, minute, second, reason, size, edit = ''] = nameForm.exec(name) ?? [];
    const at = Date.parse(`${date}T${hour}:${minute}:${second}Z`);
    if (Number.isNaN(at)) return [];
    const id = path.basename(name, '.wresplan');
    return [{ id, plan, at, reason: reason as VersionReason, size: Number(size), edit, path: path.join(folder, name) }];
  });
}

/** Removes what need not be kept, of all plans. What cannot be removed is, the next time. */
async function tidy({ profile, now, quietly }: Environment, files: Files): Promise<void> {
  const plans = await files.list(path.join(profile, 'backups')).catch(() => []);
  const all = await Promise.all(plans.map((plan) => list(profile, plan, files)));
  for (const { path: file } of superfluous(all.flat(), now().getTime())) {
    await files.remove(file).catch((error) => quietly?.(error));
  }
}

/** Removes what a start of the app that was stopped left behind. */
async function sweep(folder: string, files: Files): Promise<void> {
  const names = await files.list(folder).catch(() => []);
  for (const name of names.filter(isLeft)) await files.remove(path.join(folder, name)).catch(() => undefined);
}

function isLeft(name: string): boolean {
  return /^~\$.*\.[0-9a-f]{8}\.tmp$/.test(name) && !name.endsWith(`.${mark}.tmp`);
}
