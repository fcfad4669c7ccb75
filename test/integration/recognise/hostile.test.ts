import { type ChildProcess, fork } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { frugal } from '../../../electron/untrusted.ts';
import { bringIn } from '../../../electron/word/bring-in.ts';
import { rawDocx, rawParagraph, rawTable } from '../../support/raw-docx.ts';
import { rawRows, rawXlsx } from '../../support/raw-xlsx.ts';
import type { Watched } from '../../support/watched-reader.ts';

let folder: string;
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'wres-word-'));
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

function fileOf(bytes: Uint8Array): string {
  const file = path.join(folder, 'given.docx');
  fs.writeFileSync(file, bytes);
  return file;
}

const plan = rawDocx(
  rawTable([
    ['Action', 'Lead'],
    ['Do it', 'Head of HR'],
  ]),
);
const ole = (name: string) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(504),
    Buffer.from(name, 'utf16le'),
    Buffer.alloc(64),
  ]);
const nested = (depth: number) =>
  `${'<w:tbl><w:tr><w:tc>'.repeat(depth)}<w:p/>${'</w:tc></w:tr></w:tbl>'.repeat(depth)}`;
const many = Object.fromEntries(Array.from({ length: 2_001 }, (_, index) => [`${index}.xml`, new Uint8Array()]));
const changed = (bytes: Uint8Array, change: (copy: Buffer) => void) => {
  const copy = Buffer.from(bytes);
  change(copy);
  return copy;
};
/** Where the directory at the end of the zip says how large the text is when it is unpacked. */
const claim = (bytes: Buffer) => bytes.lastIndexOf('word/document.xml') - 46 + 24;

describe('a file that is no plan in Word is refused in words, in time', () => {
  test.each<[string, Uint8Array, string, RegExp]>([
    ['empty', new Uint8Array(), 'empty-file', /is empty/],
    ['a Word 97 file', ole('WordDocument'), 'old-word', /before 2007/],
    ['a protected file', ole('EncryptedPackage'), 'word-password', /protected by a password/],
    ['another old Office file', ole('Workbook'), 'not-word', /before 2007/],
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'not-word', /it is a PDF/],
    ['Rich Text', Buffer.from('{\\rtf1\\ansi Hello}'), 'not-word', /Rich Text/],
    ['a letter', Buffer.from('Dear colleague'), 'not-word', /neither Word nor Excel/],
    ['an empty workbook', zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') }), 'word-no-plan', /no table/],
    ['an OpenDocument text', zipSync({ 'content.xml': strToU8('<a/>') }), 'not-word', /OpenDocument/],
    ['a zip of something', zipSync({ 'a.txt': strToU8('a') }), 'not-word', /zip file without a Word text/],
    ['cut in half', plan.subarray(0, plan.length / 2), 'damaged-file', /breaks off/],
    [
      'with a part that is noise',
      changed(plan, (copy) =>
        copy.fill(0xaa, copy.indexOf('word/document.xml') + 20, copy.indexOf('word/document.xml') + 80),
      ),
      'damaged-file',
      /cannot be unpacked|not well-formed|not Unicode/,
    ],
    ['XML that breaks off', rawDocx('<w:p>'), 'damaged-file', /not well-formed/],
    [
      'with a document type',
      zipSync({ 'word/document.xml': strToU8('<!DOCTYPE d [<!ENTITY a "b">]><d>&a;</d>') }),
      'damaged-file',
      /document type/,
    ],
    ['300 nested tables', rawDocx(nested(300)), 'damaged-file', /200 levels/],
    ['2,001 parts', zipSync({ ...many, 'word/document.xml': strToU8('<a/>') }), 'word-too-large', /2002 files/],
    ['a bomb', rawDocx(' '.repeat(30_000_000)), 'word-too-large', /20 MB/],
    [
      'a bomb that says it is small',
      changed(rawDocx(' '.repeat(30_000_000)), (copy) => copy.writeUInt32LE(10, claim(copy))),
      'word-too-large',
      /20 MB/,
    ],
    ['more than 20 MB', Buffer.alloc(20 * 1024 * 1024 + 1, 'PK'), 'word-too-large', /more than 20 MB/],
    ['without a table', rawDocx(rawParagraph('Our plan')), 'word-no-plan', /it has no table/],
    [
      'with another table',
      rawDocx(
        rawTable([
          ['Name', 'Telephone'],
          ['A', '1'],
        ]),
      ),
      'word-no-plan',
      /its table has no column of actions/,
    ],
  ])('%s', async (_name, bytes, code, says) => {
    const refusal = await bringIn(fileOf(bytes)).then(
      () => undefined,
      (error) => error,
    );
    expect(refusal).toMatchObject({ code });
    expect(refusal.message).toMatch(says);
    expect(refusal.message).toMatch(/^given\.docx|given\.docx:/);
  });

  test('a folder, and a file that is not there', async () => {
    await expect(bringIn(folder)).rejects.toMatchObject({ code: 'not-word' });
    await expect(bringIn(path.join(folder, 'nowhere.docx'))).rejects.toMatchObject({ code: 'not-found' });
  });

  test('a reader that takes too long is stopped', async () => {
    await expect(bringIn(fileOf(plan), { deadline: 1 })).rejects.toMatchObject({ code: 'reader-stopped' });
  });
});

/** Files that are whole as zips go, and mean harm all the same; what they are refused with, or "read". */
const table = rawTable([
  ['Indicator', 'Action', 'Lead', 'Due'],
  ['Indicator 1', 'Do it', 'Head of HR', 'Q3'],
]);
const cellSaying = (text: string) =>
  rawDocx(
    rawTable([
      ['Indicator', 'Action', 'Lead', 'Due', 'RAG'],
      ['Indicator 1', text, text, text, text],
    ]),
  );
const merges = (count: number) =>
  `<mergeCells>${Array.from({ length: count }, (_, at) => `<mergeCell ref="A${at + 1}:XFD1048576"/>`).join('')}</mergeCells>`;
const tracker = rawRows([
  ['Indicator', 'Action', 'Lead'],
  ['Indicator 1', 'Do it', 'Head of HR'],
]);
const sheet = (xml: string, parts?: Record<string, string>) => rawXlsx([{ name: 'Plan', xml }], parts);
const megabytes = (text: string, count: number) => text.repeat(Math.ceil((count * 1_000_000) / text.length));

const harmful: [name: string, outcome: string | RegExp, bytes: () => Uint8Array][] = [
  ['three million empty paragraphs', /read|word-too-large/, () => rawDocx(megabytes('<w:p/>', 18) + table)],
  [
    'a million attributes',
    /read|damaged-file/,
    () => rawDocx(`<w:p ${Array.from({ length: 400_000 }, (_, at) => `w:a${at}="1"`).join(' ')}/>${table}`),
  ],
  ['an attribute of 19 MB', 'read', () => rawDocx(`<w:p w:x="${megabytes('a', 19)}"/>${table}`)],
  [
    '150 content controls in each other',
    'read',
    () => rawDocx(`${'<w:sdt><w:sdtContent>'.repeat(80)}<w:p/>${'</w:sdtContent></w:sdt>'.repeat(80)}${table}`),
  ],
  [
    'a span of a thousand million columns',
    'read',
    () =>
      rawDocx(
        `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>${table}`,
      ),
  ],
  [
    'a row that begins a thousand million columns on',
    'read',
    () =>
      rawDocx(
        `<w:tbl><w:tr><w:trPr><w:gridBefore w:val="1000000000"/></w:trPr><w:tc><w:p/></w:tc></w:tr></w:tbl>${table}`,
      ),
  ],
  [
    '5,000 columns in a row',
    'word-too-large',
    () => rawDocx(`<w:tbl>${`<w:tr>${'<w:tc><w:p/></w:tc>'.repeat(5_000)}</w:tr>`.repeat(20)}</w:tbl>${table}`),
  ],
  ['5,000 tables', 'read', () => rawDocx('<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>'.repeat(5_000) + table)],
  ['2,000 tables of actions', 'read', () => rawDocx(table.repeat(2_000))],
  [
    '9,000 actions with words in every cell',
    /read|word-too-large/,
    () =>
      rawDocx(
        rawTable([
          ['Indicator', 'Action', 'Lead', 'Due', 'RAG', 'Measure', 'Progress'],
          ...Array.from({ length: 9_000 }, (_, at) => [
            `Indicator ${1 + (at % 9)}`,
            ...['Do it', 'Head of HR', 'Q3', 'Red'].map((text) => `${text} ${at}`),
            ...['Fewer cases', 'Words of what is done about it, and by whom'].map((text) => `${text}. `.repeat(4)),
          ]),
        ]),
      ),
  ],
  ['20,000 lines of a key', /read|word-no-plan/, () => rawDocx(rawParagraph('Red: late').repeat(20_000) + table)],
  [
    '20,000 labels',
    'read',
    () => rawDocx(`${rawParagraph('Lead: one').repeat(20_000)}${rawParagraph('Action: two')}${table}`),
  ],
  [
    'a list level beyond all',
    'read',
    () =>
      rawDocx(
        rawParagraph('x', '<w:pPr><w:numPr><w:ilvl w:val="4294967296"/><w:numId w:val="1"/></w:numPr></w:pPr>') + table,
        {
          'word/numbering.xml':
            '<w:numbering><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1%9"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>',
        },
      ),
  ],
  [
    'a list that counts from a million million',
    'read',
    () =>
      rawDocx(rawParagraph('x', '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>') + table, {
        'word/numbering.xml':
          '<w:numbering><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="999999999999"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>',
      }),
  ],
  [
    'styles that are based on each other',
    'read',
    () =>
      rawDocx(rawParagraph('x', '<w:pPr><w:pStyle w:val="A"/></w:pPr>') + table, {
        'word/styles.xml':
          '<w:styles><w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>',
      }),
  ],
  [
    'lists whose styles link to each other',
    'read',
    () =>
      rawDocx(rawParagraph('x', '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>') + table, {
        'word/numbering.xml':
          '<w:numbering><w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="A"/><w:styleLink w:val="A"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>',
      }),
  ],
  [
    'a part that lies outside the file',
    /damaged-file|not-word/,
    () =>
      zipSync({
        '_rels/.rels': strToU8(
          '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="../../../../../etc/passwd"/></Relationships>',
        ),
      }),
  ],
  [
    'a text on the web',
    'not-word',
    () =>
      zipSync({
        '_rels/.rels': strToU8(
          '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="http://127.0.0.1:9/document.xml" TargetMode="External"/></Relationships>',
        ),
      }),
  ],
  [
    'pictures, frames, templates and objects of elsewhere',
    'read',
    () =>
      rawDocx(
        `<w:p><w:r><w:pict><v:imagedata xmlns:v="v" r:id="r8" src="http://127.0.0.1:9/a.png"/></w:pict></w:r></w:p><w:altChunk r:id="r8"/>${table}`,
        { 'word/settings.xml': '<w:settings><w:attachedTemplate r:id="r8" xmlns:r="r"/></w:settings>' },
      ),
  ],
  [
    'fields that run programs',
    'read',
    () =>
      rawDocx(`<w:p><w:r><w:instrText>DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe</w:instrText></w:r></w:p>${table}`),
  ],
  [
    'two parts of one name',
    'damaged-file',
    () =>
      changed(zipSync({ 'word/document.xml': strToU8('<a/>'), 'word/documenu.xml': strToU8('<b/>') }), (copy) =>
        copy.write('t', copy.lastIndexOf('documenu') + 7),
      ),
  ],
  [
    'a part that is encrypted',
    'word-password',
    () => changed(plan, (copy) => copy.writeUInt16LE(1, copy.lastIndexOf('word/document.xml') - 46 + 8)),
  ],
  [
    'a part packed in a way that nobody knows',
    'damaged-file',
    () => changed(plan, (copy) => copy.writeUInt16LE(99, copy.lastIndexOf('word/document.xml') - 46 + 10)),
  ],
  [
    'a part that begins beyond the end',
    'damaged-file',
    () => changed(plan, (copy) => copy.writeUInt32LE(0xfffffff0, copy.lastIndexOf('word/document.xml') - 46 + 42)),
  ],
  [
    'a directory within itself',
    'damaged-file',
    () => changed(plan, (copy) => copy.writeUInt32LE(copy.length - 22, copy.length - 6)),
  ],
  [
    'text that is not Unicode',
    'damaged-file',
    () => zipSync({ 'word/document.xml': Buffer.from([...strToU8('<w:document>'), 0xc3, 0x28]) }),
  ],
  ['an opening bracket, half a million times', 'word-too-large', () => cellSaying(' ('.repeat(250_000))],
  ['stops and spaces, half a million', 'word-too-large', () => cellSaying(`${'. '.repeat(250_000)}x`)],
  ['spaces and strokes, half a million', 'word-too-large', () => cellSaying(`${' / '.repeat(160_000)}x`)],
  ['from and to, half a million', 'word-too-large', () => cellSaying('a to '.repeat(100_000))],
  [
    'capitals that may be a Trust, a million',
    'word-too-large',
    () => rawDocx(rawParagraph('Aa and of the '.repeat(70_000)) + table),
  ],
  [
    'colons and dashes, half a million',
    'word-too-large',
    () =>
      rawDocx(
        rawParagraph(': – '.repeat(120_000)) + rawParagraph(' –'.repeat(250_000), '<w:pPr><w:b/></w:pPr>') + table,
      ),
  ],
  ['tabs and typed bullets, half a million', 'word-too-large', () => cellSaying('•\t'.repeat(250_000))],
  [
    'a sheet with a document type',
    'damaged-file',
    () => changedSheet('<!DOCTYPE a [<!ENTITY b "c">]><worksheet>&b;</worksheet>'),
  ],
  ['a sheet that unpacks to 30 MB', 'word-too-large', () => sheet(`<sheetData>${' '.repeat(30_000_000)}</sheetData>`)],
  [
    'a sheet of 17 thousand million cells, it says',
    'read',
    () => sheet(`<dimension ref="A1:XFD1048576"/><sheetData>${tracker}</sheetData>`),
  ],
  [
    'merges over the whole sheet, 50,000 times',
    /read|word-no-plan/,
    () => sheet(`<sheetData>${tracker}</sheetData>${merges(50_000)}`),
  ],
  [
    'cells in places that cannot be',
    /read|word-no-plan|word-too-large/,
    () =>
      sheet(
        '<sheetData><row r="1e308"><c r="ZZZ9999999" t="inlineStr"><is><t>Action</t></is></c></row><row r="-5"><c r="A0" s="99999999999"><v>1e999</v></c></row><row r="NaN"><c r="" t="s"><v>-1</v></c></row></sheetData>',
      ),
  ],
  [
    'shared strings that are the sheet itself',
    /read|word-no-plan/,
    () =>
      sheet(`<sheetData>${tracker}</sheetData>`, {
        'worksheets/sheet1': '<sst>x</sst>',
        sharedStrings: '<sst><si><t>a</t></si><si><r><t>_x0000__xD800_</t></r></si></sst>',
      }),
  ],
  [
    'a million shared strings',
    /read|word-too-large/,
    () =>
      sheet(`<sheetData>${tracker}</sheetData>`, { sharedStrings: `<sst>${'<si><t/></si>'.repeat(1_000_000)}</sst>` }),
  ],
  [
    '500 sheets of 3,000 columns',
    /word-no-plan|word-too-large/,
    () =>
      rawXlsx(
        Array.from({ length: 500 }, (_, at) => ({
          name: `S${at}`,
          xml: `<sheetData><row r="1">${'<c t="inlineStr"><is><t>a</t></is></c>'.repeat(300)}</row></sheetData>`,
        })),
      ),
  ],
  ['9 MB of quotation marks', /not-word|word-too-large|word-no-plan/, () => Buffer.from(`a,b\n${megabytes('"', 9)}`)],
  ['9 MB of commas', /not-word|word-too-large|word-no-plan/, () => Buffer.from(`a,b\n${megabytes(',', 9)}`)],
  ['9 MB of rows', 'word-too-large', () => Buffer.from(`Action,Lead\n${megabytes('a,b\n', 9)}`)],
  ['9 MB of one line', /not-word|word-no-plan/, () => Buffer.from(megabytes('word ', 9))],
];

/** A workbook whose sheet is this text, whole. */
function changedSheet(xml: string): Uint8Array {
  const files = unzipSync(sheet(`<sheetData>${tracker}</sheetData>`));
  return zipSync({ ...files, 'xl/worksheets/sheet1.xml': strToU8(xml) });
}

describe('a file that means harm is read or refused within 5 seconds and 300 MB, and reaches for nothing', () => {
  let reader: ChildProcess;
  /** A busy machine may give it little: the time of the processor is what counts, and this ends only what has no end. */
  const patience = 20_000;
  const answer = () =>
    new Promise<Watched>((resolve, reject) => {
      const timer = setTimeout(() => reader.kill('SIGKILL'), patience);
      const ended = () => reject(new Error('the reader was ended, or ended itself'));
      reader.once('exit', ended);
      reader.once('message', (told) => {
        clearTimeout(timer);
        reader.off('exit', ended);
        resolve(told as Watched);
      });
    });
  const begin = async () => {
    const program = path.join(import.meta.dirname, '../../support/watched-reader.ts');
    reader = fork(program, { execArgv: frugal, serialization: 'advanced' });
    await answer();
  };
  beforeAll(begin);
  afterAll(() => reader.kill('SIGKILL'));

  test.each(harmful)('%s', { timeout: 2 * patience }, async (_name, outcome, bytes) => {
    if (reader.killed || reader.exitCode !== null) await begin();
    const answered = answer();
    reader.send(bytes());
    const { answer: given, took, peak, touched } = await answered;
    // The next one is not to answer for the memory of this.
    if (peak > 200) reader.kill('SIGKILL');
    expect(given.refused ?? 'read').toMatch(outcome);
    expect(touched).toEqual([]);
    expect(took, 'milliseconds of the processor').toBeLessThan(5_000);
    expect(peak, 'MB').toBeLessThan(300);
  });
});

/** How many changed files are read; for a long run, set WORD_MUTATIONS. */
const mutations = Number(process.env.WORD_MUTATIONS ?? 1_000);

test(`${mutations} changed files are each read or refused with a code`, {
  timeout: 60_000 + mutations * 50,
}, async () => {
  const { readDocument } = await import('../../../electron/sheet/read-document.ts');
  const { recognise } = await import('../../../shared/recognise/recognise.ts');
  const { newId } = await import('../../../shared/id.ts');
  const { PlanError } = await import('../../../shared/messages.ts');
  let seed = 7;
  const next = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed % below;
  };
  // Every other time the text within is changed, or a table of text: what is packed hides most changes from the reader.
  const whole = [unzipSync(plan)['word/document.xml'], strToU8('Indicator,Action,Lead\n1,"Do it",Head of HR\n')];
  const outcomes = new Set<string>();
  for (let turn = 0; turn < mutations; turn += 1) {
    const copy = turn % 2 === 0 ? Buffer.from(plan) : Buffer.from(whole[next(whole.length)] as Uint8Array);
    const many = turn % 2 === 0 ? 4 : 40;
    for (let change = next(many); change >= 0; change -= 1) copy[next(copy.length)] = next(256);
    try {
      const file = turn % 2 === 0 || copy[0] !== 60 ? copy : zipSync({ 'word/document.xml': copy }, { level: 0 });
      recognise(readDocument(file), newId);
      outcomes.add('read');
    } catch (error) {
      if (!(error instanceof PlanError)) throw error;
      outcomes.add(error.code);
    }
  }
  expect([...outcomes]).toEqual(expect.arrayContaining(['read', 'damaged-file']));
});
