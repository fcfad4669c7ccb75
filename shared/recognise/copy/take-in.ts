import type { DraftChange, DraftEdit } from '../../log/edit.ts';
import { whole } from '../../log/whole.ts';
import { put, set } from '../../plan/edits/changes.ts';
import { moveActions } from '../../plan/edits/move-actions.ts';
import { recordOf } from '../../plan/existing.ts';
import type { Plan } from '../../plan/model.ts';
import { counted } from '../../plan/names.ts';
import { isForTaking, type Move, type Proposal } from './proposal.ts';

/**
 * Chosen proposals as one edit; undefined where none of them changes anything.
 * @param file the name of the copy, for people to read
 */
export function takeIn(plan: Plan, chosen: readonly Proposal[], file: string): DraftEdit | undefined {
  const taken = chosen.filter(isForTaking);
  if (taken.length === 0) return undefined;
  // What is new is put right after what it follows: of several there, the last comes first.
  const inOrder = [
    ...taken.filter(({ kind }) => kind !== 'new'),
    ...taken.filter(({ kind }) => kind === 'new').reverse(),
  ];
  const moving = new Set(taken.flatMap(({ move }) => move?.action ?? []));
  const all = inOrder.flatMap(({ changes, move }) => (move ? moved(plan, move, moving) : changes));
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

/** @param moving all that are moved: where one of them stands by now says nothing, unless it was moved before this one */
function moved(plan: Plan, { action, home, after, between }: Move, moving: ReadonlySet<string>): DraftChange[] {
  const follows = between.findLast((id) => moving.has(id)) ?? after;
  if (home === undefined) return [put('action', action, follows)];
  return moveActions(plan, [action], { indicator: home, after: follows })?.changes ?? [];
}

/** What an action does to all indicators is one field. */
function effectsOf(plan: Plan, taken: readonly Proposal[]): DraftChange[] {
  const byAction = Map.groupBy(
    taken.flatMap(({ effects }) => effects ?? []),
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
