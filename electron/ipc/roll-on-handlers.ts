import path from 'node:path';
import { PlanError } from '../../shared/messages.ts';
import type { Plan } from '../../shared/plan/model.ts';
import type { Desk } from '../desk.ts';
import type { FileDialogs } from '../file-dialogs.ts';
import type { Handlers } from './dispatch.ts';

/** Next year's plan from last year's, which is only ever read. The plan that was looked at is the one that is rolled on. */
export function rollOnHandlers(
  desk: Desk,
  { choosePlan, choosePlace }: FileDialogs,
  recentPath: (id: string) => string,
): Pick<Handlers, 'readLastYear' | 'rollOn'> {
  let lastYear: Plan | undefined;

  async function read(file: string): Promise<Plan> {
    // The open plan may have edits that its file does not have yet.
    if (file === desk.path && desk.view) return desk.view.plan;
    const { readPlan } = await import('../plan-file/exchange.ts');
    return readPlan(file);
  }

  return {
    readLastYear: async (from) => {
      const file =
        from === 'open' ? desk.path : from === 'file' ? await choosePlan('Choose last year’s plan') : recentPath(from);
      if (file === null) return null;
      lastYear = await read(file);
      return { plan: lastYear, file: path.basename(file) };
    },
    rollOn: async ({ options, today }) => {
      if (lastYear === undefined) throw new PlanError('not-found');
      const { rollOn } = await import('../../shared/plan/roll-on/roll-on.ts');
      const { usualFileName } = await import('../../shared/plan/new-plan.ts');
      const { newId } = await import('../../shared/id.ts');
      const { plan } = rollOn(lastYear, options, today, newId);
      const file = await choosePlace('Where to keep the new plan', `${usualFileName(plan)}.wresplan`, 'plans');
      return file === null ? null : desk.create(file, plan);
    },
  };
}
