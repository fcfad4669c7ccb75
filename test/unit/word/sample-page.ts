import type { Fill, Page, PageBlock, PageCell, PageRow, PageTable, Paragraph } from '../../../shared/layout/page.ts';

/**
 * Pages made by hand, for what a layout may not happen to show: every kind of block, list, run, fill and merge.
 */
export const amber: Fill = { colour: '#ffb81c', ink: '#000000', code: 'A' };
export const green: Fill = { colour: '#006747', ink: '#ffffff', code: 'G' };

export function pageOf(blocks: PageBlock[], more: Partial<Page> = {}): Page {
  const title = 'Race equality action plan 2026-27';
  return {
    layout: 'by-hand',
    plain: false,
    title,
    orientation: 'landscape',
    footer: 'Northvale NHS Foundation Trust · as at 31 October 2026',
    properties: { title, subject: 'WRES action plan', creator: 'Northvale NHS Foundation Trust', asAt: '2026-10-31' },
    blocks: [{ kind: 'heading', level: 1, text: title }, ...blocks],
    omitted: [],
    ...more,
  };
}

export function tableOf(rows: PageRow[], more: Partial<PageTable> = {}): PageBlock {
  const columns = rows[0]?.cells.length ?? 0;
  return {
    kind: 'table',
    table: {
      kind: 'actions',
      caption: 'Actions',
      description: 'What the Trust will do, by indicator.',
      widths: Array(columns).fill(1 / columns),
      headerRows: 1,
      rows,
      ...more,
    },
  };
}

export function headerRow(...headings: string[]): PageRow {
  return { mayBreak: false, cells: headings.map((each) => cellOf(each, { header: true })) };
}

export function rowOf(...cells: (string | PageCell | null)[]): PageRow {
  return { mayBreak: false, cells: cells.map((each) => (typeof each === 'string' ? cellOf(each) : each)) };
}

export function cellOf(content: string | Paragraph[], more: Partial<PageCell> = {}): PageCell {
  const paragraphs = typeof content === 'string' ? content.split('\n').map(paragraphOf) : content;
  return { paragraphs, columnSpan: 1, rowSpan: 1, ...more };
}

export function paragraphOf(text: string): Paragraph {
  return { runs: text === '' ? [] : [{ text }] };
}

export const bullet = (text: string, level = 0): Paragraph => ({ runs: [{ text }], list: { kind: 'bullet', level } });

export const numbered = (text: string, value: number, list = 'actions', level = 0): Paragraph => ({
  runs: [{ text }],
  list: { kind: 'number', level, list, value },
});

/** A page with all there is. */
export function everything(): Page {
  return pageOf([
    { kind: 'heading', level: 2, text: 'Introduction' },
    {
      kind: 'paragraph',
      paragraph: {
        runs: [
          { text: 'See ' },
          { text: 'the report', href: 'https://example.nhs.uk/wres?year=2026&page=1' },
          { text: ', or write to ' },
          { text: 'the team', href: 'mailto:edi@example.nhs.uk', bold: true },
          { text: '.\nA second line,\ta tab, ' },
          { text: 'bold', bold: true },
          { text: ' and ' },
          { text: 'italic', italic: true },
          { text: ' <&> “quotes”.' },
        ],
      },
    },
    { kind: 'paragraph', paragraph: bullet('A point') },
    { kind: 'paragraph', paragraph: bullet('A point under it', 1) },
    { kind: 'paragraph', paragraph: numbered('First', 1, 'aims') },
    { kind: 'paragraph', paragraph: numbered('First under it', 1, 'aims', 1) },
    { kind: 'paragraph', paragraph: numbered('Second', 2, 'aims') },
    { kind: 'heading', level: 2, text: 'Actions' },
    tableOf([
      headerRow('Indicator', 'Gaps', 'Action', 'Status'),
      rowOf(
        cellOf(
          [{ runs: [{ text: 'Indicator 1: Pay bands' }] }, { label: 'Objective:', runs: [{ text: 'Fair pay' }] }],
          {
            rowSpan: 2,
            align: 'centre',
            continued: 'Indicator 1 (continued)',
          },
        ),
        'Few seniors',
        cellOf([numbered('Mentor', 1), numbered('Publish', 2)]),
        cellOf('24.08.21 – begun\nAMBER', { fill: amber }),
      ),
      rowOf(
        null,
        '',
        cellOf([numbered('Review', 3)]),
        cellOf([
          { runs: [{ text: 'GREEN' }], fill: green },
          { runs: [{ text: 'AMBER' }], fill: amber },
        ]),
      ),
      rowOf(
        cellOf('Indicator 2: Shortlisting', { columnSpan: 2 }),
        null,
        cellOf([numbered('Own number', 7), bullet('With a point')]),
        cellOf('G', { fill: green, align: 'centre' }),
      ),
    ]),
    { kind: 'heading', level: 2, text: 'Key' },
    tableOf(
      [
        headerRow('Code', 'Meaning'),
        rowOf(cellOf('A', { fill: amber }), 'Late'),
        rowOf(cellOf('G', { fill: green }), 'Done'),
      ],
      {
        kind: 'key',
        caption: 'Key',
        description: 'What the ratings mean.',
        widths: [0.2, 0.8],
      },
    ),
  ]);
}
