import type { DraftChange, DraftEdit } from '../../log/edit.ts';
import { effective } from '../effective.ts';
import { existing } from '../existing.ts';
import { lookUp } from '../look-up.ts';
import type { Action, Indicator, Plan } from '../model.ts';
import { counted, indicatorName, quote } from '../names.ts';
import { create, put, remove, set } from './changes.ts';
import { withoutEffect } from './move-actions.ts';

/** Adds a row beyond the standard's own, such as a commitment of the Trust, at the end or after another. */
export function addIndicator(id: string, wording: string, after?: string | null): DraftEdit {
  const name = wording.trim() === '' ? 'a row of our own' : `the row ${quote(wording)}`;
  return { label: `Add ${name}`, changes: [create('indicator', id, { ...blank, wording }, after)] };
}

/** Moves an indicator after another; null: first. */
export function moveIndicator(plan: Plan, id: string, after: string | null): DraftEdit {
  const name = indicatorName(plan, existing(plan, 'indicator', id));
  return { label: `Move ${name}`, changes: [put('indicator', id, after)] };
}

/**
 * Deletes an indicator with its updates. Its actions go with it, or else become actions of the plan as a whole and keep
 * the leads, date and rating that they had from it.
 */
export function deleteIndicator(plan: Plan, id: string, actions: 'delete' | 'keep'): DraftEdit {
  const indicator = existing(plan, 'indicator', id);
  const own = lookUp(plan).actionsOf(id);
  const name = indicatorName(plan, indicator);
  const fate =
    actions === 'delete' ? `and its ${counted(own.length, 'action')}` : `and keep its ${counted(own.length, 'action')}`;
  return {
    label: own.length === 0 ? `Delete ${name}` : `Delete ${name} ${fate}`,
    changes: [
      ...own.flatMap((action) => (actions === 'delete' ? [remove('action', action.id)] : release(action, indicator))),
      ...plan.actions
        .filter((action) => action.effects?.[id] && (action.indicator !== id || actions === 'keep'))
        .map((action) => set('action', action.id, 'effects', withoutEffect(action.effects ?? {}, id))),
      remove('indicator', id),
    ],
  };
}

function release(action: Action, home: Indicator): DraftChange[] {
  const { leads, due, rating, inherited } = effective(action, home);
  return [
    set('action', action.id, 'indicator', null),
    ...(inherited.leads ? [set('action', action.id, 'leads', leads)] : []),
    ...(inherited.due && due ? [set('action', action.id, 'due', due)] : []),
    ...(inherited.rating && rating ? [set('action', action.id, 'rating', rating)] : []),
  ];
}

const blank = {
  number: null,
  objective: null,
  narrative: null,
  gaps: null,
  measure: null,
  outcome: null,
  leads: [],
  due: null,
  rating: null,
  notes: null,
};
