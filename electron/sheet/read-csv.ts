import Papa from 'papaparse';
import { PlanError } from '../../shared/messages.ts';
import type { WordDocument } from '../../shared/recognise/document.ts';
import { blocksOfSheet, type SheetCell } from './blocks.ts';
import { most, withinLimits } from './limits.ts';
import { paragraphsOf } from './text.ts';

/**
 * Reads a table of text (.csv, .tsv; RFC 4180): commas, semicolons or tabs between cells, in UTF-8, UTF-16 or, as old
 * Excel writes it, Windows-1252.
 * @throws PlanError `not-word` where it is no text or has no two columns, `word-too-large`
 */
export function readCsv(bytes: Uint8Array): WordDocument {
  if (bytes.length > largest) throw new PlanError('word-too-large', { found: 'it has more than 10 MB of text' });
  const text = textIn(bytes);
  refuseEndlessCells(text);
  const { data } = Papa.parse<string[]>(text, { delimitersToGuess: [',', ';', '\t'], preview: most.rows + 1 });
  if (!data.some((row) => row.filter((cell) => cell.trim() !== '').length > 1)) throw new PlanError('not-word');
  withinLimits(
    data.length,
    data.reduce((widest, row) => Math.max(widest, row.length), 0),
  );
  const rows = data.map(
    (row) =>
      new Map(
        row.flatMap((cell, at): [number, SheetCell][] => {
          const paragraphs = paragraphsOf([{ text: cell }]);
          return paragraphs.length > 0 ? [[at, { paragraphs, columnSpan: 1, rowSpan: 1 }]] : [];
        }),
      ),
  );
  return { title: '', footer: '', blocks: blocksOfSheet(rows), leftOut: [] };
}

/** In bytes; ten thousand rows of a thousand characters. */
const largest = 10_000_000;

/** Before anything is made of them: a file of 10 MB may say that it has 10 million cells. */
function refuseEndlessCells(text: string): void {
  for (const delimiter of [',', ';', '\t', '"']) {
    let count = 0;
    for (let at = text.indexOf(delimiter); at !== -1; at = text.indexOf(delimiter, at + 1)) count += 1;
    if (count > most.cells) throw new PlanError('word-too-large', { found: 'it has more than half a million cells' });
  }
}

function textIn(bytes: Uint8Array): string {
  const text = decoded(bytes);
  // A picture or a program is no table, whatever commas are in it.
  if (text.includes('\0')) throw new PlanError('not-word');
  return text;
}

function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
