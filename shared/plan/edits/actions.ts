import type { DraftEdit } from '../../log/edit.ts';
import { existing } from '../existing.ts';
import type { Action, Plan } from '../model.ts';
import { actionName, counted, homeName, quote } from '../names.ts';
import type { Fields } from '../records.ts';
import { type RichText, toPlainText } from '../rich-text.ts';
import { create, remove } from './changes.ts';
import { followed, type Where } from './where.ts';

/** Adds an action, empty or with a text. @param id the id that it is to have, a new one */
export function addAction(plan: Plan, id: string, where: Where, text: RichText = []): DraftEdit {
  const words = toPlainText(text).trim();
  return {
    label: `Add ${words ? `the action ${quote(words)}` : 'an action'} to ${homeName(plan, where.indicator)}`,
    changes: [create('action', id, { ...blankAction, indicator: where.indicator, text }, followed(plan, where))],
  };
}

/**
 * Makes another action like it, right after it. The number that the plan fixed, the rating and the updates stay with
 * the first: they are its own history.
 */
export function duplicateAction(plan: Plan, action: string, id: string): DraftEdit {
  const found = existing(plan, 'action', action);
  const fields = { ...fieldsOf(found), number: null, rating: null };
  return { label: `Duplicate ${actionName(plan, found)}`, changes: [create('action', id, fields, action)] };
}

/** Deletes actions with their updates; undefined where there is none. */
export function deleteActions(plan: Plan, ids: readonly string[]): DraftEdit | undefined {
  if (ids.length === 0) return undefined;
  const found = ids.map((id) => existing(plan, 'action', id));
  const [first] = found as [Action];
  return {
    label: `Delete ${found.length === 1 ? actionName(plan, first) : counted(found.length, 'action')}`,
    changes: ids.map((id) => remove('action', id)),
  };
}

/** The fields of an action as its record has them. */
export function fieldsOf(action: Action): Omit<Fields<'action'>, 'order'> {
  const { id: _, updates: __, ...given } = action;
  return { ...blankAction, ...given };
}

/** The fields of an action in which nothing is filled in. */
export const blankAction: Omit<Fields<'action'>, 'order'> = {
  indicator: null,
  number: null,
  heading: null,
  text: [],
  gap: null,
  measure: null,
  outcome: null,
  effects: null,
  leads: [],
  due: null,
  rating: null,
  notes: null,
};
