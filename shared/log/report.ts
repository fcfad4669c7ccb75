import { longDate } from '../plan/due.ts';
import { fieldOf } from '../plan/field-words.ts';
import { capitalised, counted, recordName } from '../plan/names.ts';
import type { Records } from '../plan/records.ts';
import { brokenRules } from '../plan/rules.ts';
import type { Together } from './bring-in.ts';
import { conflictsOf } from './conflicts.ts';
import type { Edit } from './edit.ts';
import { inWords, sentenceOf, words } from './history.ts';
import { isWithheld } from './withhold.ts';

/** What came of bringing a copy in, in words. */
export interface Report {
  news: Together['news'];
  /** The edits that came in, as whoever made them would say them. */
  cameIn: { by: string; label: string }[];
  /** What is different in the plan. */
  changed: string[];
  /** What is still to be decided: the first choice is the one that is shown. */
  conflicts: { what: string; choices: { words: string; by: string[] }[] }[];
  /** What lives though somebody deleted it. */
  kept: { what: string; because: 'edited' | 'named' }[];
  /** The rules of a plan that do not hold. */
  broken: string[];
}

/** @param before the records of the plan that the copy was brought into */
export function reportOf(before: Records, together: Together): Report {
  const { plan, records, news, cameIn, kept } = together;
  return {
    news,
    cameIn: cameIn.map((edit) => ({ by: byline(edit), label: edit.label })),
    changed: inWords(before, records).map(sentenceOf),
    conflicts: conflictsOf(together, records).map(({ kind, record, field, choices }) => ({
      what: capitalised(fieldOf(kind, field, recordName(plan, kind, record))),
      choices: choices.map(({ value, by }) => ({ words: words({ kind, field }, value, plan), by: by.map(byline) })),
    })),
    kept: kept.map(({ kind, record, because }) => ({ what: capitalised(recordName(plan, kind, record)), because })),
    broken: brokenRules(plan).map(({ where, found }) => `${capitalised(where)} ${found}.`),
  };
}

/** The same as lines to read. */
export function told(report: Report, mine: string, theirs: string): string[] {
  const { news, cameIn, changed, conflicts, kept, broken } = report;
  if (news === 'none') return [`${mine} has all that is in ${theirs} already.`];
  return [
    news === 'all'
      ? `${mine} had nothing of its own, and is now what ${theirs} is: ${counted(cameIn.length, 'edit')} came in.`
      : `Brought ${theirs} into ${mine}: ${counted(cameIn.length, 'edit')} came in.`,
    ...changed.map((sentence) => `  ${sentence}`),
    ...(conflicts.length > 0
      ? [`${counted(conflicts.length, 'conflict')} to decide; until then the first is shown:`]
      : []),
    ...conflicts.flatMap(({ what, choices }) => [
      `  ${what}`,
      ...choices.map((choice) => `    “${choice.words}”${choice.by.length > 0 ? `, ${choice.by.join('; ')}` : ''}`),
    ]),
    ...kept.map(({ what, because }) =>
      because === 'edited'
        ? `  ${what} was deleted in one copy and edited in the other: it was kept.`
        : `  ${what} was deleted in one copy and is used in the other: it was kept.`,
    ),
    ...broken.map((sentence) => `  To be put right: ${sentence}`),
  ];
}

/** "Amina Yusuf, 3 September 2026" */
function byline(edit: Edit): string {
  if (isWithheld(edit)) return 'somebody';
  return `${edit.author.trim() || 'somebody'}, ${longDate(edit.at.slice(0, 10))}`;
}
