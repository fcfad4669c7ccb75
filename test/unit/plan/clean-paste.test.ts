import { describe, expect, it } from 'vitest';
import { cleanLine, cleanText } from '../../../shared/plan/clean-paste.ts';
import { text } from '../../../shared/plan/text.ts';

describe('pasted text', () => {
  it('becomes storable, whatever was in it', () => {
    const wild = 'a\r\nb\u000bc\u2028d\u0000\u0007\ufeff\u00ad e\u00a0f \ud83d 👩‍👩‍👧 می‌خواهم';
    expect(cleanText(wild)).toBe('a\nb\nc\nd e f \ufffd 👩‍👩‍👧 می‌خواهم');
    const every = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).join('');
    expect(text(100_000).safeParse(cleanText(every)).success).toBe(true);
    expect(cleanLine(' WRES\tplan\r\n2026 ')).toBe('WRES plan 2026');
  });
});
