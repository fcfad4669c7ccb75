import { closeHistory, history, redo, undo } from 'prosemirror-history';
import { DOMSerializer, Fragment, type Node, Slice } from 'prosemirror-model';
import { EditorState, Plugin, TextSelection } from 'prosemirror-state';
import { Decoration, DecorationSet, EditorView } from 'prosemirror-view';
import { isEqual } from '../../shared/log/equal.ts';
import { numbered, type RichText, runSchema, toPlainText } from '../../shared/plan/rich-text.ts';
import { giveOwnUndo } from './draft.ts';
import { keys } from './rich-text-keys.ts';
import { fromDocument, fromNode, schema, toDocument, toNode } from './rich-text-mapping.ts';
import { fromHtml, fromPlain, toHtml } from './rich-text-paste.ts';

/** What the editor tells of itself. */
export interface EditorEvents {
  /** After every change of the text or of the selection. */
  onUpdate(view: EditorView, textChanged: boolean): void;
  /** Ctrl+K. */
  onAskForLink(): void;
  /** Pictures that were pasted, and are not there. */
  onPicturesLeftOut(count: number): void;
}

/** An editor in `place`, showing `value`. It is as accessible as its `attributes` make it. */
export function makeEditor(
  place: HTMLElement,
  value: RichText,
  attributes: Record<string, string>,
  events: EditorEvents,
): EditorView {
  const view: EditorView = new EditorView(
    { mount: place },
    {
      state: stateFor(value, plugins(events)),
      attributes: { ...attributes, role: 'textbox', 'aria-multiline': 'true', spellcheck: 'true', lang: 'en-GB' },
      clipboardSerializer: new TextSerializer(),
      clipboardTextSerializer: (slice) => toPlainText(textOf(slice)),
      clipboardTextParser: (text) => sliceOf(fromPlain(text)),
      handlePaste: (editor, event) => event.clipboardData !== null && take(editor, event.clipboardData, events),
      handleDrop: (editor, event) => drop(editor, event, events),
      dispatchTransaction: (transaction) => {
        view.updateState(view.state.apply(transaction));
        events.onUpdate(view, transaction.docChanged);
      },
    },
  );
  giveOwnUndo(view.dom, (step) => (step === 'undo' ? undo : redo)(view.state, view.dispatch));
  return view;
}

/** Shows another text than before, as one that came in from elsewhere: there is nothing of it to take back here. */
export function showText(view: EditorView, value: RichText): void {
  if (isEqual(fromDocument(view.state.doc), value)) return;
  const { from } = view.state.selection;
  const state = stateFor(value, view.state.plugins);
  const caret = TextSelection.near(state.doc.resolve(Math.min(from, state.doc.content.size)));
  view.updateState(state.apply(state.tr.setSelection(caret)));
}

/** Ends the step that one Ctrl+Z takes back: what was typed so far is in the plan. */
export function endStep(view: EditorView): void {
  view.dispatch(closeHistory(view.state.tr));
}

/** Puts the caret into a block, at a place in its text or around a stretch of it. */
export function select(view: EditorView, block: number, start = 0, end = start): void {
  const { doc } = view.state;
  const index = Math.min(block, doc.childCount - 1);
  const before = doc.children.slice(0, index).reduce((size, each) => size + each.nodeSize, 1);
  const at = (place: number) => doc.resolve(before + Math.min(place, doc.child(index).content.size));
  view.dispatch(view.state.tr.setSelection(new TextSelection(at(start), at(end))).scrollIntoView());
}

/** Puts the caret where somebody clicked. */
export function selectAt(view: EditorView, point: { left: number; top: number }): void {
  const { doc, tr } = view.state;
  const place = view.posAtCoords(point)?.pos ?? doc.content.size;
  view.dispatch(tr.setSelection(TextSelection.near(doc.resolve(place))));
}

/** Which block the caret is in. */
export function blockOfCaret(view: EditorView): number {
  return view.state.selection.$head.index(0);
}

function stateFor(value: RichText, plugins: readonly Plugin[]): EditorState {
  return EditorState.create({ doc: toDocument(value), plugins: [...plugins] });
}

function plugins({ onAskForLink }: EditorEvents): Plugin[] {
  return [history({ newGroupDelay: 500 }), ...keys(onAskForLink), marksOfItems];
}

/** What stands in front of an item of a list: "•", "2.". Counted as everywhere else in the app. */
const marksOfItems: Plugin<DecorationSet> = new Plugin<DecorationSet>({
  state: {
    init: (_, { doc }) => markItems(doc),
    apply: (transaction, before) => (transaction.docChanged ? markItems(transaction.doc) : before),
  },
  props: { decorations: (state) => marksOfItems.getState(state) },
});

function markItems(doc: Node): DecorationSet {
  const blocks = doc.children.map(({ attrs }) => ({ kind: attrs.kind, level: attrs.level, runs: [] }));
  let at = 0;
  const marks = numbered(blocks).flatMap(({ block, number }, index) => {
    const from = at;
    at += doc.child(index).nodeSize;
    if (block.kind === 'paragraph') return [];
    return Decoration.node(from, at, { 'data-mark': number === undefined ? '•' : `${number}.` });
  });
  return DecorationSet.create(doc, marks);
}

function take(view: EditorView, data: DataTransfer, { onPicturesLeftOut }: EditorEvents): boolean {
  const html = data.getData('text/html');
  const plain = data.getData('text/plain');
  if (linkSelection(view, plain.trim())) return true;
  const { text, pictures } = html ? fromHtml(html) : { text: fromPlain(plain), pictures: data.files.length };
  if (pictures > 0) onPicturesLeftOut(pictures);
  if (text.length > 0) view.dispatch(insertion(view.state, text).scrollIntoView().setMeta('paste', true));
  return true;
}

/** What is dropped from elsewhere is cleaned as what is pasted is; a file is for the window. */
function drop(view: EditorView, event: DragEvent, events: EditorEvents): boolean {
  const place = view.posAtCoords({ left: event.clientX, top: event.clientY });
  if (view.dragging || !event.dataTransfer || event.dataTransfer.files.length > 0 || !place) return false;
  view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(place.pos))));
  event.preventDefault();
  return take(view, event.dataTransfer, events);
}

/** Words that are selected become a link where an address is pasted over them. */
function linkSelection({ state, dispatch }: EditorView, address: string): boolean {
  const { from, to, empty } = state.selection;
  if (empty || !/^https?:/i.test(address) || !runSchema.shape.href.safeParse(address).success) return false;
  dispatch(state.tr.addMark(from, to, schema.mark('link', { href: address })));
  return true;
}

/** A paragraph goes into the text where the caret is. Into an empty one, blocks go as they are. */
function insertion(state: EditorState, text: RichText) {
  const { $from, $to } = state.selection;
  const intoNothing = $from.sameParent($to) && $from.parent.content.size === $to.parentOffset - $from.parentOffset;
  const [first] = text;
  if (intoNothing && !(text.length === 1 && first?.kind === 'paragraph')) {
    const { tr } = state;
    const nodes = text.map(toNode);
    tr.replaceWith($from.before(), $to.after(), nodes);
    const end = $from.before() + nodes.reduce((size, node) => size + node.nodeSize, 0) - 1;
    return tr.setSelection(TextSelection.create(tr.doc, end));
  }
  return state.tr.replaceSelection(sliceOf(text));
}

function sliceOf(text: RichText): Slice {
  return new Slice(Fragment.from(text.map(toNode)), 1, 1);
}

/** A stretch of text that was copied. Of an item of a list that is not whole, only the words. */
function textOf(slice: Slice): RichText {
  return blocksOf(slice.content, slice.openStart > 0 && slice.content.childCount === 1);
}

function blocksOf(content: Fragment, wordsOnly: boolean): RichText {
  return content.content.map(fromNode).map((block) => (wordsOnly ? { kind: 'paragraph', runs: block.runs } : block));
}

/** Puts a text on the clipboard as other programs take it. */
class TextSerializer extends DOMSerializer {
  constructor() {
    super({}, {});
  }

  override serializeFragment(content: Fragment): DocumentFragment {
    const fragment = document.createDocumentFragment();
    fragment.append(toHtml(blocksOf(content, content.childCount === 1)));
    return fragment;
  }
}
