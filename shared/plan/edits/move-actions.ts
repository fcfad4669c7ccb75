import type { DraftChange, DraftEdit } from '../../log/edit.ts';
import { existing } from '../existing.ts';
import type { Action, Plan } from '../model.ts';
import { actionName, counted, homeName } from '../names.ts';
import { put, set } from './changes.ts';
import { followed, type Where } from './where.ts';

/**
 * Moves actions, which keep their order, to another place of their home or to another home. What they inherit is then
 * that of the new home. Undefined where there is none to move.
 */
export function moveActions(plan: Plan, ids: readonly string[], where: Where): DraftEdit | undefined {
  const moving = plan.actions.filter(({ id }) => ids.includes(id));
  const [first] = moving;
  if (!first) return undefined;
  const name = moving.length === 1 ? actionName(plan, first) : counted(moving.length, 'action');
  const leaves = moving.some(({ indicator }) => indicator !== where.indicator);
  let after = followed(plan, where, ids);
  return {
    label: leaves ? `Move ${name} to ${homeName(plan, where.indicator)}` : `Move ${name}`,
    changes: moving.flatMap((action): DraftChange[] => {
      const changes = [...toHome(action, where.indicator), put('action', action.id, after)];
      after = action.id;
      return changes;
    }),
  };
}

/** Moves an action before or after its neighbour of the same home; undefined where it is the first or last there. */
export function moveActionBy(plan: Plan, id: string, step: -1 | 1): DraftEdit | undefined {
  const action = existing(plan, 'action', id);
  const home = plan.actions.filter(({ indicator }) => indicator === action.indicator);
  const place = home.indexOf(action);
  const neighbour = home[place + step];
  if (!neighbour) return undefined;
  const others = plan.actions.filter((each) => each !== action);
  const after = step === 1 ? neighbour.id : (others[others.indexOf(neighbour) - 1]?.id ?? null);
  return {
    label: `Move ${actionName(plan, action)} ${step === 1 ? 'down' : 'up'}`,
    changes: [put('action', id, after)],
  };
}

/** A new home; that an action moves its own home goes without saying, so it is no effect any more. */
function toHome({ id, indicator, effects }: Action, home: string | null): DraftChange[] {
  if (indicator === home) return [];
  const changes = [set('action', id, 'indicator', home)];
  return home !== null && effects?.[home]
    ? [...changes, set('action', id, 'effects', withoutEffect(effects, home))]
    : changes;
}

/** The effects without that on one indicator; null where none is left. */
export function withoutEffect(effects: Effects, indicator: string): Effects | null {
  const { [indicator]: _, ...others } = effects;
  return Object.keys(others).length > 0 ? others : null;
}

type Effects = NonNullable<Action['effects']>;
