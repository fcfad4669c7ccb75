import { indicatorSet } from '../indicator-sets.ts';
import type { Plan } from './model.ts';
import { presetScale, type RatingScalePresetId } from './rating-scales.ts';

/** What must be known before a plan can be begun. */
export interface NewPlan extends Pick<Plan, 'trust' | 'standard' | 'edition' | 'period' | 'layout' | 'terms'> {
  /** Left out: the standard's name and the period's label. */
  title?: string;
  ratingScale: RatingScalePresetId;
}

/**
 * A blank plan: the indicators of its edition, ready to be filled in, worded as the edition words them. An edition of
 * which no indicator is known gives a plan without any.
 */
export function newPlan({ title, ratingScale, ...given }: NewPlan, newId: () => string): Plan {
  const { trust, standard, edition, period, layout, terms } = given;
  const indicators = indicatorSet(standard, edition)?.indicators ?? [];
  return {
    id: newId(),
    title: title ?? `${standardTitles[standard]} action plan ${period.label}`,
    trust,
    standard,
    edition,
    period,
    status: 'draft',
    ratingScale,
    ...(layout !== undefined && { layout }),
    ...(terms !== undefined && { terms }),
    preface: [],
    closing: [],
    ratingScales: [presetScale(ratingScale, newId)],
    people: [],
    indicators: indicators.map(({ number }) => ({ id: newId(), number, wording: '', leads: [], updates: [] })),
    actions: [],
  };
}

const standardTitles = {
  WRES: 'Workforce Race Equality Standard (WRES)',
  WDES: 'Workforce Disability Equality Standard (WDES)',
} satisfies Record<Plan['standard'], string>;
