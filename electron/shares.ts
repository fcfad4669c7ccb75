import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { cameInBy } from '../shared/log/came-in.ts';
import type { Edit } from '../shared/log/edit.ts';
import { isWithheld } from '../shared/log/withhold.ts';
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
  /** The edits that brought it in. */
  cameInBy: z.array(z.string()).default([]),
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

/**
 * Tells edits apart that came in under the name of whoever brought them in, as where two computers know everybody by one
 * name: such a one is by whom the copy was made for.
 */
export function toldApart(edits: Edit[], shares: readonly Share[]): (edit: Edit) => Edit {
  const cameIn = cameInBy(edits);
  return (edit) => {
    const merge = cameIn.get(edit.id);
    if (merge === undefined || isWithheld(edit) || edit.author !== merge.author) return edit;
    const share = shares.find((each) => each.cameInBy.includes(merge.id));
    return { ...edit, author: share?.to ?? edit.author, device: '' };
  };
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
 * @param by the edit that brought it in; null where there is none
 */
export function afterBringIn(shares: Share[], known: ReadonlySet<string>, now: string, by: string | null): Share[] {
  const its = shares.find(({ point }) => known.has(point));
  return shares.map((share) =>
    share === its ? { ...share, back: share.back ?? now, cameInBy: [...share.cameInBy, ...(by ? [by] : [])] } : share,
  );
}

const fileOf = (profile: string, planId: string) => path.join(profile, 'shares', `${planId}.json`);
