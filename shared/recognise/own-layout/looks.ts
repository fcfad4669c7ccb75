import { indicatorMatrix } from '../../layout/built-in/indicator-matrix.ts';
import type { Column, FieldId, Layout } from '../../layout/layout.ts';
import type { RatingScale } from '../../plan/model.ts';
import { hueOf } from '../colour.ts';
import { commonestFirst } from '../commonest.ts';
import { lineOf, type WordCell } from '../document.ts';
import type { Draft } from '../draft.ts';
import type { ActionTable } from '../table.ts';
import { type Item, itemLine, itemsOf, plainWords, saysNothing } from '../text.ts';
import type { Wide } from './columns.ts';
import { type File, isName, rawCell } from './file.ts';

/** How the values of a column stand: as most of its cells with several, or any, have them. */
export function styleOf(
  { draft }: File,
  fields: FieldId[],
  cells: Item[][],
): Pick<Column, 'style' | 'alone' | 'separator'> {
  const items = cells.flat().filter(({ level }) => level === 0);
  const most = (is: (item: Item) => boolean) => items.filter(is).length > items.length / 2;
  const bullets = most(({ mark }) => mark === '•');
  const numbers = fields.includes('action.text') && most(({ mark }) => mark !== undefined && mark !== '•');
  const single = cells.filter(({ length }) => length === 1);
  const alone = single.length > 0 && single.every(([item]) => item?.mark === undefined) ? 'plain' : 'marked';
  if (numbers || bullets) return { style: numbers ? 'numbers' : 'bullets', alone };
  const names = (line: string) => [...draft.people.keys()].filter((name) => line.includes(name)).length;
  const several = cells
    .map((lines) => lines.map(itemLine))
    .find(([line = '', ...more]) => more.length === 0 && names(line) > 1);
  const separator = fields.includes('action.leads') && /\s\/\s|;\s|\s\+\s/.exec(several?.[0] ?? '')?.[0];
  return separator ? { style: 'joined', separator, alone } : { style: 'plain', alone };
}

/** What most of the cells without a value say. */
export function emptyIn(cells: WordCell[]): string {
  const words = cells.map(lineOf).filter((line) => line === '' || saysNothing(line));
  return commonestFirst(words)[0] ?? '';
}

/** How most indicators are named: "{label} {number}: {wording}". */
export function labelOf({ document, draft }: File): string {
  const patterns = draft.facts.filter(isName).flatMap(({ id, at: [place] }) => {
    const indicator = draft.indicators.find((each) => each.id === id);
    if (!indicator?.number || !place) return [];
    const block = document.blocks[place.block];
    const from =
      block?.kind === 'paragraph'
        ? block
        : rawCell(document, place)?.paragraphs.find((each) => lineOf({ paragraphs: [each] }) !== '');
    const [item] = itemsOf(from ? [from] : []);
    const line = item ? itemLine(item) : '';
    const counted = item?.mark === indicator.number ? `${item.mark}. ${line}` : line;
    const [before, after] = indicator.wording === '' ? [counted, ''] : counted.split(indicator.wording);
    if (before === undefined || after === undefined) return [];
    const [opening, end] = [before, after].map((words) =>
      words
        .replace(new RegExp(`\\b${indicator.number}\\b`, 'i'), '{number}')
        .replace(/\b(?:indicator|metric)\b/i, '{label}'),
    ) as [string, string];
    if (after.length > 2 && !/^ \(\{label\} \{number\}\)$/.test(end)) return [];
    return [opening + (indicator.wording === '' ? '' : '{wording}') + end];
  });
  // What one indicator is worded as would be lost under a name without wording.
  const worded = patterns.filter((pattern) => pattern.includes('{wording}'));
  const [most] = commonestFirst(worded.length > 0 ? worded : patterns);
  return most?.trim() || '{label} {number}: {wording}';
}

/** Whether the numbers of actions count on through the plan, or begin again with each indicator; some alone are their own. */
export function numberingOf({ marks, actions }: Draft, columns: Wide[]): Layout['numbering'] {
  if (columns.some(({ fields }) => fields.some(({ field }) => field === 'action.number'))) return 'own';
  if (marks.length < actions.length) return 'none';
  const again = marks.filter(({ mark }) => mark === '1').length;
  return again > 1 ? 'perIndicator' : 'continuous';
}

export function shownBy({ ratings }: RatingScale, cells: WordCell[]): Layout['rating']['show'] {
  const lines = new Set(
    cells.flatMap(({ paragraphs }) => itemsOf(paragraphs).map((item) => plainWords(itemLine(item)))),
  );
  const said = (words: (rating: RatingScale['ratings'][number]) => string) =>
    ratings.filter((rating) => lines.has(plainWords(words(rating)))).length;
  const [codes, labels, both] = [
    said(({ code }) => code),
    said(({ label }) => label),
    said(({ code, label }) => `${code} ${label}`),
  ];
  if (both > Math.max(codes, labels)) return 'both';
  return codes > labels ? 'code' : 'label';
}

export function filledBy(cells: WordCell[]): Layout['rating']['fill'] {
  if (cells.some(({ fill }) => hueOf(fill) !== undefined)) return 'cell';
  return cells.some(({ paragraphs }) => paragraphs.some(({ colour }) => hueOf(colour) !== undefined)) ? 'line' : 'none';
}

export function datesOf(cells: WordCell[]): Layout['dates'] {
  return cells.some((cell) => /\b\d{1,2}\.\d{1,2}\.\d{2}\b/.test(lineOf(cell))) ? 'short' : 'long';
}

/** The words above the columns of indicators, and what an effect looks like in them. */
export function matrixOf({ document }: File, table: ActionTable, columns: Wide[]): Layout['matrix'] {
  const block = document.blocks[table.block];
  const { matrix } = indicatorMatrix;
  if (block?.kind !== 'table' || !matrix) return matrix;
  const of = table.columns.flatMap(({ indicator }, at) => (indicator === undefined ? [] : [at]));
  const cells = table.rows.flatMap((row) => of.flatMap((at) => row.cells[at]?.cell ?? []));
  const look = (hue: 'red' | 'amber', usualLook: { word: string; colour: string }) => ({
    word: usualLook.word,
    colour: cells.find(({ fill }) => hueOf(fill) === hue)?.fill ?? usualLook.colour,
  });
  const headings = table.columns[of[0] ?? 0]?.at[0]?.row ?? 0;
  const above = block.rows[headings - 1]?.cells.find(({ column }) => column === of[0]);
  const each = block.widths && sum(of.map((at) => block.widths?.[at] ?? 0)) / of.length;
  const all = sum(columns.map(({ width = 0 }) => width));
  return {
    banner: (table.banner ?? matrix.banner).slice(0, 600),
    indicators: (above && lineOf(above).slice(0, 100)) || matrix.indicators,
    width: each && all > 0 ? Math.min(100, Math.max(1, Math.round((each * 1_000) / all) / 10)) : matrix.width,
    direct: look('red', matrix.direct),
    indirect: look('amber', matrix.indirect),
  };
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
