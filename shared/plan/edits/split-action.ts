import type { DraftEdit } from '../../log/edit.ts';
import { PlanError } from '../../messages.ts';
import { existing } from '../existing.ts';
import type { Plan } from '../model.ts';
import { actionName } from '../names.ts';
import { fieldsOf } from './actions.ts';
import { create, set } from './changes.ts';

/**
 * Splits an action in two before a block of its text. Both parts are then led, due and rated alike, answer the same gap
 * and move the same indicators. Number, heading, measure, outcome, notes and updates stay with the first part: they say
 * something about the whole, and would be told twice.
 *
 * @param block the first block of the second part, from 1
 * @param id the id of the second part, a new one
 * @throws PlanError `edit-refused` where a part would have no text
 */
export function splitAction(plan: Plan, action: string, block: number, id: string): DraftEdit {
  const found = existing(plan, 'action', action);
  if (!Number.isInteger(block) || block < 1 || block >= found.text.length) {
    throw new PlanError('edit-refused', {
      where: actionName(plan, found),
      found: 'has no paragraph there to begin a second action',
    });
  }
  const { number: _, heading: __, measure: ___, outcome: ____, notes: _____, ...alike } = fieldsOf(found);
  const alone = { number: null, heading: null, measure: null, outcome: null, notes: null };
  return {
    label: `Split ${actionName(plan, found)} in two`,
    changes: [
      set('action', action, 'text', found.text.slice(0, block)),
      create('action', id, { ...alike, ...alone, text: found.text.slice(block) }, action),
    ],
  };
}
