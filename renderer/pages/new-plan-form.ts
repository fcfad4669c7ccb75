import { editions, indicatorSet } from '../../shared/indicator-sets.ts';
import type { SettingsView } from '../../shared/ipc/contract.ts';
import { builtInLayouts } from '../../shared/layout/built-in.ts';
import { financialYear, financialYearOf } from '../../shared/plan/financial-year.ts';
import type { Plan, Standard } from '../../shared/plan/model.ts';
import type { NewPlan } from '../../shared/plan/new-plan.ts';
import { usualLabel } from '../../shared/plan/period-label.ts';

/** What stands in the form of a new plan. Undefined where the person has not chosen: then it follows from the rest. */
export interface NewPlanForm {
  trust: string;
  shortName: string;
  standard: Standard;
  edition: string | undefined;
  /** A financial year by the year that it begins in, or dates of the Trust's own. */
  period: number | 'own';
  from: string;
  to: string;
  label: string | undefined;
  ratingScale: NewPlan['ratingScale'];
  bme: string;
  indicator: string | undefined;
  layout: string;
}

/** The form as it opens: what does not change from one year to the next is as it was for the last new plan. */
export function emptyForm({ newPlan: last, layout }: SettingsView, today: string): NewPlanForm {
  const { from, to } = financialYear(financialYearOf(today));
  return {
    trust: last?.trust.name ?? '',
    shortName: last?.trust.shortName ?? '',
    standard: last?.standard ?? 'WRES',
    edition: undefined,
    period: financialYearOf(today),
    from,
    to,
    label: undefined,
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

export function periodOf({ period, from, to, label }: NewPlanForm): Plan['period'] {
  return period === 'own' ? { from, to, label: label?.trim() || usualLabel(from, to) } : financialYear(period);
}

/** The edition that is chosen, else the newest that had begun when the period begins. */
export function editionOf(form: NewPlanForm): string {
  const { standard, edition } = form;
  return edition ?? indicatorSet(standard, periodOf(form).from)?.edition ?? editions(standard)[0] ?? '';
}

/** What the standard itself calls what it asks about. */
export function termOf({ standard, indicator }: NewPlanForm): string {
  return indicator ?? (standard === 'WDES' ? 'Metric' : 'Indicator');
}

/** What keeps a plan from being begun, at the field that it is about. */
export function wrongIn(form: NewPlanForm): Partial<Record<'trust' | 'to' | 'bme' | 'indicator', string>> {
  const { from, to } = periodOf(form);
  return {
    ...(form.trust.trim() === '' && { trust: 'Type the name of the Trust.' }),
    ...(from > to && { to: 'The plan ends before it begins.' }),
    ...(form.standard === 'WRES' && form.bme.trim() === '' && { bme: 'Type what the plan is to say.' }),
    ...(termOf(form).trim() === '' && { indicator: 'Type what the plan is to say.' }),
  };
}

/** The form as the app takes it, once nothing is wrong in it. */
export function newPlanOf(form: NewPlanForm): NewPlan {
  const { trust, shortName, standard, ratingScale, bme, layout } = form;
  return {
    trust: { name: trust.trim(), ...(shortName.trim() && { shortName: shortName.trim() }) },
    standard,
    edition: editionOf(form),
    period: periodOf(form),
    layout,
    ratingScale,
    terms: { ...(standard === 'WRES' && { bme: bme.trim() }), indicator: termOf(form).trim() },
  };
}
