import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../electron/sheet/read-document.ts';
import { newId } from '../../../shared/id.ts';
import { lineOf, type WordBlock, wordsOf } from '../../../shared/recognise/document.ts';
import { recognise } from '../../../shared/recognise/recognise.ts';
import { rawRows, rawXlsx } from '../../support/raw-xlsx.ts';

const headings = ['Indicator', 'Action', 'Lead', 'Due', 'RAG'];

describe('an Excel workbook', () => {
  test('a tracker with a title, an empty column, merged indicators and ratings by colour becomes a plan', () => {
    const styles = `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="[$-809]mmm\\-yy;@"/></numFmts>
      <fonts><font/><font><b/></font></fonts>
      <fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>
        <fill><patternFill patternType="solid"><fgColor rgb="FF00B050"/></patternFill></fill>
        <fill><patternFill patternType="solid"><fgColor indexed="10"/></patternFill></fill></fills>
      <cellXfs><xf/><xf numFmtId="170"/><xf numFmtId="14"/><xf fillId="2"/><xf fillId="3"/><xf fontId="1"/></cellXfs></styleSheet>`;
    const sheetData = rawRows(
      [
        ['Riverbank NHS Trust WRES action plan 2026-27'],
        [],
        [...headings.slice(0, 2), '', ...headings.slice(2)].map((text) => (text ? text : '')),
        [
          'Indicator 3',
          'Review each case',
          '',
          'Head of HR',
          '<c s="1"><v>46447</v></c>',
          '<c s="3" t="s"><v>0</v></c>',
        ],
        ['', 'Train&#10;managers', '', 'OD Lead', '<c s="2"><v>46477</v></c>', '<c s="4" t="s"><v>1</v></c>'],
        ['Indicator 7', 'Publish vacancies', '', 'Recruitment', 'Q3', '<c s="3" t="s"><v>0</v></c>'],
      ],
      2,
      2,
    );
    const document = readDocument(
      rawXlsx(
        [{ name: 'Plan', xml: `<sheetData>${sheetData}</sheetData><mergeCells><mergeCell ref="B5:B6"/></mergeCells>` }],
        {
          sharedStrings: '<sst><si><t>Green</t></si><si><r><rPr><b/></rPr><t>R</t></r><r><t>ed</t></r></si></sst>',
          styles,
        },
      ),
    );
    const { plan } = recognise(document, newId);
    expect(plan.title).toBe('Riverbank NHS Trust WRES action plan 2026-27');
    expect(plan.actions.map(({ text, due }) => [text.map(({ runs }) => runs[0]?.text), due?.text, due?.date])).toEqual([
      [['Review each case'], 'March 2027', '2027-03-31'],
      [['Train', 'managers'], '31 March 2027', '2027-03-31'],
      [['Publish vacancies'], 'Q3', '2026-12-31'],
    ]);
    expect(plan.indicators.map(({ number }) => number)).toEqual(['3', '7']);
    expect(plan.actions.map(({ rating, indicator }) => [rating, indicator])).toEqual(
      [
        ['Green', plan.indicators[0]?.id],
        ['Red', plan.indicators[0]?.id],
        ['Green', plan.indicators[1]?.id],
      ].map(([label, home]) => [plan.ratingScales[0]?.ratings.find((each) => each.label === label)?.code, home]),
    );
  });

  test('several sheets are read in order by their names; hidden ones and comments are named, links and bold kept', () => {
    const link = `<Relationship Id="r1" Type="x/hyperlink" Target="https://www.england.nhs.uk/" TargetMode="External"/>`;
    const table = (action: string) =>
      `<sheetData>${rawRows([
        ['Action', 'Lead'],
        [action, 'HR'],
      ])}</sheetData>`;
    const document = readDocument(
      rawXlsx(
        [
          {
            name: 'Indicator 1',
            xml: `${table('<c t="str"><v>See guidance</v></c>')}<hyperlinks><hyperlink ref="A2" r:id="r1"/></hyperlinks>`,
            relations: link,
          },
          { name: 'Lists', state: 'veryHidden', xml: `<sheetData>${rawRows([['Red', 'x']])}</sheetData>` },
          {
            name: 'Indicator 2',
            xml: `${table('Second')}<drawing r:id="r2"/>`,
            relations: '<Relationship Id="r1" Type="x/comments" Target="../comments1.xml"/>',
          },
          { name: 'Empty', xml: '<sheetData/>' },
        ],
        {
          comments1:
            '<comments><commentList><comment ref="B2"><text><r><t>Ask Zoë</t></r><r><t xml:space="preserve">\nagain</t></r></text></comment></commentList></comments>',
        },
      ),
    );
    expect(outline(document.blocks)).toEqual([
      '# Indicator 1',
      'Action | Lead / See guidance | HR',
      '# Indicator 2',
      'Action | Lead / Second | HR',
    ]);
    expect(document.leftOut).toEqual([
      { what: 'hidden sheets', count: 1 },
      { what: 'a comment', count: 1, texts: ['B2: Ask Zoë again'] },
      { what: 'sheets with pictures or charts', count: 1 },
    ]);
    const cell = document.blocks[1]?.kind === 'table' ? document.blocks[1].rows[1]?.cells[0] : undefined;
    expect(cell?.paragraphs[0]?.runs).toEqual([{ text: 'See guidance', href: 'https://www.england.nhs.uk/' }]);
    expect(recognise(document, newId).plan.indicators.map(({ number }) => number)).toEqual(['1', '2']);
  });

  test('numbers are read as they are shown', () => {
    const formats = ['0%', '0.00%', '0.00', 'd mmm', 'yyyy', '"Q"0', 'dd/mm/yyyy hh:mm'];
    const styles = `<styleSheet><numFmts>${formats
      .map((code, at) => `<numFmt numFmtId="${200 + at}" formatCode="${code.replaceAll('"', '&quot;')}"/>`)
      .join(
        '',
      )}</numFmts><cellXfs><xf/>${formats.map((_, at) => `<xf numFmtId="${200 + at}"/>`).join('')}</cellXfs></styleSheet>`;
    const values = ['0.1234', '0.1234', '1.2', '46477', '46477', '3', '46477.5'];
    const cells = values.map((value, at) => `<c s="${at + 1}"><v>${value}</v></c>`);
    const more = ['<c t="b"><v>1</v></c>', '<c t="e"><v>#N/A</v></c>', '<c t="n"><v>0.30000000000000004</v></c>'];
    const xml = `<sheetData>${rawRows([[...cells, ...more]])}</sheetData>`;
    const shown = ['12%', '12.34%', '1.20', '31 March', '2027', '3', '31 March 2027', 'Yes', '#N/A', '0.3'].join(' | ');
    expect(outline(readDocument(rawXlsx([{ name: 'A', xml }], { styles })).blocks)).toEqual([shown]);
    const from1904 = rawXlsx(
      [{ name: 'A', xml: xml.replaceAll('46477', '45015') }],
      { styles },
      '<workbookPr date1904="1"/>',
    );
    expect(outline(readDocument(from1904).blocks)).toEqual([shown]);
  });

  test('what is too large or not whole is refused in words', () => {
    const refusal = (bytes: Uint8Array) => {
      try {
        readDocument(bytes);
        return undefined;
      } catch (error) {
        return (error as { code?: string }).code;
      }
    };
    const far = (ref: string) =>
      rawXlsx([{ name: 'A', xml: `<sheetData><row r="${ref.slice(1)}"><c r="${ref}"><v>1</v></c></row></sheetData>` }]);
    expect(refusal(far('A10001'))).toBe('word-too-large');
    expect(refusal(far('A10000'))).toBeUndefined();
    expect(refusal(rawXlsx([{ name: 'A', xml: '<sheetData>' }]))).toBe('damaged-file');
    // A million painted rows say nothing.
    const painted = Array.from({ length: 20_000 }, (_, at) => `<row r="${at + 1}"><c s="1"/></row>`).join('');
    expect(refusal(rawXlsx([{ name: 'A', xml: `<sheetData>${painted}</sheetData>` }]))).toBeUndefined();
  });
});

describe('a table of text', () => {
  const rows = ['Indicator;Action;Lead;Due', '3;"Review ""each"" case;', 'again";Zoë;31/03/2027'];
  const expected = ['Indicator | Action | Lead | Due / 3 | Review "each" case; again | Zoë | 31/03/2027'];

  test.each<[string, Uint8Array]>([
    ['in UTF-8', Buffer.from(rows.join('\r\n'))],
    ['in UTF-8 with a mark', Buffer.from(`\ufeff${rows.join('\n')}`)],
    ['in UTF-16', Buffer.from(`\ufeff${rows.join('\r\n')}`, 'utf16le')],
    ['in Windows-1252', Buffer.from(rows.join('\r\n'), 'latin1')],
    ['with commas', Buffer.from(rows.join('\n').replaceAll(';', ',').replace('case,', 'case;'))],
    ['with tabs', Buffer.from(rows.join('\n').replaceAll(';', '\t').replace('case\t', 'case;'))],
  ])('%s', (_, bytes) => expect(outline(readDocument(bytes).blocks)).toEqual(expected));

  test('what is no table is refused', () => {
    const refused = [Buffer.from('Dear colleague,\nas agreed'), Buffer.from([1, 44, 0, 44, 0])];
    for (const bytes of refused.slice(1)) expect(() => readDocument(bytes)).toThrow(/neither Word nor Excel/);
    expect(() => recognise(readDocument(refused[0] as Uint8Array), newId)).toThrow(/No action plan|neither Word/);
  });
});

/** The blocks in short: a heading, a line of text, or the rows of a table. */
function outline(blocks: WordBlock[]): string[] {
  return blocks.map((block) =>
    block.kind === 'paragraph'
      ? `${block.heading ? '# ' : ''}${wordsOf(block)}`
      : block.rows.map(({ cells }) => cells.map(lineOf).join(' | ')).join(' / '),
  );
}
