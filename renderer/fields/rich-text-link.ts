import type { Mark, MarkType } from 'prosemirror-model';
import type { Command, EditorState } from 'prosemirror-state';
import { schema } from './rich-text-mapping.ts';

const type = schema.marks.link as MarkType;

/** The link that the caret or the selection is in, from end to end. */
export function linkAt(state: EditorState): { href: string; from: number; to: number } | undefined {
  const { $from, $to } = state.selection;
  const parent = $from.parent;
  const start = $from.start();
  let at = start;
  let found: { mark: Mark; from: number; to: number } | undefined;
  for (const child of parent.children) {
    const mark = type.isInSet(child.marks);
    const to = at + child.nodeSize;
    if (!mark) {
      if (found && touches(found)) break;
      found = undefined;
    } else if (found && mark.eq(found.mark)) found.to = to;
    else {
      if (found && touches(found)) break;
      found = { mark, from: at, to };
    }
    at = to;
  }
  return found && touches(found) ? { href: found.mark.attrs.href, from: found.from, to: found.to } : undefined;

  function touches({ from, to }: { from: number; to: number }): boolean {
    return from <= $from.pos && $from.pos <= to && $to.pos <= to;
  }
}

/**
 * Makes a link of what is selected, of the link that the caret is in, or of the word at the caret; null takes it away.
 * Where there are no words, the address itself is written.
 */
export function setLink(href: string | null): Command {
  return (state, dispatch) => {
    const { tr, selection } = state;
    const { from, to } = linkAt(state) ?? (selection.empty ? wordAt(state) : selection);
    if (href === null) tr.removeMark(from, to, type);
    else if (from === to) tr.insert(from, schema.text(href.replace(/^mailto:/i, ''), [type.create({ href })]));
    else tr.removeMark(from, to, type).addMark(from, to, type.create({ href }));
    dispatch?.(tr.removeStoredMark(type).scrollIntoView());
    return true;
  };
}

function wordAt({ selection: { $from } }: EditorState): { from: number; to: number } {
  const text = $from.parent.textContent;
  const before = /\S*$/.exec(text.slice(0, $from.parentOffset))?.[0].length ?? 0;
  const after = /^\S*/.exec(text.slice($from.parentOffset))?.[0].length ?? 0;
  return { from: $from.pos - before, to: $from.pos + after };
}
