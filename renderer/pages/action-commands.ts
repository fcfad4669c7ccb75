import { type ActionKeyId, actionKeys } from '../../shared/editing-keys.ts';
import { newId } from '../../shared/id.ts';
import { addAction, deleteActions, duplicateAction } from '../../shared/plan/edits/actions.ts';
import { joinActions } from '../../shared/plan/edits/join-actions.ts';
import { moveActionBy, moveActions } from '../../shared/plan/edits/move-actions.ts';
import { splitAction } from '../../shared/plan/edits/split-action.ts';
import { lookUp } from '../../shared/plan/look-up.ts';
import type { Action, Plan } from '../../shared/plan/model.ts';
import { editPlan } from '../commands.ts';
import { goToPlace } from '../plan/go-to-place.ts';
import { current } from '../store.ts';
import { announce } from '../ui/announce.ts';
import { keepingFocus } from '../ui/keeping-focus.ts';
import { holdingLetters } from '../ui/typed-ahead.ts';

/** What can be done with an action, in one list: it feeds the action's menu and its keys. */
export interface ActionCommand extends Deed {
  id: ActionKeyId;
  label: string;
  /** As `keysOf` names them; shown in the menu too. */
  keys: string;
}

interface Deed {
  /** Draws a line above it in the menu. */
  apart?: true;
  /** Why it cannot be done now, in words; undefined: it can. */
  unable?(plan: Plan, action: Action): string | undefined;
  /** @param block the block of the action's text that the caret was in last */
  perform(action: Action, block: number): Promise<void>;
}

const deeds: Record<ActionKeyId, Deed> = {
  add: { perform: (action) => addNext(action.indicator, action.id) },
  up: {
    apart: true,
    unable: (plan, action) => (neighbour(plan, action, -1) ? undefined : 'It is the first here'),
    perform: (action) => keepingFocus(() => editPlan((plan) => moveActionBy(plan, action.id, -1))),
  },
  down: {
    unable: (plan, action) => (neighbour(plan, action, 1) ? undefined : 'It is the last here'),
    perform: (action) => keepingFocus(() => editPlan((plan) => moveActionBy(plan, action.id, 1))),
  },
  duplicate: { apart: true, perform: duplicate },
  split: { unable: (_, { text }) => (text.length > 1 ? undefined : 'It has one paragraph only'), perform: split },
  join: {
    unable: (plan, action) => (neighbour(plan, action, 1) ? undefined : 'No action follows it here'),
    perform: join,
  },
  delete: { apart: true, perform: remove },
};

export const actionCommands: readonly ActionCommand[] = actionKeys.map((command) => ({
  ...command,
  ...deeds[command.id],
}));

/** The keys that were pressed together, as people write them: "Ctrl+Shift+Enter", "Alt+Shift+Up". */
export function keysOf({ ctrlKey, altKey, shiftKey, key }: KeyboardEvent | React.KeyboardEvent): string {
  const name = key.length === 1 ? key.toUpperCase() : key.replace('Arrow', '');
  return [ctrlKey && 'Ctrl', altKey && 'Alt', shiftKey && 'Shift', name].filter(Boolean).join('+');
}

/** Adds an empty action to an indicator (null: the plan as a whole), last or after another, to be written at once. */
export async function addNext(indicator: string | null, after?: string): Promise<void> {
  const id = newId();
  const where = after === undefined ? { indicator } : { indicator, after };
  await holdingLetters(async () => {
    if (await editPlan((plan) => addAction(plan, id, where))) goToPlace({ kind: 'action', id, field: 'text' });
  });
}

/** Moves an action to the end of another home. */
export async function moveTo(action: Action, indicator: string | null): Promise<void> {
  await editPlan((plan) => moveActions(plan, [action.id], { indicator }));
}

/** Puts an action after another of its home; null: first. */
export async function moveAfter(action: Action, after: string | null): Promise<void> {
  await keepingFocus(() => editPlan((plan) => moveActions(plan, [action.id], { indicator: action.indicator, after })));
}

async function duplicate({ id: original }: Action): Promise<void> {
  const id = newId();
  if (await editPlan((plan) => duplicateAction(plan, original, id))) goToPlace({ kind: 'action', id, field: 'text' });
}

/** Before the block that the caret is in; where that is the first, before the second. */
async function split({ id: whole }: Action, block: number): Promise<void> {
  const id = newId();
  const at = Math.max(1, block);
  if (await editPlan((plan) => splitAction(plan, whole, at, id)))
    goToPlace({ kind: 'action', id, field: 'text', block: 0 });
}

async function join({ id, text }: Action): Promise<void> {
  const done = await editPlan((plan) => {
    const action = plan.actions.find((each) => each.id === id);
    const next = action && neighbour(plan, action, 1);
    return next && joinActions(plan, [id, next.id]);
  });
  if (done) goToPlace({ kind: 'action', id, field: 'text', block: text.length });
}

async function remove(action: Action): Promise<void> {
  let next: Action | undefined;
  const done = await editPlan((plan) => {
    next = neighbour(plan, action, 1) ?? neighbour(plan, action, -1);
    return deleteActions(plan, [action.id]);
  });
  if (!done) return;
  announce('Deleted. Ctrl+Z brings it back.');
  if (current().place.page === 'round') return; // there the keyboard stays in the grid
  if (next) goToPlace({ kind: 'action', id: next.id });
  else document.querySelector<HTMLElement>('[data-add-action]')?.focus();
}

function neighbour(plan: Plan, { id, indicator }: Action, step: 1 | -1): Action | undefined {
  const home = lookUp(plan).actionsOf(indicator);
  return home[home.findIndex((each) => each.id === id) + step];
}
