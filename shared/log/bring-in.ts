import { PlanError } from '../messages.ts';
import { longDate } from '../plan/due.ts';
import { fieldWords } from '../plan/field-words.ts';
import type { Plan } from '../plan/model.ts';
import { listed, quote } from '../plan/names.ts';
import { looseRecord, toPlan } from '../plan/records.ts';
import { overLimit } from '../plan/rules.ts';
import type { Log } from './came-in.ts';
import type { Edit } from './edit.ts';
import { type Folded, foldLog } from './fold.ts';
import { type Merged, merge, unsoundField } from './merge.ts';
import { isWithheld } from './withhold.ts';

/** A plan with the log that led to it. */
export interface Side extends Log {
  plan: Plan;
}

export interface Together extends Side, Folded, Pick<Merged, 'news' | 'cameIn'> {}

/**
 * Brings a colleague's copy into mine, as one edit that says so. Where mine has nothing that theirs has not, the result
 * is theirs as it stands, and where theirs has nothing new, mine: then there is no such edit.
 *
 * @param newEdit makes the edit, given the edits that came in and the last one before them
 * @throws PlanError `different-plan`, `altered-file` or `too-much-together`; nothing has happened then
 */
export function bringTogether(mine: Side, theirs: Side, newEdit: (cameIn: Edit[], last: string) => Edit): Together {
  if (mine.plan.id !== theirs.plan.id) throw new PlanError('different-plan', { found: `“${theirs.plan.title}”` });
  const { news, cameIn, ...log } = merge(mine, theirs);
  const edits = news === 'some' ? [...log.edits, newEdit(cameIn, mine.edits.at(-1)?.id ?? '')] : log.edits;
  const { records, kept } = foldLog(log.changes);

  const loose = looseRecord(records);
  if (loose) throw new PlanError('altered-file', { found: `${loose.where} ${loose.found}` });
  const unsound = unsoundField(log.changes, records);
  if (unsound) {
    const { kind, field } = unsound;
    throw new PlanError('altered-file', { found: `the ${fieldWords(kind, field)} of the ${kind} is not as it may be` });
  }
  const plan = toPlan(records, mine.plan);
  const over = overLimit(plan);
  if (over) throw new PlanError('too-much-together', over);
  return { plan, records, kept, edits, changes: log.changes, news, cameIn };
}

/** The label of the edit that brings a copy in: whose it was, and when they last edited it; else what it is called. */
export function bringInLabel(cameIn: Edit[], file: string): string {
  const known = cameIn.filter((edit) => !isWithheld(edit) && edit.author.trim() !== '');
  const people = [...new Set(known.map(({ author }) => author.trim()))];
  const day = known
    .map(({ at }) => at.slice(0, 10))
    .sort()
    .at(-1);
  const words =
    day === undefined ? `Bring in ${quote(file, 200)}` : `Bring in ${listed(people)}’s copy of ${longDate(day)}`;
  return words.slice(0, 300).toWellFormed();
}
