import { isUndecidedNote, isUndecidedSentence, undecidedHeading } from '../../layout/undecided.ts';
import { type WordBlock, type WordDocument, wordsOf } from '../document.ts';
import { oneLine } from '../text.ts';

/**
 * A copy without what the export said of conflicts that were not decided: those are no part of the plan. What somebody
 * made of such a sentence stays, under its heading.
 */
export function withoutUndecided(document: WordDocument): WordDocument {
  const blocks = document.blocks.filter((block) => !isUndecidedNote(says(block)));
  const heading = blocks.findLastIndex((block) => says(block) === undecidedHeading);
  const list = blocks.slice(heading + 1);
  if (heading === -1 || !list.some((block) => isUndecidedSentence(says(block)))) return { ...document, blocks };
  const left = list.filter((block) => !isUndecidedSentence(says(block)));
  const isEmpty = left.every((block) => block.kind === 'paragraph' && says(block) === '');
  return { ...document, blocks: isEmpty ? blocks.slice(0, heading) : [...blocks.slice(0, heading + 1), ...left] };
}

function says(block: WordBlock): string {
  return block.kind === 'paragraph' ? oneLine(wordsOf(block)) : '';
}
