import { z } from 'zod';
import { filledLine, line } from '../plan/text.ts';

/**
 * A layout: how a Trust publishes its plan, as data. One definition drives the Word file, the preview and, later, the
 * reading of a Word file of the same shape. There is no code for any one layout; whether a cell is stacked, repeated or
 * merged follows from who owns its fields and from the grain.
 */

/** What a column can show. The word before the dot is the owner; leads, due and rating are the effective ones. */
export const fieldIds = [
  'indicator.name',
  'indicator.objective',
  'indicator.narrative',
  'indicator.gaps',
  'indicator.measure',
  'indicator.outcome',
  'indicator.updates',
  'action.number',
  'action.heading',
  'action.text',
  'action.gap',
  'action.measure',
  'action.outcome',
  'action.leads',
  'action.due',
  'action.rating',
  'action.updates',
  'action.latestUpdate',
  'action.effects',
] as const;
export type FieldId = (typeof fieldIds)[number];

export const columnSchema = z.strictObject({
  heading: filledLine(200),
  /** Share of the table's width; shares are relative to each other. */
  width: z.number().min(1).max(100),
  fields: z
    .array(z.strictObject({ field: z.enum(fieldIds), label: filledLine(60).optional() }))
    .min(1)
    .max(8),
  /** How several values stand together; `joined` puts `separator` between them on one line. */
  style: z.enum(['plain', 'bullets', 'numbers', 'joined']),
  separator: text().optional(),
  /** Whether one value alone keeps its bullet or number. */
  alone: z.enum(['marked', 'plain']).default('marked'),
  /** What a cell without a value says: "", "None", "tbc". */
  empty: line(60),
  align: z.literal('centre').optional(),
});

export const layoutSchema = z.strictObject({
  /** What it is known by, also on the command line. */
  id: z.string().regex(/^[a-z0-9-]{1,60}$/, 'is not a layout id (small letters, digits and hyphens)'),
  title: filledLine(200),
  page: z.strictObject({ orientation: z.enum(['landscape', 'portrait']), size: z.literal('A4') }),
  grain: z.enum(['indicator', 'action', 'matrix', 'section']),
  columns: z
    .array(columnSchema)
    .max(20)
    .refine(
      (columns) => columns.some(({ fields }) => fields.some(({ field }) => field === 'action.text')),
      'have none that shows the actions',
    ),
  /** How an indicator is named; {label} is the plan's word ("Metric"), {number} and {wording} its own. */
  indicatorLabel: filledLine(200),
  numbering: z.enum(['none', 'continuous', 'perIndicator', 'own']),
  /** `cell` fills the cell, or each line of a cell that stacks several ratings; `line` always fills the line alone. */
  rating: z.strictObject({ show: z.enum(['code', 'label', 'both']), fill: z.enum(['cell', 'line', 'none']) }),
  /** How dates of updates are printed: 24.08.21, or 24 August 2021. */
  dates: z.enum(['short', 'long']),
  /** What a matrix has besides: its first header row, and how an effect looks and reads. */
  matrix: z
    .strictObject({
      banner: filledLine(600),
      /** The words above the columns of the indicators. */
      indicators: filledLine(100),
      /** Share of the table's width for the column of one indicator. */
      width: z.number().min(1).max(100),
      direct: effectLook(),
      indirect: effectLook(),
    })
    .optional(),
  key: z.boolean(),
  preface: z.boolean(),
  closing: z.boolean(),
});

/** Layouts as they are written down: what has a default may be left out. */
export type LayoutDefinition = z.input<typeof layoutSchema>;
export type Column = z.infer<typeof columnSchema>;
export type Layout = z.infer<typeof layoutSchema>;

function text() {
  return z.string().max(10);
}

function effectLook() {
  return z.strictObject({ word: filledLine(40), colour: z.string().regex(/^#[0-9a-f]{6}$/) });
}
