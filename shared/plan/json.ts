import { z } from 'zod';
import { type RecordKind, recordKinds } from '../log/edit.ts';
import { PlanError } from '../messages.ts';
import {
  actionSchema,
  exceptionSchema,
  indicatorSchema,
  limits,
  ownLayoutSchema,
  type Plan,
  personSchema,
  planSchema,
  ratingScaleSchema,
  ratingSchema,
  sectionSchema,
  updateSchema,
} from './model.ts';
import { firstProblem } from './problem.ts';
import { fromPlainText, richTextSchema, toPlainOrBlocks } from './rich-text.ts';
import { brokenRule } from './rules.ts';
import { filledLine } from './text.ts';

/**
 * Plan JSON, version 1: a plan between programs, in tests, and written by hand. It differs from `Plan` in three ways:
 * what belongs to the plan itself stands under "plan"; a long text may be a plain string; an id may be any unique string.
 */

const looseId = filledLine(200);
const looseText = z.preprocess((value) => (typeof value === 'string' ? fromPlainText(value) : value), richTextSchema);
const section = sectionSchema.extend({ id: looseId, body: looseText });
const update = updateSchema.extend({ id: looseId, text: looseText });

/** What an indicator and an action have alike. */
const common = {
  id: looseId,
  measure: looseText.optional(),
  outcome: looseText.optional(),
  leads: z.array(looseId).max(100).default([]),
  updates: z.array(update).max(limits.updates).default([]),
  notes: looseText.optional(),
};

const fileSchema = z.strictObject({
  format: z.literal('wres-plan'),
  version: z.literal(1),
  /** Remarks of whoever made the file; not part of the plan. */
  _notes: z.unknown().optional(),
  plan: planSchema
    .omit({ ratingScales: true, people: true, indicators: true, actions: true, exceptions: true, layouts: true })
    .extend({
      id: looseId,
      status: planSchema.shape.status.default('draft'),
      preface: z.array(section).max(limits.sections).default([]),
      closing: z.array(section).max(limits.sections).default([]),
    }),
  ratingScales: z
    .array(
      ratingScaleSchema.extend({
        ratings: z.array(
          ratingSchema.extend({ id: looseId.optional(), meaning: ratingSchema.shape.meaning.default('') }),
        ),
      }),
    )
    .max(limits.scales),
  people: z
    .array(personSchema.extend({ id: looseId }))
    .max(limits.people)
    .default([]),
  indicators: z
    .array(
      indicatorSchema.extend({
        ...common,
        objective: looseText.optional(),
        narrative: looseText.optional(),
        gaps: looseText.optional(),
      }),
    )
    .max(limits.indicators),
  actions: z
    .array(
      actionSchema.extend({
        ...common,
        indicator: looseId.nullable(),
        text: looseText,
        gap: looseText.optional(),
        effects: z.record(looseId, z.enum(['direct', 'indirect'])).optional(),
      }),
    )
    .max(limits.actions)
    .default([]),
  exceptions: z
    .array(exceptionSchema.extend({ id: looseId.optional() }))
    .min(1)
    .max(limits.exceptions)
    .optional(),
  layouts: z
    .array(ownLayoutSchema.extend({ id: looseId }))
    .min(1)
    .max(limits.layouts)
    .optional(),
});

type File = z.infer<typeof fileSchema>;

/**
 * Reads plan JSON. An id that is not a UUID is given one (`newId`); what refers to it follows.
 * @throws PlanError `json-syntax` or `json-schema`, saying where and what in words.
 */
export function parsePlanJson(json: string, newId: () => string, file = 'The file'): Plan {
  const checked = fileSchema.safeParse(parse(json, file));
  if (!checked.success)
    throw new PlanError('json-schema', { file, ...firstProblem(checked.error, 'the file as a whole') });
  const plan = withUuids(checked.data, newId);
  const broken = brokenRule(plan);
  if (broken) throw new PlanError('json-schema', { file, ...broken });
  return plan;
}

/** Writes plan JSON, indented by two spaces, with a line feed at the end. Equal plans give the same text. */
export function printPlanJson(plan: Plan): string {
  return `${JSON.stringify(toPlanJson(plan), null, 2)}\n`;
}

function parse(json: string, file: string): unknown {
  try {
    return JSON.parse(json.replace(/^\ufeff/, ''));
  } catch (error) {
    const line = /line (\d+) column (\d+)/.exec(String(error));
    throw new PlanError('json-syntax', {
      file,
      where: line ? `line ${line[1]}, column ${line[2]}` : 'it breaks off or has a stray character',
    });
  }
}

/**
 * Ids of one kind are a name space of their own: hand-written JSON may call a person "1" and an indicator "1". A name
 * that is used twice stays one id, so that `brokenRule` finds and names it.
 */
function withUuids(file: File, newId: () => string): Plan {
  const names = () => {
    const known = new Map<string, string>();
    return (name: string): string => {
      const lower = name.toLowerCase();
      const id = known.get(name) ?? (z.uuid().safeParse(lower).success ? lower : newId());
      known.set(name, id);
      return id;
    };
  };
  const ids = Object.fromEntries(recordKinds.map((kind) => [kind, names()])) as Record<
    RecordKind,
    (name: string) => string
  >;
  const commonOf = (record: { leads: string[]; updates: File['actions'][number]['updates'] }) => ({
    leads: record.leads.map(ids.person),
    updates: record.updates.map((each) => ({ ...each, id: ids.update(each.id) })),
  });
  const { preface, closing, ...head } = file.plan;
  const layouts = file.layouts?.map((each) => ({ ...each, id: ids.layout(each.id) }));
  const isOwn = file.layouts?.some(({ id }) => id === head.layout);

  return {
    ...head,
    id: ids.plan(head.id),
    ...(isOwn && { layout: ids.layout(head.layout as string) }),
    preface: preface.map((each) => ({ ...each, id: ids.section(each.id) })),
    closing: closing.map((each) => ({ ...each, id: ids.section(each.id) })),
    ratingScales: file.ratingScales.map((scale) => ({
      ...scale,
      ratings: scale.ratings.map((each) => ({ ...each, id: each.id === undefined ? newId() : ids.rating(each.id) })),
    })),
    people: file.people.map((each) => ({ ...each, id: ids.person(each.id) })),
    indicators: file.indicators.map((each) => ({ ...each, ...commonOf(each), id: ids.indicator(each.id) })),
    actions: file.actions.map((each) => ({
      ...each,
      ...commonOf(each),
      id: ids.action(each.id),
      indicator: each.indicator === null ? null : ids.indicator(each.indicator),
      ...(each.effects && {
        effects: Object.fromEntries(Object.entries(each.effects).map(([id, effect]) => [ids.indicator(id), effect])),
      }),
    })),
    ...(file.exceptions && {
      exceptions: file.exceptions.map(({ id, ...each }) => ({
        id: id === undefined ? newId() : ids.exception(id),
        ...each,
        // A rating scale is called by a word of its own; every other id may have been given anew.
        record: each.kind === 'scale' ? each.record : ids[each.kind](each.record),
      })),
    }),
    ...(layouts && { layouts }),
  };
}

/** Rich text fields of records, wherever they stand. */
const richFields = new Set(['body', 'text', 'objective', 'narrative', 'gaps', 'gap', 'measure', 'outcome', 'notes']);

function toPlanJson(plan: Plan): unknown {
  // The schema's order of fields, whatever order they were made in.
  const { ratingScales, people, indicators, actions, exceptions, layouts, ...head } = planSchema.parse(plan);
  return withPlainText({
    format: 'wres-plan',
    version: 1,
    plan: head,
    ratingScales,
    people,
    indicators,
    actions,
    ...(exceptions && { exceptions }),
    ...(layouts && { layouts }),
  });
}

function withPlainText(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) {
    const rich = richFields.has(key) ? richTextSchema.safeParse(value) : undefined;
    return rich?.success ? toPlainOrBlocks(rich.data) : value.map((each) => withPlainText(each));
  }
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withPlainText(each, name)]));
}
