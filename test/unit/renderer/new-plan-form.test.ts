import { expect, test } from 'vitest';
import { editionOf, emptyForm, newPlanOf, withStandard, wrongIn } from '../../../renderer/pages/new-plan-form.ts';
import type { SettingsView } from '../../../shared/ipc/contract.ts';
import { newPlanSchema, usualFileName } from '../../../shared/plan/new-plan.ts';

const settings: SettingsView = {
  theme: 'system',
  textSize: 100,
  author: null,
  systemName: 'aokoro',
  layout: null,
  folder: null,
  newPlan: null,
};

test('on the first day the form lacks nothing but the name of the Trust', () => {
  const form = emptyForm(settings, '2026-11-22');
  expect(Object.keys(wrongIn(form))).toEqual(['trust']);
  const given = newPlanOf({ ...form, trust: ' Northvale NHS Foundation Trust ' });
  expect(newPlanSchema.parse(given)).toEqual(given);
  expect(given).toMatchObject({
    trust: { name: 'Northvale NHS Foundation Trust' },
    standard: 'WRES',
    edition: '2025',
    period: { from: '2026-04-01', to: '2027-03-31', label: '2026-27' },
    terms: { bme: 'BME', indicator: 'Indicator' },
  });
  expect(usualFileName(given)).toBe('Northvale WRES 2026-27');
});

test('in March it is still the year that began last April', () => {
  expect(emptyForm(settings, '2027-03-31').period.label).toBe('2026-27');
  expect(emptyForm(settings, '2027-04-01').period.label).toBe('2027-28');
});

test('the edition is the newest that had begun with the period, until one is chosen', () => {
  const form = emptyForm(settings, '2026-11-22');
  const period = { from: '2021-04-01', to: '2022-03-31', label: '2021-22' };
  expect(editionOf({ ...form, period })).toBe('2020');
  expect(editionOf({ ...form, period, edition: '2023' })).toBe('2023');
});

test('the next plan begins as the last one did; a layout that is not there any more is not taken', () => {
  const last = {
    trust: { name: 'Northvale', shortName: 'NV' },
    standard: 'WDES' as const,
    terms: { indicator: 'Measure' },
    ratingScale: 'rag' as const,
  };
  const form = emptyForm({ ...settings, newPlan: last, layout: 'gone' }, '2026-11-22');
  expect(newPlanOf(form)).toMatchObject({ ...last, layout: 'metric-kpi-rating' });
  expect(newPlanOf(form).terms).toEqual({ indicator: 'Measure' });
  expect(newPlanOf(withStandard(form, 'WRES')).terms).toEqual({ bme: 'BME', indicator: 'Indicator' });
});

test('what is wrong is told at its field', () => {
  const form = { ...emptyForm(settings, '2026-11-22'), trust: 'Northvale' };
  expect(wrongIn(form)).toEqual({});
  expect(wrongIn({ ...form, bme: ' ' })).toHaveProperty('bme');
  expect(wrongIn({ ...form, indicator: '' })).toHaveProperty('indicator');
  expect(wrongIn({ ...form, period: { from: '2026-04-01', to: '2026-03-31', label: 'x' } })).toHaveProperty('period');
  expect(wrongIn({ ...form, period: { from: '2026-04-01', to: '2027-03-31', label: ' ' } })).toHaveProperty('period');
});
