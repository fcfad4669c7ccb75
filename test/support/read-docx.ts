import { strFromU8, unzipSync } from 'fflate';
import { all, at, type Element, elements, isOn, parseXml, textOf, value } from './xml.ts';

/**
 * Reads a Word file for the tests: what it says, how it is built and what it looks like, by the rules of ECMA-376.
 * It shares nothing with the writer, so that the two cannot be wrong in the same way.
 */
export interface Docx {
  blocks: Block[];
  headings: { level: number; text: string }[];
  /** The paragraphs outside tables that are not headings. */
  paragraphs: DocxParagraph[];
  tables: DocxTable[];
  /** With fields as "{PAGE}". */
  footer: string;
  properties: Record<string, string>;
  /** The names of the parts, in the order of the zip. */
  names: string[];
  parts: Map<string, Element>;
}

export type Block = DocxParagraph | DocxTable;

export interface DocxParagraph {
  kind: 'paragraph';
  style?: string;
  level?: number;
  /** With its bullet ("• ") or number ("21. ") before it. */
  text: string;
  fill?: string;
  centred: boolean;
  runs: DocxRun[];
}

/** A run with its looks as they come out of defaults, styles and its own properties. */
export interface DocxRun {
  text: string;
  bold: boolean;
  italic: boolean;
  underlined: boolean;
  /** Half-points. */
  size: number;
  colour: string;
  href?: string;
}

export interface DocxTable {
  kind: 'table';
  caption?: string;
  description?: string;
  /** Twips. */
  widths: number[];
  rows: DocxRow[];
}

export interface DocxRow {
  header: boolean;
  cantSplit: boolean;
  /** Twips; a least height. */
  height?: number;
  cells: DocxCell[];
}

export interface DocxCell {
  column: number;
  columnSpan: number;
  /** How many rows the cell reaches down; 0 for a cell that the one above covers. */
  rowSpan: number;
  merge?: 'restart' | 'continue';
  fill?: string;
  text: string;
  paragraphs: DocxParagraph[];
  /** Begins again, at the top of a page, a cell that was merged down from the page before. */
  continued: boolean;
}

export function readDocx(bytes: Uint8Array): Docx {
  const files = Object.entries(unzipSync(bytes));
  const xml = files.filter(([name]) => /\.(xml|rels)$/.test(name));
  const parts = new Map(xml.map(([name, data]) => [name, parseXml(strFromU8(data))]));
  const reader = new BodyReader(parts);
  const body = at(parts.get('word/document.xml'), 'w:body');
  const blocks = reader.blocks(body);
  const paragraphs = blocks.filter((block) => block.kind === 'paragraph');
  const footers = [...parts].filter(([name]) => /^word\/footer\d*\.xml$/.test(name));
  return {
    blocks,
    headings: paragraphs.flatMap(({ level, text }) => (level === undefined ? [] : [{ level, text }])),
    paragraphs: paragraphs.filter(({ level }) => level === undefined),
    tables: blocks.filter((block) => block.kind === 'table'),
    footer: footers
      .map(([, footer]) =>
        reader
          .blocks(footer)
          .map((block) => ('text' in block ? block.text : ''))
          .join('\n'),
      )
      .join('\n'),
    properties: Object.fromEntries(
      elements(parts.get('docProps/core.xml')).map((each) => [each.name.replace(/^\w+:/, ''), textOf(each)]),
    ),
    names: files.map(([name]) => name),
    parts,
  };
}

/** The elements of a story that stand for its paragraphs and tables, content controls seen through. */
export function* blockElements(parent: Element | undefined): Generator<Element> {
  for (const child of elements(parent)) {
    if (child.name === 'w:p' || child.name === 'w:tbl') yield child;
    if (child.name === 'w:sdt') yield* blockElements(at(child, 'w:sdtContent'));
  }
}

class BodyReader {
  private readonly styles: Map<string, Element>;
  private readonly defaults: Element | undefined;
  private readonly numbering: WordNumbering;
  private readonly links: Map<string, string>;

  constructor(parts: Map<string, Element>) {
    const styles = parts.get('word/styles.xml');
    this.styles = new Map(elements(styles, 'w:style').map((style) => [style.attributes['w:styleId'] ?? '', style]));
    this.defaults = at(styles, 'w:docDefaults', 'w:rPrDefault', 'w:rPr');
    this.numbering = new WordNumbering(parts.get('word/numbering.xml'));
    this.links = new Map(
      elements(parts.get('word/_rels/document.xml.rels')).map(({ attributes }) => [
        attributes.Id ?? '',
        attributes.Target ?? '',
      ]),
    );
  }

  blocks(parent: Element | undefined): Block[] {
    return [...blockElements(parent)].map((each) => (each.name === 'w:p' ? this.paragraph(each) : this.table(each)));
  }

  private paragraph(element: Element): DocxParagraph {
    const properties = at(element, 'w:pPr');
    const style = value(properties, 'w:pStyle');
    const name = value(this.styles.get(style ?? ''), 'w:name');
    const level = /^heading (\d)$/i.exec(name ?? '')?.[1];
    const runs = [...this.runs(element, style ?? 'Normal')];
    return {
      kind: 'paragraph',
      ...(style && { style }),
      ...(level && { level: Number(level) }),
      text: this.numbering.label(at(properties, 'w:numPr')) + runs.map(({ text }) => text).join(''),
      ...fillOf(properties),
      centred: value(properties, 'w:jc') === 'center',
      runs,
    };
  }

  private *runs(parent: Element, paragraphStyle: string, href?: string): Generator<DocxRun> {
    for (const child of elements(parent)) {
      if (child.name === 'w:r') {
        const text = runText(child);
        if (text !== '') yield { text, ...this.looks(child, paragraphStyle), ...(href !== undefined && { href }) };
      } else if (child.name === 'w:hyperlink') {
        yield* this.runs(child, paragraphStyle, this.links.get(child.attributes['r:id'] ?? ''));
      } else if (child.name === 'w:ins' || child.name === 'w:smartTag') {
        yield* this.runs(child, paragraphStyle, href);
      }
    }
  }

  /** Later ones win: the document's defaults, the paragraph's styles, the run's styles, the run itself. */
  private looks(run: Element, paragraphStyle: string): Omit<DocxRun, 'text'> {
    const own = at(run, 'w:rPr');
    const layers = [this.defaults, ...this.lineage(paragraphStyle), ...this.lineage(value(own, 'w:rStyle')), own];
    const last = (name: string) =>
      layers
        .map((layer) => at(layer, name))
        .filter(Boolean)
        .at(-1);
    const on = (name: string) => layers.some((layer) => at(layer, name) === last(name) && isOn(layer, name));
    const colour = last('w:color')?.attributes['w:val'] ?? 'auto';
    return {
      bold: on('w:b'),
      italic: on('w:i'),
      underlined: !['none', undefined].includes(last('w:u')?.attributes['w:val']),
      size: Number(last('w:sz')?.attributes['w:val'] ?? 20),
      colour: colour === 'auto' ? '000000' : colour,
    };
  }

  /** The run properties of a style and of those that it builds on, the furthest first. */
  private lineage(id: string | undefined): (Element | undefined)[] {
    const style = this.styles.get(id ?? '');
    return style ? [...this.lineage(value(style, 'w:basedOn')), at(style, 'w:rPr')] : [];
  }

  private table(element: Element): DocxTable {
    const properties = at(element, 'w:tblPr');
    const rows = elements(element, 'w:tr').map((row) => this.row(row));
    for (const [index, row] of rows.entries()) {
      for (const cell of row.cells)
        if (cell.merge === 'restart') cell.rowSpan = 1 + depthBelow(rows.slice(index + 1), cell);
    }
    const caption = value(properties, 'w:tblCaption');
    const description = value(properties, 'w:tblDescription');
    return {
      kind: 'table',
      ...(caption !== undefined && { caption }),
      ...(description !== undefined && { description }),
      widths: elements(at(element, 'w:tblGrid'), 'w:gridCol').map(({ attributes }) => Number(attributes['w:w'])),
      rows,
    };
  }

  private row(element: Element): DocxRow {
    const properties = at(element, 'w:trPr');
    const height = value(properties, 'w:trHeight');
    let column = Number(value(properties, 'w:gridBefore') ?? 0);
    const cells = elements(element, 'w:tc').map((cell) => {
      const columnSpan = Number(value(cell, 'w:tcPr', 'w:gridSpan') ?? 1);
      column += columnSpan;
      return this.cell(cell, column - columnSpan, columnSpan);
    });
    return {
      header: isOn(properties, 'w:tblHeader'),
      cantSplit: isOn(properties, 'w:cantSplit'),
      ...(height !== undefined && { height: Number(height) }),
      cells,
    };
  }

  private cell(element: Element, column: number, columnSpan: number): DocxCell {
    const properties = at(element, 'w:tcPr');
    const vMerge = value(properties, 'w:vMerge');
    const merge = vMerge === undefined ? undefined : vMerge === 'restart' ? 'restart' : 'continue';
    const paragraphs = this.blocks(element).filter((block) => block.kind === 'paragraph');
    const text = paragraphs.map((paragraph) => paragraph.text).join('\n');
    return {
      column,
      columnSpan,
      rowSpan: merge === 'continue' ? 0 : 1,
      ...(merge && { merge }),
      ...fillOf(properties),
      text,
      paragraphs,
      continued: /(^|\s)\(continued\)$/.test(text),
    };
  }
}

/** How many of the next rows continue a merged cell. */
function depthBelow(rows: DocxRow[], { column }: DocxCell): number {
  const end = rows.findIndex((row) => row.cells.find((cell) => cell.column === column)?.merge !== 'continue');
  return end === -1 ? rows.length : end;
}

function fillOf(properties: Element | undefined): { fill?: string } {
  const fill = at(properties, 'w:shd')?.attributes['w:fill'];
  return fill === undefined || fill === 'auto' ? {} : { fill: fill.toUpperCase() };
}

function runText(run: Element): string {
  return elements(run)
    .map((child) => {
      if (child.name === 'w:t') return textOf(child);
      if (child.name === 'w:tab') return '\t';
      if (child.name === 'w:br' || child.name === 'w:cr') return '\n';
      if (child.name === 'w:noBreakHyphen') return '-';
      return child.name === 'w:instrText' ? `{${textOf(child).trim()}}` : '';
    })
    .join('');
}

/**
 * Counts list items as Word does (ECMA-376 part 1, 17.9): a definition (`w:abstractNum`) has one count for each level,
 * shared by the lists (`w:num`) made of it; a list that overrides a start sets the count back where it is first used.
 */
class WordNumbering {
  private readonly definitions: Map<string, Element>;
  private readonly lists: Map<string, Element>;
  private readonly begun = new Set<string>();
  private readonly counts = new Map<string, (number | undefined)[]>();

  constructor(numbering: Element | undefined) {
    this.definitions = new Map(
      elements(numbering, 'w:abstractNum').map((each) => [each.attributes['w:abstractNumId'] ?? '', each]),
    );
    this.lists = new Map(elements(numbering, 'w:num').map((each) => [each.attributes['w:numId'] ?? '', each]));
  }

  /** What stands before a paragraph: "• ", "21. " or, where it is no item, "". */
  label(properties: Element | undefined): string {
    const id = value(properties, 'w:numId') ?? '0';
    const list = this.lists.get(id);
    if (!list) return '';
    const level = Number(value(properties, 'w:ilvl') ?? 0);
    const definition = this.definitions.get(value(list, 'w:abstractNumId') ?? '');
    const format = levelOf(definition, level);
    if (value(format, 'w:numFmt') === 'bullet') return '• ';

    const counts = this.countsOf(id, list);
    const startOf = (each: number) =>
      Number(value(overrideOf(list, each), 'w:startOverride') ?? value(levelOf(definition, each), 'w:start') ?? 0);
    counts[level] = counts[level] === undefined ? startOf(level) : counts[level] + 1;
    counts.fill(undefined, level + 1);
    const print = (_: string, number: string) => String(counts[Number(number) - 1] ?? startOf(Number(number) - 1));
    return `${(value(format, 'w:lvlText') ?? '').replace(/%(\d)/g, print)} `;
  }

  private countsOf(id: string, list: Element): (number | undefined)[] {
    const definition = value(list, 'w:abstractNumId') ?? '';
    const counts = this.counts.get(definition) ?? Array(9).fill(undefined);
    this.counts.set(definition, counts);
    if (!this.begun.has(id))
      for (const { attributes } of all(list, 'w:lvlOverride')) counts[Number(attributes['w:ilvl'])] = undefined;
    this.begun.add(id);
    return counts;
  }
}

function levelOf(definition: Element | undefined, level: number): Element | undefined {
  return elements(definition, 'w:lvl').find(({ attributes }) => attributes['w:ilvl'] === String(level));
}

function overrideOf(list: Element, level: number): Element | undefined {
  return elements(list, 'w:lvlOverride').find(({ attributes }) => attributes['w:ilvl'] === String(level));
}
