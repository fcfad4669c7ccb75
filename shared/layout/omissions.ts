import { effective } from '../plan/effective.ts';
import type { Action, Plan } from '../plan/model.ts';
import { isBlank } from '../plan/rich-text.ts';
import type { FieldId } from './layout.ts';
import type { Omission } from './page.ts';
import type { Sheet } from './sheet.ts';
import { fieldsOf } from './tables.ts';
import { effectOn } from './values.ts';

/**
 * What the plan holds and the layout has no place for, so that nothing is left out without a word. Internal notes and
 * people's e-mail addresses are left out on purpose, in every layout, and are not listed.
 */
export function omissionsOf(sheet: Sheet): Omission[] {
  const { plan, layout, find } = sheet;
  const shown = new Set<FieldId>(layout.columns.flatMap(fieldsOf));
  const rates = (find.scale?.ratings.length ?? 0) > 0;
  const has = (action: Action) => effective(action, find.indicator(action.indicator));
  const updates = shown.has('action.updates') ? 'all' : shown.has('action.latestUpdate') ? 'latest' : 'none';
  const numbersShown = shown.has('action.number') || shown.has('action.text');

  const facts: [what: string, isShown: boolean, count: number][] = [
    ['introduction', layout.preface, filled(plan.preface, ({ body, heading }) => !isBlank(body) || !!heading)],
    ['closing sections', layout.closing, filled(plan.closing, ({ body, heading }) => !isBlank(body) || !!heading)],
    ...(['objective', 'narrative', 'gaps', 'measure', 'outcome'] as const).map((name): [string, boolean, number] => [
      indicatorWords[name],
      shown.has(`indicator.${name}`),
      filled(plan.indicators, (indicator) => !isBlank(indicator[name])),
    ]),
    ['progress of indicators', shown.has('indicator.updates'), sum(plan.indicators, ({ updates }) => updates.length)],
    ['numbers of actions', numbersShown, filled(plan.actions, ({ number }) => number !== undefined)],
    [
      'headings of actions',
      shown.has('action.heading') || shown.has('action.text'),
      filled(plan.actions, ({ heading }) => !!heading),
    ],
    ...(['gap', 'measure', 'outcome'] as const).map((name): [string, boolean, number] => [
      actionWords[name],
      shown.has(`action.${name}`),
      filled(plan.actions, (action) => !isBlank(action[name])),
    ]),
    ['leads', shown.has('action.leads'), filled(plan.actions, (action) => has(action).leads.length > 0)],
    ['due dates', shown.has('action.due'), filled(plan.actions, (action) => has(action).due !== undefined)],
    ['ratings', shown.has('action.rating'), filled(plan.actions, (action) => has(action).rating !== undefined)],
    ['progress updates', updates !== 'none', sum(plan.actions, ({ updates }) => updates.length)],
    [
      'earlier progress updates',
      updates !== 'latest',
      sum(plan.actions, ({ updates }) => Math.max(0, updates.length - 1)),
    ],
    [
      'effects on other indicators',
      layout.grain === 'matrix' || shown.has('action.effects'),
      filled(plan.actions, (action) => besidesHome(plan, action)),
    ],
    [
      'meanings of the ratings',
      layout.key || !rates,
      filled(find.scale?.ratings ?? [], ({ meaning }) => meaning !== ''),
    ],
  ];
  return facts.flatMap(([what, isShown, count]) => (isShown || count === 0 ? [] : [{ what, count }]));
}

const indicatorWords = {
  objective: 'objectives',
  narrative: 'narratives',
  gaps: 'gaps of indicators',
  measure: 'measures of indicators',
  outcome: 'outcomes of indicators',
};

const actionWords = { gap: 'gaps of actions', measure: 'measures of actions', outcome: 'outcomes of actions' };

function besidesHome(plan: Plan, action: Action): boolean {
  return plan.indicators.some((indicator) => action.indicator !== indicator.id && effectOn(action, indicator));
}

function filled<T>(records: readonly T[], has: (record: T) => boolean): number {
  return records.filter(has).length;
}

function sum<T>(records: readonly T[], count: (record: T) => number): number {
  return records.reduce((total, record) => total + count(record), 0);
}
