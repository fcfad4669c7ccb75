import { officialWording } from '../indicator-sets.ts';
import type { RecordKind } from '../log/edit.ts';
import { lookUp } from './look-up.ts';
import type { Action, Due, Indicator, Person, Plan, Section, Update } from './model.ts';
import { blockText, type RichText } from './rich-text.ts';

/** One text of the plan: of a rich text all blocks, of one line itself. */
export interface PlanText {
  kind: RecordKind;
  id: string;
  field: string;
  value: string | RichText;
  /** Of a due date: its text is part of it. */
  due?: Due;
  /** The standard's wording, shown where the plan has none of its own; it cannot be changed here. */
  official?: true;
  /** For the team; never published. */
  internal?: true;
}

/**
 * Every text that people have written or read in the plan, in reading order: title, introduction, each indicator
 * with its actions, those of the plan as a whole, closing pages, people, ratings. Codes, numbers and days are no texts.
 */
export function textsOf(plan: Plan): PlanText[] {
  const known = made.get(plan) ?? read(plan);
  made.set(plan, known);
  return known;
}

const made = new WeakMap<Plan, PlanText[]>();

function read(plan: Plan): PlanText[] {
  const find = lookUp(plan);
  const { title, trust, terms } = plan;
  return [
    ...fields('plan', plan.id, {
      title,
      trustName: trust.name,
      trustShortName: trust.shortName,
      termBme: terms?.bme,
      termIndicator: terms?.indicator,
    }),
    ...plan.preface.flatMap(ofSection),
    ...plan.indicators.flatMap((indicator) => [
      ...wordingOf(plan, indicator),
      ...ofIndicator(indicator),
      ...find.actionsOf(indicator.id).flatMap(ofAction),
    ]),
    ...find.actionsOf(null).flatMap(ofAction),
    ...plan.closing.flatMap(ofSection),
    ...plan.people.flatMap(ofPerson),
    ...plan.ratingScales.flatMap((scale) => [
      ...fields('scale', scale.id, { title: scale.title }),
      ...scale.ratings.flatMap(({ id, label, meaning }) => fields('rating', id, { label, meaning })),
    ]),
  ];
}

/** The lines or blocks of a text, each as plain words. */
export function blocksOf(value: string | RichText): string[] {
  return typeof value === 'string' ? [value] : value.map(blockText);
}

function ofSection({ id, heading, body }: Section): PlanText[] {
  return fields('section', id, { heading, body });
}

function wordingOf(plan: Plan, { id, number, wording }: Indicator): PlanText[] {
  if (wording !== '') return fields('indicator', id, { wording });
  const official = fields('indicator', id, { wording: officialWording(plan, number) });
  return official.map((text) => ({ ...text, official: true }));
}

function ofIndicator(indicator: Indicator): PlanText[] {
  const { id, objective, narrative, gaps, measure, outcome, due, updates, notes } = indicator;
  return [
    ...fields('indicator', id, { objective, narrative, gaps, measure, outcome }),
    ...dueOf('indicator', id, due),
    ...updates.flatMap(ofUpdate),
    ...internal(fields('indicator', id, { notes })),
  ];
}

function ofAction({ id, heading, text, gap, measure, outcome, due, updates, notes }: Action): PlanText[] {
  return [
    ...fields('action', id, { heading, text, gap, measure, outcome }),
    ...dueOf('action', id, due),
    ...updates.flatMap(ofUpdate),
    ...internal(fields('action', id, { notes })),
  ];
}

function ofUpdate({ id, text }: Update): PlanText[] {
  return fields('update', id, { text });
}

function ofPerson({ id, name, role, email }: Person): PlanText[] {
  return fields('person', id, { name, role, email });
}

function dueOf(kind: RecordKind, id: string, due: Due | undefined): PlanText[] {
  return due ? [{ kind, id, field: 'due', value: due.text, due }] : [];
}

function fields(kind: RecordKind, id: string, values: Record<string, string | RichText | undefined>): PlanText[] {
  return Object.entries(values).flatMap(([field, value]) => (value?.length ? [{ kind, id, field, value }] : []));
}

function internal(texts: PlanText[]): PlanText[] {
  return texts.map((text) => ({ ...text, internal: true }));
}
