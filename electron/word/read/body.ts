import { isMarkName } from '../../../shared/layout/marks.ts';
import { PlanError } from '../../../shared/messages.ts';
import type { Run } from '../../../shared/plan/rich-text.ts';
import { runSchema } from '../../../shared/plan/rich-text.ts';
import { printable } from '../../../shared/plan/text.ts';
import type { WordBlock, WordCell, WordParagraph, WordTable } from '../../../shared/recognise/document.ts';
import { colourOf } from './colours.ts';
import type { Numbering } from './numbering.ts';
import type { Styles } from './styles.ts';
import { at, type Element, elements, isOn, value } from './xml.ts';

/** The most columns that Word itself can make. */
const mostColumns = 63;

/** What is read without a look at its own name: what stands in it counts as if it stood there by itself. */
const transparent = new Set([
  'sdt',
  'sdtContent',
  'ins',
  'moveTo',
  'smartTag',
  'customXml',
  'fldSimple',
  'AlternateContent',
  'Choice',
  'dir',
  'bdo',
]);

/** What a paragraph needs from the other parts of the file. */
export interface Surroundings {
  numbering: Numbering;
  styles: Styles;
  /** The targets of links, by the id of their relationship. */
  links: ReadonlyMap<string, string>;
}

/** The paragraphs and tables of a story, in order. */
export function blocksOf(parent: Element, around: Surroundings): WordBlock[] {
  return seenThrough(parent, ['p', 'tbl']).flatMap((each): WordBlock[] => {
    if (each.name === 'p') return [{ kind: 'paragraph', ...paragraphOf(each, around) }];
    const framed = framedBy(each);
    return framed ? blocksOf(framed, around) : [{ kind: 'table', ...tableOf(each, around) }];
  });
}

/** The one cell of a table that is but a frame around another of several rows. */
function framedBy(table: Element): Element | undefined {
  const cells = seenThrough(table, ['tr']).flatMap((row) => seenThrough(row, ['tc']));
  const [cell] = cells;
  const isFrame = (inner: Element) => seenThrough(inner, ['tr']).length > 1;
  return cells.length === 1 && cell && seenThrough(cell, ['tbl']).some(isFrame) ? cell : undefined;
}

function paragraphOf(element: Element, { numbering, styles, links }: Surroundings): WordParagraph {
  const properties = at(element, 'pPr');
  const style = value(properties, 'pStyle');
  const runs: Run[] = [];
  let colour = colourOf(at(properties, 'shd'));
  for (const { run, href } of runsIn(element, links)) {
    const looks = at(run, 'rPr');
    if (isOn(looks, 'vanish')) continue;
    const text = textOf(run);
    if (text === '') continue;
    colour ??= colourOf(at(looks, 'highlight')) ?? colourOf(at(looks, 'shd')) ?? colourOf(at(looks, 'color'));
    add(runs, {
      text,
      ...(isOn(looks, 'b') && { bold: true as const }),
      ...(isOn(looks, 'i') && { italic: true as const }),
      ...(href !== undefined && { href }),
    });
  }
  const list = styles.list(style, at(properties, 'numPr'));
  const label = list && numbering.label(list.id, list.level, list.ofStyle);
  const heading = styles.heading(style, value(properties, 'outlineLvl'));
  const marks = seenThrough(element, ['bookmarkStart']).flatMap(({ attributes: { name = '' } }) =>
    isMarkName(name) ? [name] : [],
  );
  return {
    runs,
    ...(label && { label }),
    ...(heading && { heading }),
    ...(marks.length > 0 && { marks }),
    ...(colour && { colour }),
  };
}

/** Word cuts a text into runs for reasons of its own: neighbours that look alike become one. */
function add(runs: Run[], run: Run): void {
  const last = runs.at(-1);
  if (last && last.bold === run.bold && last.italic === run.italic && last.href === run.href) last.text += run.text;
  else runs.push(run);
}

function* runsIn(
  parent: Element,
  links: ReadonlyMap<string, string>,
  href?: string,
): Generator<{ run: Element; href?: string | undefined }> {
  for (const child of parent.children) {
    if (child.name === 'r') yield { run: child, href };
    else if (child.name === 'hyperlink') yield* runsIn(child, links, safeLink(links.get(child.attributes.id ?? '')));
    else if (transparent.has(child.name)) yield* runsIn(child, links, href);
  }
}

function safeLink(target: string | undefined): string | undefined {
  return runSchema.shape.href.safeParse(target).success ? target : undefined;
}

function textOf(run: Element): string {
  return printable(run.children.map(pieceOf).join(''));
}

function pieceOf(child: Element): string {
  switch (child.name) {
    case 't':
      return child.text;
    case 'tab':
    case 'ptab':
      return '\t';
    case 'br':
      return ['page', 'column'].includes(child.attributes.type ?? '') ? '' : '\n';
    case 'cr':
      return '\n';
    case 'noBreakHyphen':
      return '-';
    case 'sym':
      return symbols[(child.attributes.char ?? '').toUpperCase().replace(/^F0/, '')] ?? '';
    case 'AlternateContent':
    case 'Choice':
      return child.children.map(pieceOf).join('');
    default:
      return '';
  }
}

/** Signs of the fonts Symbol and Wingdings that plans use, by the last two digits of their code. */
const symbols: Record<string, string> = { B7: '•', A7: '•', D8: '•', FC: '✓', FE: '✓', FB: '✗', '6C': '●' };

function tableOf(element: Element, around: Surroundings): WordTable {
  const above: (WordCell | undefined)[] = [];
  const rows = seenThrough(element, ['tr']).map((row) => {
    const properties = at(row, 'trPr');
    let column = Math.min(mostColumns, whole(value(properties, 'gridBefore'), 0));
    const cells: WordCell[] = [];
    for (const tc of seenThrough(row, ['tc'])) {
      const look = at(tc, 'tcPr');
      const columnSpan = Math.max(1, Math.min(mostColumns, whole(value(look, 'gridSpan'), 1)));
      const merge = at(look, 'vMerge');
      const covering = above[column];
      if (merge && merge.attributes.val !== 'restart' && covering) {
        covering.rowSpan += 1;
      } else {
        const cell = cellOf(tc, around, column, columnSpan);
        cells.push(cell);
        for (let each = column; each < column + columnSpan; each += 1) above[each] = merge ? cell : undefined;
      }
      column += columnSpan;
      if (column > 2 * mostColumns)
        throw new PlanError('word-too-large', { found: 'a table of it has more columns than Word can make' });
    }
    return { header: isOn(properties, 'tblHeader'), cells, width: column };
  });
  const columns = Math.max(0, ...rows.map(({ width }) => width));
  const widths = elements(at(element, 'tblGrid'), 'gridCol').map(({ attributes }) => whole(attributes.w, 0));
  return {
    columns,
    ...(widths.length === columns && widths.every((width) => width > 0) && { widths }),
    rows: rows.map(({ header, cells }) => ({ header, cells })),
  };
}

/** A table within a cell is read as the paragraphs that it holds. */
function cellOf(element: Element, around: Surroundings, column: number, columnSpan: number): WordCell {
  const fill = colourOf(at(element, 'tcPr', 'shd'));
  const paragraphs = seenThrough(element, ['p', 'tbl']).flatMap((each) =>
    each.name === 'p' ? [paragraphOf(each, around)] : within(each, around),
  );
  return { column, columnSpan, rowSpan: 1, paragraphs, ...(fill && { fill }) };
}

function within(table: Element, around: Surroundings): WordParagraph[] {
  return tableOf(table, around).rows.flatMap(({ cells }) => cells.flatMap(({ paragraphs }) => paragraphs));
}

/** The elements of some names below one, wrappers seen through. */
function seenThrough(parent: Element, names: string[]): Element[] {
  return parent.children.flatMap((child) => {
    if (names.includes(child.name)) return [child];
    return transparent.has(child.name) ? seenThrough(child, names) : [];
  });
}

function whole(text: string | undefined, otherwise: number): number {
  const number = Number(text ?? otherwise);
  return Number.isInteger(number) && number >= 0 ? number : otherwise;
}
