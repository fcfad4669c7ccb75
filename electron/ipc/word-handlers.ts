import path from 'node:path';
import type { WordFile } from '../../shared/ipc/contract.ts';
import { PlanError } from '../../shared/messages.ts';
import type { Desk } from '../desk.ts';
import type { FileDialogs } from '../file-dialogs.ts';
import type { Handlers } from './dispatch.ts';

/** The operations that make a plan of a Word file: one is read at a time, and can be stopped. */
export function wordHandlers(
  desk: Desk,
  { chooseWord, choosePlace }: FileDialogs,
): Pick<Handlers, 'chooseWord' | 'readChosenWord' | 'readDroppedWord' | 'stopReading' | 'makeFromWord' | 'planAfter'> {
  let chosen: string | null = null;
  let reading: AbortController | null = null;

  async function read(file: string): Promise<WordFile | null> {
    reading?.abort();
    const mine = new AbortController();
    reading = mine;
    const { readForReview } = await import('../word/bring-in.ts');
    try {
      return { file: path.basename(file), document: await readForReview(file, { signal: mine.signal }) };
    } catch (error) {
      if (mine.signal.aborted) return null;
      throw error;
    }
  }

  return {
    chooseWord: async () => {
      chosen = await chooseWord('Bring in a Word plan');
      return chosen === null ? null : { file: path.basename(chosen) };
    },
    readChosenWord: () => (chosen === null ? null : read(chosen)),
    readDroppedWord: ({ path: file }) => read(file),
    stopReading: () => {
      reading?.abort();
      return null;
    },
    planAfter: ({ edit }) => desk.file.planAfter(edit) ?? null,
    makeFromWord: async ({ plan, from }) => {
      const { usualFileName } = await import('../../shared/plan/new-plan.ts');
      const { brokenRule } = await import('../../shared/plan/rules.ts');
      const { broughtIn } = await import('../../shared/plan/brought-in.ts');
      const broken = brokenRule(plan);
      if (broken) throw new PlanError('edit-refused', broken);
      const file = await choosePlace('Where to keep the plan', `${usualFileName(plan)}.wresplan`, 'plans');
      if (file === null) return null;
      const { begun, edit } = broughtIn(plan, from);
      await desk.create(file, begun);
      desk.change((made) => made.apply(edit));
      await desk.file.publish();
      return desk.view;
    },
  };
}
