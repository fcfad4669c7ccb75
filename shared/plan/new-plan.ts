import { z } from 'zod';
import { fileName } from '../file-name.ts';
import { indicatorSet } from '../indicator-sets.ts';
import { type Plan, planSchema } from './model.ts';
import { presetScale, type RatingScalePresetId, ratingScalePresets } from './rating-scales.ts';

const { title, trust, standard, edition, period, layout, terms } = planSchema.shape;

/** What must be known before a plan can be begun. */
export const newPlanSchema = z.strictObject({
  /** Left out: the standard's name and the period's label. */
  title: title.optional(),
  trust,
  standard,
  edition,
  period,
  layout,
  terms,
  ratingScale: z.enum(ratingScalePresets.map(({ id }) => id) as RatingScalePresetId[]),
});
export type NewPlan = z.infer<typeof newPlanSchema>;

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

/** What a plan's file is called where nobody says otherwise: "Northvale WRES 2026-27". */
export function usualFileName({ trust, standard, period }: Pick<Plan, 'trust' | 'standard' | 'period'>): string {
  const name = trust.shortName ?? trust.name.replace(/\s+NHS(\s+Foundation)?\s+Trust\s*$/i, '');
  return fileName(`${name} ${standard} ${period.label}`);
}

const standardTitles = {
  WRES: 'Workforce Race Equality Standard (WRES)',
  WDES: 'Workforce Disability Equality Standard (WDES)',
} satisfies Record<Plan['standard'], string>;
