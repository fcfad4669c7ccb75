import { saidAbove } from '../layout/cells.ts';
import { type Block, isBlank, type RichText, type Run } from '../plan/rich-text.ts';
import { type WordParagraph, wordsOf } from './document.ts';

/** A mark that somebody typed before an item: a bullet of any font, a dash with a tab, a number with a stop and a space. */
const typedMark = /^\s*(?:([•·●▪◦‣∙\uf0b7\uf0a7\uf0d8])\s*|([-–—*o])(?:\t\s*| {2,})|(\d{1,3})[.)](?:\t\s*| +))(?=\S)/u;

/** The number of an action, printed bold before its words: "4a. ", "C1. ", also after a bullet. */
const boldNumber = /^\s*([A-Z]?\d{1,3}(?:\.\d{1,2})?[a-z]?)[.)](?:\s+(?=\S)|\s*$)/;

/** A paragraph with the mark of its list, whether Word counts it or somebody typed it. */
export interface Item {
  /** The number that stands before it, without its stop; "•" for a bullet. */
  mark?: string;
  level: number;
  runs: Run[];
  /** The mark as somebody typed it: the words have it no more. */
  typed?: string;
  /** Whether its mark is a number in bold, as actions have one of their own. */
  bold?: true;
}

/** The paragraphs that say something, each with its mark apart from its words. Line breaks begin a new one. */
export function itemsOf(paragraphs: readonly WordParagraph[]): Item[] {
  return paragraphs.flatMap((paragraph): Item[] => {
    const { label, runs } = paragraph;
    const level = label?.level ?? 0;
    return linesOf(runs).flatMap((line, index): Item[] => {
      if (line.every(({ text }) => text.trim() === '')) return [];
      const number = boldNumber.exec(line[0]?.bold ? line[0].text : '');
      if (number && label?.kind !== 'number')
        return [{ mark: number[1] ?? '', level, runs: trimmed(without(line, number[0].length)), bold: true }];
      if (label)
        return [
          {
            ...(index === 0 ? { mark: markOf(label.text) } : {}),
            level: index === 0 ? level : level + 1,
            runs: trimmed(line),
          },
        ];
      const typed = typedMark.exec(line.map(({ text }) => text).join(''));
      if (!typed) return [{ level, runs: trimmed(line) }];
      const runs = trimmed(without(line, typed[0].length));
      return [{ mark: typed[3] ?? '•', level, runs, typed: typed[0].trim() }];
    });
  });
}

/** The text of some items, as a plan holds it. The whole text being one list of bullets stays one. */
export function richText(items: readonly Item[]): RichText {
  return items.map(({ mark, level, runs, typed }, index): Block => {
    if (mark === undefined) return { kind: 'paragraph', runs };
    if (typed && mark !== '•' && !isCounted(items, index))
      return { kind: 'paragraph', runs: [{ text: `${typed} ` }, ...runs] };
    return { kind: mark === '•' ? 'bullet' : 'number', ...(level > 0 && { level: Math.min(2, level) }), runs };
  });
}

/** Whether a typed number is one of a typed list that counts from 1, and not a number that a paragraph begins with. */
function isCounted(items: readonly Item[], index: number): boolean {
  const stop = items[index]?.typed?.at(-1) ?? '';
  const [before, mark, after] = [index - 1, index, index + 1].map((at) =>
    items[at]?.typed?.endsWith(stop) ? Number(items[at].mark) : Number.NaN,
  );
  return (mark === 1 && after === 2) || (mark !== 1 && before === (mark ?? 0) - 1);
}

/** The text of paragraphs; undefined where they say nothing. */
export function textOf(paragraphs: readonly WordParagraph[]): RichText | undefined {
  const text = richText(itemsOf(paragraphs));
  return isBlank(text) ? undefined : text;
}

/** The words of an item as one line. */
export function itemLine({ runs }: Pick<Item, 'runs'>): string {
  return oneLine(runs.map(({ text }) => text).join(''));
}

/** The lines of a cell of short values, marks taken off. */
export function shortLines(paragraphs: readonly WordParagraph[]): { mark?: string; line: string }[] {
  return itemsOf(paragraphs).map((item) => ({
    ...(item.mark !== undefined && { mark: item.mark }),
    line: itemLine(item),
  }));
}

export function oneLine(text: string): string {
  return text.replace(/\s{2,}|[^\S ]/g, ' ').trim();
}

/** A text to compare by: small letters and digits alone. */
export function plainWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Whether all that a paragraph says is printed bold. */
export function isBold({ runs }: Pick<WordParagraph, 'runs'>): boolean {
  return runs.length > 0 && runs.every(({ text, bold }) => bold === true || text.trim() === '');
}

/** A bold heading's runs as plain ones: a heading's look belongs to the layout. */
export function headingText(paragraph: WordParagraph): string {
  return oneLine(wordsOf(paragraph));
}

/** The words of an item, without its mark and its place in a list. */
export function unmarked({ runs }: Item): Item {
  return { level: 0, runs };
}

/** Whether words only say that there is nothing, or as our plain pages do, that it stands elsewhere. */
export function saysNothing(line: string): boolean {
  return line === saidAbove || /^(?:none|nil|n\/a|[-–—])$/i.test(line);
}

/** Without a number of characters at the start. */
export function without(runs: readonly Run[], count: number): Run[] {
  let rest = count;
  return runs.flatMap((run) => {
    const cut = Math.min(rest, run.text.length);
    rest -= cut;
    return cut === run.text.length ? [] : [{ ...run, text: run.text.slice(cut) }];
  });
}

function markOf(label: string): string {
  return label === '•' ? label : label.replace(/^[(\s]+|[.):\s]+$/g, '') || '•';
}

function linesOf(runs: readonly Run[]): Run[][] {
  const lines: Run[][] = [[]];
  for (const run of runs) {
    for (const [index, text] of run.text.split('\n').entries()) {
      if (index > 0) lines.push([]);
      if (text !== '') lines.at(-1)?.push({ ...run, text });
    }
  }
  return lines;
}

/** Without white space at the ends; tabs within become spaces. */
function trimmed(runs: readonly Run[]): Run[] {
  const flat = runs.map((run) => ({ ...run, text: run.text.replace(/\t/g, ' ') }));
  const first = flat.findIndex(({ text }) => text.trim() !== '');
  const last = flat.findLastIndex(({ text }) => text.trim() !== '');
  return flat.slice(first, last + 1).map((run, index, all) => {
    const start = index === 0 ? run.text.trimStart() : run.text;
    return { ...run, text: index === all.length - 1 ? start.trimEnd() : start };
  });
}
