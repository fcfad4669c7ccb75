import { editions, indicatorSet } from '../../shared/indicator-sets.ts';
import type { SettingsView } from '../../shared/ipc/contract.ts';
import { builtInLayouts } from '../../shared/layout/built-in.ts';
import { financialYear, financialYearOf } from '../../shared/plan/financial-year.ts';
import type { Plan, Standard } from '../../shared/plan/model.ts';
import type { NewPlan } from '../../shared/plan/new-plan.ts';
import { wrongPeriod } from './period-field.tsx';

/** What stands in the form of a new plan. Undefined where the person has not chosen: then it follows from the rest. */
export interface NewPlanForm {
  trust: string;
  shortName: string;
  standard: Standard;
  edition: string | undefined;
  period: Plan['period'];
  ratingScale: NewPlan['ratingScale'];
  bme: string;
  indicator: string | undefined;
  layout: string;
}

/** The form as it opens: what does not change from one year to the next is as it was for the last new plan. */
export function emptyForm({ newPlan: last, layout }: SettingsView, today: string): NewPlanForm {
  return {
    trust: last?.trust.name ?? '',
    shortName: last?.trust.shortName ?? '',
    standard: last?.standard ?? 'WRES',
    edition: undefined,
    period: financialYear(financialYearOf(today)),
    ratingScale: last?.ratingScale ?? 'brag',
    bme: last?.terms?.bme ?? 'BME',
    indicator: last?.terms?.indicator,
    layout: builtInLayouts.find(({ id }) => id === layout)?.id ?? builtInLayouts[0]?.id ?? '',
  };
}

/** The form with a standard chosen: what it calls its measures and how it is worded are its own again. */
export function withStandard(form: NewPlanForm, standard: Standard): NewPlanForm {
  return { ...form, standard, edition: undefined, indicator: undefined };
}

/** The edition that is chosen, else the newest that had begun when the period begins. */
export function editionOf(form: NewPlanForm): string {
  const { standard, edition } = form;
  return edition ?? indicatorSet(standard, form.period.from)?.edition ?? editions(standard)[0] ?? '';
}

/** What the standard itself calls what it asks about. */
export function termOf({ standard, indicator }: NewPlanForm): string {
  return indicator ?? (standard === 'WDES' ? 'Metric' : 'Indicator');
}

/** What keeps a plan from being begun, at the field that it is about. */
export function wrongIn(form: NewPlanForm): Partial<Record<'trust' | 'period' | 'bme' | 'indicator', string>> {
  const period = wrongPeriod(form.period);
  return {
    ...(form.trust.trim() === '' && { trust: 'Type the name of the Trust.' }),
    ...(period !== undefined && { period }),
    ...(form.standard === 'WRES' && form.bme.trim() === '' && { bme: 'Type what the plan is to say.' }),
    ...(termOf(form).trim() === '' && { indicator: 'Type what the plan is to say.' }),
  };
}

/** The form as the app takes it, once nothing is wrong in it. */
export function newPlanOf(form: NewPlanForm): NewPlan {
  const { trust, shortName, standard, period, ratingScale, bme, layout } = form;
  return {
    trust: { name: trust.trim(), ...(shortName.trim() && { shortName: shortName.trim() }) },
    standard,
    edition: editionOf(form),
    period: { ...period, label: period.label.trim() },
    layout,
    ratingScale,
    terms: { ...(standard === 'WRES' && { bme: bme.trim() }), indicator: termOf(form).trim() },
  };
}
