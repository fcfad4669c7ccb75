import type { Fill, Page, Paragraph } from '../../shared/layout/page.ts';
import type { Docx, DocxCell, DocxParagraph, DocxRow, DocxTable } from './read-docx.ts';
import type { Grid } from './seeds.ts';

/** `span`: how many rows it covers, where more than one; `fill`: the code of its fill, or of each filled line. */
export type GridCell = NonNullable<Grid['tables'][number]['rows'][number][number]>;

/**
 * The grid of a Word file. The page that it was written from says which tables it has and what its colours are called;
 * all else is read from the file. A cell that goes on after a page break is one with the cell that it continues.
 */
export function toGrid(docx: Docx, page: Page): Grid {
  const codes = new Codes(page);
  const kinds = page.blocks.flatMap((block) => (block.kind === 'table' ? [block.table.kind] : []));
  const actions = docx.tables.filter((_, index) => kinds[index] === 'actions');
  const key = docx.tables.find((_, index) => kinds[index] === 'key');
  const [banner, ...headings] = headerRows(actions[0]);
  return {
    title: docx.headings[0]?.text ?? '',
    tables: actions.map((table) => ({
      columns:
        headerRows(table)
          .at(-1)
          ?.cells.map(({ text }) => normal(text)) ?? [],
      rows: joinContinued(table).map((row) => row.map((cell) => cell && gridCell(cell, codes))),
    })),
    ...(key && { key: key.rows.map((row) => row.cells.map((cell) => gridCell(cell, codes))) }),
    ...(banner &&
      headings.length > 0 && {
        banner: banner.cells.map(({ text, columnSpan }) => ({ text: normal(text), columns: columnSpan })),
      }),
  };
}

/** A text without blank lines and runs of white space, which do not count. */
export function normal(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '' && line !== '•')
    .join('\n');
}

/** The rows below the headers, an entry for each column: null where a cell above or to the left covers it. */
export function joinContinued(table: DocxTable): (DocxCell | null)[][] {
  const origins: (DocxCell | null)[] = [];
  return table.rows
    .filter(({ header }) => !header)
    .map((row) => {
      const entries: (DocxCell | null)[] = Array(table.widths.length).fill(null);
      for (const cell of row.cells) {
        const origin = origins[cell.column];
        if (cell.continued && origin) {
          origin.rowSpan += cell.rowSpan;
        } else if (cell.merge !== 'continue') {
          const copy = { ...cell };
          entries[cell.column] = copy;
          origins[cell.column] = copy;
        }
      }
      return entries;
    });
}

function headerRows(table: DocxTable | undefined): DocxRow[] {
  return table?.rows.filter(({ header }) => header) ?? [];
}

function gridCell(cell: DocxCell, codes: Codes): GridCell {
  const lines = cell.paragraphs.flatMap((paragraph) => codes.ofParagraph(paragraph) ?? []);
  const fill = codes.ofCell(cell) ?? (lines.length > 1 ? lines : lines[0]);
  return {
    text: normal(cell.text),
    ...(cell.rowSpan > 1 && { span: cell.rowSpan }),
    ...(fill !== undefined && { fill }),
  };
}

/** The codes of a page's fills. Two ratings may share a colour; then the text decides. */
class Codes {
  private readonly codes = new Map<string, string>();

  constructor(page: Page) {
    for (const block of page.blocks) {
      if (block.kind !== 'table') continue;
      for (const cell of block.table.rows.flatMap((row) => row.cells)) {
        if (cell?.fill) this.add(cell.fill, cell.paragraphs);
        for (const paragraph of cell?.paragraphs ?? []) if (paragraph.fill) this.add(paragraph.fill, [paragraph]);
      }
    }
  }

  ofCell({ fill, text }: DocxCell): string | undefined {
    return this.find(fill, text);
  }

  ofParagraph({ fill, text }: DocxParagraph): string | undefined {
    return this.find(fill, text);
  }

  private find(colour: string | undefined, text: string): string | undefined {
    if (colour === undefined) return undefined;
    return this.codes.get(`${colour} ${normal(text)}`) ?? this.codes.get(colour);
  }

  private add({ colour, code }: Fill, paragraphs: Paragraph[]): void {
    const hex = colour.slice(1).toUpperCase();
    const text = normal(paragraphs.map(({ runs }) => runs.map((run) => run.text).join('')).join('\n'));
    this.codes.set(`${hex} ${text}`, code);
    if (!this.codes.has(hex)) this.codes.set(hex, code);
  }
}
