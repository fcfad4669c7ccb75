import type { Run } from '../../shared/plan/rich-text.ts';
import type { WordParagraph } from '../../shared/recognise/document.ts';

/** The text of a cell, a paragraph for each line that says something. */
export function paragraphsOf(runs: readonly Run[]): WordParagraph[] {
  const lines: Run[][] = [[]];
  for (const run of runs) {
    for (const [index, text] of run.text.split(/\r\n|\r|\n/).entries()) {
      if (index > 0) lines.push([]);
      if (text !== '') lines.at(-1)?.push({ ...run, text });
    }
  }
  return lines.filter((line) => line.some(({ text }) => text.trim() !== '')).map((line) => ({ runs: line }));
}
