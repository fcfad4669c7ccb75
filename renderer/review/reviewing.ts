import { commandLabel } from '../../shared/commands.ts';
import type { WordFile } from '../../shared/ipc/contract.ts';
import type { Plan } from '../../shared/plan/model.ts';
import type { Choice } from '../../shared/recognise/choices.ts';
import { callApp, callWithDropped } from '../api.ts';
import { perform } from '../commands.ts';
import { flushDrafts } from '../fields/draft.ts';
import { leavePlan } from '../plan/left.ts';
import { attempt, change, current, showPlan } from '../store.ts';
import { announce } from '../ui/announce.ts';

/** A Word file under review: what was chosen, with what it is called when it is taken back; `at` of the steps hold. */
export interface Review extends WordFile {
  /** When it was opened, so that one file's review is not taken for another's. */
  opened: number;
  steps: readonly Step[];
  at: number;
}

export interface Step {
  choices: readonly Choice[];
  /** "Read “Owner” as leads" */
  words: string;
}

/** Lets the person choose a Word file, and shows what can be made of it; or shows the one that they were at. */
export async function bringInWord(): Promise<void> {
  if (current().review && !current().reviewing) return change({ reviewing: true, dialog: null, notice: null });
  await otherWord();
}

export async function otherWord(): Promise<void> {
  await flushDrafts();
  await attempt(
    async () => {
      if (await callApp('chooseWord')) review(await readWord(() => callApp('readChosenWord')));
    },
    () => [{ label: 'Choose another file…', go: () => void otherWord() }],
  );
}

export async function bringInDropped(file: File): Promise<void> {
  await flushDrafts();
  await attempt(async () => {
    const word = await readWord(() => callWithDropped('readDroppedWord', file));
    if (!word || !current().open) return review(word);
    const { isOfOpenPlan, showChanges } = await import('../edited/edited-copy.ts');
    return isOfOpenPlan(word) ? showChanges(word) : review(word);
  });
}

function review(word: WordFile | null): void {
  if (word) change({ review: { ...word, opened: Date.now(), steps: [], at: 0 }, reviewing: true });
}

/** Reading that takes longer than a moment says so, and can be stopped. */
export async function readWord(work: () => Promise<WordFile | null>): Promise<WordFile | null> {
  change({ notice: null });
  const patience = setTimeout(() => change({ dialog: 'reading' }), 500);
  try {
    return await work();
  } finally {
    clearTimeout(patience);
    if (current().dialog === 'reading') change({ dialog: null });
  }
}

export function stopReading(): void {
  void callApp('stopReading');
}

/** Takes choices in one step: the file is read again with them. */
export function choose(words: string, ...choices: Choice[]): void {
  const { review } = current();
  if (!review) return;
  const steps = [...review.steps.slice(0, review.at), { words, choices }];
  change({ review: { ...review, steps, at: steps.length } });
  announce(`${words}. Done.`);
}

export function stepInReview(name: 'undo' | 'redo'): void {
  const { review } = current();
  const step = name === 'undo' ? review?.steps[review.at - 1] : review?.steps[review.at];
  if (!review || !step) {
    announce(`There is nothing to ${name}.`);
    return;
  }
  change({ review: { ...review, at: review.at + (name === 'undo' ? -1 : 1) } });
  announce(`${name === 'undo' ? 'Undone' : 'Done again'}: ${step.words}.`);
}

/** Asks where the plan is to be kept, makes it, and opens it. */
export async function makePlan(plan: Plan, from: string): Promise<void> {
  await attempt(
    async () => {
      change({ notice: null });
      await leavePlan();
      const view = await callApp('makeFromWord', { plan, from });
      if (view === null) return;
      change({ review: null, reviewing: false });
      showPlan(view);
      announce('The plan is made and saved.');
      const message = {
        happened: `The plan is made from ${from}.`,
        safe: 'The file itself is as it was.',
        next: 'Undo takes back all that was brought in, in one step.',
      };
      change({ notice: { tone: 'good', message, ways: [{ label: 'Show the checks', go: () => perform('checks') }] } });
    },
    () => [{ label: 'Choose another name…', go: () => void makePlan(plan, from) }],
  );
}

/** Looks at something else: the review is there again as it is left. */
export function leave(): void {
  change({ reviewing: false, notice: null });
  announce(`What you chose is kept: ${commandLabel('bringInWord')} goes on with it.`);
}

export function giveUp(): void {
  change({ review: null, reviewing: false, notice: null });
}
