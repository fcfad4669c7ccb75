import { financialYear, financialYearOf, type Period } from '../plan/financial-year.ts';
import type { Plan, Standard } from '../plan/model.ts';
import { about, type Choices } from './choices.ts';
import { commonestFirst } from './commonest.ts';
import { type WordDocument, wordsOf } from './document.ts';
import { namesIndicator } from './indicator-name.ts';
import { isBold, oneLine } from './text.ts';

/** What a plan says of itself as a whole, and what of it was guessed, in words. */
export interface Head extends Pick<Plan, 'title' | 'trust' | 'standard' | 'edition' | 'period'> {
  bme?: string;
  /** The place of the title among the blocks; -1 where it is not there. */
  titleAt: number;
  ours: boolean;
  /** `read` is "" where there is nothing to go by. */
  guessed: { what: 'title' | 'trust' | 'period'; read: string; because: string }[];
}

/**
 * Reads title, Trust, standard, period and edition.
 * @param given the standard, where it is known
 * @param hints what a period can be guessed by: the days that actions are due, YYYY-MM-DD, and the years that their
 * narrative speaks of
 */
export function headOf(
  document: WordDocument,
  given: Standard | undefined,
  hints: { dueDays: readonly string[]; dataYears: readonly number[] },
  choices: Choices,
): Head {
  const guessed: Head['guessed'] = [];
  const words = allWords(document);
  const exported = exportedAs(document);
  const standard =
    given ??
    exported?.standard ??
    (count(words, /\bWDES\b|Disability Equality Standard/g) > count(words, /\bWRES\b|Race Equality Standard/g)
      ? 'WDES'
      : 'WRES');
  const titleAt = titleIn(document);
  const block = document.blocks[titleAt];
  const printed = oneLine(block?.kind === 'paragraph' ? wordsOf(block) : document.title).slice(0, 500);

  const named = periodIn(exported?.period ?? '') ?? periodIn(printed);
  const found = named ?? periodIn(openingWords(document));
  const read = found ?? usualPeriod(hints, periodIn(choices.get(about.usualPeriod) ?? ''));
  if (!named) {
    const because = found
      ? 'the title names no year; the text before the table does'
      : hints.dueDays.length > 0
        ? 'no year is named; it follows from due dates and the years in the text'
        : 'no year is named, neither in the text nor in a date';
    guessed.push({ what: 'period', read: read.label, because });
  }
  const period = periodIn(choices.get(about.period) ?? '') ?? read;
  const title = printed || `${standard} Action Plan ${period.label}`;
  if (printed === '') guessed.push({ what: 'title', read: title, because: 'the file has none before its table' });
  const { name, sure, because } = exported?.trust
    ? { name: exported.trust, sure: true, because: '' }
    : trustIn(`${document.footer}\n${words}`, printed, choices.get(about.usualTrust));
  if (!sure) guessed.push({ what: 'trust', read: name === nameless ? '' : name, because });
  const trust = oneLine(choices.get(about.trust) ?? '').slice(0, 300) || name;
  const bme = commonest(words, ['BME', 'BAME', 'ethnic minority', 'Global Majority']);
  return {
    title: oneLine(choices.get(about.title) ?? '').slice(0, 500) || title,
    trust: { name: trust, ...(/^[A-Z]{2,8}$/.test(trust) && { shortName: trust }) },
    standard,
    edition: period.from.slice(0, 4),
    period,
    ...(bme && { bme }),
    titleAt,
    ours: isOurs(document),
    guessed,
  };
}

/** Whether the file says that the app made it, as an export does still when another program has saved it. */
export function isOurs(document: WordDocument): boolean {
  return exportedAs(document) !== undefined;
}

/** What our own exports say in the subject and the footer, which other programs leave as they are. */
function exportedAs({ subject = '', footer, title }: WordDocument) {
  const [, standard, period] = /^Workforce (Race|Disability) Equality Standard action plan, (.+)$/.exec(subject) ?? [];
  if (!standard || !period) return undefined;
  const [trust] = footer.split(` · ${title} · `);
  return {
    standard: standard === 'Race' ? ('WRES' as const) : ('WDES' as const),
    period,
    trust: trust === footer ? '' : trust,
  };
}

/** A heading before the first table, or a short first line, one that speaks of the plan or the standard before others. */
function titleIn({ blocks }: WordDocument): number {
  const table = blocks.findIndex(({ kind }) => kind === 'table');
  const before = blocks.slice(0, table === -1 ? blocks.length : table);
  const lines = before.map((block) => (block.kind === 'paragraph' ? oneLine(wordsOf(block)) : ''));
  const first = lines.findIndex((line) => line !== '');
  const headings = before.flatMap((block, index) => {
    const line = lines[index] ?? '';
    const heading =
      block.kind === 'paragraph' && (block.heading === 1 || (block.heading === undefined && isBold(block)));
    return heading && line.length <= 300 && !namesIndicator(line) ? [index] : [];
  });
  const speaks = (index: number) => /action plan|\bWRES\b|\bWDES\b|equality standard/i.test(lines[index] ?? '');
  const firstLine =
    first !== -1 && (lines[first] ?? '').length <= 120 && !namesIndicator(lines[first] ?? '') ? [first] : [];
  return [...firstLine, ...headings].find(speaks) ?? headings[0] ?? -1;
}

/** "2023-24", "2021-2023", "2023/24"; a year alone is the financial year that begins in it. */
export function periodIn(text: string): Period | undefined {
  const span = /\b(20\d\d)(?: ?[-–/] ?| to )(?:20)?(\d\d)\b/.exec(text);
  if (span) {
    const [from, to] = [Number(span[1]), 2000 + Number(span[2])];
    if (to > from && to - from <= 10)
      return {
        ...financialYear(from),
        to: financialYear(to - 1).to,
        label: span[0].replace(/ to |–/, '-').replace(/ /g, ''),
      };
  }
  const year = /\b(20[12]\d)\b/.exec(text)?.[1];
  return year ? { ...financialYear(Number(year)), label: year } : undefined;
}

/**
 * The first financial year in which something is due, or the year of the data that the plan answers where that is the
 * year before: a plan is made of the figures of 31 March. Without any date, the usual one or else the standard's first.
 */
function usualPeriod(
  { dueDays, dataYears }: { dueDays: readonly string[]; dataYears: readonly number[] },
  usual = financialYear(2016),
): Period {
  const first = [...dueDays].sort()[0];
  if (first === undefined) return usual;
  const due = financialYearOf(first);
  return financialYear(Math.max(...dataYears) === due - 1 ? due - 1 : due);
}

/** What stands in place of a Trust's name until somebody types it. */
const nameless = 'The Trust';

function trustIn(words: string, title: string, usual = nameless): { name: string; sure: boolean; because: string } {
  const name = /(?:\p{Lu}[\p{L}’'&-]+,? (?:(?:and|of|the|for|&) )*){1,8}NHS (?:Foundation )?Trust/u.exec(words)?.[0];
  if (name)
    return { name: name.replace(/^(?:(?:For|At|Our|By|From|In|This|Of|To|And) )+/, ''), sure: true, because: '' };
  const before = /^(.{2,60}?)[\s:–-]+(?:(?:NHS )?Workforce (?:Race|Disability)|WRES|WDES)\b/.exec(title)?.[1];
  if (before) return { name: before, sure: false, because: 'it stands before the standard in the title' };
  const [initials] = commonestFirst(words.match(trustInitials) ?? []);
  if (initials)
    return { name: initials, sure: false, because: 'the file names no Trust in full; these initials look like one' };
  return { name: usual, sure: false, because: 'no name of a Trust was found in the file' };
}

/** Of University Hospitals, or of a Hospitals or Foundation Trust. */
const trustInitials = /\b(?:[A-Z]{0,3}UH[A-Z]{1,3}|[A-Z]{1,3}UH|[A-Z]{2,4}(?:HT|FT))\b/g;

function commonest(words: string, terms: string[]): string | undefined {
  const counted = terms.map((term) => ({ term, times: count(words, new RegExp(`\\b${term}\\b`, 'g')) }));
  const most = counted.reduce((best, each) => (each.times > best.times ? each : best));
  return most.times > 0 ? most.term : undefined;
}

function openingWords({ blocks }: WordDocument): string {
  const table = blocks.findIndex(({ kind }) => kind === 'table');
  return blocks
    .slice(0, table === -1 ? blocks.length : table)
    .map((block) => (block.kind === 'paragraph' ? wordsOf(block) : ''))
    .join('\n');
}

function allWords({ blocks }: WordDocument): string {
  return blocks
    .flatMap((block) =>
      block.kind === 'paragraph'
        ? [wordsOf(block)]
        : block.rows.flatMap(({ cells }) => cells.flatMap(({ paragraphs }) => paragraphs.map(wordsOf))),
    )
    .join('\n');
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
