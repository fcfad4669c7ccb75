import type { WordDocument } from '../../shared/recognise/document.ts';
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
  if (!parts) return readCsv(bytes);
  return isWorkbook(parts) ? readWorkbook(parts) : readWord(parts);
}
