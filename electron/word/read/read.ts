import path from 'node:path';
import { propertyName } from '../../../shared/layout/marks.ts';
import { PlanError } from '../../../shared/messages.ts';
import { type WordDocument, wordsOf } from '../../../shared/recognise/document.ts';
import { blocksOf } from './body.ts';
import { Numbering } from './numbering.ts';
import { aboutOf, propertyOf, relationsIn, relationsOf } from './package.ts';
import { Styles } from './styles.ts';
import { at, type Element, elements, readXml } from './xml.ts';
import type { Parts } from './zip.ts';

/**
 * Reads a Word file (.docx, Transitional or Strict) within limits. Nothing outside the file is looked at and nothing in
 * it is run.
 * @throws PlanError `word-too-large`, `not-word`, `word-password` or `damaged-file`
 */
export function readWord(parts: Parts): WordDocument {
  const main = mainPart(parts);
  const relations = relationsOf(parts, main.name);
  const document = readXml(main.bytes, skipped);
  const body = at(document.root, 'body');
  if (!body) throw new PlanError('damaged-file', { found: 'it has no text' });
  const part = (type: string, skip?: ReadonlySet<string>) => {
    const found = relations.find((each) => each.type === type && !each.external);
    const bytes = found && parts(path.posix.join(path.posix.dirname(main.name), found.target));
    return bytes && readXml(bytes, skip).root;
  };
  const blocks = blocksOf(body, {
    numbering: new Numbering(part('numbering', looks)),
    styles: new Styles(part('styles', looks)),
    links: new Map(relations.filter(({ type }) => type === 'hyperlink').map(({ id, target }) => [id, target])),
  });
  const footer = relations
    .filter(({ type, external }) => type === 'footer' && !external)
    .flatMap(({ target }) => wordsIn(parts(path.posix.join(path.posix.dirname(main.name), target))))
    .join('\n');
  const remarks = remarksIn.map(([type, name, what]) => ({ what, texts: notesOf(part(type, skipped), name) }));
  const inserted = countOf(document.root, insertions);
  const exportedFrom = propertyOf(parts, propertyName);
  return {
    ...aboutOf(parts),
    footer,
    ...(exportedFrom && { exportedFrom }),
    page: pageOf(body),
    blocks,
    leftOut: leftOut(document.skipped, inserted, remarks),
  };
}

/** Which way most of its pages lie goes by the last section, as Word's own first page setting does. */
function pageOf(body: Element): 'landscape' | 'portrait' {
  const size = at(body, 'sectPr', 'pgSz')?.attributes;
  return Number(size?.w ?? 0) > Number(size?.h ?? 0) ? 'landscape' : 'portrait';
}

/** What Word keeps beside the text, in parts of their own. */
const remarksIn = [
  ['comments', 'comment', 'a comment'],
  ['footnotes', 'footnote', 'a footnote'],
  ['endnotes', 'endnote', 'an endnote'],
] as const;

/** Each comment or note as one line, with its author; without the lines that part notes from the text. */
function notesOf(root: Element | undefined, name: string): string[] {
  return elements(root, name).flatMap((note) => {
    const words = wordsOfStory(note).join(' ').trim();
    if (words === '' || (note.attributes.type ?? 'normal') !== 'normal') return [];
    return [note.attributes.author ? `${note.attributes.author}: ${words}` : words];
  });
}

/** Text that somebody added with changes tracked: it is read as if it had been accepted. */
const insertions: ReadonlySet<string> = new Set(['ins', 'moveTo']);

function countOf(element: Element, names: ReadonlySet<string>): number {
  let count = names.has(element.name) && element.children.length > 0 ? 1 : 0;
  for (const child of element.children) count += countOf(child, names);
  return count;
}

/** What the text of the file is not: deleted words, codes of fields, pictures, what only other programs read. */
const skipped: ReadonlySet<string> = new Set([
  ...['del', 'moveFrom', 'delText', 'instrText', 'delInstrText', 'Fallback', 'drawing', 'pict', 'object', 'rt'],
  ...['tblBorders', 'tcBorders', 'pBdr', 'rFonts', 'lang', 'spacing', 'sdtPr', 'tblPr', 'rPrChange', 'pPrChange'],
  ...[
    'trPrChange',
    'tcPrChange',
    'tblPrChange',
    'tcW',
    'sz',
    'szCs',
    'lastRenderedPageBreak',
    'proofErr',
    'bookmarkEnd',
  ],
]);

/** What a style or a list looks like matters little: only its name, its list and its numbers are asked for. */
const looks: ReadonlySet<string> = new Set([
  'rPr',
  'tblStylePr',
  'latentStyles',
  'docDefaults',
  'tblPr',
  'tcPr',
  'trPr',
  'tabs',
  'spacing',
  'ind',
]);

const told: [names: string[], what: string][] = [
  [['drawing', 'pict', 'object'], 'pictures and text boxes'],
  [['del', 'moveFrom'], 'pieces of deleted text'],
];

function leftOut(
  skipped: ReadonlyMap<string, number>,
  inserted: number,
  remarks: { what: string; texts: string[] }[],
): WordDocument['leftOut'] {
  const counted = told.map(([names, what]) => ({
    what,
    count: names.reduce((sum, name) => sum + (skipped.get(name) ?? 0), 0),
  }));
  const tracked = { what: 'pieces of inserted text that nobody has accepted yet, read all the same', count: inserted };
  const noted = remarks.map(({ what, texts }) => ({ what, count: texts.length, texts }));
  return [...counted, tracked, ...noted].filter(({ count }) => count > 0);
}

function mainPart(parts: Parts): { name: string; bytes: Uint8Array } {
  const target = relationsIn(parts('_rels/.rels')).find(({ type }) => type === 'officeDocument')?.target;
  const name = (target ?? 'word/document.xml').replace(/^\//, '');
  const bytes = parts(name);
  if (bytes && /(^|\/)document\d*\.xml$/.test(name)) return { name, bytes };
  if (parts('ppt/presentation.xml')) throw new PlanError('not-word', { found: 'it is a PowerPoint presentation' });
  if (parts('content.xml')) throw new PlanError('not-word', { found: 'it is in an OpenDocument format' });
  throw new PlanError('not-word', { found: 'it is a zip file without a Word text in it' });
}

/** The words of a part, a line for a paragraph. */
function wordsIn(bytes: Uint8Array | undefined): string[] {
  return bytes ? wordsOfStory(readXml(bytes, skipped).root) : [];
}

function wordsOfStory(root: Element): string[] {
  const bare = { numbering: new Numbering(undefined), styles: new Styles(undefined), links: new Map<string, string>() };
  return blocksOf(root, bare).flatMap((block) => (block.kind === 'paragraph' ? [wordsOf(block)] : []));
}
