import { readDue } from '../plan/due.ts';
import type { Period } from '../plan/financial-year.ts';
import type { Update } from '../plan/model.ts';
import { type Item, itemLine, richText, unmarked, without } from './text.ts';

/**
 * Words of progress as updates: each bullet and each date begins one, what follows belongs to it, as does a list below
 * words.
 */
export function updatesOf(items: readonly Item[], period: Period, newId: () => string): Update[] {
  const updates: { date?: string; items: Item[] }[] = [];
  for (const item of items) {
    const dated = openingDate(item, period);
    const open = updates.at(-1);
    if (dated) updates.push({ date: dated.date, items: dated.rest ? [dated.rest] : [] });
    else if (
      open &&
      (item.mark === undefined || items[0]?.mark === undefined || item.level > 0 || isLed(item, open.items))
    )
      open.items.push(item);
    else updates.push({ items: [item.mark === '•' && item.level === 0 ? unmarked(item) : item] });
  }
  return updates.map(({ date, items }) => ({ id: newId(), ...(date && { date }), text: richText(items) }));
}

/** A day before the words: "24.08.21 – …", "3 September 2021: …", or the day alone. */
export function openingDate(item: Item, period: Period): { date: string; rest?: Item } | undefined {
  const text = item.runs.map((run) => run.text).join('');
  const found =
    /^\s*(\d{1,2}[./-]\d{1,2}[./-](?:20)?\d\d|\d{1,2}(?:st|nd|rd|th)? \p{L}+ (?:20)?\d\d)(?=$|[\s:–—-])\s*(?:[:–—-]\s*)?/u.exec(
      text,
    );
  const date = found?.[1] && readDue(found[1], period).date;
  if (!found || !date) return undefined;
  const runs = without(item.runs, found[0].length);
  return itemLine({ runs }) === '' ? { date } : { date, rest: { level: item.level, runs } };
}

/** Whether it is of a list of its own, below words that lead to it and begin with a number that somebody typed. */
function isLed(item: Item, [first]: Item[]): boolean {
  return item.typed === undefined && first?.typed !== undefined && first.mark !== '•' && itemLine(first).endsWith(':');
}
