import type { WordBlock, WordCell, WordDocument, WordParagraph } from '../../../shared/recognise/document.ts';

/** A cell: its paragraphs as lines, "#rrggbb " before them for a fill; null where the cell above goes on. */
export type Cell = string | null;

/** A document of paragraphs (strings; "**" around a bold one) and tables (rows of cells). */
export function documentOf(...blocks: (string | Cell[][])[]): WordDocument {
  return {
    title: '',
    footer: '',
    leftOut: [],
    blocks: blocks.map(
      (block): WordBlock =>
        typeof block === 'string' ? { kind: 'paragraph', ...paragraph(block) } : { kind: 'table', ...table(block) },
    ),
  };
}

function table(rows: Cell[][]) {
  const above: WordCell[] = [];
  const columns = Math.max(...rows.map((row) => row.length));
  return {
    columns,
    rows: rows.map((row) => ({
      header: false,
      cells: row.flatMap((text, column): WordCell[] => {
        const open = above[column];
        if (text === null && open) {
          open.rowSpan += 1;
          return [];
        }
        const [, fill, words = ''] = /^(?:(#[0-9a-f]{6}) ?)?(.*)$/s.exec(text ?? '') ?? [];
        const cell: WordCell = {
          column,
          columnSpan: row.length === 1 ? columns : 1,
          rowSpan: 1,
          paragraphs: words.split('\n').map(paragraph),
          ...(fill && { fill }),
        };
        above[column] = cell;
        return [cell];
      }),
    })),
  };
}

function paragraph(text: string): WordParagraph {
  const bold = /^\*\*(.*)\*\*$/s.exec(text)?.[1];
  return { runs: bold !== undefined ? [{ text: bold, bold: true }] : text === '' ? [] : [{ text }] };
}
