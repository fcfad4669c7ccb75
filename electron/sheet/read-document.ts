import { PlanError } from '../../shared/messages.ts';
import { type WordDocument, type WordParagraph, wordsOf } from '../../shared/recognise/document.ts';
import { readWord } from '../word/read/read.ts';
import { openZip } from '../word/read/zip.ts';
import { readCsv } from './read-csv.ts';
import { isWorkbook, readWorkbook } from './read-workbook.ts';

/**
 * Reads a file that a plan may stand in, as what it is and not as what it is called: Word (.docx), Excel (.xlsx) or a
 * table of text (.csv).
 * @throws PlanError `empty-file`, `word-too-large`, `not-word`, `old-word`, `word-password` or `damaged-file`
 */
export function readDocument(bytes: Uint8Array): WordDocument {
  const parts = openZip(bytes);
  const read = parts ? (isWorkbook(parts) ? readWorkbook(parts) : readWord(parts)) : readCsv(bytes);
  for (const block of read.blocks) {
    if (block.kind === 'paragraph') refuseEndless(block);
    else for (const { cells } of block.rows) for (const { paragraphs } of cells) paragraphs.forEach(refuseEndless);
  }
  return read;
}

/** The most characters of a cell of Excel. A paragraph of a plan has fewer, and so nothing that reads it takes long. */
const longest = 32_767;

function refuseEndless(paragraph: WordParagraph): void {
  if (wordsOf(paragraph).length > longest)
    throw new PlanError('word-too-large', { found: 'a paragraph of it has more than 32,767 characters' });
}
