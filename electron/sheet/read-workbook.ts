import path from 'node:path';
import { type Run, runSchema } from '../../shared/plan/rich-text.ts';
import type { WordBlock, WordDocument } from '../../shared/recognise/document.ts';
import { aboutOf, relationsOf } from '../word/read/package.ts';
import { at, type Element, elements, readXml } from '../word/read/xml.ts';
import type { Parts } from '../word/read/zip.ts';
import { blocksOfSheet, type SheetCell, type SheetRows } from './blocks.ts';
import { withinLimits } from './limits.ts';
import { isBold, type Look, looksOf } from './looks.ts';
import { shown } from './number-formats.ts';
import { paragraphsOf } from './text.ts';

const main = 'xl/workbook.xml';

/** Whether a package is an Excel workbook. */
export function isWorkbook(parts: Parts): boolean {
  return parts(main) !== undefined;
}

/**
 * Reads an Excel workbook (.xlsx) as a text with a table for each sheet that is shown; formulas by the values that they
 * last had. A sheet's name heads its table where there are several.
 * @throws PlanError `damaged-file` or `word-too-large`
 */
export function readWorkbook(parts: Parts): WordDocument {
  const book = readXml(parts(main) ?? new Uint8Array()).root;
  const relations = relationsOf(parts, main);
  const part = (found: { target: string } | undefined) => found && parts(inside(found.target));
  const root = (type: string) => {
    const bytes = part(relations.find((relation) => relation.type === type));
    return bytes && readXml(bytes, unread).root;
  };
  const strings = elements(root('sharedStrings'), 'si').map(runsOf);
  const looks = looksOf(root('styles'), root('theme'));
  const from1904 = ['1', 'true'].includes(at(book, 'workbookPr')?.attributes.date1904 ?? '');

  const notesIn = (name: string) => {
    const bytes = parts(name);
    return elements(bytes && at(readXml(bytes, unread).root, 'commentList'), 'comment').map((note) =>
      [note.attributes.ref, oneLine(runsOf(at(note, 'text')))].filter(Boolean).join(': '),
    );
  };
  const sheets = elements(at(book, 'sheets'), 'sheet');
  const visible = sheets.filter(({ attributes }) => (attributes.state ?? 'visible') === 'visible');
  const read = visible.flatMap(({ attributes }) => {
    const relation = relations.find(({ id, external }) => id === attributes.id && !external);
    const bytes = relation?.type === 'worksheet' ? part(relation) : undefined;
    if (!relation || !bytes) return [];
    const links = relationsOf(parts, inside(relation.target));
    const { root, skipped } = readXml(bytes, unread);
    const targets = new Map(links.filter(({ external }) => external).map(({ id, target }) => [id, target]));
    const notes = links
      .filter(({ type }) => type === 'comments')
      .flatMap(({ target }) => notesIn(inside(target, 'xl/worksheets')));
    const blocks = blocksOfSheet(rowsOf(root, { strings, looks, from1904, targets }));
    return blocks.length === 0
      ? []
      : [{ name: attributes.name ?? '', blocks, notes, drawings: skipped.get('drawing') }];
  });
  const notes = read.flatMap(({ notes }) => notes);
  const count = (what: string, count: number) => (count > 0 ? [{ what, count }] : []);
  return {
    ...aboutOf(parts),
    footer: '',
    blocks: read.flatMap(({ name, blocks }) => (read.length > 1 ? [nameOf(name), ...blocks] : blocks)),
    leftOut: [
      ...count('hidden sheets', sheets.length - visible.length),
      ...(notes.length > 0 ? [{ what: 'a comment', count: notes.length, texts: notes }] : []),
      ...count('sheets with pictures or charts', read.filter(({ drawings = 0 }) => drawings > 0).length),
    ],
  };
}

/** What is not asked for: formulas, what only makes a sheet look so, what it lets people choose from. */
const unread = new Set([
  ...['f', 'extLst', 'conditionalFormatting', 'dataValidations', 'phoneticPr', 'rPh', 'sheetViews', 'drawing'],
  ...['legacyDrawing', 'borders', 'cellStyleXfs', 'cellStyles', 'dxfs', 'tableStyles', 'fmtScheme', 'fontScheme'],
]);

/** A part that a part of the workbook names, by its path in the package. */
function inside(target: string, from = 'xl'): string {
  return target.startsWith('/') ? target.slice(1) : path.posix.join(from, target);
}

function oneLine(runs: readonly Run[]): string {
  return runs
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

function nameOf(name: string): WordBlock {
  return { kind: 'paragraph', heading: 2, runs: [{ text: name }] };
}

interface Book {
  strings: Run[][];
  looks: Look[];
  from1904: boolean;
  /** Where links lead, by the ids of their relations. */
  targets: Map<string, string>;
}

function rowsOf(sheet: Element, book: Book): SheetRows {
  const links = new Map(
    elements(at(sheet, 'hyperlinks'), 'hyperlink').map(({ attributes }) => [
      attributes.ref ?? '',
      book.targets.get(attributes.id ?? ''),
    ]),
  );
  const spans = new Map<string, { columnSpan: number; rowSpan: number }>();
  for (const { attributes } of elements(at(sheet, 'mergeCells'), 'mergeCell')) {
    const [from = '', to = from] = (attributes.ref ?? '').split(':');
    const [start, end] = [placeOf(from), placeOf(to)];
    if (start && end) spans.set(from, { columnSpan: end.column - start.column + 1, rowSpan: end.row - start.row + 1 });
  }
  const rows: Map<number, SheetCell>[] = [];
  let row = -1;
  for (const each of elements(at(sheet, 'sheetData'), 'row')) {
    row = Number(each.attributes.r ?? row + 2) - 1;
    const cells = new Map<number, SheetCell>();
    let column = -1;
    for (const cell of elements(each, 'c')) {
      const { r: ref = '' } = cell.attributes;
      column = placeOf(ref)?.column ?? column + 1;
      const look = book.looks[Number(cell.attributes.s ?? 0)];
      const paragraphs = paragraphsOf(dressed(shownIn(cell, book, look), look, links.get(ref)));
      const span = spans.get(ref) ?? { columnSpan: 1, rowSpan: 1 };
      if (paragraphs.length > 0 || look?.fill)
        cells.set(column, { paragraphs, ...span, ...(look?.fill && { fill: look.fill }) });
    }
    // A sheet may paint a million rows: those that say nothing are none.
    const said = [...cells].filter(([, { paragraphs }]) => paragraphs.length > 0).map(([at]) => at);
    if (said.length === 0) continue;
    withinLimits(row + 1, Math.max(...said) + 1);
    rows[row] = cells;
  }
  return Array.from(rows, (cells) => cells ?? new Map());
}

/** What a cell shows (18.18.11: the kinds of values), as runs. */
function shownIn(cell: Element, { strings, from1904 }: Book, look: Look | undefined): Run[] {
  const value = at(cell, 'v')?.text ?? '';
  switch (cell.attributes.t) {
    case 's':
      return strings[Number(value)] ?? [];
    case 'inlineStr':
      return runsOf(at(cell, 'is'));
    case 'b':
      return [{ text: value === '1' ? 'Yes' : 'No' }];
    case 'str':
    case 'e':
    case 'd':
      return [{ text: value }];
    default: {
      const number = value === '' ? Number.NaN : Number(value);
      return Number.isFinite(number) ? [{ text: shown(number, look?.format ?? 'General', from1904) }] : [];
    }
  }
}

/** The runs of a text; line feeds stay in them. */
function runsOf(text: Element | undefined): Run[] {
  const rich = elements(text, 'r');
  if (rich.length === 0) return [{ text: unescaped(at(text, 't')?.text ?? '') }];
  return rich.map((run) => ({
    text: unescaped(at(run, 't')?.text ?? ''),
    ...(isBold(at(run, 'rPr')) && { bold: true as const }),
  }));
}

/** "_x000D_" stands for a carriage return (22.9.2.19); what a text cannot hold goes. */
function unescaped(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => {
    const character = String.fromCharCode(Number.parseInt(code, 16));
    return /[\t\n\r]|[^\p{Cc}\p{Cs}]/u.test(character) ? character : '';
  });
}

function dressed(runs: readonly Run[], look: Look | undefined, href: string | undefined): Run[] {
  const web = href && runSchema.shape.href.safeParse(href).success ? { href } : {};
  return runs.map((run) => ({ ...run, ...(look?.bold && { bold: true as const }), ...web }));
}

/** "B3" is row 2 and column 1, counted from 0. */
function placeOf(ref: string): { row: number; column: number } | undefined {
  const [, letters, digits] = /^([A-Z]{1,3})(\d{1,7})$/.exec(ref) ?? [];
  if (!letters || !digits) return undefined;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(digits) - 1, column };
}
