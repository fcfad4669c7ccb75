import type { DraftEdit } from '../../log/edit.ts';
import type { Plan } from '../model.ts';
import { quote } from '../names.ts';
import { ignoredIn, spellingCheck, withoutPossessive } from '../spelling.ts';
import { create, remove } from './changes.ts';

/**
 * Lets a word stand wherever it is in the plan. The decision travels with the file, as those about checks do, and the
 * dictionary does not learn the word. Undefined where that is decided already.
 */
export function ignoreWord(plan: Plan, word: string, newId: () => string): DraftEdit | undefined {
  const reason = withoutPossessive(word).slice(0, 2_000);
  if (ignoredIn(plan).some((each) => each.reason === reason)) return undefined;
  const exception = { check: spellingCheck, kind: 'plan' as const, record: plan.id, reason };
  return { label: `Ignore the spelling of ${quote(reason)}`, changes: [create('exception', newId(), exception)] };
}

/** Takes that decision back; undefined where there is none. */
export function spellWordAgain(plan: Plan, word: string): DraftEdit | undefined {
  const known = ignoredIn(plan).filter(({ reason }) => reason === word);
  if (known.length === 0) return undefined;
  return {
    label: `Look at the spelling of ${quote(word)} again`,
    changes: known.map(({ id }) => remove('exception', id)),
  };
}
