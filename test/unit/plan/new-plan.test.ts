import { describe, expect, it } from 'vitest';
import { editions, indicatorSet } from '../../../shared/indicator-sets.ts';
import { financialYear } from '../../../shared/plan/financial-year.ts';
import { planSchema, standards } from '../../../shared/plan/model.ts';
import { type NewPlan, newPlan } from '../../../shared/plan/new-plan.ts';
import { brokenRule } from '../../../shared/plan/rules.ts';
import { counter } from '../../support/ids.ts';

const asked: NewPlan = {
  trust: { name: 'Westmere Community NHS Trust', shortName: 'Westmere' },
  standard: 'WRES',
  edition: '2026',
  period: financialYear(2026),
  layout: 'gaps-by-action',
  ratingScale: 'brag',
  terms: { bme: 'BME', indicator: 'Indicator' },
};

describe('a blank plan', () => {
  it('has the nine indicators, worded as the edition words them, and nothing else', () => {
    const plan = newPlan(asked, counter());
    expect(planSchema.parse(plan)).toEqual(plan);
    expect(brokenRule(plan)).toBeUndefined();
    expect(plan).toMatchObject({
      trust: asked.trust,
      period: asked.period,
      terms: asked.terms,
      layout: 'gaps-by-action',
    });
    expect(plan.indicators.map(({ number, wording }) => [number, wording])).toEqual(
      ['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((number) => [number, '']),
    );
    expect([plan.actions, plan.people, plan.preface, plan.closing]).toEqual([[], [], [], []]);
    expect(plan.ratingScales.map(({ id }) => id)).toEqual(['brag']);
    expect(plan).toMatchObject({ status: 'draft', ratingScale: 'brag' });
  });

  it('is valid for every edition that is offered', () => {
    for (const standard of standards) {
      for (const edition of editions(standard)) {
        const plan = newPlan({ ...asked, standard, edition }, counter());
        expect(planSchema.safeParse(plan).error?.message).toBeUndefined();
        expect(plan.indicators.length).toBe(indicatorSet(standard, edition)?.indicators.length);
      }
    }
  });

  it('has a title of its own where none is given', () => {
    expect(newPlan(asked, counter()).title).toBe('Workforce Race Equality Standard (WRES) action plan 2026-27');
    expect(newPlan({ ...asked, standard: 'WDES', edition: '2026' }, counter()).title).toBe(
      'Workforce Disability Equality Standard (WDES) action plan 2026-27',
    );
    expect(newPlan({ ...asked, title: 'Our race plan' }, counter()).title).toBe('Our race plan');
  });

  it('has only what was given: no layout or terms by default', () => {
    const { layout: _, terms: __, ...rest } = asked;
    const plan = newPlan({ ...rest, ratingScale: 'none' }, counter());
    expect(plan).not.toHaveProperty('layout');
    expect(plan).not.toHaveProperty('terms');
    expect(plan.ratingScales).toEqual([{ id: 'none', title: 'No ratings', ratings: [] }]);
  });

  it('has no indicators where the edition’s are not known', () => {
    expect(newPlan({ ...asked, standard: 'WDES', edition: '2019' }, counter()).indicators).toEqual([]);
  });
});
