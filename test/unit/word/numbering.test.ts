import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planNumbering } from '../../../electron/word/numbering.ts';
import { writeWord } from '../../../electron/word/write.ts';
import type { PageBlock, Paragraph } from '../../../shared/layout/page.ts';
import { readDocx } from '../../support/read-docx.ts';
import { bullet, cellOf, headerRow, numbered, pageOf, rowOf, tableOf } from './sample-page.ts';

const asBlocks = (paragraphs: Paragraph[]): PageBlock[] =>
  paragraphs.map((paragraph) => ({ kind: 'paragraph', paragraph }));

/** What Word prints before each paragraph. */
async function printed(paragraphs: Paragraph[]): Promise<string[]> {
  const { paragraphs: read } = readDocx(await writeWord(pageOf(asBlocks(paragraphs))));
  return read.map(({ text }) => text);
}

describe('numbers that Word prints', () => {
  test('run on through the cells of a table and past other lists', async () => {
    const page = pageOf([
      tableOf([
        headerRow('Indicator', 'Actions'),
        rowOf('1', cellOf([numbered('a', 1), numbered('b', 2)])),
        rowOf('2', cellOf([numbered('x', 1, 'steps', 1), numbered('c', 3), bullet('d')])),
        rowOf('3', cellOf([numbered('e', 4)])),
      ]),
    ]);
    const [table] = readDocx(await writeWord(page)).tables;
    expect(table?.rows.map(({ cells }) => cells[1]?.text)).toEqual([
      'Actions',
      '1. a\n2. b',
      '1. x\n3. c\n• d',
      '4. e',
    ]);
  });

  test('leave out and go back where the plan does', async () => {
    const values = [1, 2, 4, 5, 3, 12, 13, 1];
    expect(await printed(values.map((value) => numbered('x', value)))).toEqual(values.map((value) => `${value}. x`));
  });

  test('count sub-items under their item', async () => {
    const items = [
      numbered('a', 1, 'l'),
      numbered('a1', 1, 'l', 1),
      numbered('a2', 2, 'l', 1),
      numbered('b', 2, 'l'),
      numbered('b1', 1, 'l', 1),
      numbered('b11', 1, 'l', 2),
      numbered('c', 3, 'l'),
    ];
    expect(await printed(items)).toEqual(['1. a', '1. a1', '2. a2', '2. b', '1. b1', '1. b11', '3. c']);
  });

  test('are the ones asked for, however lists begin, stop, nest and cross', async () => {
    const item = fc.record({
      list: fc.constantFrom('one', 'two', 'three'),
      level: fc.nat(2),
      jump: fc.option(fc.integer({ min: 1, max: 9 }), { freq: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(item, { minLength: 1, maxLength: 25 }), async (items) => {
        const counts: Record<string, number> = {};
        const paragraphs = items.map(({ list, level, jump }) => {
          const key = `${list} ${level}`;
          counts[key] = jump ?? (counts[key] ?? 0) + 1;
          return numbered('x', counts[key], list, level);
        });
        const expected = paragraphs.map(({ list }) => (list?.kind === 'number' ? `${list.value}. x` : ''));
        expect(await printed(paragraphs)).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  test('need few definitions: lists that follow one another share one', () => {
    const lists = Array.from({ length: 500 }, (_, index) => [
      numbered('x', 1, `list ${index}`),
      numbered('y', 2, `list ${index}`),
    ]);
    const through = numbered('z', 1, 'through');
    const page = pageOf(
      asBlocks([
        through,
        ...lists.flat(),
        { ...through, list: { ...numbered('', 2, 'through').list, value: 2 } as never },
      ]),
    );
    const { definitions, listOf } = planNumbering(page);
    expect(definitions).toHaveLength(2);
    expect(new Set([...listOf.values()].map((list) => JSON.stringify(list))).size).toBe(501);
  });
});
