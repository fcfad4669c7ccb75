import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bringIn } from '../../../electron/word/bring-in.ts';
import { rawDocx, rawParagraph, rawTable } from '../../support/raw-docx.ts';

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
    const begun = performance.now();
    const refusal = await bringIn(fileOf(bytes)).then(
      () => undefined,
      (error) => error,
    );
    expect(refusal).toMatchObject({ code });
    expect(refusal.message).toMatch(says);
    expect(refusal.message).toMatch(/^given\.docx|given\.docx:/);
    expect(performance.now() - begun).toBeLessThan(10_000);
  });

  test('a folder, and a file that is not there', async () => {
    await expect(bringIn(folder)).rejects.toMatchObject({ code: 'not-word' });
    await expect(bringIn(path.join(folder, 'nowhere.docx'))).rejects.toMatchObject({ code: 'not-found' });
  });

  test('a reader that takes too long is stopped', async () => {
    await expect(bringIn(fileOf(plan), { deadline: 1 })).rejects.toMatchObject({ code: 'reader-stopped' });
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
  const outcomes = new Set<string>();
  for (let turn = 0; turn < mutations; turn += 1) {
    const copy = Buffer.from(plan);
    for (let change = next(4); change >= 0; change -= 1) copy[next(copy.length)] = next(256);
    try {
      recognise(readDocument(copy), newId);
      outcomes.add('read');
    } catch (error) {
      if (!(error instanceof PlanError)) throw error;
      outcomes.add(error.code);
    }
  }
  expect([...outcomes]).toEqual(expect.arrayContaining(['read', 'damaged-file']));
});
