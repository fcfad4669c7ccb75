import type { Column, FieldId, Layout } from '../../layout/layout.ts';
import { placeName, type WordCell } from '../document.ts';
import type { Fact } from '../draft.ts';
import type { ActionTable } from '../table.ts';
import { type Item, itemLine, itemsOf, plainWords } from '../text.ts';
import { type Role, roleOf } from '../vocabulary.ts';
import { type File, fieldOf, placesInBody, rawCell } from './file.ts';
import { emptyIn, styleOf } from './looks.ts';

/** A column of the file: its heading, what was read from it, and its cells as they stand there. */
export interface Place {
  heading: string;
  role?: Role | undefined;
  /** In the order in which they were read. */
  fields: FieldId[];
  cells: WordCell[];
  /** Its share of the table's width, in any unit; undefined where the file does not say. */
  width?: number;
  /** Whether it is of an indicator and of its actions, since not each table has it. */
  ofBoth?: boolean;
}

/** A column whose width the file may not say. */
export type Wide = Omit<Column, 'width'> & { width: number | undefined };

/** The columns of the table, a heading over several of them once. Those of a matrix's indicators are not among them. */
export function columnsIn({ document, tables, draft }: File, first: ActionTable): Place[] {
  const headings = first.columns.map(({ heading }) => plainWords(heading)).join('|');
  const alike = tables.filter(
    ({ columns }) => columns.map(({ heading }) => plainWords(heading)).join('|') === headings,
  );
  const table = document.blocks[first.block];
  const widths = table?.kind === 'table' ? table.widths : undefined;
  const fieldsAt = fieldsByColumn(draft.facts, placesInBody(alike));
  const places: (Place & { over: string })[] = [];
  for (const [at, { heading, role, indicator, leftOut, at: stands }] of first.columns.entries()) {
    if (indicator !== undefined || leftOut) continue;
    const read = fieldsAt.get(at) ?? [];
    // An indicator that effects alone speak of is read there too.
    const fields: FieldId[] = read.includes('action.effects') ? ['action.effects'] : read;
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
      last.fields = [...last.fields, ...fields];
      last.cells.push(...cells);
      if (last.width !== undefined && width !== undefined) last.width += width;
    } else places.push({ heading, role, fields, cells, over, ...(width !== undefined && { width }) });
  }
  return places;
}

/** What was read from each column, each once, in the order in which it was read first. */
function fieldsByColumn(facts: readonly Fact[], inBody: ReadonlySet<string>): Map<number, FieldId[]> {
  const found = new Map<number, Set<FieldId>>();
  for (const fact of facts) {
    const field = fieldOf(fact);
    for (const place of field ? fact.at : []) {
      if (place.column === undefined || !inBody.has(placeName([place]))) continue;
      found.set(place.column, (found.get(place.column) ?? new Set()).add(field as FieldId));
    }
  }
  return new Map([...found].map(([column, fields]) => [column, [...fields]]));
}

/** So many rows of a table show how its cells are written. */
const enough = 300;

export function columnsOf(file: File, grain: Layout['grain'], places: Place[]): Wide[] {
  const shown = new Set<FieldId>();
  const read = places.map((place) => {
    // Where headings name the indicators, a column of some is about effects.
    const role = grain === 'section' && place.role === 'indicator' ? 'effects' : place.role;
    const found = place.fields.length > 0 ? place.fields : (usual[role as Role] ?? []);
    const fields = [...new Set(found)].filter((field) => !shown.has(field));
    for (const field of fields) shown.add(field);
    return { place, fields };
  });
  return read.flatMap(({ place, fields }) => {
    if (fields.length === 0) return [];
    const both = grain === 'indicator' || grain === 'action' || place.ofBoth ? withPairs(fields, shown) : fields;
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

/** Widths as shares of a hundred; a column of which the file says nothing is as wide as the others are on the whole. */
export function inShares(columns: Wide[]): Column[] {
  const known = columns.flatMap(({ width }) => width ?? []);
  const usualWidth = known.length > 0 ? known.reduce((sum, width) => sum + width, 0) / known.length : 1;
  const widths = columns.map(({ width }) => width ?? usualWidth);
  const all = widths.reduce((sum, width) => sum + width, 0);
  return columns.map((column, at) => ({
    ...column,
    width: Math.max(1, Math.round(((widths[at] as number) * 1_000) / all) / 10),
  }));
}
