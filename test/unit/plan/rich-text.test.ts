import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  blockSchema,
  fromPlainText,
  numbered,
  type RichText,
  toPlainOrBlocks,
  toPlainText,
} from '../../../shared/plan/rich-text.ts';

const run = fc.record(
  {
    text: fc.string(),
    bold: fc.constant(true as const),
    italic: fc.constant(true as const),
    href: fc.constant('https://example.org/a'),
  },
  { requiredKeys: ['text'] },
);
const block = fc.record(
  {
    kind: fc.constantFrom('paragraph' as const, 'bullet' as const, 'number' as const),
    level: fc.constantFrom(0, 1, 2),
    runs: fc.array(run, { maxLength: 3 }),
  },
  { requiredKeys: ['kind', 'runs'] },
);

test('whatever a text holds, the short way to write it reads back as the same text', () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 5 }), (text) => {
      const short = toPlainOrBlocks(text as RichText);
      expect(typeof short === 'string' ? fromPlainText(short) : short).toEqual(text);
    }),
    { numRuns: 500 },
  );
});

test('a plain text is written as a string', () => {
  expect(toPlainOrBlocks(fromPlainText('Two paragraphs\nand\n• a bullet'))).toBe('Two paragraphs\nand\n• a bullet');
  expect(toPlainOrBlocks([])).toBe('');
});

test('numbered items count within their list, deeper ones under their parent', () => {
  const at = (kind: RichText[number]['kind'], level = 0) => ({ kind, level, runs: [] });
  const text = [
    at('number'),
    at('number', 1),
    at('number', 1),
    at('number'),
    at('number', 1),
    at('paragraph'),
    at('number'),
  ];
  expect(numbered(text).map(({ number }) => number)).toEqual([1, 1, 2, 2, 1, undefined, 1]);
  expect(toPlainText([{ kind: 'number', runs: [{ text: 'one' }] }])).toBe('1. one');
});

test('a link leads to the web or to a mailbox', () => {
  const linked = (href: string) => blockSchema.safeParse({ kind: 'paragraph', runs: [{ text: 'x', href }] }).success;
  for (const href of ['https://www.england.nhs.uk/wres', 'http://example.org', 'mailto:edi@example.org'])
    expect(linked(href)).toBe(true);
  for (const href of [
    'javascript:alert(1)',
    'file:///etc/passwd',
    '\\\\server\\share',
    'https://a b',
    'data:text/html,x',
    '',
  ])
    expect(linked(href)).toBe(false);
});
