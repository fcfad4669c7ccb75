import { z } from 'zod';
import { layoutSchema } from '../layout/layout.ts';
import { recordKinds } from '../log/edit.ts';
import { type RichText, richTextSchema } from './rich-text.ts';
import { filledLine, line } from './text.ts';

/**
 * The plan: one action plan of one Trust, under the Workforce Race Equality Standard (or the Disability one), for one
 * period. This file is the whole of what a plan may hold. In memory a plan is a `Plan`; plan JSON (`json.ts`) and the
 * records of the plan file (`records.ts`) hold the same facts in other shapes. The order of an array is the plan's.
 */

const id = z.uuid();
const day = z.iso.date('is not a day (YYYY-MM-DD)');
const name = filledLine(300);
const code = filledLine(40);
const colour = z.string().regex(/^#[0-9a-f]{6}$/, 'is not a colour (#rrggbb, in small letters)');

/** The most that a list may hold. */
export const limits = {
  sections: 200,
  scales: 50,
  ratings: 50,
  people: 2_000,
  indicators: 200,
  actions: 20_000,
  updates: 2_000,
  exceptions: 20_000,
  layouts: 20,
} as const;

/** When something is due, as published ("Q3", "Mar 24", "In place"), and the last day that this means, if it means one. */
export const dueSchema = z.strictObject({
  text: filledLine(200),
  date: day.optional(),
  /** Set nationally: the Trust cannot move it. */
  fixed: z.literal(true).optional(),
});

/** A note of progress. A rating on it is the rating of that day. */
export const updateSchema = z.strictObject({
  id,
  date: day.optional(),
  text: richTextSchema,
  rating: code.optional(),
});

/** A part of the introduction or of the closing pages. */
export const sectionSchema = z.strictObject({ id, heading: line(500).optional(), body: richTextSchema });

/** One step of a rating scale. Colours are the plan's own. */
export const ratingSchema = z.strictObject({ id, code, label: name, meaning: line(2_000), colour });

/** A way of rating progress. A scale without ratings says that the plan does not rate. */
export const ratingScaleSchema = z.strictObject({
  id: filledLine(60),
  title: line(300),
  ratings: z.array(ratingSchema).max(limits.ratings),
});

/** Whoever leads an action: a person, a post, a team or a network. */
export const personSchema = z.strictObject({ id, name, role: line(300).optional(), email: line(300).optional() });

/** How strongly an action moves an indicator that is not its home. */
export const effectSchema = z.enum(['direct', 'indirect']);

const shared = {
  leads: z.array(id).max(100),
  due: dueSchema.optional(),
  rating: code.optional(),
  updates: z.array(updateSchema).max(limits.updates),
  /** For the team; never published. */
  notes: richTextSchema.optional(),
};

/** One of the standard's indicators in this plan, or a row beyond them (`number` null). */
export const indicatorSchema = z.strictObject({
  id,
  number: filledLine(20).nullable(),
  /** As this plan words it; "" = as the edition words it. */
  wording: line(4_000),
  objective: richTextSchema.optional(),
  narrative: richTextSchema.optional(),
  gaps: richTextSchema.optional(),
  measure: richTextSchema.optional(),
  outcome: richTextSchema.optional(),
  ...shared,
});

/** What the Trust will do. */
export const actionSchema = z.strictObject({
  id,
  /** Its home; null: an action of the plan as a whole. */
  indicator: id.nullable(),
  /** Only where a plan fixes its own number. */
  number: filledLine(20).optional(),
  heading: line(500).optional(),
  text: richTextSchema,
  gap: richTextSchema.optional(),
  measure: richTextSchema.optional(),
  outcome: richTextSchema.optional(),
  ...shared,
  /** What it moves besides its home, by indicator id. */
  effects: z.record(id, effectSchema).optional(),
});

/** The decision to leave something so that a check found, with the reason. Of the plan, not of whoever looks at it. */
export const exceptionSchema = z.strictObject({
  id,
  /** The id of the check. */
  check: filledLine(60),
  /** The record that it found it in. */
  kind: z.enum(recordKinds),
  record: filledLine(100),
  reason: line(2_000),
});

/** A layout of the plan's own. */
export const ownLayoutSchema = layoutSchema.extend({ id });

/** A layout of the plan's own is called by a UUID, one that comes with the app by a word. */
export function isOwnLayoutId(layout: string): boolean {
  return id.safeParse(layout).success;
}

export const standards = ['WRES', 'WDES'] as const;
export const statuses = ['draft', 'approved', 'published'] as const;

export const periodSchema = z
  .strictObject({ from: day, to: day, label: filledLine(60) })
  .refine((period) => period.from <= period.to, 'ends before it begins');

/** What the Trust calls things: "BME" or "BAME" or words of its own; "Indicator" or "Metric". */
export const termsSchema = z.strictObject({ bme: filledLine(100).optional(), indicator: filledLine(40).optional() });

export const planSchema = z.strictObject({
  id,
  title: filledLine(500),
  trust: z.strictObject({ name, shortName: name.optional() }),
  standard: z.enum(standards),
  /** Which indicator set words the indicators, e.g. "2023". */
  edition: filledLine(60),
  period: periodSchema,
  status: z.enum(statuses),
  /** The id of one of `ratingScales`. */
  ratingScale: filledLine(60),
  /** The layout that it was last exported in: the id of one that comes with the app, or of one of `layouts`. */
  layout: filledLine(100).optional(),
  terms: termsSchema.optional(),
  preface: z.array(sectionSchema).max(limits.sections),
  closing: z.array(sectionSchema).max(limits.sections),
  ratingScales: z.array(ratingScaleSchema).max(limits.scales),
  people: z.array(personSchema).max(limits.people),
  indicators: z.array(indicatorSchema).max(limits.indicators),
  actions: z.array(actionSchema).max(limits.actions),
  /** Absent where nothing was left so. */
  exceptions: z.array(exceptionSchema).min(1).max(limits.exceptions).optional(),
  /** Absent where it has none of its own. */
  layouts: z.array(ownLayoutSchema).min(1).max(limits.layouts).optional(),
});

export type Due = z.infer<typeof dueSchema>;
export type Update = z.infer<typeof updateSchema>;
export type Section = z.infer<typeof sectionSchema>;
export type Rating = z.infer<typeof ratingSchema>;
export type RatingScale = z.infer<typeof ratingScaleSchema>;
export type Person = z.infer<typeof personSchema>;
export type Effect = z.infer<typeof effectSchema>;
export type Indicator = z.infer<typeof indicatorSchema>;
export type Action = z.infer<typeof actionSchema>;
export type Exception = z.infer<typeof exceptionSchema>;
export type OwnLayout = z.infer<typeof ownLayoutSchema>;
export type Plan = z.infer<typeof planSchema>;
export type Standard = Plan['standard'];
export type { RichText };
