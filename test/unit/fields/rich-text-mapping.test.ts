import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromDocument, normal, schema, toDocument } from '../../../renderer/fields/rich-text-mapping.ts';
import { blockText, numbered, type RichText, richTextSchema } from '../../../shared/plan/rich-text.ts';
import { printable } from '../../../shared/plan/text.ts';
import { richTexts } from '../../support/plan-arbitrary.ts';

test('nothing is lost between a text of the plan and the editor: words, styles, links, kinds and levels', () => {
  fc.assert(
    fc.property(richTexts, (value) => {
      const document = toDocument(value);
      document.check();
      const back = fromDocument(document);
      expect(letters(back)).toEqual(letters(value));
      expect(back.map(blockText)).toEqual(isNoText(value) ? [] : value.map(blockText));
      expect(numbered(back).map(({ number }) => number)).toEqual(
        isNoText(value) ? [] : numbered(value).map(({ number }) => number),
      );
      richTextSchema.parse(back);
    }),
  );
});

test('what came out of the editor goes in and comes out the same', () => {
  fc.assert(
    fc.property(richTexts, (value) => {
      const once = normal(value);
      expect(normal(once)).toEqual(once);
      expect(toDocument(once).eq(toDocument(value))).toBe(true);
    }),
  );
});

test('an empty text is an empty paragraph to write in, and still no text', () => {
  expect(toDocument([]).childCount).toBe(1);
  expect(fromDocument(toDocument([]))).toEqual([]);
  expect(fromDocument(toDocument([{ kind: 'bullet', runs: [] }]))).toEqual([{ kind: 'bullet', runs: [] }]);
});

test('what cannot be printed does not come out of the editor', () => {
  const typed = schema.node('doc', null, [
    schema.node('block', null, [schema.text('a\u0000b\u001fc\ud800d\te\nf\u200f')]),
  ]);
  expect(fromDocument(typed)).toEqual([{ kind: 'paragraph', runs: [{ text: 'abc\ufffdd\te\nf\u200f' }] }]);
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
      richTextSchema.parse([{ kind: 'paragraph', runs: [{ text: printable(text) }] }]);
    }),
  );
});

/** Each letter with its style and its block: what a text is, however it is cut into runs. */
function letters(value: RichText) {
  return isNoText(value)
    ? []
    : value.map(({ kind, level = 0, runs }) => ({
        kind,
        level,
        letters: runs.flatMap(({ text, ...style }) => text.split('').map((letter) => [letter, style])),
      }));
}

function isNoText(value: RichText): boolean {
  const [first] = value;
  return value.length === 1 && first?.kind === 'paragraph' && !first.level && blockText(first) === '';
}
