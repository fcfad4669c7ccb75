import { layoutInWords } from '../layout/in-words.ts';
import type { Layout } from '../layout/layout.ts';
import { findLayout } from '../layout/layouts-of.ts';
import type { RecordKind } from '../log/edit.ts';
import { isEqual } from '../log/equal.ts';
import { longDate } from './due.ts';
import { fieldWords } from './field-words.ts';
import { lookUp } from './look-up.ts';
import {
  type Action,
  type Due,
  type Indicator,
  type OwnLayout,
  ownLayoutSchema,
  type Person,
  type Plan,
  type Section,
  type Update,
} from './model.ts';
import { actionTitle, brief, capitalised, indicatorName, listed, quote, recordName } from './names.ts';
import type { Place } from './place.ts';
import { type RichText, toPlainText } from './rich-text.ts';

/** What changed in one part of the plan. */
export interface Difference {
  /** "Indicator 3", "The plan as a whole", "People". */
  part: string;
  changes: Change[];
}

interface Change {
  words: string;
  /** Where it stands now, if it does. */
  place?: Place;
  /** What was there and is not there so any more: a field, or a record with all that was in it. */
  was?: Place;
}

/** What changed from one state of a plan to a later one, in words, part by part in the plan's order. */
export function compare(before: Plan, after: Plan): Difference[] {
  const sides: Sides = { before, after };
  const indicators = bothOf(before.indicators, after.indicators);
  return [
    { part: 'Plan details', changes: fieldChanges(sides, 'plan', before, after, planFields) },
    { part: 'Introduction', changes: sectionChanges(sides, 'preface') },
    ...indicators.map(
      ({ was, is }): Difference => ({
        part: capitalised(is ? indicatorName(after, is) : indicatorName(before, was as Indicator)),
        changes: [
          ...(was ? [] : [{ words: 'Added.', place: { kind: 'indicator' as const, id: is?.id ?? '' } }]),
          ...(is ? [] : [{ words: 'Taken out.', was: { kind: 'indicator' as const, id: was?.id ?? '' } }]),
          ...(was && is ? indicatorChanges(sides, was, is) : []),
          ...actionChanges(sides, (is ?? was)?.id ?? null),
        ],
      }),
    ),
    { part: 'Whole plan', changes: actionChanges(sides, null) },
    { part: 'Closing', changes: sectionChanges(sides, 'closing') },
    { part: 'People', changes: peopleChanges(sides) },
    { part: 'Ratings', changes: ratingChanges(sides) },
    { part: 'Layouts', changes: layoutChanges(sides) },
  ].filter(({ changes }) => changes.length > 0);
}

interface Sides {
  before: Plan;
  after: Plan;
}

/** How the fields of a record read; undefined: empty. */
type FieldsInWords<Each> = Record<string, (record: Each, plan: Plan) => string | undefined>;

const text = (value: RichText | undefined) => (value ? toPlainText(value) : undefined);

const planFields: FieldsInWords<Plan> = {
  title: ({ title }) => title,
  trustName: ({ trust }) => trust.name,
  trustShortName: ({ trust }) => trust.shortName,
  standard: ({ standard }) => standard,
  edition: ({ edition }) => edition,
  period: ({ period }) => period.label,
  status: ({ status }) => status,
  ratingScale: ({ ratingScale, ratingScales }) => ratingScales.find(({ id }) => id === ratingScale)?.title,
  layout: (plan) => findLayout(plan, plan.layout)?.title,
  termBme: ({ terms }) => terms?.bme,
  termIndicator: ({ terms }) => terms?.indicator,
};

const sharedFields: FieldsInWords<Action | Indicator> = {
  measure: ({ measure }) => text(measure),
  outcome: ({ outcome }) => text(outcome),
  leads: ({ leads }, plan) => listed(leads.map((id) => lookUp(plan).person(id)?.name ?? '?')),
  due: ({ due }) => dueWords(due),
  rating: ({ rating }, plan) => lookUp(plan).rating(rating)?.label ?? rating,
  notes: ({ notes }) => text(notes),
};

const indicatorFields: FieldsInWords<Indicator> = {
  wording: ({ wording }) => wording,
  objective: ({ objective }) => text(objective),
  narrative: ({ narrative }) => text(narrative),
  gaps: ({ gaps }) => text(gaps),
  ...sharedFields,
};

const actionFields: FieldsInWords<Action> = {
  number: ({ number }) => number,
  heading: ({ heading }) => heading,
  text: (action) => text(action.text),
  gap: ({ gap }) => text(gap),
  ...sharedFields,
  effects: ({ effects = {} }, plan) =>
    listed(
      plan.indicators.flatMap((indicator) =>
        effects[indicator.id] ? [`${indicatorName(plan, indicator)} (${effects[indicator.id]})`] : [],
      ),
    ),
};

const sectionFields: FieldsInWords<Section> = { heading: ({ heading }) => heading, body: ({ body }) => text(body) };
const personFields: FieldsInWords<Person> = {
  name: ({ name }) => name,
  role: ({ role }) => role,
  email: ({ email }) => email,
};

const layoutFields: FieldsInWords<OwnLayout> = Object.fromEntries(
  Object.keys(ownLayoutSchema.shape)
    .filter((field) => field !== 'id')
    .map((field) => [
      field,
      (layout: OwnLayout) => layoutInWords(field as keyof Layout, layout[field as keyof Layout]),
    ]),
);

function indicatorChanges(sides: Sides, was: Indicator, is: Indicator): Change[] {
  return [...fieldChanges(sides, 'indicator', was, is, indicatorFields), ...updateChanges(was.updates, is.updates, '')];
}

function actionChanges({ before, after }: Sides, home: string | null): Change[] {
  const known = new Map(before.actions.map((action) => [action.id, action]));
  const left = new Set(after.actions.map(({ id }) => id));
  const now = lookUp(after).actionsOf(home);
  return [
    ...now.flatMap((is): Change[] => {
      const was = known.get(is.id);
      const place: Place = { kind: 'action', id: is.id };
      const title = capitalised(actionTitle(after, is.id));
      if (!was) return [{ words: `${title} was added.`, place }];
      const name = `${capitalised(recordName(after, 'action', is.id))}: `;
      const moved = was.indicator !== is.indicator;
      return [
        ...(moved
          ? [
              {
                words: `${title} came here from ${homeThen(before, was)}.`,
                place,
                was: { ...place, field: 'indicator' },
              },
            ]
          : []),
        ...fieldChanges({ before, after }, 'action', was, is, actionFields, name),
        ...updateChanges(was.updates, is.updates, name),
      ];
    }),
    ...lookUp(before)
      .actionsOf(home)
      .filter(({ id }) => !left.has(id))
      .map(({ id }) => ({
        words: `${capitalised(actionTitle(before, id))} was taken out.`,
        was: { kind: 'action' as const, id },
      })),
    ...(sameOrder(lookUp(before).actionsOf(home), now) ? [] : [{ words: 'Its actions are in another order.' }]),
  ];
}

function homeThen(before: Plan, { indicator }: Action): string {
  return indicator === null ? 'the whole plan' : recordName(before, 'indicator', indicator);
}

function updateChanges(before: readonly Update[], after: readonly Update[], of: string): Change[] {
  return bothOf(before, after).flatMap(({ was, is }): Change[] => {
    const update = is ?? was;
    const name = `${of}${update?.date ? `update of ${longDate(update.date)}` : 'update'}`;
    const place: Place | undefined = is && { kind: 'update', id: is.id, field: 'text' };
    const [then, now] = [text(was?.text) ?? '', text(is?.text) ?? ''];
    if (was && is && isEqual(was, is)) return [];
    const rest = { ...(place && { place }), ...(was && { was: { kind: 'update' as const, id: was.id } }) };
    if (!was) return [{ words: `${capitalised(name)} added: ${quote(now, 80)}`, ...rest }];
    if (!is) return [{ words: `${capitalised(name)} taken out: ${quote(then, 80)}`, ...rest }];
    return [
      { words: capitalised(then === now ? `${name}: its date or rating` : difference(name, then, now)), ...rest },
    ];
  });
}

function sectionChanges(sides: Sides, part: 'preface' | 'closing'): Change[] {
  const { before, after } = sides;
  return [
    ...bothOf(before[part], after[part]).flatMap(({ was, is }): Change[] => {
      const plan = is ? after : before;
      const name = capitalised(recordName(plan, 'section', (is ?? was)?.id ?? ''));
      if (!was) return [{ words: `${name} was added.`, place: { kind: 'section', id: is?.id ?? '' } }];
      if (!is) return [{ words: `${name} was taken out.`, was: { kind: 'section', id: was.id } }];
      return fieldChanges(sides, 'section', was, is, sectionFields, `${name}: `);
    }),
    ...(sameOrder(before[part], after[part]) ? [] : [{ words: 'The sections are in another order.' }]),
  ];
}

function peopleChanges(sides: Sides): Change[] {
  return bothOf(sides.before.people, sides.after.people).flatMap(({ was, is }): Change[] => {
    if (!was) return [{ words: `${is?.name} was added.`, place: { kind: 'person', id: is?.id ?? '' } }];
    if (!is) return [{ words: `${was.name} was taken out.`, was: { kind: 'person', id: was.id } }];
    return fieldChanges(sides, 'person', was, is, personFields, `${is.name}: `);
  });
}

function ratingChanges({ before, after }: Sides): Change[] {
  return bothOf(before.ratingScales, after.ratingScales).flatMap(({ was, is }): Change[] => {
    const title = (is ?? was)?.title || 'the rating scale';
    if (!was) return [{ words: `The scale ${quote(title)} was added.` }];
    if (!is) return [{ words: `The scale ${quote(title)} was taken out.`, was: { kind: 'scale', id: was.id } }];
    return isEqual(was, is) ? [] : [{ words: `The scale ${quote(title)} has other ratings, words or colours.` }];
  });
}

function layoutChanges(sides: Sides): Change[] {
  return bothOf(sides.before.layouts ?? [], sides.after.layouts ?? []).flatMap(({ was, is }): Change[] => {
    const name = `The layout ${quote((is ?? was)?.title ?? '')}`;
    if (!was) return [{ words: `${name} was added.`, place: { kind: 'layout', id: is?.id ?? '' } }];
    if (!is) return [{ words: `${name} was taken out.`, was: { kind: 'layout', id: was.id } }];
    return fieldChanges(sides, 'layout', was, is, layoutFields, `${name}: `);
  });
}

function fieldChanges<Each extends { id: string }>(
  { before, after }: Sides,
  kind: RecordKind,
  was: Each,
  is: Each,
  fields: FieldsInWords<Each>,
  of = '',
): Change[] {
  return Object.entries(fields).flatMap(([field, read]): Change[] => {
    const [then, now] = [read(was, before) ?? '', read(is, after) ?? ''];
    if (then === now) return [];
    const place: Place = { kind, id: is.id, field };
    return [{ words: capitalised(difference(`${of}${fieldWords(kind, field)}`, then, now)), place, was: place }];
  });
}

/** "date: “Q3” became “Q4”"; of long texts, only what is not the same. */
function difference(name: string, then: string, now: string): string {
  if (then === '') return `${name} added: ${quote(now, 80)}`;
  if (now === '') return `${name} taken out: ${quote(then, 80)}`;
  const [before, after] = [words(then), words(now)];
  const start = before.findIndex((word, index) => word !== after[index]);
  const same = start === -1 ? before.length : start;
  const most = Math.min(before.length, after.length) - same;
  let end = 0;
  while (end < most && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  // A word before and after says where in the text it is.
  const [from, to] = [Math.max(0, same - 1), Math.max(0, end - 1)];
  const part = (all: string[]) => {
    const middle = brief(all.slice(from, all.length - to).join(' '), 80);
    return `“${from > 0 ? '…' : ''}${middle}${to > 0 ? '…' : ''}”`;
  };
  return then.replace(/\s+/g, ' ') === now.replace(/\s+/g, ' ')
    ? `${name}: its spaces or lines`
    : `${name}: ${part(before)} became ${part(after)}`;
}

function words(value: string): string[] {
  return value.split(/\s+/).filter(Boolean);
}

function dueWords(due: Due | undefined): string | undefined {
  if (!due) return undefined;
  const day = due.date === undefined ? '' : longDate(due.date);
  return day === '' || day === due.text ? due.text : `${due.text} (${day})`;
}

/** Each record of either side once: those of now in their order, then those that are gone. */
function bothOf<Each extends { id: string }>(before: readonly Each[], after: readonly Each[]) {
  const known = new Map(before.map((each) => [each.id, each]));
  const left = new Set(after.map(({ id }) => id));
  return [
    ...after.map((is): { was: Each | undefined; is: Each | undefined } => ({ was: known.get(is.id), is })),
    ...before.filter(({ id }) => !left.has(id)).map((was) => ({ was, is: undefined })),
  ];
}

/** Whether those that are on both sides stand in the same order. */
function sameOrder(before: readonly { id: string }[], after: readonly { id: string }[]): boolean {
  const [then, now] = [new Set(before.map(({ id }) => id)), new Set(after.map(({ id }) => id))];
  return isEqual(
    before.filter(({ id }) => now.has(id)).map(({ id }) => id),
    after.filter(({ id }) => then.has(id)).map(({ id }) => id),
  );
}
