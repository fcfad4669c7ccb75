import type { Layout } from '../../layout/layout.ts';
import { recordOfMark } from '../../layout/marks.ts';
import type { Group } from '../../layout/sheet.ts';
import { recordOf } from '../../plan/existing.ts';
import type { Indicator, Plan } from '../../plan/model.ts';
import { lineOf, type WordDocument, type WordParagraph, type WordTable, wordsOf } from '../document.ts';
import { plainWords } from '../text.ts';
import type { Line } from './lines.ts';
import { type PrintedPage, printedText } from './printed.ts';
import type { RowOfCopy } from './rows-of-copy.ts';
import type { RowOfPage } from './rows-of-page.ts';

/** What a row of the copy is of, as somebody reads it: an indicator, or the plan as a whole. */
export type Home = Pick<Group, 'indicator'>;

/** By the heading above each table. */
export function homesByHeading(
  plan: Plan,
  page: readonly RowOfPage[],
  { headings }: PrintedPage,
  story: readonly Line[],
  document: WordDocument,
  rows: readonly RowOfCopy[],
): Map<RowOfCopy, Home> {
  const named = new Map(page.map(({ table, group }) => [headings.get(table), group]));
  const printed = new Map(story.map(({ was, is }) => [is, was]));
  const tables = new Map<WordTable, Home>();
  let home: Home | undefined;
  for (const block of document.blocks) {
    if (block.kind === 'table') {
      if (home) tables.set(block, home);
      continue;
    }
    const heading = printed.get(block);
    const indicator = heading?.source?.kind === 'indicator' && heading.source.field === 'wording';
    const found = indicator ? { indicator: recordOf(plan, 'indicator', heading.source?.id ?? '') } : named.get(heading);
    if (found || block.heading !== undefined) home = heading && found;
  }
  return new Map(rows.flatMap((row) => [[row, tables.get(row.table)] as const].filter(isKnown)));
}

/**
 * By the column that names the indicators, whose cells go on downwards. What only says that one goes on from another page
 * names none: it may have come along with a row.
 */
export function homesByName(
  plan: Plan,
  layout: Layout,
  page: readonly RowOfPage[],
  rows: readonly RowOfCopy[],
): Map<RowOfCopy, Home> {
  const column = layout.columns.findIndex(({ fields }) => fields.some(({ field }) => field === 'indicator.name'));
  const names = new Map(
    page.flatMap(({ group, cells }) => {
      const { paragraphs: [name] = [], continued = '' } = cells[column]?.was ?? {};
      return [name ? printedText(name) : '', continued].map((text) => [plainWords(text), group] as const);
    }),
  );
  const goesOn = new Set(page.map(({ cells }) => plainWords(cells[column]?.was?.continued ?? '')));
  let last: { table: WordTable; home: Home | undefined } | undefined;
  return new Map(
    rows
      .map((row) => {
        const says = row.cells.find((cell) => cell.column === column)?.is;
        const isBelow = last?.table === row.table && goesOn.has(plainWords(lineOf(says ?? { paragraphs: [] })));
        if (says && lineOf(says) !== '' && !isBelow)
          last = { table: row.table, home: named(plan, says.paragraphs, names) };
        return [row, last?.table === row.table ? last.home : undefined] as const;
      })
      .filter(isKnown),
  );
}

/** The indicator whose number some words begin with: “indicator 4a …”. */
export function indicatorNumbered(plan: Plan, words: string): Indicator | undefined {
  const number = /^(?:\p{L}+ )?(\d{1,2}[a-z]?)\b/u.exec(words)?.[1];
  return plan.indicators.find((each) => number !== undefined && each.number?.toLowerCase() === number);
}

function named(plan: Plan, paragraphs: WordParagraph[], names: ReadonlyMap<string, Home>): Home | undefined {
  const marks = paragraphs.flatMap((paragraph) => paragraph.marks ?? []);
  const [marked] = marks.flatMap((mark) => recordOf(plan, 'indicator', recordOfMark(mark) ?? '') ?? []);
  if (marked) return { indicator: marked };
  const words = plainWords(paragraphs.map(wordsOf).find((text) => text.trim() !== '') ?? '');
  const indicator = indicatorNumbered(plan, words);
  return names.get(words) ?? (indicator && { indicator });
}

function isKnown(entry: readonly [RowOfCopy, Home | undefined]): entry is readonly [RowOfCopy, Home] {
  return entry[1] !== undefined;
}
