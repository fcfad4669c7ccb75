import type { NewPlan } from '../../shared/plan/new-plan.ts';
import type { RollOnOptions } from '../../shared/plan/roll-on/options.ts';
import type { RollOnReport } from '../../shared/plan/roll-on/roll-on.ts';
import { callApp } from '../api.ts';
import { attempt, change, current, showPlan } from '../store.ts';
import { announce } from '../ui/announce.ts';
import { count, today } from '../ui/words.ts';
import { goToPlace } from './go-to-place.ts';
import { leavePlan } from './left.ts';

/** Asks where the new plan is to be kept, makes it, and opens it where its writing begins. */
export async function createPlan(given: NewPlan): Promise<void> {
  await attempt(
    async () => {
      change({ notice: null });
      await leavePlan();
      const view = await callApp('createPlan', given);
      if (view === null) return;
      const { trust, standard, terms, ratingScale, layout = null } = given;
      change({ settings: { ...current().settings, newPlan: { trust, standard, terms, ratingScale }, layout } });
      showPlan(view);
      const [first] = view.plan.indicators;
      if (first) goToPlace({ kind: 'indicator', id: first.id, field: 'narrative' });
      announce('The plan is made and saved.');
    },
    () => [{ label: 'Choose another name…', go: () => void createPlan(given) }],
  );
}

/** Asks where next year's plan is to be kept, makes it of the plan that was read last, opens it and says what came of it. */
export async function makeNextYear(options: RollOnOptions, report: RollOnReport): Promise<void> {
  await attempt(
    async () => {
      change({ notice: null });
      const view = await callApp('rollOn', { options, today: today() });
      if (view === null) return;
      showPlan(view);
      const { carried, period, years } = report;
      const message = {
        happened: `The plan for ${period.to} is made, with ${count(carried.length, 'action')} carried over from ${period.from}.`,
        safe: 'The old plan is as it was.',
        next: years.length === 0 ? '' : 'The introduction still names the old year: read it through.',
      };
      const read = {
        label: 'Go to the introduction',
        go: () => change({ place: { page: 'introduction' }, notice: null }),
      };
      change({ notice: { tone: 'good', message, ways: years.length > 0 ? [read] : [] } });
    },
    () => [{ label: 'Choose another name…', go: () => void makeNextYear(options, report) }],
  );
}
