import { expect, test } from 'vitest';
import { readDocument } from '../../../electron/sheet/read-document.ts';
import { type WordTable, wordsOf } from '../../../shared/recognise/document.ts';
import { rawDocx, rawParagraph, rawTable } from '../../support/raw-docx.ts';

const blocks = (body: string, parts?: Record<string, string>, namespace?: string) =>
  readDocument(rawDocx(body, parts, namespace)).blocks;
const words = (body: string) => blocks(body).map((block) => (block.kind === 'paragraph' ? wordsOf(block) : 'table'));
const run = (text: string, looks = '') => `<w:r><w:rPr>${looks}</w:rPr><w:t>${text}</w:t></w:r>`;

test('wrappers are seen through; deleted words, field codes and fallbacks are not read', () => {
  expect(
    words(
      `<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent><w:p><w:ins>${run('kept ')}</w:ins><w:del><w:r><w:delText>gone</w:delText></w:r></w:del>` +
        `<w:sdt><w:sdtContent>${run('inside')}</w:sdtContent></w:sdt></w:p></w:sdtContent></w:sdt>` +
        `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('7')}</w:p>` +
        `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="x"><w:t>new</w:t></mc:Choice><mc:Fallback><w:t>old</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>` +
        `<w:p>${run('hidden', '<w:vanish/>')}${run('a')}<w:r><w:tab/><w:t>b</w:t><w:br/><w:noBreakHyphen/><w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:p>`,
    ),
  ).toEqual(['kept inside', '7', 'new', 'a\tb\n-✓']);
});

test('what is left out is counted', () => {
  const { leftOut } = readDocument(
    rawDocx('<w:p><w:r><w:drawing><w:p/></w:drawing></w:r><w:del><w:r><w:delText>x</w:delText></w:r></w:del></w:p>'),
  );
  expect(leftOut).toEqual([
    { what: 'pictures and text boxes', count: 1 },
    { what: 'pieces of deleted text', count: 1 },
  ]);
});

test('tracked insertions are read and counted; comments and footnotes are told in their own words', () => {
  const { blocks, leftOut } = readDocument(
    rawDocx(`<w:p><w:ins>${run('new')}</w:ins></w:p>`, {
      'word/comments.xml': `<w:comments><w:comment w:id="0" w:author="J. Doe">${rawParagraph('Is this')}${rawParagraph('agreed?')}</w:comment></w:comments>`,
      'word/footnotes.xml': `<w:footnotes><w:footnote w:id="-1" w:type="separator">${rawParagraph('–')}</w:footnote><w:footnote w:id="1">${rawParagraph('As at March')}</w:footnote></w:footnotes>`,
    }),
  );
  expect(blocks).toMatchObject([{ runs: [{ text: 'new' }] }]);
  expect(leftOut).toEqual([
    { what: 'pieces of inserted text that nobody has accepted yet, read all the same', count: 1 },
    { what: 'a comment', count: 1, texts: ['J. Doe: Is this agreed?'] },
    { what: 'a footnote', count: 1, texts: ['As at March'] },
  ]);
});

test('runs that look alike are one; bold, italic and links to the web are kept, other links are words', () => {
  const [block] = blocks(
    `<w:p>${run('Wo')}${run('rd ')}${run('bold', '<w:b/>')}${run('not', '<w:b w:val="0"/><w:i/>')}<w:hyperlink r:id="r9">${run('site')}</w:hyperlink><w:hyperlink r:id="r8">${run('disk')}</w:hyperlink></w:p>`,
  );
  expect(block).toMatchObject({
    runs: [
      { text: 'Word ' },
      { text: 'bold', bold: true },
      { text: 'not', italic: true },
      { text: 'site', href: 'https://www.england.nhs.uk/' },
      { text: 'disk' },
    ],
  });
});

test('a Strict file reads as a Transitional one', () => {
  const body = rawParagraph('Strict');
  expect(blocks(body, {}, 'http://purl.oclc.org/ooxml/wordprocessingml/main')).toEqual(blocks(body));
});

test('cells stand where Word puts them: a gap before the row, spans across, merges down', () => {
  const cell = (text: string, looks = '') => `<w:tc><w:tcPr>${looks}</w:tcPr>${rawParagraph(text)}</w:tc>`;
  const [table] = blocks(
    `<w:tbl><w:tr>${cell('a', '<w:vMerge w:val="restart"/>')}${cell('b', '<w:gridSpan w:val="2"/>')}</w:tr>` +
      `<w:tr>${cell('', '<w:vMerge/>')}${cell('c')}${cell('d', '<w:shd w:val="clear" w:fill="FFC000"/>')}</w:tr>` +
      `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell('e')}${cell('f')}</w:tr></w:tbl>`,
  ) as [{ kind: 'table' } & WordTable];
  const told = table.rows.map(({ cells }) =>
    cells.map(({ column, columnSpan, rowSpan, paragraphs, fill }) => [
      paragraphs.map(wordsOf).join(),
      column,
      columnSpan,
      rowSpan,
      fill,
    ]),
  );
  expect(table.columns).toBe(3);
  expect(told).toEqual([
    [
      ['a', 0, 1, 2, undefined],
      ['b', 1, 2, 1, undefined],
    ],
    [
      ['c', 1, 1, 1, undefined],
      ['d', 2, 1, 1, '#ffc000'],
    ],
    [
      ['e', 1, 1, 1, undefined],
      ['f', 2, 1, 1, undefined],
    ],
  ]);
});

test('colours: of the paragraph, else its highlight, else its words; automatic, black and white are none', () => {
  const colours = blocks(
    `<w:p><w:pPr><w:shd w:val="clear" w:fill="00B050"/></w:pPr>${run('x', '<w:highlight w:val="red"/>')}</w:p>` +
      `<w:p>${run('x', '<w:color w:val="C00000"/><w:highlight w:val="yellow"/>')}</w:p><w:p>${run('x', '<w:color w:val="C00000"/>')}</w:p>` +
      `<w:p>${run('x', '<w:color w:val="auto"/><w:shd w:val="clear" w:fill="FFFFFF"/>')}</w:p>`,
  ).map((block) => block.kind === 'paragraph' && block.colour);
  expect(colours).toEqual(['#00b050', '#ffff00', '#c00000', undefined]);
});

test('list labels are counted as Word counts them', () => {
  const level = (at: number, format: string, text: string, start = 1) =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
  const numbering = `<w:numbering><w:abstractNum w:abstractNumId="1">${level(0, 'decimal', '%1.')}${level(1, 'lowerLetter', '%1%2)')}</w:abstractNum><w:abstractNum w:abstractNumId="2">${level(0, 'bullet', 'o')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num><w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num></w:numbering>`;
  const styles = `<w:styles><w:style w:type="paragraph" w:styleId="LB"><w:name w:val="List Bullet"/><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 2"/></w:style></w:styles>`;
  const item = (list: number, at = 0) =>
    rawParagraph('x', `<w:pPr><w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr></w:pPr>`);
  const found = blocks(
    item(1) +
      item(1) +
      item(1, 1) +
      item(1, 1) +
      item(2) +
      item(1, 1) +
      item(3) +
      item(3) +
      item(0) +
      rawParagraph('x', '<w:pPr><w:pStyle w:val="LB"/></w:pPr>') +
      rawParagraph('x', '<w:pPr><w:pStyle w:val="H"/></w:pPr>'),
    { 'word/numbering.xml': numbering, 'word/styles.xml': styles },
  ).map((block) => block.kind === 'paragraph' && (block.heading ?? block.label?.text));
  expect(found).toEqual(['1.', '2.', '2a)', '2b)', '3.', '3a)', '5.', '6.', undefined, '•', 2]);
});

test('a table within a cell is read as its paragraphs', () => {
  const [table] = blocks(
    rawTable([[`${rawParagraph('before')}${rawTable([['in', 'side']])}${rawParagraph('after')}`]]),
  ) as [{ kind: 'table' } & WordTable];
  expect(table.rows[0]?.cells[0]?.paragraphs.map(wordsOf)).toEqual(['before', 'in', 'side', 'after']);
});
