import { indicatorWording } from '../../indicator-sets.ts';
import { lookUp } from '../look-up.ts';
import type { Indicator, Plan } from '../model.ts';
import { capitalised, indicatorName } from '../names.ts';
import { isBlank } from '../rich-text.ts';
import type { Check, Finding } from './check.ts';

/** No action is at home with it, and none of another home moves it. */
export const withoutAction: Check = {
  id: 'indicator-without-action',
  title: 'Indicator without an action',
  why: 'Each indicator is published with its figures. Where nothing is to be done about one, say so in its narrative, so that it does not look forgotten.',
  weight: 'mend',
  find(plan) {
    return plan.indicators
      .filter(({ id }) => lookUp(plan).actionsOf(id).length === 0 && !plan.actions.some(({ effects }) => effects?.[id]))
      .map((indicator) => found(plan, indicator, 'actions', 'has no action, and no other action moves it'));
  },
};

/** One of the standard's own that says neither what its data shows nor what gap is to be closed. */
export const withoutGap: Check = {
  id: 'indicator-without-gap',
  title: 'Indicator without gap or narrative',
  why: 'An action follows from what the data shows. Without that, a reader cannot judge whether the action is the right one.',
  weight: 'mend',
  find(plan) {
    const own = plan.indicators.filter(({ number }) => number !== null);
    const without = own.filter((indicator) => !saysGap(plan, indicator));
    if (own.length > 1 && without.length === own.length) {
      return [
        { place: { kind: 'plan', id: plan.id }, words: 'The plan does not say for any indicator what its data shows.' },
      ];
    }
    return without.map((indicator) =>
      found(plan, indicator, 'gaps', 'says neither what its data shows nor what gap there is'),
    );
  },
};

/** Without words of its own, of an edition whose wording is not known. */
export const withoutWording: Check = {
  id: 'indicator-without-wording',
  title: 'Indicator without wording',
  why: 'Its number alone says nothing to a reader who does not know the standard by heart.',
  weight: 'mend',
  find(plan) {
    return plan.indicators
      .filter((indicator) => indicatorWording(plan, indicator).trim() === '')
      .map((indicator) =>
        found(plan, indicator, 'wording', 'has no wording, and the one of the plan’s edition is not known'),
      );
  },
};

function saysGap(plan: Plan, { id, narrative, gaps }: Indicator): boolean {
  return (
    !isBlank(narrative) ||
    !isBlank(gaps) ||
    lookUp(plan)
      .actionsOf(id)
      .some(({ gap }) => !isBlank(gap))
  );
}

function found(plan: Plan, indicator: Indicator, field: string, words: string): Finding {
  return {
    place: { kind: 'indicator', id: indicator.id, field },
    words: `${capitalised(indicatorName(plan, indicator))} ${words}.`,
  };
}
