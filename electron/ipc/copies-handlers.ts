import path from 'node:path';
import { clipboard, shell } from 'electron';
import { fileName } from '../../shared/file-name.ts';
import type { ExportView, Input, ReviewView, ShareView } from '../../shared/ipc/contract.ts';
import { changesPage } from '../../shared/layout/changes-page.ts';
import { type Undecided, undecidedInWords } from '../../shared/layout/undecided.ts';
import { cameInBy } from '../../shared/log/came-in.ts';
import type { Conflict } from '../../shared/log/conflicts.ts';
import type { Edit } from '../../shared/log/edit.ts';
import { changesSince, inWordsOf, planOf } from '../../shared/log/history.ts';
import { historyRows } from '../../shared/log/history-rows.ts';
import { sharedWith } from '../../shared/log/points.ts';
import { cameInDuring, conflictsTold, keptTold, lastMerge, type Told, tell } from '../../shared/log/told.ts';
import { isTakenBack } from '../../shared/log/undo.ts';
import { changedBy } from '../../shared/log/undo-one.ts';
import { PlanError } from '../../shared/messages.ts';
import { longDate } from '../../shared/plan/due.ts';
import { capitalised, quote } from '../../shared/plan/names.ts';
import type { Desk } from '../desk.ts';
import type { FileDialogs } from '../file-dialogs.ts';
import { called } from '../files.ts';
import { isThere } from '../is-there.ts';
import { keepShares, type Share, sharesOf, toldApart } from '../shares.ts';
import type { Handlers } from './dispatch.ts';

type Names =
  | 'bringIn'
  | 'takeOffer'
  | 'copiesBeside'
  | 'review'
  | 'decide'
  | 'keepRecord'
  | 'history'
  | 'editInWords'
  | 'undoOne'
  | 'changesSince'
  | 'exportChanges'
  | 'share'
  | 'shares'
  | 'forgetShare'
  | 'showShared'
  | 'copySharedPath'
  | 'mailShared';

/**
 * Copies that go out and come back, and what the log says of it.
 * @param written takes note of a Word file that was written, so that the page can have it opened
 */
export function copiesHandlers(
  desk: Desk,
  { choosePlan, choosePlace }: FileDialogs,
  profile: string,
  written: (file: string) => ExportView,
): Pick<Handlers, Names> {
  const planId = () => desk.file.state.plan.id;
  const known = (id: string): Share => {
    const share = sharesOf(profile, planId()).find((each) => each.id === id);
    if (!share) throw new PlanError('not-allowed');
    return share;
  };
  const there = async (id: string): Promise<Share> => {
    const share = known(id);
    if (!(await isThere(share.path))) throw new PlanError('not-found', called(share.path));
    return share;
  };

  return {
    bringIn: async () => {
      const file = await choosePlan('Bring in a colleague’s copy');
      return file === null ? null : desk.bringIn(file);
    },
    takeOffer: ({ token, to }) => desk.takeOffer(token, to),
    copiesBeside: () => desk.copiesBeside(),
    review: ({ stretch }) => reviewOf(desk, sharesOf(profile, planId()), stretch),
    decide: ({ kind, id, field, value }) => desk.change((file) => file.decide({ kind, record: id, field }, value)),
    keepRecord: ({ kind, id }) => desk.change((file) => file.keep({ kind, record: id })),
    history: () => historyRows(desk.file.log(), desk.file.state.plan, desk.file.isMine),
    editInWords: ({ id }) => editInWords(desk, id),
    undoOne: ({ id }) => desk.change((file) => file.undoOne(id)),
    changesSince: (since) => toldSince(desk, since),
    exportChanges: async ({ since, words, asAt }) => {
      const { plan } = desk.file.state;
      const file = await choosePlace('Export to Word', `${fileName(plan.title)} (what changed).docx`, 'exports');
      if (file === null) return null;
      const { writeAtomically } = await import('../files.ts');
      const { writeWordAside } = await import('../word/write-aside.ts');
      await writeAtomically(file, await writeWordAside(changesPage(plan, toldSince(desk, since), words, asAt)));
      return written(file);
    },
    share: async ({ to, history, names }) => {
      const { plan } = desk.file.state;
      const name = `${fileName(`${plan.title} – for ${to} – ${longDate(new Date().toISOString().slice(0, 10))}`)}.wresplan`;
      const file = await choosePlace(`A copy for ${to}`, name, 'plans');
      if (file === null) return null;
      // Whoever chose the plan's own file chose wrongly: a copy never takes its place.
      if (path.resolve(file) === path.resolve(desk.file.path)) throw new PlanError('target-exists', called(file));
      const { newId } = await import('../../shared/id.ts');
      const id = planId();
      let point = '';
      await desk.changeLater(async (open) => {
        point = (await open.share(file, { history, names, point: `${sharedWith}${to}` })) ?? '';
      });
      const share: Share = {
        id: newId(),
        to,
        at: new Date().toISOString(),
        path: file,
        history,
        names: names === 'all',
        back: null,
        cameInBy: [],
        point,
      };
      await keepShares(profile, id, [share, ...sharesOf(profile, id)]);
      return viewOf(share);
    },
    shares: () => sharesOf(profile, planId()).map(viewOf),
    forgetShare: async ({ id }) => {
      const rest = sharesOf(profile, planId()).filter((share) => share.id !== id);
      await keepShares(profile, planId(), rest);
      return rest.map(viewOf);
    },
    showShared: async ({ id }) => {
      shell.showItemInFolder((await there(id)).path);
      return null;
    },
    copySharedPath: ({ id }) => {
      clipboard.writeText(known(id).path);
      return null;
    },
    mailShared: async ({ id }) => {
      const share = await there(id);
      clipboard.writeText(share.path); // what a mail program asks for where one attaches a file
      const { title } = desk.file.state.plan;
      const text = mailFor(share, title);
      const address = `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(text)}`;
      const taken = await shell.openExternal(address).then(
        () => true,
        () => false,
      );
      return { taken, text: text.replaceAll('\r\n', '\n') };
    },
  };
}

/** What is not decided between copies. */
export function undecidedIn({ file }: Desk): Undecided[] {
  const { plan, conflicts } = file.state;
  return undecidedInWords(conflictsTold(conflicts, file.records, plan, file.isMine));
}

function reviewOf({ file }: Desk, shares: Share[], asked: Input<'review'>['stretch']): ReviewView {
  const { plan } = file.state;
  const { edits, changes } = file.log();
  const named = toldApart(edits, shares);
  const log = { edits: edits.map(named), changes };
  const cameIn = cameInBy(edits);
  // Made here before one gave oneself another name.
  const isMine = (edit: Edit) => file.isMine(edit) || (file.isMadeHere(edit) && !cameIn.has(edit.id));
  const byName = (conflict: Conflict) => ({
    ...conflict,
    choices: conflict.choices.map((choice) => ({ ...choice, by: choice.by.map(named) })),
  });
  const { conflicts, kept, broken } = file.review();
  const known = asked && [asked.after, asked.upTo].every((id) => log.edits.some((edit) => edit.id === id));
  const stretch = known ? asked : lastMerge(log.edits, file.isMadeHere);
  const last = log.edits.find(({ id }) => id === stretch?.upTo);
  const taken = file.takenBy(last?.id ?? '');
  const isOut = last && (taken?.isOut ?? isTakenBack(log.edits, last.id));
  const { label = last?.label ?? '', before } = taken ?? {};
  return {
    cameIn: stretch && last && !isOut ? { ...cameInDuring(log, stretch, plan, before), label, at: last.at } : null,
    conflicts: conflictsTold(conflicts.map(byName), file.records, plan, isMine),
    kept: keptTold(kept, plan, log, isMine),
    broken: broken.map(({ where, found }) => `${capitalised(where)} ${found}.`),
  };
}

function editInWords({ file }: Desk, id: string): Told[] {
  const log = file.log();
  const now = planOf(file.records);
  const edit = log.edits.find((each) => each.id === id);
  const changes = log.changes.filter((change) => change.edit === id);
  return tell(inWordsOf(changedBy(log, id), now, now), file.state.plan, edit ? [edit] : [], changes);
}

function toldSince({ file }: Desk, since: Input<'changesSince'>): Told[] {
  const log = file.log();
  return tell(changesSince(log, since), file.state.plan, log.edits, log.changes);
}

function viewOf({ id, to, at, path: file, history, names, point, back }: Share): ShareView {
  return { id, to, at, file: path.basename(file), folder: path.dirname(file), history, names, point, back };
}

/** The text of an e-mail that is ready but for its attachment: no program can be made to attach a file by an address. */
function mailFor({ to, path: file }: Share, title: string): string {
  return [
    `Dear ${to},`,
    `Here is a copy of ${quote(title, 200)}: ${path.basename(file)}.`,
    'Open it in WRES Planner, change what is yours to change, and send the file back to me. What you changed will be brought into the plan.',
    `[Attach this file before sending: ${file}]`,
  ].join('\r\n\r\n');
}
