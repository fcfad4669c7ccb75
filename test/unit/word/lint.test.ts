import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { writeWord } from '../../../electron/word/write.ts';
import { lintWord } from '../../support/word-lint.ts';
import { cellOf, everything, headerRow, pageOf, rowOf, tableOf } from './sample-page.ts';

/**
 * The lint is only worth something if it sees faults: each rule is tried on a real file with one thing broken in it.
 */
let good: Uint8Array;
beforeAll(async () => {
  good = await writeWord(everything());
});

const document = 'word/document.xml';

/** What the lint says of the good file with one text in one part replaced. */
function lintWith(part: string, find: string | RegExp, replacement: string, options = {}): string[] {
  const files = unzipSync(good);
  const before = strFromU8(files[part] ?? new Uint8Array());
  const after = before.replace(find, () => replacement);
  expect(after, `${part} has no ${find}`).not.toBe(before);
  return lintWord(zipSync({ ...files, [part]: strToU8(after) }), options);
}

describe('the lint', () => {
  test('has nothing against a good file', () => {
    expect(lintWord(good)).toEqual([]);
  });

  const broken: [fault: string, part: string, find: string | RegExp, replacement: string][] = [
    ['a cell of row 2 does not end with a paragraph', document, /<w:p>(?:(?!<w:p>).)*Few seniors.*?<\/w:p>/, ''],
    ['unknown style Nowhere', document, '<w:pStyle w:val="TableText"/>', '<w:pStyle w:val="Nowhere"/>'],
    ['unknown style Nowhere', 'word/styles.xml', '<w:basedOn w:val="Normal"/>', '<w:basedOn w:val="Nowhere"/>'],
    ['unknown list 99', document, /<w:numId w:val="\d+"\/>/, '<w:numId w:val="99"/>'],
    ['has no level 7', document, '<w:ilvl w:val="0"/>', '<w:ilvl w:val="7"/>'],
    ['row 2 fills 3 of 4 columns', document, /<w:tc>(?:(?!<w:tc>).)*Few seniors.*?<\/w:tc>/, ''],
    ['continues a merge that has no start', document, '<w:vMerge w:val="restart"/>', ''],
    ['is not as wide as its columns', document, /<w:tcW w:type="dxa" w:w="\d+"\/>/, '<w:tcW w:type="dxa" w:w="5"/>'],
    ['the columns do not add up', document, /<w:gridCol w:w="\d+"\/>/, '<w:gridCol w:w="5"/>'],
    ['a column has no width', document, /<w:gridCol w:w="\d+"\/>/, '<w:gridCol w:w="0"/>'],
    ['the layout of a table is not fixed', document, '<w:tblLayout w:type="fixed"/>', ''],
    ['a table has no rows', document, /<w:tr>.*?<\/w:tr>(?=<\/w:tbl>)/s, ''],
    ['the document does not end with a paragraph', document, /<\/w:tbl><w:p>.*?<\/w:p>(?=<w:sectPr)/s, '</w:tbl>'],
    ['two tables touch', document, /<\/w:tbl><w:p>(?:(?!<\/w:p>).)*Key<.*?<\/w:p>/s, '</w:tbl>'],
    ['unknown relationship link9', document, 'r:id="link1"', 'r:id="link9"'],
    ['has two relationships link1', 'word/_rels/document.xml.rels', 'Id="link2"', 'Id="link1"'],
    [
      'leads to a part that is not there: gone.xml',
      'word/_rels/document.xml.rels',
      'Target="styles.xml"',
      'Target="gone.xml"',
    ],
    ['a link leads to file:///etc/passwd', 'word/_rels/document.xml.rels', /https:[^"]*/, 'file:///etc/passwd'],
    ['content type for a part that is not there', '[Content_Types].xml', '/word/styles.xml', '/word/gone.xml'],
    [
      'part word/styles.xml has no content type',
      '[Content_Types].xml',
      /<Default [^>]*Extension="xml"\/>|<Override [^>]*styles.xml"\/>/g,
      '',
    ],
    ['it opens in compatibility mode', 'word/settings.xml', 'w:val="15"', 'w:val="14"'],
    ['it asks to update its fields', 'word/settings.xml', '<w:compat>', '<w:updateFields w:val="true"/><w:compat>'],
    ['the language of the text is not en-GB', 'word/styles.xml', 'w:lang w:val="en-GB"', 'w:lang w:val="en-US"'],
    ['the language of the theme is not en-GB', 'word/settings.xml', /<w:themeFontLang [^>]*>/, ''],
    ['the language of the document is not en-GB', 'docProps/core.xml', '<dc:language>en-GB</dc:language>', ''],
    ['the document has no subject', 'docProps/core.xml', /<dc:subject>.*?<\/dc:subject>/, ''],
    ['its title is not that of its properties', 'docProps/core.xml', '<dc:title>', '<dc:title>Not '],
    ['it does not begin with a heading of level 1', document, '<w:pStyle w:val="Heading1"/>', ''],
    [
      'it has more than one heading of level 1',
      document,
      '<w:pStyle w:val="Heading2"/>',
      '<w:pStyle w:val="Heading1"/>',
    ],
    ['a heading is empty', document, '>Introduction<', '><'],
    ['leaves a level out', 'word/styles.xml', 'w:name w:val="Heading 2"', 'w:name w:val="Heading 3"'],
    ['table 1 has no header row', document, '<w:tblHeader/>', ''],
    [
      'the header rows of table 1 are not its first rows',
      document,
      /<\/w:trPr>(?=(?:(?!<w:tr>).)*Review)/s,
      '<w:tblHeader/></w:trPr>',
    ],
    ['table 1 has no title', document, /<w:tblCaption [^>]*>/, ''],
    ['table 1 has no description', document, /<w:tblDescription w:val="[^"]*"/, '<w:tblDescription w:val=""'],
    ['a column of table 1 has no heading', document, '>Gaps<', '><'],
    [
      'an empty paragraph is used as spacing',
      document,
      '<w:p><w:pPr><w:pStyle w:val="Heading2"/>',
      '<w:p/><w:p><w:pPr><w:pStyle w:val="Heading2"/>',
    ],
    [
      'is smaller than 9 pt',
      document,
      '<w:r><w:t xml:space="preserve">See ',
      '<w:r><w:rPr><w:sz w:val="16"/></w:rPr><w:t xml:space="preserve">See ',
    ],
    ['is smaller than 9 pt', 'word/styles.xml', '<w:sz w:val="19"/>', '<w:sz w:val="17"/>'],
    ['“GREEN” is hard to read: FFFFFF on FFB81C', document, 'w:fill="006747"', 'w:fill="FFB81C"'],
    ['a cell says something in colour alone', document, '>G<', '><'],
    ['is not underlined', 'word/styles.xml', '<w:u w:val="single"/>', ''],
    ['the footer does not say', 'word/footer1.xml', 'NUMPAGES', 'PAGE'],
    ['the footer does not say', 'word/footer1.xml', 'Northvale NHS Foundation Trust · as at 31 October 2026', ''],
    ['it cannot be read', document, '</w:body>', ''],
  ];
  test.each(broken)('sees: %s', (fault, part, find, replacement) => {
    expect(lintWith(part, find, replacement).join('\n')).toContain(fault);
  });

  test('sees parts in the wrong order', () => {
    const { '[Content_Types].xml': types, ...others } = unzipSync(good);
    const faults = lintWord(zipSync({ ...others, '[Content_Types].xml': types as Uint8Array }));
    expect(faults).toEqual(['[Content_Types].xml is not the first part']);
  });

  test('sees merged and empty cells in a plain file, and nothing in a file without them', async () => {
    expect(lintWord(good, { plain: true })).toEqual([
      'a plain table has merged cells',
      'a plain table has empty cells',
    ]);
    const plain = pageOf([tableOf([headerRow('Action', 'Lead'), rowOf('Mentor', cellOf('None'))])]);
    expect(lintWord(await writeWord(plain), { plain: true })).toEqual([]);
  });
});
