import { indicatorMatrix } from '../layout/built-in/indicator-matrix.ts';
import { type Column, columnSchema, type FieldId, type Layout } from '../layout/layout.ts';
import { type OwnLayout, ownLayoutSchema, type RatingScale } from '../plan/model.ts';
import { hueOf } from './colour.ts';
import { lineOf, placeName, type WordCell, type WordDocument, type WordPlace } from './document.ts';
import type { Draft, Fact } from './draft.ts';
import { type ActionTable, overWholeWidth } from './table.ts';
import { type Item, itemLine, itemsOf, plainWords } from './text.ts';
import { type Role, roleOf } from './vocabulary.ts';

/** What is known of a file by the time that its plan has been read. */
interface File {
  document: WordDocument;
  /** Its tables of actions. */
  tables: ActionTable[];
  draft: Draft;
  /** Whether it explains its ratings. */
  hasKey: boolean;
}

/**
 * The layout that a Word file is in, made from its table: its columns in their order under their own headings, each with
 * what was read from it, and how actions, names and ratings are written there. Undefined where the file is none of Word's
 * or its facts stand in no table.
 */
export function ownLayout(file: File): OwnLayout | undefined {
  const { document, tables, draft, hasKey } = file;
  const [first] = tables;
  if (!document.page || !first || first.labelled) return undefined;
  const grain = grainOf(file, first);
  const places = columnsIn(file, first);
  const columns = [...(grain === 'section' ? factsAbove(file) : []), ...columnsOf(file, grain, places)];
  const rated = places.find(({ fields }) => fields.includes('action.rating'));
  const layout = ownLayoutSchema.safeParse({
    id: draft.newId(),
    title: `${draft.head.trust.shortName ?? draft.head.trust.name}’s layout`.slice(0, 200),
    page: { orientation: document.page, size: 'A4' },
    grain,
    columns: inShares(columns),
    indicatorLabel: labelOf(file),
    numbering: numberingOf(draft, columns),
    rating: { show: shownBy(draft.scale, rated?.cells ?? []), fill: filledBy(rated?.cells ?? []) },
    dates: datesOf(places.flatMap(({ cells }) => cells)),
    ...(grain === 'matrix' && { matrix: matrixOf(file, first, columns) }),
    key: hasKey,
    preface: true,
    closing: true,
  } satisfies Layout);
  return layout.success ? layout.data : undefined;
}

/** A column of the file: its heading, what was read from it, and its cells as they stand there. */
interface Place {
  heading: string;
  role?: Role | undefined;
  /** In the order in which they were read. */
  fields: FieldId[];
  cells: WordCell[];
  /** Its share of the table's width, in any unit; undefined where the file does not say. */
  width?: number;
}

/** One row for each indicator, or each action? As the actions stand: several in one cell, or their indicator's cell merged. */
function grainOf({ draft }: File, { columns }: ActionTable): Layout['grain'] {
  if (columns.some(({ indicator }) => indicator !== undefined)) return 'matrix';
  const named = columns.some(({ role }) => role === 'indicator');
  if (!named) return draft.facts.some(isName) ? 'section' : 'action';
  const texts = draft.facts.filter(({ kind, field }) => kind === 'action' && field === 'text');
  if (new Set(texts.map(({ at }) => placeName(at))).size < texts.length) return 'indicator';
  const homes = draft.actions.map(({ indicator }) => indicator);
  return new Set(homes).size < homes.length ? 'action' : 'indicator';
}

function isName({ kind, field }: Fact): boolean {
  return kind === 'indicator' && (field === 'wording' || field === 'number');
}

/** The columns of the table, a heading over several of them once. Those of a matrix's indicators are not among them. */
function columnsIn({ document, tables, draft }: File, first: ActionTable): Place[] {
  const headings = first.columns.map(({ heading }) => plainWords(heading)).join('|');
  const alike = tables.filter(
    ({ columns }) => columns.map(({ heading }) => plainWords(heading)).join('|') === headings,
  );
  const table = document.blocks[first.block];
  const widths = table?.kind === 'table' ? table.widths : undefined;
  const inBody = placesInBody(alike);
  const isHere = (place: WordPlace, at: number) => place.column === at && inBody.has(placeName([place]));
  const places: (Place & { over: string })[] = [];
  for (const [at, { heading, role, indicator, leftOut, at: stands }] of first.columns.entries()) {
    if (indicator !== undefined || leftOut) continue;
    const fields = draft.facts.flatMap((fact) =>
      fact.at.some((place) => isHere(place, at)) ? (fieldOf(fact) ?? []) : [],
    );
    const cells = alike.flatMap(({ block, rows }) =>
      rows.slice(0, enough).flatMap(({ cells }) => {
        const entry = cells[at];
        return entry?.first ? [rawCell(document, entry.cell.at[0] ?? { block }) ?? entry.cell] : [];
      }),
    );
    const last = places.at(-1);
    const over = stands.map((place) => placeName([place])).join();
    const width = widths?.[at];
    if (last && over !== '' && last.over === over) {
      last.fields.push(...fields);
      last.cells.push(...cells);
      if (last.width !== undefined && width !== undefined) last.width += width;
    } else places.push({ heading, role, fields, cells, over, ...(width !== undefined && { width }) });
  }
  return places;
}

/** So many rows of a table show how its cells are written. */
const enough = 300;

/** The places of the rows under the headings, but for cells over the whole width, which name an indicator. */
function placesInBody(tables: ActionTable[]): Set<string> {
  const rows = tables.flatMap(({ rows }) => rows.filter((row) => !overWholeWidth(row)));
  return new Set(rows.flatMap(({ cells }) => cells.flatMap(({ cell }) => cell.at.map((place) => placeName([place])))));
}

/** A cell as it stands in the file: what is read is without the words that say that there is nothing. */
function rawCell({ blocks }: WordDocument, { block, row = -1, column }: WordPlace): WordCell | undefined {
  const table = blocks[block];
  return table?.kind === 'table' ? table.rows[row]?.cells.find((cell) => cell.column === column) : undefined;
}

/** The field of a layout that shows what was read. */
function fieldOf({ kind, field }: Fact): FieldId | undefined {
  if (kind !== 'indicator' && kind !== 'action') return undefined;
  if (kind === 'indicator' && (field === 'wording' || field === 'number')) return 'indicator.name';
  if (field === 'leads' || field === 'due' || field === 'rating') return `action.${field}`;
  const id = `${kind}.${field}`;
  return columnSchema.shape.fields.element.shape.field.safeParse(id).data;
}

/** What a column without a fact would show. */
const usual: Partial<Record<Role, FieldId[]>> = {
  number: ['action.number'],
  indicator: ['indicator.name'],
  objective: ['indicator.objective'],
  narrative: ['indicator.narrative'],
  gaps: ['indicator.gaps'],
  measure: ['action.measure'],
  outcome: ['action.outcome'],
  progress: ['action.updates'],
  action: ['action.text'],
  leads: ['action.leads'],
  due: ['action.due'],
  rating: ['action.rating'],
  effects: ['action.effects'],
};

/** What stands with what: where an indicator's own is shown, its actions' is, and the other way round. */
const pairs: [FieldId, FieldId][] = [
  ['indicator.measure', 'action.measure'],
  ['indicator.outcome', 'action.outcome'],
  ['indicator.updates', 'action.updates'],
  ['indicator.gaps', 'action.gap'],
  ['indicator.narrative', 'action.gap'],
];

function columnsOf(file: File, grain: Layout['grain'], places: Place[]): Wide[] {
  const shown = new Set<FieldId>();
  const read = places.map((place) => {
    const found = place.fields.length > 0 ? place.fields : (usual[place.role as Role] ?? []);
    const fields = [...new Set(found)].filter((field) => !shown.has(field));
    for (const field of fields) shown.add(field);
    return { place, fields };
  });
  return read.flatMap(({ place, fields }) => {
    if (fields.length === 0) return [];
    const both = grain === 'indicator' || grain === 'action' ? withPairs(fields, shown) : fields;
    const marks = place.cells.map(({ paragraphs }) => itemsOf(paragraphs)).filter((items) => items.length > 0);
    return [
      {
        heading: place.heading || 'Column',
        width: place.width,
        fields: both.slice(0, 8).map((field, at) => ({ field, ...(at > 0 && labelIn(field, marks)) })),
        ...styleOf(file, fields, marks),
        empty: emptyIn(place.cells),
      },
    ];
  });
}

/** A column whose width the file may not say. */
type Wide = Omit<Column, 'width'> & { width: number | undefined };

function withPairs(fields: FieldId[], shown: Set<FieldId>): FieldId[] {
  return fields.flatMap((field) => {
    const pair = pairs.find((each) => each.includes(field) && !shown.has(each[0] === field ? each[1] : each[0]));
    if (!pair) return [field];
    for (const each of pair) shown.add(each);
    return pair;
  });
}

/** "Objective: …" before what stands with other things in a cell. */
function labelIn(field: FieldId, marks: Item[][]): { label?: string } {
  for (const line of marks.flat().map(itemLine)) {
    const label = /^([^:]{3,40}):/.exec(line)?.[1];
    if (label && roleOf(label) && usual[roleOf(label) as Role]?.some((each) => nameOf(each) === nameOf(field)))
      return { label: `${label}:` };
  }
  return {};
}

/** "updates" of both `indicator.updates` and `action.updates`. */
function nameOf(field: FieldId): string {
  return (field.split('.')[1] ?? '').replace(/^gap$/, 'gaps');
}

/** How the values of a column stand: as most of its cells with several, or any, have them. */
function styleOf({ draft }: File, fields: FieldId[], cells: Item[][]): Pick<Column, 'style' | 'alone' | 'separator'> {
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
function emptyIn(cells: WordCell[]): string {
  const words = cells.map(lineOf).filter((line) => line === '' || /^(?:none|nil|n\/a|[-–—])$/i.test(line));
  const counts = Map.groupBy(words, (word) => word);
  return [...counts].sort(([, one], [, other]) => other.length - one.length)[0]?.[0] ?? '';
}

/** What stands above the tables' headings, each under the label that it has there. */
function factsAbove({ document, tables, draft }: File): Wide[] {
  const inBody = placesInBody(tables);
  const labels = new Map<FieldId, string>();
  for (const fact of draft.facts) {
    const [place] = fact.at;
    const field = fieldOf(fact);
    if (!place || inBody.has(placeName([place]))) continue;
    if (!field?.startsWith('indicator.') || field === 'indicator.name' || labels.has(field)) continue;
    const label = labelAt(document, place);
    if (label) labels.set(field, label);
  }
  return [...labels].map(([field, heading]) => ({
    heading,
    width: undefined,
    fields: [{ field }],
    style: 'plain',
    alone: 'plain',
    empty: '',
  }));
}

/** "Objective" of "Objective: …", or the first cell of a row. */
function labelAt({ blocks }: WordDocument, { block, row }: WordPlace): string | undefined {
  const found = blocks[block];
  if (found?.kind === 'paragraph') return /^([^:]{3,60}):/.exec(lineOf({ paragraphs: [found] }))?.[1];
  const [first] = found?.rows[row ?? -1]?.cells ?? [];
  return first && lineOf(first).replace(/:$/, '').slice(0, 200);
}

/** Widths as shares of a hundred; a column of which the file says nothing is as wide as the others are on the whole. */
function inShares(columns: Wide[]): Column[] {
  const known = columns.flatMap(({ width }) => width ?? []);
  const usualWidth = known.length > 0 ? known.reduce((sum, width) => sum + width, 0) / known.length : 1;
  const widths = columns.map(({ width }) => width ?? usualWidth);
  const all = widths.reduce((sum, width) => sum + width, 0);
  return columns.map((column, at) => ({
    ...column,
    width: Math.max(1, Math.round(((widths[at] as number) * 1_000) / all) / 10),
  }));
}

/** How most indicators are named: "{label} {number}: {wording}". */
function labelOf({ document, draft }: File): string {
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
    if (before === undefined || after === undefined || after.length > 2) return [];
    const opening = before
      .replace(new RegExp(`\\b${indicator.number}\\b`, 'i'), '{number}')
      .replace(/\b(?:indicator|metric)\b/i, '{label}');
    return [opening + (indicator.wording === '' ? '' : '{wording}') + after];
  });
  // What one indicator is worded as would be lost under a name without wording.
  const worded = patterns.filter((pattern) => pattern.includes('{wording}'));
  const counts = Map.groupBy(worded.length > 0 ? worded : patterns, (pattern) => pattern);
  const [most] = [...counts].sort(([, one], [, other]) => other.length - one.length);
  return most?.[0].trim() || '{label} {number}: {wording}';
}

/** Whether the numbers of actions count on through the plan, or begin again with each indicator. */
function numberingOf({ marks }: Draft, columns: Wide[]): Layout['numbering'] {
  if (columns.some(({ fields }) => fields.some(({ field }) => field === 'action.number'))) return 'own';
  if (!columns.some(({ style }) => style === 'numbers')) return 'none';
  const again = marks.filter(({ mark }) => mark === '1').length;
  return again > 1 ? 'perIndicator' : 'continuous';
}

function shownBy({ ratings }: RatingScale, cells: WordCell[]): Layout['rating']['show'] {
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

function filledBy(cells: WordCell[]): Layout['rating']['fill'] {
  if (cells.some(({ fill }) => hueOf(fill) !== undefined)) return 'cell';
  return cells.some(({ paragraphs }) => paragraphs.some(({ colour }) => hueOf(colour) !== undefined)) ? 'line' : 'none';
}

function datesOf(cells: WordCell[]): Layout['dates'] {
  return cells.some((cell) => /\b\d{1,2}\.\d{1,2}\.\d{2}\b/.test(lineOf(cell))) ? 'short' : 'long';
}

/** The words above the columns of indicators, and what an effect looks like in them. */
function matrixOf({ document }: File, table: ActionTable, columns: Wide[]): Layout['matrix'] {
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
