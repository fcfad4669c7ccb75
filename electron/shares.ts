import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { writeAtomically } from './files.ts';

/**
 * With whom a plan was shared, and what came back. It is kept on this computer, by the plan's id: where a copy was put is
 * nobody else's business.
 */
const shareSchema = z.strictObject({
  id: z.uuid(),
  to: z.string(),
  at: z.string(),
  path: z.string(),
  history: z.boolean(),
  /** Whether all names are in it. */
  names: z.boolean().default(true),
  /** The named point that the copy has and is known by. */
  point: z.string(),
  /** When it came back: a moment, UTC. */
  back: z.string().nullable(),
});
export type Share = z.infer<typeof shareSchema>;

/** The newest first. What cannot be read is as if it were not there: nothing of the plan is in it. */
export function sharesOf(profile: string, planId: string): Share[] {
  try {
    return z.array(shareSchema).parse(JSON.parse(fs.readFileSync(fileOf(profile, planId), 'utf8')));
  } catch {
    return [];
  }
}

/** How many are remembered of one plan. */
const most = 200;

export async function keepShares(profile: string, planId: string, shares: Share[]): Promise<void> {
  const file = fileOf(profile, planId);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  await writeAtomically(file, Buffer.from(JSON.stringify(shares.slice(0, most))));
}

/**
 * The shares after a copy was brought in: the one that it was made for has come back. A copy knows of all that was
 * shared before it, so that it is the newest of those.
 * @param shares the newest first
 * @param known the edits that the copy knows of
 */
export function afterBringIn(shares: Share[], known: ReadonlySet<string>, now: string): Share[] {
  const its = shares.find(({ point }) => known.has(point));
  return shares.map((share) => (share === its && share.back === null ? { ...share, back: now } : share));
}

const fileOf = (profile: string, planId: string) => path.join(profile, 'shares', `${planId}.json`);
