import { z } from 'zod';
import type { RecordKind } from '../log/edit.ts';
import {
  actionSchema,
  dueSchema,
  exceptionSchema,
  indicatorSchema,
  ownLayoutSchema,
  type Plan,
  personSchema,
  planSchema,
  type Rating,
  ratingScaleSchema,
  ratingSchema,
  type Section,
  sectionSchema,
  termsSchema,
  type Update,
  updateSchema,
} from './model.ts';
import { byOrder, orderSchema, ordersBetween } from './order.ts';
import type { Problem } from './problem.ts';
import { richTextSchema } from './rich-text.ts';

/**
 * The plan as flat records, by kind and id: the shape of the log and of the plan file. Every field is there; null is
 * what is absent in a `Plan`. Where a record belongs to another it names it; `order` is its place in its list.
 */

const id = z.uuid();
const rating = ratingSchema.shape.code.nullable();
const rich = richTextSchema.nullable();
const { trust } = planSchema.shape;
const { id: _layoutId, ...layout } = ownLayoutSchema.shape;

const common = {
  leads: actionSchema.shape.leads,
  due: dueSchema.nullable(),
  rating,
  notes: rich,
  order: orderSchema,
};

/** The fields of each kind of record. A field changes as a whole: half of a period or of a due date says nothing. */
export const recordSchemas = {
  plan: z.strictObject({
    title: planSchema.shape.title,
    trustName: trust.shape.name,
    trustShortName: trust.shape.shortName.unwrap().nullable(),
    standard: planSchema.shape.standard,
    edition: planSchema.shape.edition,
    period: planSchema.shape.period,
    status: planSchema.shape.status,
    ratingScale: planSchema.shape.ratingScale,
    layout: planSchema.shape.layout.unwrap().nullable(),
    termBme: termsSchema.shape.bme.unwrap().nullable(),
    termIndicator: termsSchema.shape.indicator.unwrap().nullable(),
  }),
  scale: z.strictObject({ title: ratingScaleSchema.shape.title, order: orderSchema }),
  rating: z.strictObject({
    scale: ratingScaleSchema.shape.id,
    code: ratingSchema.shape.code,
    label: ratingSchema.shape.label,
    meaning: ratingSchema.shape.meaning,
    colour: ratingSchema.shape.colour,
    order: orderSchema,
  }),
  person: z.strictObject({
    name: personSchema.shape.name,
    role: personSchema.shape.role.unwrap().nullable(),
    email: personSchema.shape.email.unwrap().nullable(),
    order: orderSchema,
  }),
  section: z.strictObject({
    place: z.enum(['preface', 'closing']),
    heading: sectionSchema.shape.heading.unwrap().nullable(),
    body: richTextSchema,
    order: orderSchema,
  }),
  indicator: z.strictObject({
    number: indicatorSchema.shape.number,
    wording: indicatorSchema.shape.wording,
    objective: rich,
    narrative: rich,
    gaps: rich,
    measure: rich,
    outcome: rich,
    ...common,
  }),
  action: z.strictObject({
    indicator: id.nullable(),
    number: actionSchema.shape.number.unwrap().nullable(),
    heading: actionSchema.shape.heading.unwrap().nullable(),
    text: richTextSchema,
    gap: rich,
    measure: rich,
    outcome: rich,
    effects: actionSchema.shape.effects.unwrap().nullable(),
    ...common,
  }),
  update: z.strictObject({
    /** The one that it is progress of: an indicator or an action, never both. */
    indicator: id.nullable(),
    action: id.nullable(),
    date: updateSchema.shape.date.unwrap().nullable(),
    text: richTextSchema,
    rating,
    order: orderSchema,
  }),
  exception: z.strictObject({
    check: exceptionSchema.shape.check,
    kind: exceptionSchema.shape.kind,
    record: exceptionSchema.shape.record,
    reason: exceptionSchema.shape.reason,
    order: orderSchema,
  }),
  layout: z.strictObject({ ...layout, matrix: layout.matrix.unwrap().nullable(), order: orderSchema }),
} satisfies Record<RecordKind, z.ZodObject>;

/** The fields of a record of one kind. They are never changed in place: a changed record is a new object. */
export type Fields<Kind extends RecordKind = RecordKind> = z.infer<(typeof recordSchemas)[Kind]>;
export type Records = { readonly [Kind in RecordKind]: ReadonlyMap<string, Fields<Kind>> };

/** What the id of a record of this kind must be: a rating scale is called by a word, all others by a UUID. */
export function recordIdSchema(kind: RecordKind): z.ZodType<string> {
  return kind === 'scale' ? ratingScaleSchema.shape.id : id;
}

/** Takes a plan apart. The order of every list becomes keys. */
export function toRecords(plan: Plan): Records {
  const { trust, terms } = plan;
  const updates = [
    ...plan.indicators.flatMap((each) => updateRecords(each.updates, { indicator: each.id, action: null })),
    ...plan.actions.flatMap((each) => updateRecords(each.updates, { indicator: null, action: each.id })),
  ];
  return {
    plan: new Map([
      [
        plan.id,
        {
          title: plan.title,
          trustName: trust.name,
          trustShortName: trust.shortName ?? null,
          standard: plan.standard,
          edition: plan.edition,
          period: plan.period,
          status: plan.status,
          ratingScale: plan.ratingScale,
          layout: plan.layout ?? null,
          termBme: terms?.bme ?? null,
          termIndicator: terms?.indicator ?? null,
        },
      ],
    ]),
    scale: new Map(inOrder(plan.ratingScales, ({ title }) => ({ title }))),
    rating: new Map(
      plan.ratingScales.flatMap((scale) =>
        inOrder(scale.ratings, ({ id: _, ...rating }) => ({ scale: scale.id, ...rating })),
      ),
    ),
    person: new Map(
      inOrder(plan.people, ({ name, role, email }) => ({ name, role: role ?? null, email: email ?? null })),
    ),
    section: new Map([...sectionRecords(plan.preface, 'preface'), ...sectionRecords(plan.closing, 'closing')]),
    indicator: new Map(
      inOrder(plan.indicators, (each) => ({
        number: each.number,
        wording: each.wording,
        objective: each.objective ?? null,
        narrative: each.narrative ?? null,
        gaps: each.gaps ?? null,
        measure: each.measure ?? null,
        outcome: each.outcome ?? null,
        leads: each.leads,
        due: each.due ?? null,
        rating: each.rating ?? null,
        notes: each.notes ?? null,
      })),
    ),
    action: new Map(
      inOrder(plan.actions, (each) => ({
        indicator: each.indicator,
        number: each.number ?? null,
        heading: each.heading ?? null,
        text: each.text,
        gap: each.gap ?? null,
        measure: each.measure ?? null,
        outcome: each.outcome ?? null,
        effects: each.effects ?? null,
        leads: each.leads,
        due: each.due ?? null,
        rating: each.rating ?? null,
        notes: each.notes ?? null,
      })),
    ),
    update: new Map(updates),
    exception: new Map(inOrder(plan.exceptions ?? [], ({ id: _, ...exception }) => exception)),
    layout: new Map(inOrder(plan.layouts ?? [], ({ id: _, matrix, ...rest }) => ({ ...rest, matrix: matrix ?? null }))),
  };
}

/**
 * Puts a plan together. A record that did not change since the last time is the same object again, and so is a list of
 * `previous` in which nothing changed, so that whoever shows the plan can skip it.
 *
 * @param records those of one plan, with no loose record among them (`looseRecord`)
 */
export function toPlan(records: Records, previous?: Plan): Plan {
  const [[id, plan]] = [...records.plan] as [[string, Fields<'plan'>]];
  const ratings = grouped(records.rating, ({ scale }) => scale, toRating);
  const indicatorUpdates = grouped(records.update, ({ indicator }) => indicator, toUpdate);
  const actionUpdates = grouped(records.update, ({ action }) => action, toUpdate);
  const sections = grouped(records.section, ({ place }) => place, toSection);
  const terms = given({ bme: plan.termBme, indicator: plan.termIndicator });

  return {
    id,
    title: plan.title,
    trust: { name: plan.trustName, ...given({ shortName: plan.trustShortName }) },
    standard: plan.standard,
    edition: plan.edition,
    period: plan.period,
    status: plan.status,
    ratingScale: plan.ratingScale,
    ...given({ layout: plan.layout }),
    ...(Object.keys(terms).length > 0 && { terms }),
    preface: same(sections.get('preface') ?? [], previous?.preface),
    closing: same(sections.get('closing') ?? [], previous?.closing),
    ratingScales: same(
      sorted(records.scale).map(([id, scale]) =>
        remembered(scale, ratings.get(id) ?? [], (ratings) => ({ id, title: scale.title, ratings })),
      ),
      previous?.ratingScales,
    ),
    people: same(
      sorted(records.person).map(([id, person]) => {
        const { order: _, name, ...rest } = person;
        return remembered(person, [], () => ({ id, name, ...given(rest) }));
      }),
      previous?.people,
    ),
    indicators: same(
      sorted(records.indicator).map(([id, indicator]) =>
        remembered(indicator, indicatorUpdates.get(id) ?? [], (updates) => {
          const { order: _, number, ...rest } = indicator;
          return { id, number, ...given(rest), updates };
        }),
      ),
      previous?.indicators,
    ),
    actions: same(
      sorted(records.action).map(([id, action]) =>
        remembered(action, actionUpdates.get(id) ?? [], (updates) => {
          const { order: _, indicator, ...rest } = action;
          return { id, indicator, ...given(rest), updates };
        }),
      ),
      previous?.actions,
    ),
    ...(records.exception.size > 0 && {
      exceptions: same(
        sorted(records.exception).map(([id, exception]) => {
          const { order: _, ...rest } = exception;
          return remembered(exception, [], () => ({ id, ...rest }));
        }),
        previous?.exceptions,
      ),
    }),
    ...(records.layout.size > 0 && {
      layouts: same(
        sorted(records.layout).map(([id, layout]) => {
          const { order: _, matrix, ...rest } = layout;
          return remembered(layout, [], () => ({ id, ...rest, ...given({ matrix }) }));
        }),
        previous?.layouts,
      ),
    }),
  };
}

/** The first record that hangs in the air, so that a plan would be put together without it: there must be none. */
export function looseRecord(records: Records): Problem | undefined {
  if (records.plan.size !== 1)
    return { where: 'the file', found: `holds ${records.plan.size} plans, and should hold one` };
  for (const [id, { scale }] of records.rating) {
    if (!records.scale.has(scale))
      return { where: `rating ${id}`, found: 'belongs to a rating scale that is not there' };
  }
  for (const [id, { indicator, action }] of records.update) {
    if ((indicator === null) === (action === null)) {
      return { where: `update ${id}`, found: 'should belong to one indicator or one action' };
    }
    if (indicator === null ? !records.action.has(action as string) : !records.indicator.has(indicator)) {
      return { where: `update ${id}`, found: 'belongs to something that is not there' };
    }
  }
  return undefined;
}

function inOrder<Item extends { id: string }, Rest>(items: Item[], rest: (item: Item) => Rest) {
  const orders = ordersBetween(null, null, items.length);
  return items.map((item, index): [string, Rest & { order: string }] => [
    item.id,
    { ...rest(item), order: orders[index] as string },
  ]);
}

function updateRecords(updates: Update[], owner: Pick<Fields<'update'>, 'indicator' | 'action'>) {
  return inOrder(updates, ({ date, text, rating }) => ({ ...owner, date: date ?? null, text, rating: rating ?? null }));
}

function sectionRecords(sections: Section[], place: Fields<'section'>['place']) {
  return inOrder(sections, ({ heading, body }) => ({ place, heading: heading ?? null, body }));
}

function toRating(id: string, rating: Fields<'rating'>): Rating {
  const { order: _, scale: __, ...rest } = rating;
  return remembered(rating, [], () => ({ id, ...rest }));
}

function toSection(id: string, section: Fields<'section'>): Section {
  return remembered(section, [], () => ({ id, ...given({ heading: section.heading }), body: section.body }));
}

function toUpdate(id: string, update: Fields<'update'>): Update {
  const { text, date, rating } = update;
  return remembered(update, [], () => ({ id, text, ...given({ date, rating }) }));
}

function sorted<Record extends { order: string }>(records: ReadonlyMap<string, Record>): [string, Record][] {
  return [...records].sort(byOrder);
}

/** The records by what they belong to, each list in its order. */
function grouped<Record extends { order: string }, Item>(
  records: ReadonlyMap<string, Record>,
  owner: (record: Record) => string | null,
  make: (id: string, record: Record) => Item,
): Map<string, Item[]> {
  const groups = new Map<string, [string, Record][]>();
  for (const entry of records) {
    const key = owner(entry[1]);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return new Map([...groups].map(([key, group]) => [key, group.sort(byOrder).map(([id, record]) => make(id, record))]));
}

type Given<T> = { [K in keyof T as null extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as null extends T[K] ? K : never]?: NonNullable<T[K]>;
};

/** Without what is null. */
function given<T extends object>(fields: T): Given<T> {
  const left: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(fields)) if (value !== null) left[field] = value;
  return left as Given<T>;
}

const made = new WeakMap<object, { parts: unknown[]; value: unknown }>();

/** What was made of this record and these parts the last time, or else makes it. */
function remembered<Part, Value>(record: object, parts: Part[], make: (parts: Part[]) => Value): Value {
  const known = made.get(record);
  if (known && sameItems(known.parts, parts)) return known.value as Value;
  const value = make(parts);
  made.set(record, { parts, value });
  return value;
}

function same<Item>(items: Item[], previous: Item[] | undefined): Item[] {
  return previous && sameItems(items, previous) ? previous : items;
}

function sameItems(a: unknown[], b: unknown[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
