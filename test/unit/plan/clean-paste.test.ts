import { describe, expect, it } from 'vitest';
import { blocksOfText, cleanLine, cleanText } from '../../../shared/plan/clean-paste.ts';
import { richTextSchema, toPlainText } from '../../../shared/plan/rich-text.ts';
import { text } from '../../../shared/plan/text.ts';

describe('pasted text', () => {
  it('becomes storable, whatever was in it', () => {
    const wild = 'a\r\nb\u000bc\u2028d\u0000\u0007\ufeff\u00ad e\u00a0f \ud83d 👩‍👩‍👧 می‌خواهم';
    expect(cleanText(wild)).toBe('a\nb\nc\nd e f \ufffd 👩‍👩‍👧 می‌خواهم');
    const every = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).join('');
    expect(text(100_000).safeParse(cleanText(every)).success).toBe(true);
    expect(cleanLine(' WRES\tplan\r\n2026 ')).toBe('WRES plan 2026');
  });

  it('keeps paragraphs, bullets, numbers and how deep they stand', () => {
    const pasted =
      'We will:\r\n\r\n•\tTrain panels\r\n\to\tin every division\r\n\uf0b7 Publish\r\n1.\tFirst\r\n2) Second\r\n– dash\r\n24.08.21 is a date\r\n';
    const blocks = blocksOfText(pasted);
    expect(richTextSchema.parse(blocks)).toEqual(blocks);
    expect(blocks.map(({ kind, level = 0 }) => `${kind} ${level}`)).toEqual([
      'paragraph 0',
      'bullet 0',
      'bullet 1',
      'bullet 0',
      'number 0',
      'number 0',
      'bullet 0',
      'paragraph 0',
    ]);
    expect(toPlainText(blocks)).toBe(
      'We will:\n• Train panels\n• in every division\n• Publish\n1. First\n2. Second\n• dash\n24.08.21 is a date',
    );
    expect(blocksOfText(' \n')).toEqual([]);
  });
});
