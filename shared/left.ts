import { z } from 'zod';

/** A stretch of the plan's history: after one edit, up to another and with it. */
export const stretchSchema = z.strictObject({ after: z.uuid(), upTo: z.uuid() });

/** Since a day, that day included; or since an edit. */
export const sinceSchema = z.union([
  z.strictObject({ day: z.iso.date('is not a day (YYYY-MM-DD)') }),
  z.strictObject({ edit: z.uuid() }),
]);

/** Where in a plan the person is: one of its pages. */
const placeSchema = z.union([
  z.strictObject({ page: z.literal('indicator'), id: z.uuid() }),
  /** What came in between two edits; without them, with the newest copy. */
  z.strictObject({ page: z.literal('copies'), stretch: stretchSchema.optional() }),
  /** At one of them; without it, at the one that the plan is published in. */
  z.strictObject({ page: z.literal('layouts'), layout: z.string().max(100).optional() }),
  z.strictObject({ page: z.literal('changes'), since: sinceSchema.optional() }),
  z.strictObject({
    page: z.enum([
      'overview',
      'introduction',
      'wholePlan',
      'closing',
      'details',
      'people',
      'round',
      'checks',
      'points',
      'versions',
      'history',
      'export',
      'edited',
    ]),
  }),
]);

/** How a plan was left, so that it is found like that again. It is of one person and no part of the plan. */
export const leftSchema = z.strictObject({
  place: placeSchema,
  /** How far down the page was, in CSS pixels. */
  scroll: z.int().min(0),
  /** The actions that were open. */
  open: z.array(z.uuid()).max(200),
  /** The progress round: what it showed, and which cell had the keyboard. */
  round: z.strictObject({
    filter: z.strictObject({
      lead: z.uuid().nullable().optional(),
      indicator: z.uuid().nullable().optional(),
      rating: z.string().max(100).nullable().optional(),
      overdue: z.boolean().optional(),
      noUpdateSince: z.iso.date().optional(),
      text: z.string().max(2_000).optional(),
    }),
    sort: z
      .strictObject({
        by: z.enum(['number', 'indicator', 'text', 'leads', 'due', 'rating', 'latest']),
        descending: z.boolean(),
      })
      .nullable(),
    at: z.strictObject({ row: z.int().min(-1), column: z.int().min(0) }).nullable(),
  }),
});

export type Left = z.infer<typeof leftSchema>;
