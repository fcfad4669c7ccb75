import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';
import { z } from 'zod';

/**
 * The place of a record among its own, as a text that sorts (a fractional index): a record is moved or put between two
 * others by one new key, and the others stay as they are. Two people may choose the same key; then the id decides.
 */

/** A key of this kind, and nothing else: a made-up one would break the next insertion beside it. */
export const orderSchema = z
  .string()
  .max(4_000, 'is longer than a place in a list can be')
  .regex(/^[0-9A-Za-z]+$/, 'is not a place in a list')
  .refine(isOrder, 'is not a place in a list');

/** `count` keys between two others, in order; null stands for the start and for the end of the list. */
export function ordersBetween(before: string | null, after: string | null, count: number): string[] {
  return generateNKeysBetween(before, after, count);
}

/** Compares two records of one list: by key, then by id. */
export function byOrder<Fields extends { order: string }>(a: [string, Fields], b: [string, Fields]): number {
  if (a[1].order !== b[1].order) return a[1].order < b[1].order ? -1 : 1;
  return a[0] < b[0] ? -1 : 1;
}

function isOrder(key: string): boolean {
  try {
    generateKeyBetween(key, null);
    return true;
  } catch {
    return false;
  }
}
