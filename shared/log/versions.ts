import type { Edit } from './edit.ts';

/** The plan as it was, kept from time to time, and what led there from the version before. */
export interface Version {
  id: string;
  /** When it was kept, in milliseconds since 1970. */
  at: number;
  reason: VersionReason;
  /** The newest first, at most three; none where this plan's log does not know them. */
  edits: Pick<Edit, 'id' | 'label' | 'author'>[];
  /** How many there are beside those. */
  more: number;
}

/** Why a version was kept. What is told after `before-` was about to be done to all of the plan. */
export const versionReasons = ['open', 'publish', 'before-merge', 'before-restore', 'before-version'] as const;
export type VersionReason = (typeof versionReasons)[number];

/**
 * Tells the versions by the log of the plan.
 * @param kept newest first; `edit` is the newest that is in it
 */
export function versionsOf(
  kept: readonly (Pick<Version, 'id' | 'at' | 'reason'> & { edit: string })[],
  edits: readonly Edit[],
): Version[] {
  const places = new Map(edits.map(({ id }, index) => [id, index]));
  return kept.map(({ id, at, reason, edit }, index) => {
    const until = places.get(edit) ?? -1;
    const before = kept.slice(index + 1).find((each) => places.has(each.edit));
    const led = edits.slice((places.get(before?.edit ?? '') ?? -1) + 1, until + 1).reverse();
    const told = led.slice(0, 3).map(({ id, label, author }) => ({ id, label, author }));
    return { id, at, reason, edits: told, more: led.length - told.length };
  });
}
