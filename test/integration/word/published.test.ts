import { randomUUID } from 'node:crypto';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { writeWord } from '../../../electron/word/write.ts';
import { builtInLayouts, layoutById } from '../../../shared/layout/built-in.ts';
import { layOut } from '../../../shared/layout/lay-out.ts';
import type { Page } from '../../../shared/layout/page.ts';
import { parsePlanJson } from '../../../shared/plan/json.ts';
import { type GridCell, normal, toGrid } from '../../support/grid.ts';
import { readDocx } from '../../support/read-docx.ts';
import { seeds, seedsFolder } from '../../support/seeds.ts';
import { validateWord } from '../../support/validate-word.ts';
import { lintWord } from '../../support/word-lint.ts';
import { everything } from '../../unit/word/sample-page.ts';

const asAt = '2026-10-31';
const plans = seeds().map((seed) => ({ ...seed, plan: parsePlanJson(seed.planJson, randomUUID) }));

describe.skipIf(!seedsFolder)('the Word file of a published plan', () => {
  test.each(plans)(
    '$number is, in its own layout, the table that its Trust published',
    async ({ plan, layout, grid }) => {
      const page = layOut(plan, layoutById(layout), { asAt });
      const written = toGrid(readDocx(await writeWord(page)), page);
      // The matrix says its effects in words too, where the grid has the fill alone.
      const cell = (each: GridCell | null) =>
        each && { ...each, text: grid.banner && each.fill ? '' : normal(each.text), fill: each.fill ?? undefined };

      expect(written.title).toBe(grid.title);
      expect(written.tables.map(({ columns }) => columns)).toEqual(grid.tables.map(({ columns }) => columns));
      expect(written.tables.map(({ rows }) => rows.map((row) => row.map(cell)))).toEqual(
        grid.tables.map(({ rows }) => rows.map((row) => row.map(cell))),
      );
      expect(written.key?.map((row) => row.map(cell))).toEqual(grid.key?.map((row) => row.map(cell)));
      expect(written.banner?.map(({ columns }) => columns)).toEqual(grid.banner?.map(({ columns }) => columns));
    },
  );

  test('is good in every layout and every plain twin: 50 files', async () => {
    const files: Record<string, Uint8Array> = {};
    const faults: Record<string, string[]> = {};
    for (const { number, plan } of plans) {
      for (const layout of builtInLayouts) {
        for (const plain of [false, true]) {
          const name = `${number} ${layout.id}${plain ? ' plain' : ''}`;
          const page = layOut(plan, layout, { asAt, plain });
          const bytes = await writeWord(page);
          files[name] = bytes;
          const found = [...lintWord(bytes, { plain }), ...lost(page, bytes)];
          if (found.length > 0) faults[name] = found;
        }
      }
    }
    expect(faults).toEqual({});
    expect(Object.keys(files)).toHaveLength(50);
    expect(await validateWord(files)).toEqual({});
  }, 300_000);
});

test('the validator sees what is not Word', async () => {
  const files = unzipSync(await writeWord(everything()));
  const document = strFromU8(files['word/document.xml'] ?? new Uint8Array());
  const broken = strToU8(document.replace('<w:tblGrid>', '<w:nothing/><w:tblGrid>'));
  const faults = await validateWord({
    good: zipSync(files),
    broken: zipSync({ ...files, 'word/document.xml': broken }),
    'no zip': strToU8('Not a Word file'),
  });
  expect(Object.keys(faults)).toEqual(expect.arrayContaining(['broken', 'no zip']));
  expect(faults).not.toHaveProperty('good');
});

/** The texts of a page that its Word file does not have. */
function lost(page: Page, bytes: Uint8Array): string[] {
  const { blocks } = readDocx(bytes);
  const written = new Set(
    blocks
      .flatMap((block) =>
        block.kind === 'table'
          ? block.rows.flatMap(({ cells }) => cells.flatMap(({ paragraphs }) => paragraphs))
          : [block],
      )
      .map(({ runs }) => runs.map(({ text }) => text).join('')),
  );
  const texts = page.blocks.flatMap((block) => {
    if (block.kind === 'heading') return [block.text];
    const paragraphs =
      block.kind === 'paragraph'
        ? [block.paragraph]
        : block.table.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell?.paragraphs ?? []));
    return paragraphs.map(({ label, runs }) => (label ? `${label} ` : '') + runs.map(({ text }) => text).join(''));
  });
  return texts.filter((text) => !written.has(text)).map((text) => `“${text}” is not in the file`);
}
