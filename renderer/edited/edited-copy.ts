import { newId } from '../../shared/id.ts';
import type { WordFile } from '../../shared/ipc/contract.ts';
import { findLayout, layoutCalled } from '../../shared/layout/layouts-of.ts';
import { type ExportedFrom, readExportedFrom } from '../../shared/layout/marks.ts';
import { PlanError } from '../../shared/messages.ts';
import { type ChangesInCopy, changesInCopy } from '../../shared/recognise/copy/changes-in-copy.ts';
import { likeliestExport } from '../../shared/recognise/copy/likeliest-export.ts';
import { isForTaking, type Proposal } from '../../shared/recognise/copy/proposal.ts';
import { takeIn } from '../../shared/recognise/copy/take-in.ts';
import { callApp } from '../api.ts';
import { editPlan, perform } from '../commands.ts';
import { flushDrafts } from '../fields/draft.ts';
import { readWord } from '../review/reviewing.ts';
import { attempt, change, current, tellFailure } from '../store.ts';
import { announce } from '../ui/announce.ts';
import { count, today } from '../ui/words.ts';

/** A Word copy of the open plan, and what was changed in it. */
export interface EditedCopy extends ChangesInCopy {
  file: string;
  /** When it was opened, so that one file's changes are not taken for another's. */
  opened: number;
  from: ExportedFrom;
  /** The title of the layout that it is in. */
  layout: string;
  /** What it was compared with: the plan as it was exported, or as it is now. */
  against: 'export' | 'now';
  /** Whether the file says which plan it shows. */
  known: boolean;
  /** How many changes were taken in. */
  taken: number;
  /** What is chosen to be taken in, by the ids of the proposals. */
  chosen: ReadonlySet<string>;
}

/** Lets the person choose a Word copy of the open plan, and shows what was changed in it. */
export async function bringInEdited(): Promise<void> {
  await flushDrafts();
  await attempt(
    async () => {
      if (!(await callApp('chooseWord'))) return;
      const word = await readWord(() => callApp('readChosenWord'));
      if (word) await showChanges(word);
    },
    () => [another],
  );
}

const another = { label: 'Choose another file…', go: () => void bringInEdited() };

/** Whether a Word file says of itself that it shows the plan that is open. */
export function isOfOpenPlan({ document }: WordFile): boolean {
  return readExportedFrom(document.exportedFrom)?.plan === current().open?.plan.id;
}

/** Shows what was changed in a Word file. */
export async function showChanges({ file, document }: WordFile): Promise<void> {
  const plan = current().open?.plan;
  if (!plan) return;
  try {
    const said = readExportedFrom(document.exportedFrom);
    if (said && said.plan !== plan.id) throw new PlanError('different-plan', { file });
    const then = said?.edit === undefined ? null : await callApp('planAfter', { edit: said.edit });
    const exported = then ?? plan;
    // Its layout may have been the plan's own, and be deleted since.
    const known = said !== undefined && findLayout(exported, said.layout) !== undefined;
    const from = known ? said : likeliestExport(exported, document, today());
    const found = changesInCopy({ plan, exported, from, document }, newId);
    change({
      edited: {
        ...found,
        file,
        opened: Date.now(),
        from,
        layout: layoutCalled(exported, from.layout).title,
        against: then ? 'export' : 'now',
        known,
        taken: 0,
        chosen: new Set(found.proposals.filter(isUsual).map(({ id }) => id)),
      },
      place: { page: 'edited' },
      notice: null,
    });
    announce(found.proposals.length === 0 ? 'Nothing was changed in this copy.' : `${told(found)} in this copy.`);
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    tellFailure({ code: error.code, details: { ...error.details, file } }, [another]);
  }
}

/** What is taken in unless the person leaves it: not what is gone, and not over what was changed in the plan since. */
function isUsual(proposal: Proposal): boolean {
  return isForTaking(proposal) && proposal.kind !== 'missing' && proposal.changedSince === undefined;
}

/** "4 changes were made" */
export function told({ proposals }: Pick<ChangesInCopy, 'proposals'>): string {
  return `${count(proposals.length, 'change')} ${proposals.length === 1 ? 'was' : 'were'} made`;
}

export function choose(chosen: Iterable<string>): void {
  const { edited } = current();
  if (edited) change({ edited: { ...edited, chosen: new Set(chosen) } });
}

/** Takes in what is chosen, as one edit. */
export async function takeInChosen(): Promise<void> {
  const { edited } = current();
  if (!edited) return;
  const { file, proposals, chosen, taken } = edited;
  const wanted = proposals.filter(({ id }) => chosen.has(id));
  if (!(await editPlan((plan) => takeIn(plan, wanted, file)))) return;
  const happened = `${count(wanted.length, 'change')} from ${file} ${wanted.length === 1 ? 'is' : 'are'} in the plan.`;
  change({
    edited: {
      ...edited,
      proposals: proposals.filter(({ id }) => !chosen.has(id)),
      chosen: new Set(),
      taken: taken + wanted.length,
    },
    notice: {
      tone: 'good',
      message: { happened, safe: 'The Word file is as it was.', next: 'Undo takes them back, in one step.' },
      ways: [{ label: 'Undo', go: () => perform('undo') }],
    },
  });
}
