import { commandLabel } from '../../shared/commands.ts';
import type { WordFile } from '../../shared/ipc/contract.ts';
import { financialYear, financialYearOf } from '../../shared/plan/financial-year.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { about, type Choice, type Choices, choicesOf } from '../../shared/recognise/choices.ts';
import { callApp, callWithDropped } from '../api.ts';
import { perform } from '../commands.ts';
import { flushDrafts } from '../fields/draft.ts';
import { leavePlan } from '../plan/left.ts';
import { attempt, change, current, showPlan } from '../store.ts';
import { announce } from '../ui/announce.ts';
import { today } from '../ui/words.ts';
import type { Reading } from './reading.ts';
import { Reader } from './reading-aside.ts';

/** A Word file under review: what was chosen, with what it is called when it is taken back; `at` of the steps hold. */
export interface Review extends WordFile, Chosen {
  /** When it was opened, so that one file's review is not taken for another's. */
  opened: number;
  /** What it is read as with them. */
  reading: Reading;
}

interface Chosen {
  steps: readonly Step[];
  at: number;
}

export interface Step {
  choices: readonly Choice[];
  /** "Read “Owner” as leads" */
  words: string;
}

/** Reads the file under review; the one of a file that is only being opened reads that. */
let reader: Reader | undefined;
let opening: Reader | undefined;
/** What will have been chosen when the reading that is under way is done. */
let choosing: Chosen | undefined;

/** Lets the person choose a Word file, and shows what can be made of it; or shows the one that they were at. */
export async function bringInWord(): Promise<void> {
  if (current().review && !current().reviewing) return change({ reviewing: true, dialog: null, notice: null });
  await otherWord();
}

export async function otherWord(): Promise<void> {
  await flushDrafts();
  await attempt(
    async () => {
      if (await callApp('chooseWord')) await review(await readWord(() => callApp('readChosenWord')));
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

async function review(word: WordFile | null): Promise<void> {
  if (!word) return;
  const chosen: Chosen = { steps: [], at: 0 };
  const next = new Reader(word.file, word.document);
  opening = next;
  const reading = await patiently(() => next.read(choicesIn(chosen))).finally(() => {
    opening = undefined;
  });
  if (!reading) return;
  closeReader();
  reader = next;
  change({ review: { ...word, ...chosen, opened: Date.now(), reading }, reviewing: true });
}

export async function readWord(work: () => Promise<WordFile | null>): Promise<WordFile | null> {
  change({ notice: null });
  return patiently(work);
}

/** Reading that takes longer than a moment says so, and can be stopped. */
async function patiently<Value>(work: () => Promise<Value>): Promise<Value> {
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
  choosing = undefined;
  (opening ?? reader)?.stop();
}

function closeReader(): void {
  choosing = undefined;
  reader?.stop();
  reader = undefined;
}

/** Takes choices in one step: the file is read again with them. */
export function choose(words: string, ...choices: Choice[]): void {
  const chosen = choosing ?? current().review;
  if (!chosen) return;
  const steps = [...chosen.steps.slice(0, chosen.at), { words, choices }];
  void readAgain({ steps, at: steps.length }, `${words}. Done.`);
}

export function stepInReview(name: 'undo' | 'redo'): void {
  const chosen = choosing ?? current().review;
  const step = name === 'undo' ? chosen?.steps[chosen.at - 1] : chosen?.steps[chosen.at];
  if (!chosen || !step) {
    announce(`There is nothing to ${name}.`);
    return;
  }
  const at = chosen.at + (name === 'undo' ? -1 : 1);
  void readAgain({ steps: chosen.steps, at }, `${name === 'undo' ? 'Undone' : 'Done again'}: ${step.words}.`);
}

/** What was chosen holds when it is read; until then, and where that is stopped, all is as it was. */
async function readAgain(chosen: Chosen, done: string): Promise<void> {
  const own = reader;
  if (!own) return;
  choosing = chosen;
  await attempt(async () => {
    const reading = await patiently(() => own.read(choicesIn(chosen)));
    const { review } = current();
    if (!reading || !review || reader !== own) return;
    change({ review: { ...review, ...chosen, reading } });
    announce(done);
  });
  if (choosing === chosen) choosing = undefined;
}

/**
 * What holds until somebody chooses otherwise: what found no place goes into the notes; a file that names no year is of
 * this one, and one that names no Trust of that of the last new plan.
 */
function usual(): Choice[] {
  const trust = current().settings.newPlan?.trust.name;
  return [
    { about: about.leftOver, take: 'keep' },
    { about: about.usualPeriod, take: financialYear(financialYearOf(today())).label },
    ...(trust ? [{ about: about.usualTrust, take: trust }] : []),
  ];
}

function choicesIn({ steps, at }: Chosen): Choices {
  return choicesOf([...usual(), ...steps.slice(0, at).flatMap((step) => step.choices)]);
}

/** Asks where the plan is to be kept, makes it, and opens it. */
export async function makePlan(plan: Plan, from: string): Promise<void> {
  await attempt(
    async () => {
      change({ notice: null });
      await leavePlan();
      const view = await callApp('makeFromWord', { plan, from });
      if (view === null) return;
      closeReader();
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
  closeReader();
  change({ review: null, reviewing: false, notice: null });
}
