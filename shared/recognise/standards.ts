import type { Standard } from '../plan/model.ts';
import { lineOf, type WordBlock, type WordDocument, wordsOf } from './document.ts';
import { isHeading } from './parts.ts';

/**
 * The standard that each block is about, by the heading that it stands under or, of a table, by its own headings; undefined
 * where nothing says so, or where both are named.
 */
export function standardsOf({ blocks }: WordDocument): (Standard | undefined)[] {
  let under: { standard: Standard; level: number } | undefined;
  return blocks.map((block) => {
    if (block.kind === 'paragraph' && isHeading(block)) {
      const level = block.heading ?? 9;
      const named = standardNamed(wordsOf(block));
      if (named) under = { standard: named, level };
      else if (under && level <= under.level && !/indicator|metric/i.test(wordsOf(block))) under = undefined;
    }
    return under?.standard ?? standardNamed(headingsIn(block));
  });
}

function headingsIn(block: WordBlock): string {
  return block.kind === 'table' ? (block.rows[0]?.cells ?? []).map(lineOf).join(' ') : '';
}

function standardNamed(text: string): Standard | undefined {
  const race = /\bWRES\b|Race Equality Standard/i.test(text);
  const disability = /\bWDES\b|Disability Equality Standard/i.test(text);
  if (race === disability) return undefined;
  return race ? 'WRES' : 'WDES';
}
