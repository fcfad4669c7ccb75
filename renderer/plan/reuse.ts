/**
 * The new value, built as far as possible out of the pieces of the old one: what is equal is the same object. So React
 * draws only what changed, although the whole plan came anew. Items of an array are matched by their `id`.
 */
export function reuse<T>(before: unknown, after: T): T {
  if (Object.is(before, after)) return after;
  if (Array.isArray(before) && Array.isArray(after)) return reuseArray(before, after) as T;
  if (isPlain(before) && isPlain(after)) return reuseObject(before, after) as T;
  return after;
}

function reuseArray(before: unknown[], after: unknown[]): unknown[] {
  const known = new Map(before.map((item, index) => [keyOf(item, index), item]));
  const items = after.map((item, index) => reuse(known.get(keyOf(item, index)), item));
  const same = items.length === before.length && items.every((item, index) => item === before[index]);
  return same ? before : items;
}

function reuseObject(before: Record<string, unknown>, after: Record<string, unknown>): Record<string, unknown> {
  const keys = Object.keys(after);
  const result = Object.fromEntries(keys.map((key) => [key, reuse(before[key], after[key])]));
  const same = keys.length === Object.keys(before).length && keys.every((key) => result[key] === before[key]);
  return same ? before : result;
}

function keyOf(item: unknown, index: number): unknown {
  return isPlain(item) && typeof item.id === 'string' ? item.id : index;
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
