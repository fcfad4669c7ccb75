import type { DraftEdit } from '../../log/edit.ts';
import { existing } from '../existing.ts';
import type { Action, Plan } from '../model.ts';
import { actionName, counted, homeName, quote } from '../names.ts';
import type { Fields } from '../records.ts';
import { fromPlainText, type RichText, toPlainText } from '../rich-text.ts';
import { create, remove } from './changes.ts';
import { followed, type Where } from './where.ts';

/** Adds an action, empty or with a text. @param id the id that it is to have, a new one */
export function addAction(plan: Plan, id: string, where: Where, text: RichText = []): DraftEdit {
  const words = toPlainText(text).trim();
  return {
    label: `Add ${words ? `the action ${quote(words)}` : 'an action'} to ${homeName(plan, where.indicator)}`,
    changes: [create('action', id, { ...blank, indicator: where.indicator, text }, followed(plan, where))],
  };
}

/** Adds an action for each text, one after the other; undefined where there is none. */
export function addActions(plan: Plan, texts: RichText[], where: Where, newId: () => string): DraftEdit | undefined {
  if (texts.length === 0) return undefined;
  let after = followed(plan, where);
  return {
    label: `Add ${counted(texts.length, 'action')} to ${homeName(plan, where.indicator)}`,
    changes: texts.map((text) => {
      const id = newId();
      const change = create('action', id, { ...blank, indicator: where.indicator, text }, after);
      after = id;
      return change;
    }),
  };
}

/** Pasted lines as the texts of actions: a line each, without bullets and list numbers; empty lines are left out. */
export function textsOfLines(pasted: string): RichText[] {
  return pasted
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/^\s*(?:[•·●○▪◦–*-]\s+|\d{1,3}[.)]\s+)?/, '').trimEnd())
    .filter((line) => line !== '')
    .map(fromPlainText);
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
  return { ...blank, ...given };
}

const blank: Omit<Fields<'action'>, 'order'> = {
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
