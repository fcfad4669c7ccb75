import { baseKeymap, chainCommands, toggleMark } from 'prosemirror-commands';
import { keymap } from 'prosemirror-keymap';
import type { MarkType } from 'prosemirror-model';
import { type Command, type EditorState, Plugin, TextSelection } from 'prosemirror-state';
import type { Block } from '../../shared/plan/rich-text.ts';
import { schema } from './rich-text-mapping.ts';

type Kind = Block['kind'];

/** What the keys do in a long text. Whatever they leave alone is for the page: Ctrl+Enter, Alt+Shift+Up, Esc, most Tabs. */
export function keys(askForLink: () => void): Plugin[] {
  return [
    keymap({
      'Mod-b': toggleStyle('bold'),
      'Mod-i': toggleStyle('italic'),
      'Mod-k': () => {
        askForLink();
        return true;
      },
      'Mod-Shift-8': toggleList('bullet'),
      'Mod-Shift-7': toggleList('number'),
      'Alt-Shift-ArrowRight': indent(1),
      'Alt-Shift-ArrowLeft': indent(-1),
      // As in Word: at the beginning of an item. Elsewhere Tab goes on to the next field; so it does at the very beginning,
      // where Tab comes to: whoever only passes must change nothing.
      Tab: afterFirst(atStart(indent(1))),
      'Shift-Tab': afterFirst(atStart(indent(-1))),
      Enter: chainCommands(endList, splitAlike),
      'Shift-Enter': insertBreak,
      Backspace: atStart(chainCommands(indent(-1), toParagraph)),
    }),
    keymap({ ...baseKeymap, 'Mod-Enter': () => false }),
    new Plugin({ props: { handleTextInput: beginList } }),
  ];
}

/** Bold or italic: of what is selected, else of what is typed next. */
export function toggleStyle(name: 'bold' | 'italic'): Command {
  return toggleMark(schema.marks[name] as MarkType, null, { includeWhitespace: true });
}

/** Makes the selected blocks a list, or paragraphs again where they are one already. */
export function toggleList(kind: Kind): Command {
  return (state, dispatch) => {
    const all = selected(state).every(({ node }) => node.attrs.kind === kind);
    return change(state, dispatch, ({ level }) => ({ kind: all ? 'paragraph' : kind, level }));
  };
}

function indent(by: 1 | -1): Command {
  return (state, dispatch) =>
    change(state, dispatch, ({ kind, level }) => ({
      kind,
      level: kind === 'paragraph' && by === 1 ? level : Math.max(0, Math.min(2, level + by)),
    }));
}

const toParagraph: Command = (state, dispatch) => change(state, dispatch, () => ({ kind: 'paragraph', level: 0 }));

interface Attributes {
  kind: Kind;
  level: number;
}

/** Changes the blocks that the selection touches. Does nothing, and says so, where none would change. */
function change(state: EditorState, dispatch: Dispatch, to: (now: Attributes) => Attributes): boolean {
  const changes = selected(state)
    .map(({ node, at }) => ({ at, now: node.attrs as Attributes, next: to(node.attrs as Attributes) }))
    .filter(({ now, next }) => now.kind !== next.kind || now.level !== next.level);
  if (changes.length === 0) return false;
  if (dispatch) {
    const { tr } = state;
    for (const { at, next } of changes) tr.setNodeMarkup(at, null, next);
    dispatch(tr.scrollIntoView());
  }
  return true;
}

function selected({ doc, selection: { from, to } }: EditorState) {
  const blocks: { node: typeof doc; at: number }[] = [];
  doc.nodesBetween(from, to, (node, at) => {
    if (node.isTextblock) blocks.push({ node, at });
    return false;
  });
  return blocks;
}

type Dispatch = Parameters<Command>[1];

/** Where the caret is at the beginning of a block. */
function atStart(command: Command): Command {
  return (state, ...rest) =>
    state.selection instanceof TextSelection && state.selection.$cursor?.parentOffset === 0 && command(state, ...rest);
}

/** Beyond the first block. */
function afterFirst(command: Command): Command {
  return (state, ...rest) => state.selection.$from.index(0) > 0 && command(state, ...rest);
}

/** Enter in an empty item goes out of the list, one level at a time. */
const endList: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!empty || $from.parent.content.size > 0) return false;
  return chainCommands(indent(-1), toParagraph)(state, dispatch);
};

/** Enter goes on with the same kind of block. */
const splitAlike: Command = (state, dispatch) => {
  const { tr } = state;
  tr.deleteSelection();
  const { $from } = tr.selection;
  tr.split($from.pos, 1, [{ type: $from.parent.type, attrs: $from.parent.attrs }]);
  const marks = state.storedMarks ?? $from.marks();
  dispatch?.(tr.ensureMarks(marks.filter(({ type }) => type.spec.inclusive !== false)).scrollIntoView());
  return true;
};

const insertBreak: Command = (state, dispatch) => {
  dispatch?.(state.tr.insertText('\n').scrollIntoView());
  return true;
};

/** A list begins where somebody types "- " or "1. " at the start of a paragraph. */
const beginList = (
  view: { state: EditorState; dispatch: NonNullable<Dispatch> },
  from: number,
  to: number,
  text: string,
) => {
  if (text !== ' ' || from !== to) return false;
  const { $from } = view.state.selection;
  if ($from.parent.attrs.kind !== 'paragraph') return false;
  const before = $from.parent.textBetween(0, $from.parentOffset);
  const kind = /^[-*•]$/.test(before) ? 'bullet' : /^1[.)]$/.test(before) ? 'number' : undefined;
  if (!kind) return false;
  const { tr } = view.state;
  view.dispatch(tr.delete($from.start(), $from.pos).setNodeMarkup($from.before(), null, { kind, level: 0 }));
  return true;
};
