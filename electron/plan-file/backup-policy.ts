import type { VersionReason } from '../../shared/log/versions.ts';

/** A backup, as far as it matters for whether it is kept. */
export interface BackupFacts {
  plan: string;
  /** When it was made, in milliseconds since 1970. */
  at: number;
  reason: VersionReason;
  /** In bytes. */
  size: number;
}

/** The most that all backups of all plans may be, in bytes. */
export const mostBytes = 200 * 1024 * 1024;

const hour = 60 * 60 * 1000;
const day = 24 * hour;

/**
 * The backups that are to go: of each plan every one of the last hour is kept, then one for each hour of a day, then one
 * for each day of 30 days, those before something was done to all of the plan for as long, and its newest for ever.
 * Where all together are too large, the closest together go first and then the oldest; the newest of all never goes.
 */
export function superfluous<Each extends BackupFacts>(backups: readonly Each[], now: number, most = mostBytes): Each[] {
  const newestFirst = [...backups].sort((a, b) => b.at - a.at);
  const ranks = new Map(newestFirst.map((each) => [each, 0]));
  const seen = new Set<string>();
  const first = (key: string) => !seen.has(key) && Boolean(seen.add(key));
  for (const each of newestFirst) {
    const age = now - each.at;
    const newest = first(each.plan);
    const ofDay = first(`${each.plan} day ${Math.floor(each.at / day)}`);
    const ofHour = first(`${each.plan} hour ${Math.floor(each.at / hour)}`);
    if (newest) ranks.set(each, 4);
    else if (age < 30 * day && (ofDay || each.reason.startsWith('before-'))) ranks.set(each, 3);
    else if (age < day && ofHour) ranks.set(each, 2);
    else if (age < hour) ranks.set(each, 1);
  }

  const rank = (each: Each) => ranks.get(each) as number;
  const kept = newestFirst.filter((each) => rank(each) > 0);
  let bytes = kept.reduce((sum, { size }) => sum + size, 0);
  const leastWanted = kept.slice(1).sort((a, b) => rank(a) - rank(b) || a.at - b.at);
  const tooMuch = leastWanted.filter(({ size }) => {
    const over = bytes > most;
    if (over) bytes -= size;
    return over;
  });
  return [...newestFirst.filter((each) => rank(each) === 0), ...tooMuch];
}
