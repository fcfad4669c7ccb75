import { indicatorSet, officialWording } from '../../indicator-sets.ts';
import type { Indicator, Plan } from '../model.ts';

/** An indicator that the new year's edition words otherwise than the old one's, and what becomes of its words. */
export interface RolledWording {
  number: string;
  /** Undefined where the edition does not have it, or its words are not known. */
  before: string | undefined;
  after: string | undefined;
  /** `new`: takes the new words. `own`: keeps what this plan words its own way. `old`: keeps the old words. */
  takes: 'new' | 'own' | 'old';
}

type Edition = Pick<Plan, 'standard' | 'edition'>;

/**
 * The edition that words a period's indicators: the one that is wished for, if it is known, else the newest that had
 * begun.
 */
export function editionFor({ standard, edition }: Edition, from: string, wished?: string): string {
  const set = (wished === undefined ? undefined : indicatorSet(standard, wished)) ?? indicatorSet(standard, from);
  return set?.edition ?? edition;
}

/**
 * The indicators as the new edition words them. Words of the plan's own stay; those of the old edition, copied, do not.
 * What the new edition does not have stays with the old words, and what only the new one has is added.
 */
export function rolledIndicators(
  indicators: readonly Indicator[],
  from: Edition,
  to: Edition,
  newId: () => string,
): { indicators: Indicator[]; wordings: RolledWording[] } {
  const wordings: RolledWording[] = [];
  const rolled = indicators.map((indicator) => {
    const { number } = indicator;
    if (number === null) return indicator;
    const [before, after] = [officialWording(from, number), officialWording(to, number)];
    const isOwn = indicator.wording.trim() !== '' && !sameWords(indicator.wording, before);
    const takes = isOwn ? 'own' : after === undefined ? 'old' : 'new';
    if (before !== after) wordings.push({ number, before, after, takes });
    const wording = { new: '', own: indicator.wording, old: before ?? indicator.wording }[takes];
    return { ...indicator, wording };
  });
  const missing = (indicatorSet(to.standard, to.edition)?.indicators ?? []).filter(
    ({ number }) =>
      !indicators.some((each) => each.number === number) &&
      !indicatorSet(from.standard, from.edition)?.indicators.some((each) => each.number === number),
  );
  for (const { number, wording } of missing) {
    wordings.push({ number, before: undefined, after: wording?.text, takes: 'new' });
    rolled.push({ id: newId(), number, wording: '', leads: [], updates: [] });
  }
  return { indicators: rolled, wordings };
}

function sameWords(a: string, b = ''): boolean {
  const plain = (words: string) =>
    words
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  return plain(a) === plain(b);
}
