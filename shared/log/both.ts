import type { RichText } from '../plan/rich-text.ts';
import { bothTexts } from './both-texts.ts';
import type { Change, RecordKind } from './edit.ts';

/** Several values of one field in one, where that says something: texts one after another, all leads. */
export function bothOf(
  { kind, field }: { kind: RecordKind; field: string },
  values: readonly Change['value'][],
): Change['value'] | undefined {
  const set = values.filter((value) => value !== null);
  if (set.length < 2) return undefined;
  if (field === 'leads') return [...new Set(set.flatMap((value) => value as string[]))];
  if (field === 'effects') return Object.assign({}, ...set.toReversed());
  if (set.every(isRichText)) {
    return set.map((value) => value as RichText).reduce(bothTexts);
  }
  return lines.has(`${kind} ${field}`) ? [...new Set(set as string[])].join(' / ') : undefined;
}

/** Lines of words, which can stand one after another. */
const lines = new Set(['action heading', 'section heading', 'indicator wording', 'person role', 'plan title']);

function isRichText(value: Change['value']): boolean {
  return Array.isArray(value) && value.every((block) => typeof block === 'object' && block !== null && 'runs' in block);
}
