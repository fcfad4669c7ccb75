import type { IndicatorSet, StandardIndicator } from './indicator-sets/schema.ts';
import { wdes } from './indicator-sets/wdes.ts';
import { wres } from './indicator-sets/wres.ts';
import type { Indicator, Plan, Standard } from './plan/model.ts';

/**
 * What the national standards ask about: the indicators of each edition, as they were printed, with their sources. All
 * of it is data; nothing of it is needed to open, edit or save a plan, so that a page may load it when it is wanted.
 */
export const indicatorSets: readonly IndicatorSet[] = [...wres, ...wdes];

/**
 * The set of a standard's edition ("2023", "2023-24"): the newest that had begun by the edition's first year. Undefined
 * where an edition names no year, or one before the first set that is known.
 */
export function indicatorSet(standard: Standard, edition: string): IndicatorSet | undefined {
  const year = Number(/(?<!\d)20\d\d(?!\d)/.exec(edition)?.[0]);
  return indicatorSets.findLast((set) => set.standard === standard && set.years.from <= year);
}

/** The editions of a standard that have a set of their own, newest first. */
export function editions(standard: Standard): string[] {
  return indicatorSets
    .filter((set) => set.standard === standard)
    .map((set) => set.edition)
    .reverse();
}

/** What the plan's edition says of an indicator: its wording, survey question, measure and direction. */
export function standardIndicator(
  plan: Pick<Plan, 'standard' | 'edition'>,
  number: string | null,
): StandardIndicator | undefined {
  return indicatorSet(plan.standard, plan.edition)?.indicators.find((each) => each.number === number);
}

/** An indicator as the plan's edition words it, as printed ("BME" stays "BME"); undefined where that is not known. */
export function officialWording(plan: Pick<Plan, 'standard' | 'edition'>, number: string | null): string | undefined {
  return standardIndicator(plan, number)?.wording?.text;
}

/** An indicator as a reader sees it: in the plan's own words, else in the edition's, else by its short title. */
export function indicatorWording(
  plan: Pick<Plan, 'standard' | 'edition'>,
  indicator: Pick<Indicator, 'number' | 'wording'>,
): string {
  if (indicator.wording.trim() !== '') return indicator.wording;
  const known = standardIndicator(plan, indicator.number);
  return known?.wording?.text ?? known?.title ?? '';
}
