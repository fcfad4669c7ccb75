import { type Mark, type Node, Schema } from 'prosemirror-model';
import type { Block, RichText, Run } from '../../shared/plan/rich-text.ts';
import { printable } from '../../shared/plan/text.ts';

/**
 * The plan's texts as the editor has them, both ways. The editor's document is as flat as a text of the plan: block
 * after block, each with its kind and level, so that nothing has to be guessed and nothing can be lost on the way.
 */
export const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    block: {
      content: 'text*',
      // A line break within a block is a character of its text, as it is in the plan.
      whitespace: 'pre',
      attrs: { kind: { default: 'paragraph' }, level: { default: 0 } },
      parseDOM: [
        { tag: 'p', getAttrs: (p) => ({ kind: p.dataset.kind ?? 'paragraph', level: Number(p.dataset.level ?? 0) }) },
      ],
      toDOM: ({ attrs }) => ['p', { 'data-kind': attrs.kind, 'data-level': attrs.level, dir: 'auto' }, 0],
    },
    text: {},
  },
  marks: {
    link: {
      attrs: { href: {} },
      inclusive: false,
      parseDOM: [{ tag: 'u[title]', getAttrs: (u) => ({ href: u.title }) }],
      toDOM: ({ attrs }) => ['u', { title: attrs.href }, 0],
    },
    bold: { parseDOM: [{ tag: 'b' }], toDOM: () => ['b', 0] },
    italic: { parseDOM: [{ tag: 'em' }], toDOM: () => ['em', 0] },
  },
});

/** A text as a document. No text at all is one empty paragraph, for the caret to stand in. */
export function toDocument(value: RichText): Node {
  const blocks = value.length === 0 ? [{ kind: 'paragraph', runs: [] } satisfies Block] : value;
  return schema.node('doc', null, blocks.map(toNode));
}

/** A block as the editor has it. */
export function toNode({ kind, level = 0, runs }: Block): Node {
  const words = runs.filter(({ text }) => text !== '').map((run) => schema.text(run.text, marksOf(run)));
  return schema.node('block', { kind, level }, words);
}

/** A document as a text. An empty paragraph on its own is no text at all. */
export function fromDocument(document: Node): RichText {
  const blocks = document.children.map(fromNode);
  const [first] = blocks;
  return blocks.length === 1 && first?.kind === 'paragraph' && !first.level && first.runs.length === 0 ? [] : blocks;
}

/** A block as the plan has it. */
export function fromNode({ attrs, children }: Node): Block {
  return {
    kind: attrs.kind,
    ...(attrs.level > 0 && { level: attrs.level }),
    runs: children
      .map(({ text = '', marks }) => ({ text: printable(text), ...styleOf(marks) }))
      .filter((run) => run.text !== ''),
  };
}

/** The same text in its one normal form: no empty runs, no two neighbours in one style, no level 0. */
export function normal(value: RichText): RichText {
  return fromDocument(toDocument(value));
}

function marksOf({ bold, italic, href }: Run): Mark[] {
  return [
    ...(href === undefined ? [] : [schema.mark('link', { href })]),
    ...(bold ? [schema.mark('bold')] : []),
    ...(italic ? [schema.mark('italic')] : []),
  ];
}

function styleOf(marks: readonly Mark[]): Omit<Run, 'text'> {
  const has = (name: string) => marks.find((mark) => mark.type.name === name);
  const link = has('link');
  return {
    ...(has('bold') && { bold: true as const }),
    ...(has('italic') && { italic: true as const }),
    ...(link && { href: link.attrs.href as string }),
  };
}
