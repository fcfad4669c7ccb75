import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnWidths, textWidth } from '../../../electron/word/measures.ts';
import { writeWord } from '../../../electron/word/write.ts';
import type { Paragraph } from '../../../shared/layout/page.ts';
import { type DocxCell, readDocx } from '../../support/read-docx.ts';
import { lintWord } from '../../support/word-lint.ts';
import { amber, bullet, cellOf, everything, headerRow, pageOf, paragraphOf, rowOf, tableOf } from './sample-page.ts';

const look = ({ column, columnSpan, rowSpan, fill, text }: DocxCell) => ({ column, columnSpan, rowSpan, fill, text });

describe('a Word file', () => {
  test('says what the page says', async () => {
    const docx = readDocx(await writeWord(everything()));
    expect(docx.headings).toEqual([
      { level: 1, text: 'Race equality action plan 2026-27' },
      { level: 2, text: 'Introduction' },
      { level: 2, text: 'Actions' },
      { level: 2, text: 'Key' },
    ]);
    expect(docx.paragraphs.map(({ text }) => text)).toEqual([
      'See the report, or write to the team.\nA second line,\ta tab, bold and italic <&> “quotes”.',
      '• A point',
      '• A point under it',
      '1. First',
      '1. First under it',
      '2. Second',
      '',
    ]);
    expect(docx.footer).toBe('Northvale NHS Foundation Trust · as at 31 October 2026\tPage {PAGE} of {NUMPAGES}');
    expect(docx.properties).toEqual({
      title: 'Race equality action plan 2026-27',
      subject: 'WRES action plan',
      creator: 'Northvale NHS Foundation Trust',
      lastModifiedBy: 'Northvale NHS Foundation Trust',
      revision: '1',
      created: '2026-10-31T00:00:00Z',
      modified: '2026-10-31T00:00:00Z',
      language: 'en-GB',
    });
  });

  test('has the page’s tables, with their merges, fills and headers', async () => {
    const [actions] = readDocx(await writeWord(everything())).tables;
    expect(actions?.caption).toBe('Actions');
    expect(actions?.rows.map(({ header, cantSplit }) => [header, cantSplit])).toEqual([
      [true, true],
      [false, true],
      [false, true],
      [false, true],
    ]);
    expect(actions?.rows.map(({ cells }) => cells.map(look))).toMatchObject([
      [{ text: 'Indicator' }, { text: 'Gaps' }, { text: 'Action' }, { text: 'Status', fill: '003087' }],
      [
        { column: 0, rowSpan: 2, text: 'Indicator 1: Pay bands\nObjective: Fair pay' },
        { column: 1, rowSpan: 1, text: 'Few seniors' },
        { column: 2, text: '1. Mentor\n2. Publish' },
        { column: 3, text: '24.08.21 – begun\nAMBER', fill: 'FFB81C' },
      ],
      [
        { column: 0, rowSpan: 0, text: '' },
        { text: '' },
        { text: '3. Review' },
        { text: 'GREEN\nAMBER', fill: undefined },
      ],
      [
        { column: 0, columnSpan: 2, text: 'Indicator 2: Shortlisting' },
        { column: 2, text: '7. Own number\n• With a point' },
        { column: 3, text: 'G', fill: '006747' },
      ],
    ]);
    expect(actions?.rows[2]?.cells[3]?.paragraphs.map(({ fill }) => fill)).toEqual(['006747', 'FFB81C']);
    expect(actions?.rows[3]?.cells[2]?.paragraphs.map(({ centred }) => centred)).toEqual([true]);
    expect(actions?.widths.reduce((a, b) => a + b)).toBe(textWidth('landscape'));
  });

  test('prints labels in bold, the ink of a fill, and links that can be seen and followed', async () => {
    const { tables, paragraphs } = readDocx(await writeWord(everything()));
    const objective = tables[0]?.rows[1]?.cells[0]?.paragraphs[1]?.runs;
    expect(objective?.map(({ text, bold }) => [text, bold])).toEqual([
      ['Objective: ', true],
      ['Fair pay', false],
    ]);
    expect(tables[1]?.rows[1]?.cells[0]?.paragraphs[0]?.runs[0]?.colour).toBe('000000');
    expect(tables[1]?.rows[2]?.cells[0]?.paragraphs[0]?.runs[0]?.colour).toBe('FFFFFF');
    const links = paragraphs[0]?.runs.filter(({ href }) => href !== undefined);
    expect(links?.map(({ text, href, underlined, bold }) => ({ text, href, underlined, bold }))).toEqual([
      { text: 'the report', href: 'https://example.nhs.uk/wres?year=2026&page=1', underlined: true, bold: false },
      { text: 'the team', href: 'mailto:edi@example.nhs.uk', underlined: true, bold: true },
    ]);
  });

  test('passes the lint', async () => {
    expect(lintWord(await writeWord(everything()))).toEqual([]);
  });

  test('keeps texts that the library has other uses for', async () => {
    const texts = [
      'CURRENT',
      'TOTAL_PAGES',
      '{bullets-0}',
      '{1.1.1 0-0}',
      '<w:t>&amp;</w:t>',
      '  spaces  ',
      '$& $1',
      '</w:tblPr>',
    ];
    const cells = texts.map((text) => rowOf(cellOf([bullet(text)])));
    const page = pageOf([
      ...texts.map((text) => ({ kind: 'paragraph' as const, paragraph: paragraphOf(text) })),
      tableOf([headerRow('Texts'), ...cells], { caption: '$& </w:tblPr> "quoted"' }),
    ]);
    const docx = readDocx(await writeWord(page));
    expect(docx.paragraphs.slice(0, -1).map(({ text }) => text)).toEqual(texts);
    expect(docx.tables[0]?.rows.slice(1).map(({ cells: [cell] }) => cell?.text)).toEqual(
      texts.map((text) => `• ${text}`),
    );
    expect(docx.tables[0]?.caption).toBe('$& </w:tblPr> "quoted"');
  });

  test('lets further paragraphs of an item stand in line with its words', async () => {
    const further: Paragraph = { runs: [{ text: 'more of it' }], list: { kind: 'continuation', level: 0 } };
    const bytes = await writeWord(pageOf([tableOf([headerRow('Actions'), rowOf(cellOf([bullet('item'), further]))])]));
    expect(readDocx(bytes).tables[0]?.rows[1]?.cells[0]?.text).toBe('• item\nmore of it');
    expect(JSON.stringify(readDocx(bytes).parts.get('word/document.xml'))).toContain('"w:left":"227"');
  });

  test('gives every cell a paragraph and every fill its ink', async () => {
    const page = pageOf([tableOf([headerRow('A', 'B'), rowOf(cellOf([]), cellOf('amber', { fill: amber }))])]);
    const [, row] = readDocx(await writeWord(page)).tables[0]?.rows ?? [];
    expect(row?.cells.map(({ paragraphs }) => paragraphs.length)).toEqual([1, 1]);
  });

  test.each(['landscape', 'portrait'] as const)('stands on A4 %s', async (orientation) => {
    const { parts } = readDocx(await writeWord({ ...everything(), orientation }));
    const [width, height] = orientation === 'portrait' ? ['11906', '16838'] : ['16838', '11906'];
    expect(JSON.stringify(parts.get('word/document.xml'))).toContain(`"w:w":"${width}","w:h":"${height}"`);
  });
});

test('shares of a width become whole twips that add up to it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0.01, max: 100, noNaN: true }), { minLength: 1, maxLength: 30 }),
      fc.constantFrom(textWidth('landscape'), textWidth('portrait')),
      (shares, total) => {
        const widths = columnWidths(shares, total);
        const sum = shares.reduce((a, b) => a + b, 0);
        expect(widths.reduce((a, b) => a + b, 0)).toBe(total);
        for (const [index, width] of widths.entries())
          expect(Math.abs(width - ((shares[index] ?? 0) / sum) * total)).toBeLessThan(1.01);
      },
    ),
  );
});
