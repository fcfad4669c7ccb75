import { z } from 'zod';
import { planSchema } from '../model.ts';

/** What a person decides before a plan is rolled on. */
export const rollOnSchema = z.strictObject({
  period: planSchema.shape.period,
  /** Left out, or one of which nothing is known: the newest that had begun. */
  edition: planSchema.shape.edition.optional(),
  /** Left out: the old plan's own, whatever year is in it. */
  title: planSchema.shape.title.optional(),
  /** Finished actions: summed up in the introduction, left behind, or taken along as they are. */
  finished: z.enum(['summary', 'leave', 'carry']),
  /** Dates: on to the same day of the new period, off, or as they are. */
  dates: z.enum(['move', 'clear', 'keep']),
  /** Open actions: rated as not begun, where the scale has a word for that, or not rated. */
  ratings: z.enum(['not-begun', 'none']),
  /** Whether the team's own notes come along. */
  notes: z.boolean(),
});
export type RollOnOptions = z.infer<typeof rollOnSchema>;
