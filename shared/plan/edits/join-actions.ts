import type { DraftChange, DraftEdit } from '../../log/edit.ts';
import { isEqual } from '../../log/equal.ts';
import { effective } from '../effective.ts';
import { lookUp } from '../look-up.ts';
import type { Action, Effect, Plan } from '../model.ts';
import { counted, listed } from '../names.ts';
import { numberOf } from '../numbers.ts';
import { isBlank, type RichText } from '../rich-text.ts';
import { fieldsOf } from './actions.ts';
import { put, remove, set } from './changes.ts';

/**
 * Joins actions into the one that comes first in the plan; undefined where there are not two. Texts stand one under the
 * other, leads are united, and the updates go in the order of their dates. Number, heading, date and rating are the
 * first's; where it has none, those of the next that has. What another action moves, and its home, the joined one moves too.
 */
export function joinActions(plan: Plan, ids: readonly string[]): DraftEdit | undefined {
  const joined = plan.actions.filter(({ id }) => ids.includes(id));
  const [first, ...others] = joined;
  if (!first || others.length === 0) return undefined;

  const before = fieldsOf(first);
  const after = { ...before, ...held(plan, first, joined), ...texts(joined), effects: effects(first, joined) };
  const changed = (Object.keys(after) as (keyof typeof after)[]).filter(
    (field) => !isEqual(after[field], before[field]),
  );
  return {
    label:
      joined.length > 4
        ? `Join ${counted(joined.length, 'action')}`
        : `Join actions ${listed(joined.map(({ id }) => numberOf(plan, id)))}`,
    changes: [
      ...changed.map((field) => set('action', first.id, field, after[field])),
      ...updates(first, joined),
      ...others.map(({ id }) => remove('action', id)),
    ],
  };
}

/** Leads, date and rating. What holds for the others may come from another home, so it is taken as it holds. */
function held(plan: Plan, first: Action, joined: Action[]) {
  const find = lookUp(plan);
  const home = find.indicator(first.indicator);
  const each = joined.map((action) => effective(action, find.indicator(action.indicator)));
  const leads = [...new Set(each.flatMap((one) => one.leads))];
  const due = each.find((one) => one.due)?.due;
  const rating = each.find((one) => one.rating)?.rating;
  return {
    leads: first.leads.length === 0 && isEqual(leads, home?.leads ?? []) ? [] : leads,
    due: first.due ?? (isEqual(due, home?.due) ? null : (due ?? null)),
    rating: first.rating ?? (rating === home?.rating ? null : (rating ?? null)),
  };
}

function texts(joined: Action[]) {
  const all = (read: (action: Action) => RichText | undefined) => appended(joined.map(read));
  return {
    text: all(({ text }) => text) ?? [],
    number: joined.find(({ number }) => number)?.number ?? null,
    heading: joined.find(({ heading }) => heading)?.heading ?? null,
    gap: all(({ gap }) => gap),
    measure: all(({ measure }) => measure),
    outcome: all(({ outcome }) => outcome),
    notes: all(({ notes }) => notes),
  };
}

/** The texts one under the other, each once. */
function appended(all: (RichText | undefined)[]): RichText | null {
  const filled = all.filter((text) => text !== undefined && !isBlank(text)) as RichText[];
  const once = filled.filter((text, index) => filled.findIndex((each) => isEqual(each, text)) === index);
  return once.length > 0 ? once.flat() : null;
}

function effects(first: Action, joined: Action[]): Record<string, Effect> | null {
  const united: Record<string, Effect> = {};
  for (const action of joined) {
    const moved = { ...action.effects, ...(action.indicator !== null && { [action.indicator]: 'direct' as const }) };
    for (const [indicator, effect] of Object.entries(moved)) {
      if (indicator !== first.indicator && united[indicator] !== 'direct') united[indicator] = effect;
    }
  }
  return Object.keys(united).length > 0 ? united : null;
}

/** The updates of all as those of the first, oldest first; those without a date keep their place before the others. */
function updates(first: Action, joined: Action[]): DraftChange[] {
  const all = joined.flatMap((action) => action.updates.map((update) => ({ update, moves: action !== first })));
  if (!all.some(({ moves }) => moves)) return [];
  all.sort((a, b) => ((a.update.date ?? '') < (b.update.date ?? '') ? -1 : a.update.date === b.update.date ? 0 : 1));
  return all.flatMap(({ update, moves }, index) => [
    ...(moves ? [set('update', update.id, 'action', first.id)] : []),
    put('update', update.id, all[index - 1]?.update.id ?? null),
  ]);
}
