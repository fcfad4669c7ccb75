import { layOut } from '../../layout/lay-out.ts';
import { layoutsOf } from '../../layout/layouts-of.ts';
import type { ExportedFrom } from '../../layout/marks.ts';
import type { Page } from '../../layout/page.ts';
import type { Plan } from '../../plan/model.ts';
import { lineOf, type WordDocument, wordsOf } from '../document.ts';
import { plainWords } from '../text.ts';
import { likenessOf } from './align.ts';
import { printedText } from './printed.ts';

/**
 * How a plan was likeliest exported to a Word file that does not say so itself: in the layout whose page has the most
 * words in common with it.
 */
export function likeliestExport(plan: Plan, document: WordDocument, asAt: string): ExportedFrom {
  const words = plainWords(
    document.blocks
      .map((block) =>
        block.kind === 'table' ? block.rows.flatMap(({ cells }) => cells.map(lineOf)).join(' ') : wordsOf(block),
      )
      .join(' '),
  ).split(' ');
  const forms = layoutsOf(plan).flatMap((layout) => [false, true].map((plain) => ({ layout, plain })));
  const [best] = forms
    .map(({ layout, plain }) => ({
      from: { plan: plan.id, layout: layout.id, plain, asAt, leaveOut: [], posts: false },
      likeness: likenessOf(wordsOfPage(layOut(plan, layout, { asAt, plain })), words),
    }))
    .sort((one, other) => other.likeness - one.likeness);
  return (best as { from: ExportedFrom }).from;
}

function wordsOfPage({ blocks }: Page): string[] {
  const texts = blocks.flatMap((block) => {
    if (block.kind === 'heading') return [block.text];
    const cells = block.kind === 'table' ? block.table.rows.flatMap((row) => row.cells) : [];
    return (block.kind === 'paragraph' ? [block.paragraph] : cells.flatMap((cell) => cell?.paragraphs ?? [])).map(
      printedText,
    );
  });
  return plainWords(texts.join(' ')).split(' ');
}
