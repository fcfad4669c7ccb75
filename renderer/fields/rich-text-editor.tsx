import type { EditorView } from 'prosemirror-view';
import { type FocusEvent, type KeyboardEvent, useCallback, useLayoutEffect, useRef, useState } from 'react';
import { isEqual } from '../../shared/log/equal.ts';
import type { RichText } from '../../shared/plan/rich-text.ts';
import textStyles from '../ui/rich-text.module.css';
import { LinkForm } from './link-form.tsx';
import styles from './rich-text-field.module.css';
import { toggleList, toggleStyle } from './rich-text-keys.ts';
import { linkAt, setLink } from './rich-text-link.ts';
import { fromDocument } from './rich-text-mapping.ts';
import { type Tool, Toolbar, type ToolbarState } from './rich-text-toolbar.tsx';
import { blockOfCaret, endStep, makeEditor, select, selectAt, showText } from './rich-text-view.ts';

/** A block with a place in its text or a stretch of it; a point of the window; or the end of the text. */
export type Caret =
  | { block: number; start?: number | undefined; end?: number | undefined }
  | { left: number; top: number }
  | 'end';

export interface RichTextEditorProps {
  value: RichText;
  /** What it is called by itself: "Narrative of Indicator 3". */
  label: string;
  /** `data-place`, and what else the field has for those who look for it. */
  attributes: Record<string, string>;
  placeholder: string | undefined;
  waiting: boolean;
  /** The id of the words that say why the plan does not have it. */
  wrong: string | undefined;
  /** Where the caret is to be as soon as there is an editor; null: not in it. */
  caret: Caret | null;
  onChange(value: RichText): void;
  onCaret(block: number): void;
  onLeave(): void;
  onPicturesLeftOut(count: number): void;
}

const nothingOn: ToolbarState = { bold: false, italic: false, link: false, bullet: false, number: false };

/** A long text being edited. Loaded when the first one is wanted. */
export function RichTextEditor(props: RichTextEditorProps) {
  const { value, label, attributes, placeholder, waiting, wrong, caret } = props;
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorView>(null);
  const bar = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  latest.current = props;
  const shown = useRef(value);
  const [inside, setInside] = useState(false);
  const [on, setOn] = useState(nothingOn);
  const [linking, setLinking] = useState(false);
  const isEmpty = value.length === 0;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the editor is made once, and told of what changes
  useLayoutEffect(() => {
    const view = makeEditor(
      place.current as HTMLElement,
      value,
      { ...attributes, 'aria-label': label },
      {
        onUpdate: (view, textChanged) => {
          const now = stateOf(view);
          setOn((before) => (isEqual(before, now) ? before : now));
          latest.current.onCaret(blockOfCaret(view));
          if (!textChanged) return;
          shown.current = fromDocument(view.state.doc);
          latest.current.onChange(shown.current);
        },
        onAskForLink: () => setLinking(true),
        onPicturesLeftOut: (count) => latest.current.onPicturesLeftOut(count),
      },
    );
    editor.current = view;
    return () => view.destroy();
  }, []);

  useLayoutEffect(() => {
    const view = editor.current;
    if (!view || caret === null) return;
    view.focus();
    if (caret === 'end') select(view, view.state.doc.childCount - 1, Number.MAX_SAFE_INTEGER);
    else if ('left' in caret) selectAt(view, caret);
    else select(view, caret.block, caret.start, caret.end);
  }, [caret]);

  useLayoutEffect(() => {
    const view = editor.current;
    if (!view || value === shown.current) return;
    shown.current = value;
    showText(view, value);
  }, [value]);

  useLayoutEffect(() => {
    const dom = editor.current?.dom;
    if (!dom) return;
    dom.dataset.draft = String(waiting);
    dom.toggleAttribute('data-empty', isEmpty);
    if (placeholder) dom.setAttribute('aria-placeholder', placeholder);
    dom.setAttribute('aria-invalid', String(wrong !== undefined));
    if (wrong) dom.setAttribute('aria-describedby', wrong);
    else dom.removeAttribute('aria-describedby');
    if (!waiting && editor.current) endStep(editor.current);
  }, [waiting, wrong, placeholder, isEmpty]);

  // The same from key to key, so that the toolbar is not drawn with each.
  const goBack = useCallback(() => editor.current?.focus(), []);
  const use = useCallback((tool: Tool) => {
    const view = editor.current;
    if (!view) return;
    if (tool === 'link') return setLinking(true);
    const command = tool === 'bold' || tool === 'italic' ? toggleStyle(tool) : toggleList(tool);
    command(view.state, view.dispatch);
    view.focus();
  }, []);

  function link(href: string | null) {
    const view = editor.current;
    if (!view) return;
    setLinking(false);
    setLink(href)(view.state, view.dispatch);
    view.focus();
  }

  function press(event: KeyboardEvent) {
    if (!(event.altKey && event.key === 'F10')) return;
    event.preventDefault();
    bar.current?.querySelector('button')?.focus();
  }

  function leave(event: FocusEvent<HTMLDivElement>) {
    if (event.currentTarget.contains(event.relatedTarget)) return;
    setInside(false);
    setLinking(false);
    latest.current.onLeave();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hears keys for what is inside
    <div className={styles.editor} onFocus={() => setInside(true)} onBlur={leave} onKeyDown={press}>
      <div className={styles.hold}>
        <div ref={place} className={`${textStyles.text} ${styles.box}`} data-placeholder={placeholder} />
      </div>
      {inside && <Toolbar bar={bar} of={label} state={on} onUse={use} onLeave={goBack} />}
      {linking && editor.current && (
        <LinkForm
          href={linkAt(editor.current.state)?.href}
          onSet={link}
          onRemove={() => link(null)}
          onClose={() => {
            setLinking(false);
            editor.current?.focus();
          }}
        />
      )}
    </div>
  );
}

function stateOf({ state }: EditorView): ToolbarState {
  const { $from, empty, from, to } = state.selection;
  const marks = state.storedMarks ?? $from.marks();
  const has = (name: string) =>
    empty
      ? marks.some(({ type }) => type.name === name)
      : state.doc.rangeHasMark(from, to, state.schema.marks[name] as (typeof marks)[number]['type']);
  const { kind } = $from.parent.attrs;
  return {
    bold: has('bold'),
    italic: has('italic'),
    link: linkAt(state) !== undefined,
    bullet: kind === 'bullet',
    number: kind === 'number',
  };
}
