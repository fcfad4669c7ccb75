import { z } from 'zod';
import { standards } from '../plan/model.ts';
import { filledLine } from '../plan/text.ts';

/** Where a fact comes from. */
export const sourceSchema = z.strictObject({
  publisher: filledLine(200),
  title: filledLine(300),
  url: z.url({ protocol: /^https?$/ }).optional(),
});

/**
 * How far a fact can be relied on. Printed: it stands in the source. Inferred: it follows from what sources print.
 * Unverified: general knowledge, not to be quoted as national guidance before it is checked.
 */
const standing = z.enum(['printed', 'inferred', 'unverified']);

/** An indicator's words. A Trust's reproduction may be shortened; then it is not the national text. */
const wordingSchema = z.strictObject({
  text: filledLine(1_000),
  by: z.enum(['NHS England', 'a Trust', 'a Trust, shortened']),
  source: sourceSchema,
});

/** The question of the NHS Staff Survey that the figure comes from. */
const questionSchema = z.strictObject({
  number: filledLine(20),
  standing,
  source: sourceSchema.optional(),
  /** What a person must look at before the number is relied on. */
  check: filledLine(200).optional(),
});

/** Between these values, both included, a ratio counts as non-adverse: four fifths, and its inverse. */
const rangeSchema = z.strictObject({
  low: z.number().positive(),
  high: z.number().positive(),
  /** Whether it was set nationally for this indicator, or Trusts take it over from another one. */
  set: z.enum(['nationally', 'by Trusts']),
  source: sourceSchema,
});

/** What kind of number an indicator is, how it is worked out, and which way it points. */
const measureSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('ratio'),
    /** Whose likelihood is divided by whose. */
    over: filledLine(60),
    under: filledLine(60),
    formula: filledLine(300),
    /** What a ratio above 1 says. */
    aboveOne: filledLine(200),
    range: rangeSchema.optional(),
    source: sourceSchema,
  }),
  z.strictObject({
    kind: z.literal('percentage'),
    formula: filledLine(300),
    better: z.enum(['higher', 'lower']).optional(),
    source: sourceSchema,
  }),
  z.strictObject({
    kind: z.literal('difference'),
    /** In percentage points. */
    formula: filledLine(300),
    /** What a difference above 0 says. */
    aboveZero: filledLine(200),
    source: sourceSchema,
  }),
  z.strictObject({
    kind: z.literal('score'),
    formula: filledLine(300),
    better: z.enum(['higher', 'lower']),
    source: sourceSchema,
  }),
  z.strictObject({ kind: z.literal('narrative'), source: sourceSchema }),
]);

export const standardIndicatorSchema = z.strictObject({
  /** "1", "4a(ii)": a text, since the Disability Standard's metrics have parts. */
  number: filledLine(20),
  /** A short title of ours, for lists and navigation; no part of the standard. */
  title: filledLine(80),
  wording: wordingSchema.nullable(),
  question: questionSchema.optional(),
  measure: measureSchema,
});

export const indicatorSetSchema = z.strictObject({
  standard: z.enum(standards),
  /** The first year that it covers; a year of the standard is that of its data at 31 March. */
  edition: z.string().regex(/^20\d\d$/),
  /** `to` is null while no later wording is known. */
  years: z.strictObject({ from: z.int(), to: z.int().nullable() }),
  /** What to know about it. */
  note: filledLine(600),
  /** What a person must check before it is quoted as the national text. */
  check: filledLine(300).optional(),
  indicators: z.array(standardIndicatorSchema).min(1),
});

export type Source = z.infer<typeof sourceSchema>;
export type Measure = z.infer<typeof measureSchema>;
export type StandardIndicator = z.infer<typeof standardIndicatorSchema>;
export type IndicatorSet = z.infer<typeof indicatorSetSchema>;
