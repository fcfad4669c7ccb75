import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { bringIn } from '../../electron/word/bring-in.ts';
import { PlanError } from '../../shared/messages.ts';
import { freshFolder } from '../support/plan-file.ts';
import { rawDocx, rawParagraph, rawTable } from '../support/raw-docx.ts';
import { attempt, some } from './tried.ts';

const row = ['Do it', 'Head of HR'];
const heads = ['Action', 'Lead'];
const good = rawTable([heads, row]);
const cell = (text: string, properties = '') => `<w:tc>${properties}${rawParagraph(text)}</w:tc>`;
const document = (xml: string | Uint8Array) =>
  zipSync({ 'word/document.xml': typeof xml === 'string' ? strToU8(xml) : xml });
const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const withDoctype = (declaration: string, text: string) =>
  document(`<!DOCTYPE d [${declaration}]><w:document ${w}><w:body>${rawParagraph(text)}</w:body></w:document>`);
const laughs = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('');
const spanned = (span: string) =>
  `<w:tbl><w:tr>${cell('Action', `<w:tcPr><w:gridSpan w:val="${span}"/></w:tcPr>`)}${cell('Lead')}</w:tr><w:tr>${cell('Do it')}${cell('HR')}</w:tr></w:tbl>`;
const styles = (inner: string) => ({ 'word/styles.xml': `<w:styles>${inner}</w:styles>` });
const numbering = (inner: string) => ({ 'word/numbering.xml': `<w:numbering>${inner}</w:numbering>` });
const styled = '<w:pPr><w:pStyle w:val="A"/></w:pPr>';
const numbered = '<w:pPr><w:numPr><w:ilvl w:val="9"/><w:numId w:val="1"/></w:numPr></w:pPr>';
const changed = (bytes: Uint8Array, at: (copy: Buffer) => number, value: number) => {
  const copy = Buffer.from(bytes);
  copy.writeUInt16LE(value, at(copy));
  return copy;
};
const directory = (copy: Buffer) => copy.lastIndexOf('PK\u0001\u0002');

/** Files that would have a careless reader open, run, or never end. Each is read for what it shows, or refused. */
const hostile: Record<string, Uint8Array> = {
  'an entity that is a file': withDoctype('<!ENTITY x SYSTEM "file:///etc/passwd">', '&x;'),
  'an entity on the network': withDoctype('<!ENTITY x SYSTEM "http://127.0.0.1:9/x">', '&x;'),
  'a billion laughs': withDoctype(`<!ENTITY l0 "ha">${laughs}`, '&l9;'),
  'a parameter entity': withDoctype('<!ENTITY % x SYSTEM "http://127.0.0.1:9/x"> %x;', 'x'),
  'a template on the network': rawDocx(good, {
    'word/_rels/settings.xml.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="http://127.0.0.1:9/x.dotm" TargetMode="External"/></Relationships>',
  }),
  'a field that runs a program': rawDocx(
    `${good}<w:p><w:r><w:instrText>DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc"</w:instrText></w:r></w:p>`,
  ),
  macros: rawDocx(good, { 'word/vbaProject.bin': 'Sub AutoOpen()' }),
  'an object of another program': rawDocx(good, { 'word/embeddings/oleObject1.bin': 'x' }),
  'another file drawn in': rawDocx(`${good}<w:altChunk r:id="r8"/>`),
  'a link to a program': rawDocx(
    rawTable([heads, ['<w:p><w:hyperlink r:id="r8"><w:r><w:t>x</w:t></w:r></w:hyperlink></w:p>', 'HR']]),
  ),
  'a part above its folder': zipSync({ '../../../etc/passwd': strToU8('x'), 'word/document.xml': strToU8('<a/>') }),
  'a part with an absolute name': zipSync({ '/etc/passwd': strToU8('x'), 'word/document.xml': strToU8('<a/>') }),
  'a part that is named like the prototype': rawDocx(good, { __proto__x: 'x', 'word/constructor': 'x' }),
  'a document in a document': zipSync({ 'word/document.xml': rawDocx(good) }),
  'a style that is based on itself': rawDocx(
    rawParagraph('x', styled) + good,
    styles('<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="A"/></w:style>'),
  ),
  'styles that are based on each other': rawDocx(
    rawParagraph('x', styled) + good,
    styles(
      '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>',
    ),
  ),
  '50,000 styles in one line': rawDocx(
    rawParagraph('x', styled) + good,
    styles(
      Array.from(
        { length: 50_000 },
        (_, n) => `<w:style w:styleId="${n ? `s${n}` : 'A'}"><w:basedOn w:val="s${n + 1}"/></w:style>`,
      ).join(''),
    ),
  ),
  'a list that starts at 2 to the 31': rawDocx(
    rawParagraph('x', numbered) + good,
    numbering(
      '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="9"><w:start w:val="2147483648"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%10%9%8"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
    ),
  ),
  'a list that is linked to itself': rawDocx(
    rawParagraph('x', numbered) + good,
    numbering(
      '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="A"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
    ),
  ),
  'a cell over 2 billion columns': rawDocx(spanned('2147483647')),
  'a cell over less than no column': rawDocx(spanned('-5')),
  'a cell over a word': rawDocx(spanned('many')),
  'a column merged from nowhere': rawDocx(
    `<w:tbl><w:tr>${cell('Action', '<w:tcPr><w:vMerge/></w:tcPr>')}${cell('Lead')}</w:tr></w:tbl>`,
  ),
  '20,000 rows': rawDocx(rawTable([heads, ...Array.from({ length: 20_000 }, () => row)])),
  '5,000 columns': rawDocx(rawTable([Array.from({ length: 5_000 }, (_, n) => `Action ${n}`), row])),
  '200,000 empty paragraphs': rawDocx('<w:p/>'.repeat(200_000) + good),
  'a cell of 3 MB': rawDocx(rawTable([heads, ['word '.repeat(600_000), 'HR']])),
  '100,000 runs in a cell': rawDocx(
    rawTable([heads, [`<w:p>${'<w:r><w:t>x</w:t></w:r>'.repeat(100_000)}</w:p>`, 'HR']]),
  ),
  '100,000 attributes': rawDocx(`<w:p ${Array.from({ length: 100_000 }, (_, n) => `a${n}="x"`).join(' ')}/>${good}`),
  '150 tables in each other': rawDocx(
    `${'<w:tbl><w:tr><w:tc>'.repeat(150)}<w:p/>${'</w:tc></w:tr></w:tbl>'.repeat(150)}`,
  ),
  'bytes that are no UTF-8': document(Buffer.from([0x3c, 0x61, 0x3e, 0xff, 0xfe, 0xc0, 0x3c, 0x2f, 0x61, 0x3e])),
  'UTF-16 without saying so': document(Buffer.from(`<w:document ${w}/>`, 'utf16le')),
  'an encoding that is none': document(`<?xml version="1.0" encoding="x-rot13"?><w:document ${w}/>`),
  'a letter beyond the last': rawDocx(`${rawParagraph('&#x110000;')}${good}`),
  'half a letter': rawDocx(`${rawParagraph('&#xD800;')}${good}`),
  'NULs in its text': rawDocx(rawTable([heads, ['a\u0000b', 'HR']])),
  'right-to-left and invisible letters': rawDocx(rawTable([heads, ['\u202ecod.exe\u200b\u2066', 'HR']])),
  'a way to pack that is none': changed(rawDocx(good), (copy) => directory(copy) + 10, 99),
  'a part that is encrypted': changed(rawDocx(good), (copy) => directory(copy) + 8, 1),
  'more parts than it has': changed(rawDocx(good), (copy) => copy.lastIndexOf('PK\u0005\u0006') + 10, 65_535),
};

test.for(some(Object.entries(hostile)))('%s: read or refused in words, in time', ([name, bytes]) =>
  attempt(`a hostile Word file: ${name}`, async () => {
    const file = path.join(freshFolder(), 'given.docx');
    writeFileSync(file, bytes);
    const begun = performance.now();
    try {
      const { plan } = await bringIn(file);
      expect(JSON.stringify(plan)).not.toMatch(/root:x:|file:\/\/|\\u0000/);
    } catch (error) {
      expect(error).toBeInstanceOf(PlanError);
      expect((error as PlanError).message).not.toMatch(/undefined|\[object|Error:/);
    }
    // The reader is stopped after ten seconds of work, or a minute.
    expect(performance.now() - begun).toBeLessThan(62_000);
    return 1;
  }),
);
