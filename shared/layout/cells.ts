import type { Column, FieldId } from './layout.ts';
import type { Fill, ListItem, PageCell, Paragraph } from './page.ts';
import type { Group, Sheet } from './sheet.ts';
import { type Value, valuesOf } from './values.ts';

/** What one row shows of a column: the fields that it takes from it, and of which actions. */
export interface Content {
  fields: readonly FieldId[];
  group: Group;
}

/** The cell of a column. Several contents stand one under the other, in the order of the column's fields. */
export function cellOf(sheet: Sheet, column: Column, ...contents: Content[]): PageCell {
  const parts = column.fields.flatMap(({ field, label }) => {
    const values = contents.flatMap(({ fields, group }) =>
      fields.includes(field) ? valuesOf(sheet, field, group) : [],
    );
    return values.length > 0 ? [{ label, values }] : [];
  });
  const filled = parts.filter(({ values }) => values.some(({ fill }) => fill)).flatMap(({ values }) => values);
  const wholeFill = sheet.layout.rating.fill === 'cell' && filled.length === 1 ? filled[0]?.fill : undefined;
  const paragraphs = parts.flatMap(({ label, values }) => {
    const styled = styledParagraphs(sheet, column, values, wholeFill === undefined);
    return label ? labelled(label, styled) : styled;
  });
  return {
    paragraphs: paragraphs.length > 0 ? paragraphs : emptyParagraphs(sheet, column),
    columnSpan: 1,
    rowSpan: 1,
    ...(wholeFill && { fill: wholeFill }),
    ...(column.align && { align: column.align }),
  };
}

function saysSomething({ runs }: Paragraph): boolean {
  return runs.some(({ text }) => text.trim() !== '');
}

/** Puts a label before the first paragraph, or on a line of its own before a list. */
export function labelled(label: string, paragraphs: Paragraph[]): Paragraph[] {
  const [first, ...others] = paragraphs;
  if (!first) return [];
  return first.list || first.label ? [{ label, runs: [] }, ...paragraphs] : [{ ...first, label }, ...others];
}

/** The values as the column's style has them stand together. */
export function styledParagraphs(sheet: Sheet, column: Column, values: Value[], fillLines = false): Paragraph[] {
  const filled = (value: Value) =>
    value.paragraphs.map((paragraph) => (fillLines && value.fill ? { ...paragraph, fill: value.fill } : paragraph));
  const alone = values.length === 1 && column.alone === 'plain';

  if (column.style === 'joined') return joined(values.flatMap(filled).filter(saysSomething), column.separator ?? ', ');
  if (column.style === 'numbers') return values.flatMap((value) => numberedValue(sheet, value, filled(value)));
  return values.flatMap((value) => {
    const paragraphs = withOwnNumber(sheet, value, filled(value));
    return column.style === 'bullets' && !alone ? marked(paragraphs, { kind: 'bullet', level: 0 }) : paragraphs;
  });
}

function numberedValue(sheet: Sheet, value: Value, paragraphs: Paragraph[]): Paragraph[] {
  const { list, value: number } = value.number ?? {};
  if (list === undefined || number === undefined) return withOwnNumber(sheet, value, paragraphs);
  return marked(paragraphs, { kind: 'number', level: 0, list: `actions.${list}`, value: number });
}

/** A number that the plan fixes is printed before the text where the layout has no other place for it. */
function withOwnNumber({ layout }: Sheet, { number }: Value, paragraphs: Paragraph[]): Paragraph[] {
  const [first, ...others] = paragraphs;
  const elsewhere = layout.columns.some((column) => column.fields.some(({ field }) => field === 'action.number'));
  return first && number && !elsewhere ? [{ ...first, label: `${number.text}.` }, ...others] : paragraphs;
}

/** Gives the first paragraph the mark; those that follow stand in line with it, lists in it one level deeper. */
function marked(paragraphs: Paragraph[], mark: ListItem): Paragraph[] {
  const [first, ...others] = paragraphs;
  if (!first || first.list) return paragraphs;
  return [
    { ...first, list: mark },
    ...others.map(({ list = { kind: 'continuation' as const, level: -1 }, ...paragraph }) => ({
      ...paragraph,
      list: { ...list, level: list.level + 1 },
    })),
  ];
}

function joined(paragraphs: Paragraph[], separator: string): Paragraph[] {
  const [first, ...others] = paragraphs;
  if (!first) return [];
  return [{ ...first, runs: [...first.runs, ...others.flatMap(({ runs }) => [{ text: separator }, ...runs])] }];
}

function emptyParagraphs({ plain }: Sheet, { empty }: Column): Paragraph[] {
  const text = plain ? empty || 'None' : empty;
  return [{ runs: text === '' ? [] : [{ text }] }];
}

/** In a cell of a plain page: the action has nothing there of its own, and what its indicator has stands before the table. */
export const saidAbove = 'See above the table';

/** A header cell of a column. */
export function headerCell(text: string, columnSpan = 1): PageCell {
  return { paragraphs: [{ runs: [{ text }] }], columnSpan, rowSpan: 1, header: true };
}

/** A cell of words alone. */
export function textCell(text: string, fill?: Fill): PageCell {
  return { paragraphs: [{ runs: [{ text }] }], columnSpan: 1, rowSpan: 1, ...(fill && { fill }) };
}
