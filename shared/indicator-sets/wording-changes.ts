import { indicatorSet } from '../indicator-sets.ts';
import type { Standard } from '../plan/model.ts';

/** An indicator that another edition words otherwise; undefined where one of the two does not have it or its words. */
export interface WordingChange {
  number: string;
  /** A short title of ours. */
  title: string;
  before: string | undefined;
  after: string | undefined;
}

/** Which indicators are worded otherwise in one edition of a standard than in another, in the order of the newer one. */
export function wordingChanges(standard: Standard, from: string, to: string): WordingChange[] {
  const [old, now] = [from, to].map((edition) => indicatorSet(standard, edition)?.indicators ?? []);
  if (!old || !now) return [];
  const gone = old.filter(({ number }) => !now.some((each) => each.number === number));
  return [...now, ...gone].flatMap(({ number, title }) => {
    const [before, after] = [old, now].map((set) => set.find((each) => each.number === number)?.wording?.text);
    return before === after ? [] : [{ number, title, before, after }];
  });
}
