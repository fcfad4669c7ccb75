import type { DraftChange, DraftEdit } from '../log/edit.ts';
import { readDue } from '../plan/due.ts';
import { blankAction } from '../plan/edits/actions.ts';
import { create, set } from '../plan/edits/changes.ts';
import { followed, type Where } from '../plan/edits/where.ts';
import { effective } from '../plan/effective.ts';
import { fieldOf } from '../plan/field-words.ts';
import { lookUp } from '../plan/look-up.ts';
import type { Action, Due, Indicator, Plan } from '../plan/model.ts';
import { capitalised, counted, homeName, indicatorName } from '../plan/names.ts';
import type { Fields } from '../plan/records.ts';
import { isBlank, type RichText } from '../plan/rich-text.ts';
import { type NewPeople, personFor } from './person-for.ts';
import { ratingCalled } from './rating-scale.ts';
import type { Recognised } from './recognise.ts';
import { plainWords } from './text.ts';

/** What comes of bringing actions that were read somewhere into a plan that is there already. */
export interface IntoPlan {
  edit: DraftEdit;
  /** How many actions go where. */
  homes: { indicator: string | null; actions: number }[];
  /** What of the reading has no place in the plan, in words. */
  notTaken: string[];
}

/**
 * Adds the actions of a reading to a plan as one edit: each to the indicator that its row names, or else to where the
 * person is, after the actions that are there. People are found by name or made; dates are read for the plan's own
 * period; a rating that the plan's scale does not have is kept in the action's internal notes. What the reading says of
 * an indicator fills what is empty there, and overwrites nothing. Undefined where no action was read.
 */
export function intoPlan(
  plan: Plan,
  read: Recognised['plan'],
  where: Where,
  newId: () => string,
): IntoPlan | undefined {
  if (read.actions.length === 0) return undefined;
  const made: NewPeople = new Map();
  const people = new Map(read.people.map(({ id, name }) => [id, personFor(plan, made, name, newId)]));
  const last = new Map<string | null, string | null>();
  const counts = new Map<string | null, number>();
  const actions: DraftChange[] = [];
  for (const action of read.actions) {
    const owner = read.indicators.find(({ id }) => id === action.indicator);
    const indicator = owner ? (homeOf(plan, owner) ?? where.indicator) : where.indicator;
    const place = indicator === where.indicator ? where : { indicator };
    const id = newId();
    const after = last.get(indicator) ?? followed(plan, place);
    actions.push(create('action', id, fieldsOf(plan, read, action, { owner, indicator, people }), after));
    for (const { date = null, text } of action.updates)
      actions.push(create('update', newId(), { indicator: null, action: id, date, text, rating: null }));
    last.set(indicator, id);
    counts.set(indicator, (counts.get(indicator) ?? 0) + 1);
  }
  const filled = read.indicators.map((indicator) => fillIn(plan, indicator));
  const [home] = counts.keys();
  const to = counts.size === 1 ? ` to ${homeName(plan, home ?? null)}` : '';
  return {
    edit: {
      label: `Add ${counted(read.actions.length, 'action')}${to}`,
      changes: [...made.values(), ...filled.flatMap(({ changes }) => changes), ...actions],
    },
    homes: [...counts].map(([indicator, actions]) => ({ indicator, actions })),
    notTaken: filled.flatMap(({ notTaken }) => notTaken),
  };
}

/** The plan's own indicator of that number or, of a row beyond the standard's, of that wording. */
function homeOf(plan: Plan, { number, wording }: Indicator): string | undefined {
  const own = plan.indicators.find((indicator) =>
    number === null
      ? indicator.number === null && plainWords(indicator.wording) === plainWords(wording)
      : indicator.number?.toLowerCase() === number.toLowerCase(),
  );
  return own?.id;
}

interface Home {
  owner: Indicator | undefined;
  /** In the plan that it goes to. */
  indicator: string | null;
  /** Who they are there, by who they are in the reading. */
  people: ReadonlyMap<string, string>;
}

function fieldsOf(plan: Plan, read: Plan, action: Action, { owner, indicator, people }: Home) {
  const { leads, due, rating: code } = effective(action, owner);
  const rating = lookUp(read).rating(code);
  const known = rating && sameRating(plan, rating.code, rating.label);
  const strange: RichText =
    rating && !known ? [{ kind: 'paragraph', runs: [{ text: `Rating: ${rating.label}` }] }] : [];
  const notes = [...(action.notes ?? []), ...strange];
  const fields: Omit<Fields<'action'>, 'order'> = {
    ...blankAction,
    indicator,
    number: action.number ?? null,
    heading: action.heading ?? null,
    text: action.text,
    gap: action.gap ?? null,
    measure: action.measure ?? null,
    outcome: action.outcome ?? null,
    leads: [...new Set(leads.flatMap((lead) => people.get(lead) ?? []))],
    due: due ? dueIn(plan, due) : null,
    rating: known ?? null,
    notes: notes.length > 0 ? notes : null,
  };
  return fields;
}

/** "Q3" is a day of the plan's own year, not of the one that was guessed. */
function dueIn({ period }: Plan, { text }: Due): Due {
  return readDue(text, period);
}

function sameRating(plan: Plan, code: string, label: string): string | undefined {
  const { scale } = lookUp(plan);
  return scale && (ratingCalled(scale, label) ?? ratingCalled(scale, code))?.code;
}

const texts = ['narrative', 'objective', 'gaps', 'measure', 'outcome'] as const;

function fillIn(plan: Plan, read: Indicator): { changes: DraftChange[]; notTaken: string[] } {
  const own = plan.indicators.find(({ id }) => id === homeOf(plan, read));
  const said = texts.flatMap((field) => (isBlank(read[field]) ? [] : [{ field, text: read[field] ?? [] }]));
  const changes = own
    ? said.filter(({ field }) => isBlank(own[field])).map(({ field, text }) => set('indicator', own.id, field, text))
    : [];
  const kept = said.filter(({ field }) => !own || !isBlank(own[field]));
  const name = indicatorName(plan, own ?? read);
  const why = own ? 'the plan has its own' : 'the plan has no such indicator';
  return { changes, notTaken: kept.map(({ field }) => `${capitalised(fieldOf('indicator', field, name))}: ${why}`) };
}
