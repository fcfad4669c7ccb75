import {
  AlignmentType,
  BookmarkEnd,
  BookmarkStart,
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  HeightRule,
  LevelFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
} from 'docx';
import { markNames } from '../../shared/layout/marks.ts';
import type {
  Fill,
  Page,
  PageCell,
  Paragraph as PageParagraph,
  PageRow,
  PageTable,
  Source,
} from '../../shared/layout/page.ts';
import type { Run } from '../../shared/plan/rich-text.ts';
import { type Printed, withContinuations } from './continued.ts';
import { finish } from './finish.ts';
import {
  a4,
  cellMargins,
  colours,
  columnWidths,
  listStep,
  margins,
  roomyColumns,
  spacing,
  textWidth,
} from './measures.ts';
import { largestNumber, listLevels, type NumberedList, type Numbering, planNumbering } from './numbering.ts';
import { styles } from './styles.ts';

/**
 * Writes a page as a Word document (ECMA-376, transitional). The same page gives the same bytes, wherever and whenever
 * it is written. This is the only file that knows the docx library.
 */
export async function writeWord(page: Page): Promise<Uint8Array> {
  const printed = withContinuations(page);
  return finish(compiler.compile(documentOf(printed)), printed.page);
}

/** What the library makes before it zips it: its own zip would only be opened and closed again, a quarter of the time. */
const { compiler } = Packer as unknown as { compiler: { compile(document: Document): Map<string, string> } };

function documentOf(printed: Printed): Document {
  const { page } = printed;
  const numbering = planNumbering(page);
  const context = { numbering, step: listStep(largestNumber(page)), printed, mark: marker() };
  return new Document({
    title: page.properties.title,
    subject: page.properties.subject,
    creator: page.properties.creator,
    compatibility: { version: 15 },
    styles,
    numbering: {
      config: [
        { reference: bullets, levels: levels(LevelFormat.BULLET, context.step, () => 1) },
        ...numbering.definitions.map(({ id, starts }) => ({
          reference: reference(id),
          levels: levels(LevelFormat.DECIMAL, context.step, (level) => starts[level] ?? 1),
        })),
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: {
              ...a4,
              orientation: page.orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: margins,
          },
        },
        footers: { default: footer(page) },
        children: body(context),
      },
    ],
  });
}

interface Context {
  numbering: Numbering;
  /** How far each level of a list stands in. */
  step: number;
  printed: Printed;
  mark: Mark;
}

function body(context: Context): (Paragraph | Table)[] {
  const { page, newPage } = context.printed;
  return page.blocks.flatMap((block, index) => {
    const next = page.blocks[index + 1];
    if (block.kind === 'heading') {
      const pageBreakBefore = block === newPage ? true : undefined;
      return [
        new Paragraph({
          heading: headingLevels[block.level],
          pageBreakBefore,
          children: context.mark(block.source, text({ text: block.text })),
        }),
      ];
    }
    if (block.kind === 'paragraph') {
      const { list } = block.paragraph;
      const nextInList = next?.kind === 'paragraph' && next.paragraph.list !== undefined;
      return [
        paragraph(block.paragraph, {
          context,
          style: list ? 'ListParagraph' : 'Normal',
          before: page.blocks[index - 1]?.kind === 'table' ? spacing.afterTable : undefined,
          after: list && !nextInList ? spacing.body.after : undefined,
          keepNext: next?.kind === 'table',
        }),
      ];
    }
    const written = table(block.table, textWidth(page.orientation), context);
    // Word needs a paragraph after a last table, and would make one table of two that touch.
    if (!next) return [written, new Paragraph({ style: 'AfterTable' })];
    return next.kind === 'table' ? [written, new Paragraph({ style: 'BetweenTables' })] : [written];
  });
}

function table(table: PageTable, width: number, context: Context): Table {
  const widths = columnWidths(table.widths, width);
  const style = widths.length > roomyColumns ? 'TableTextDense' : 'TableText';
  const merges: Merges = new Map();
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    margins: { ...cellMargins, marginUnitType: WidthType.DXA },
    borders: { top: rule, bottom: rule, left: rule, right: rule, insideHorizontal: rule, insideVertical: rule },
    tableLook: {
      firstRow: table.headerRows > 0,
      firstColumn: false,
      lastRow: false,
      lastColumn: false,
      noHBand: true,
      noVBand: true,
    },
    rows: table.rows.map((row, index) => {
      const header = index < table.headerRows;
      const leastHeight = context.printed.leastHeights.get(row);
      const keepNext = header || (table.kind === 'key' && index < table.rows.length - 1);
      return new TableRow({
        cantSplit: header || !row.mayBreak ? true : undefined,
        tableHeader: header ? true : undefined,
        keepNext: keepNext ? true : undefined,
        height: leastHeight === undefined ? undefined : { value: Math.round(leastHeight), rule: HeightRule.ATLEAST },
        children: cells(row, { widths, merges, style, context }),
      });
    }),
  });
}

/** The merges that reach down into the next row, by the column that they begin in. */
type Merges = Map<number, { rowsLeft: number; columnSpan: number; fill?: Fill }>;

interface RowContext {
  widths: number[];
  merges: Merges;
  style: string;
  context: Context;
}

function cells(row: PageRow, { widths, merges, style, context }: RowContext): TableCell[] {
  const written: TableCell[] = [];
  for (let column = 0; column < widths.length; ) {
    const cell = row.cells[column];
    const above = merges.get(column);
    const columnSpan = cell?.columnSpan ?? above?.columnSpan ?? 1;
    const options = {
      width: { size: sum(widths.slice(column, column + columnSpan)), type: WidthType.DXA },
      columnSpan: columnSpan > 1 ? columnSpan : undefined,
    };
    if (cell) {
      merges.delete(column);
      if (cell.rowSpan > 1) merges.set(column, { rowsLeft: cell.rowSpan - 1, columnSpan, fill: cell.fill });
      written.push(
        new TableCell({
          ...options,
          shading: shading(cellColour(cell)),
          verticalAlign: cell.header ? VerticalAlignTable.CENTER : undefined,
          verticalMerge: cell.rowSpan > 1 ? VerticalMergeType.RESTART : undefined,
          children: cellParagraphs(cell, style, context),
        }),
      );
    } else if (above) {
      above.rowsLeft--;
      if (above.rowsLeft === 0) merges.delete(column);
      written.push(
        new TableCell({
          ...options,
          shading: shading(above.fill?.colour),
          verticalMerge: VerticalMergeType.CONTINUE,
          children: [new Paragraph({ style })],
        }),
      );
    }
    column += columnSpan;
  }
  return written;
}

function cellParagraphs(cell: PageCell, style: string, context: Context): Paragraph[] {
  const look = {
    context,
    style: cell.header ? 'TableHeading' : style,
    ink: cell.fill?.ink ?? (cell.header ? '#ffffff' : undefined),
    centred: cell.align === 'centre',
  };
  return cell.paragraphs.length === 0
    ? [new Paragraph({ style })]
    : cell.paragraphs.map((each) => paragraph(each, look));
}

function cellColour(cell: PageCell): string | undefined {
  return cell.fill?.colour ?? (cell.header ? colours.darkBlue : undefined);
}

interface Look {
  context: Context;
  style: string;
  /** The colour that the text must have on its cell's fill. */
  ink?: string;
  centred?: boolean;
  keepNext?: boolean;
  /** Twips, where they are not the style's. */
  before?: number;
  after?: number;
}

function paragraph(
  paragraph: PageParagraph,
  { context, style, ink, centred, keepNext, before, after }: Look,
): Paragraph {
  const colour = paragraph.fill?.ink ?? ink;
  const label = paragraph.label === undefined ? [] : text({ text: `${paragraph.label} `, bold: true }, colour);
  return new Paragraph({
    style,
    alignment: centred ? AlignmentType.CENTER : undefined,
    keepNext: keepNext ? true : undefined,
    shading: shading(paragraph.fill?.colour),
    spacing: before === undefined && after === undefined ? undefined : { before, after },
    ...listOf(paragraph, context),
    children: context.mark(paragraph.source, [...label, ...paragraph.runs.flatMap((run) => text(run, colour))]),
  });
}

/** Puts the bookmark of what a text shows around it. */
type Mark = (source: Source | undefined, children: ParagraphChild[]) => ParagraphChild[];

function marker(): Mark {
  const nameOf = markNames();
  let id = 0;
  return (source, children) => {
    const name = nameOf(source);
    if (name === undefined) return children;
    id += 1;
    // The library's types know the two only within a `Bookmark`, whose ids count on from file to file.
    return [new BookmarkStart(name, id), ...children, new BookmarkEnd(id)] as ParagraphChild[];
  };
}

function listOf(paragraph: PageParagraph, { numbering, step }: Context) {
  const { list } = paragraph;
  if (!list) return {};
  if (list.kind === 'continuation') return { indent: { left: step * (list.level + 1) } };
  if (list.kind === 'bullet') return { numbering: { reference: bullets, instance: 0, level: list.level } };
  const { definition, instance } = numbering.listOf.get(paragraph) as NumberedList;
  return { numbering: { reference: reference(definition), instance, level: list.level } };
}

/** A run in Word; line feeds and tabs are elements of their own there. */
function text({ text, bold, italic, href }: Run, ink?: string): ParagraphChild[] {
  const look = {
    bold,
    italics: italic,
    color: ink === undefined ? undefined : hex(ink),
    style: href === undefined ? undefined : 'Hyperlink',
  };
  const runs = text.split('\n').flatMap((line, lineIndex) =>
    line.split('\t').map((words, tabIndex) =>
      // As `text`, since the library takes the string "CURRENT" for a page number where it stands among `children`.
      tabIndex === 0
        ? new TextRun({ ...look, text: words, break: lineIndex > 0 ? 1 : undefined })
        : [new TextRun({ ...look, children: [new Tab()] }), new TextRun({ ...look, text: words })],
    ),
  );
  const children = runs.flat();
  return href === undefined ? children : [new ExternalHyperlink({ link: href, children })];
}

function footer(page: Page): Footer {
  return new Footer({
    children: [
      new Paragraph({
        style: 'Footer',
        border: { top: { ...rule, space: 4 } },
        tabStops: [{ type: TabStopType.RIGHT, position: textWidth(page.orientation) }],
        children: [
          ...text({ text: page.footer }),
          new TextRun({ children: [new Tab()] }),
          new TextRun({ text: 'Page ' }),
          new TextRun({ children: [PageNumber.CURRENT] }),
          new TextRun({ text: ' of ' }),
          new TextRun({ children: [PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  });
}

const headingLevels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 };
const rule = { style: BorderStyle.SINGLE, size: 4, color: colours.rule };

/**
 * The library finds its lists again by their names, in braces, anywhere in the document. No text of a plan can hold
 * this character, so that none can be taken for a list.
 */
const reference = (name: string) => `\uffff${name}`;
const bullets = reference('bullets');

function levels(
  format: (typeof LevelFormat)[keyof typeof LevelFormat],
  step: number,
  start: (level: number) => number,
) {
  return Array.from({ length: listLevels }, (_, level) => ({
    level,
    format,
    start: start(level),
    text: format === LevelFormat.BULLET ? (level % 2 === 0 ? '•' : '–') : `%${level + 1}.`,
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: step * (level + 1), hanging: step } } },
  }));
}

function shading(colour: string | undefined) {
  return colour === undefined ? undefined : { type: ShadingType.CLEAR, color: 'auto', fill: hex(colour) };
}

function hex(colour: string): string {
  return colour.replace('#', '').toUpperCase();
}

function sum(numbers: number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}
