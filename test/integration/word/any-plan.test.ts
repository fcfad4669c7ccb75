import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeWord } from '../../../electron/word/write.ts';
import { layOut } from '../../../shared/layout/lay-out.ts';
import type { Layout } from '../../../shared/layout/layout.ts';
import { layoutsOf } from '../../../shared/layout/layouts-of.ts';
import type { Page } from '../../../shared/layout/page.ts';
import { plans } from '../../support/plan-arbitrary.ts';
import { readDocx } from '../../support/read-docx.ts';
import { lintWord } from '../../support/word-lint.ts';

test('any plan, in any layout, also of its own, makes a good file that says what the page says', async () => {
  await fc.assert(
    fc.asyncProperty(plans(), fc.nat(19), fc.boolean(), async (plan, which, plain) => {
      const layouts = layoutsOf(plan);
      const layout = layouts[which % layouts.length] as Layout;
      const page = layOut(plan, layout, { asAt: '2026-10-31', plain });
      const bytes = await writeWord(page);
      expect(lintWord(bytes, { plain })).toEqual([]);
      expect(written(bytes)).toEqual(expect.arrayContaining(texts(page)));
    }),
    { numRuns: 150 },
  );
}, 240_000);

/** Every text of a page: a heading's, a paragraph's with its label. */
function texts({ blocks }: Page): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'heading') return [block.text];
    const cells = block.kind === 'table' ? block.table.rows.flatMap((row) => row.cells) : [];
    const paragraphs = block.kind === 'paragraph' ? [block.paragraph] : cells.flatMap((cell) => cell?.paragraphs ?? []);
    return paragraphs.map(({ label, runs }) => (label ? `${label} ` : '') + runs.map(({ text }) => text).join(''));
  });
}

function written(bytes: Uint8Array): string[] {
  return readDocx(bytes).blocks.flatMap((block) => {
    const cells = block.kind === 'table' ? block.rows.flatMap((row) => row.cells) : [];
    const paragraphs = block.kind === 'paragraph' ? [block] : cells.flatMap((cell) => cell.paragraphs);
    return paragraphs.map(({ runs }) => runs.map(({ text }) => text).join(''));
  });
}
