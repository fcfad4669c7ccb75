import { indicatorSets } from '../indicator-sets.ts';
import type { Standard } from '../plan/model.ts';
import { capitalised } from '../plan/names.ts';
import { oneLine, plainWords } from './text.ts';

/** How an indicator is named in a cell or a heading. */
export interface IndicatorName {
  /** "Indicator" or "Metric", where the name says so. */
  term?: string;
  number: string | null;
  wording: string;
  /** What the number was found by. */
  by: 'number' | 'wording' | 'nothing';
}

/**
 * Reads a name: "Metric 1: …", "4a. …", "… (Metric 1)", a wording that is like a national one, or a row of the Trust's
 * own.
 */
export function indicatorName(text: string, standard: Standard, label?: string): IndicatorName {
  const line = oneLine(text);
  const together = namedWithStandard(line, standard);
  if (together) return together;
  const named = /^(indicator|metric)s? ?(?:no\.? ?|number )?(\d{1,2}[a-z]?)(?![\d.]\d)(?: ?[:.)–—-]+ ?| |$)(.*)$/i.exec(
    line,
  );
  if (named) {
    return {
      term: capitalised((named[1] ?? '').toLowerCase()),
      number: (named[2] ?? '').toLowerCase(),
      wording: named[3] ?? '',
      by: 'number',
    };
  }
  const behind = /^(.+\S) \((indicator|metric) (\d{1,2}[a-z]?)\)$/i.exec(line);
  if (behind) {
    return {
      term: capitalised((behind[2] ?? '').toLowerCase()),
      number: (behind[3] ?? '').toLowerCase(),
      wording: behind[1] ?? '',
      by: 'number',
    };
  }
  const numbered = /^(\d{1,2}[a-z]?)(?:[.):]| ?[–—-] )\s*(.+)$/i.exec(line) ?? /^(\d{1,2}[a-z]?)()$/i.exec(line);
  if (numbered) return { number: (numbered[1] ?? '').toLowerCase(), wording: numbered[2] ?? '', by: 'number' };
  const listed = /^(\d{1,2}[a-z]?)$/i.exec(label ?? '');
  if (listed) return { number: (listed[1] ?? '').toLowerCase(), wording: line, by: 'number' };
  const alike = numberByWording(line, standard);
  return alike === undefined
    ? { number: null, wording: line, by: 'nothing' }
    : { number: alike, wording: line, by: 'wording' };
}

/** "WRES 2", "WRES 5 / WDES 4a": the number in the plan's own standard; a number in the other one says nothing of it. */
function namedWithStandard(line: string, standard: Standard): IndicatorName | undefined {
  const named = [
    ...line.matchAll(/\b(wres|wdes)(?: (?:indicator|metric)s?)?[ :–-]*(?:no\.? ?)?(\d{1,2}[a-z]?)\b(?! ?[,&+] ?\d)/gi),
  ];
  if (named[0]?.index !== 0) return undefined;
  const own = named.find(([, name]) => name?.toUpperCase() === standard);
  if (!own) return { number: null, wording: line, by: 'nothing' };
  const term = /indicator|metric/i.exec(own[0])?.[0];
  const wording = named.length > 1 ? '' : line.slice(own[0].length).replace(/^ ?[:.)–—-]* ?/, '');
  return {
    ...(term && { term: capitalised(term.toLowerCase()) }),
    number: (own[2] ?? '').toLowerCase(),
    wording,
    by: 'number',
  };
}

/** Whether a line of its own (a heading, a row over the whole width) names an indicator by number. */
export function namesIndicator(text: string): boolean {
  return (
    /^(?:(?:wres|wdes) )?(?:indicator|metric) ?(?:no\.? ?|number )?\d{1,2}[a-z]?\b/i.test(oneLine(text)) ||
    namesWholePlan(text)
  );
}

/** Whether it stands for the plan as a whole: "Across all indicators". */
export function namesWholePlan(text: string): boolean {
  return /^(?:across )?all (?:wres |wdes )?(?:indicators|metrics)$/i.test(oneLine(text));
}

/** How alike two wordings must be to be of one indicator; found on the wordings of all editions. */
const leastLikeness = 0.5;

function numberByWording(line: string, standard: Standard): string | undefined {
  const words = wordsOf(line);
  const best = new Map<string, number>();
  for (const set of indicatorSets) {
    if (set.standard !== standard) continue;
    for (const { number, title, wording } of set.indicators) {
      const likeness = Math.max(...[wording?.text ?? '', title].map((text) => alike(words, wordsOf(text))));
      best.set(number, Math.max(best.get(number) ?? 0, likeness));
    }
  }
  const [first, second] = [...best].sort((a, b) => b[1] - a[1]);
  if (!first || first[1] < leastLikeness || (second && first[1] - second[1] < 0.05)) return undefined;
  return first[0];
}

const little = new Set([
  'the',
  'of',
  'to',
  'in',
  'a',
  'and',
  'or',
  'for',
  'by',
  'from',
  'at',
  'as',
  'bme',
  'bame',
  'white',
  'staff',
  'percentage',
  'relative',
]);

function wordsOf(text: string): Set<string> {
  return new Set(
    plainWords(text)
      .split(' ')
      .filter((word) => word !== '' && !little.has(word)),
  );
}

/** Twice the shared words by all words: 1 for the same, 0 for nothing in common (Dice's coefficient). */
function alike(a: Set<string>, b: Set<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  const shared = [...a].filter((word) => b.has(word)).length;
  return (2 * shared) / (a.size + b.size);
}
