import { z } from 'zod';

/** Where in a plan the person is: one of its pages. */
const placeSchema = z.union([
  z.strictObject({ page: z.literal('indicator'), id: z.uuid() }),
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
      'export',
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
