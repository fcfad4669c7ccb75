import type { DraftChange, DraftEdit } from '../../log/edit.ts';
import { whole } from '../../log/whole.ts';
import { set } from '../../plan/edits/changes.ts';
import { recordOf } from '../../plan/existing.ts';
import type { Plan } from '../../plan/model.ts';
import { counted } from '../../plan/names.ts';
import type { Proposal } from './proposal.ts';

/**
 * Chosen proposals as one edit; undefined where none of them changes anything.
 * @param file the name of the copy, for people to read
 */
export function takeIn(plan: Plan, chosen: readonly Proposal[], file: string): DraftEdit | undefined {
  const taken = chosen.filter(({ changes, effect }) => changes.length > 0 || effect);
  if (taken.length === 0) return undefined;
  // What is new is put right after what it follows: of several there, the last comes first.
  const inOrder = [
    ...taken.filter(({ kind }) => kind !== 'new'),
    ...taken.filter(({ kind }) => kind === 'new').reverse(),
  ];
  const all = inOrder.flatMap(({ changes }) => changes);
  const isPerson = ({ kind, field }: DraftChange) => kind === 'person' && field === whole;
  // Who is new in several of them is made once, also where an earlier taking made them.
  const people = new Map(
    all
      .filter((change) => isPerson(change) && !recordOf(plan, 'person', change.record))
      .map((change) => [change.record, change]),
  );
  const label = `Take in ${counted(taken.length, 'change')} from ${file}`;
  return {
    label: label.slice(0, 300).toWellFormed(),
    changes: [...people.values(), ...all.filter((change) => !isPerson(change)), ...effectsOf(plan, taken)],
  };
}

/** What an action does to all indicators is one field. */
function effectsOf(plan: Plan, taken: readonly Proposal[]): DraftChange[] {
  const byAction = Map.groupBy(
    taken.flatMap(({ effect }) => effect ?? []),
    ({ action }) => action,
  );
  return [...byAction].map(([action, changed]) => {
    const effects = { ...recordOf(plan, 'action', action)?.effects };
    for (const { indicator, value } of changed) {
      if (value) effects[indicator] = value;
      else delete effects[indicator];
    }
    return set('action', action, 'effects', Object.keys(effects).length > 0 ? effects : null);
  });
}
