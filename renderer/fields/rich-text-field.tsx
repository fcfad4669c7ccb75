import { useEffect, useId, useState } from 'react';
import type { RecordKind } from '../../shared/log/edit.ts';
import { isEqual } from '../../shared/log/equal.ts';
import { PlanError } from '../../shared/messages.ts';
import { type FieldOf, setField } from '../../shared/plan/edits/set-field.ts';
import { fieldOf } from '../../shared/plan/field-words.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { capitalised } from '../../shared/plan/names.ts';
import { blockText, isBlank, type RichText } from '../../shared/plan/rich-text.ts';
import { useArrival } from '../plan/go-to-place.ts';
import { announce } from '../ui/announce.ts';
import { RichTextView } from '../ui/rich-text.tsx';
import { count } from '../ui/words.ts';
import { ConflictMark } from './conflict-mark.tsx';
import { type Edited, placeKey } from './edited.ts';
import type { Caret } from './rich-text-editor.tsx';
import styles from './rich-text-field.module.css';
import { useDraft } from './use-draft.ts';

type Editor = typeof import('./rich-text-editor.tsx');

/** The editor, once it is loaded. Not by `lazy`: what is shown must not be taken away while somebody clicks on it. */
let editor: Editor | undefined;
const loading = async () => {
  editor = await import('./rich-text-editor.tsx');
};

/** The most that one text may hold, in characters. */
const most = 200_000;

interface RichTextFieldProps<Kind extends RecordKind> {
  edited: Edited<Kind>;
  field: FieldOf<Kind>;
  /** What the field is called: "Narrative". */
  label: string;
  value: RichText | undefined;
  placeholder?: string;
  /** Whether it has the keyboard as soon as it is there, because the person has just asked for it. */
  autoFocus?: boolean;
  onCaret?(block: number): void;
}

/**
 * A long text to be written in place: bold, italic, links, lists. It is only shown until the pointer or the keyboard
 * comes to it; then it is an editor, so that a page of many texts is there at once.
 */
export function RichTextField<Kind extends RecordKind>(props: RichTextFieldProps<Kind>) {
  const { edited, field, label, value = none, placeholder, autoFocus = false, onCaret } = props;
  const place = { kind: edited.kind, id: edited.id, field: String(field) };
  const [caret, setCaret] = useState<Caret | null | undefined>(autoFocus ? 'end' : undefined);
  const [note, setNote] = useState('');
  const wrong = useId();
  const draft = useDraft<RichText>({
    place,
    saved: value,
    same: (one, other) => isEqual(trimmed(one), trimmed(other)),
    edit: (text, plan) => setText(plan, edited, field, trimmed(text)),
  });
  useArrival(place, ({ block = 0, start, end }) => setCaret({ block, start, end }));
  const [ready, setReady] = useState(editor !== undefined);
  const wanted = caret !== undefined;
  useEffect(() => {
    if (!ready && wanted) void loading().then(() => setReady(true));
    else if (!ready) requestIdleCallback(loading);
  }, [ready, wanted]);

  const name = `${label} of ${edited.name}`;
  const attributes = { 'data-place': placeKey(place) };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only keeps the keyboard where it is
    <div
      className={styles.field}
      data-refused={draft.refused !== undefined}
      // A press that has just made it an editor comes to here, and would take the keyboard away again.
      onMouseDown={(event) => event.target === event.currentTarget && event.preventDefault()}
    >
      {caret === undefined || !editor ? (
        // biome-ignore lint/a11y/useSemanticElements: it becomes an editor of rich text when it is come to
        <div
          role="textbox"
          aria-label={name}
          aria-multiline
          aria-placeholder={placeholder}
          tabIndex={0}
          className={`${styles.box} ${styles.shown}`}
          {...attributes}
          onPointerEnter={() => setCaret((before) => before ?? null)}
          onPointerDown={({ clientX, clientY }) => setCaret({ left: clientX, top: clientY })}
          onFocus={() => setCaret((before) => before || 'end')}
        >
          {draft.value.length === 0 ? (
            <p className={styles.placeholder}>{placeholder}</p>
          ) : (
            <RichTextView value={draft.value} />
          )}
        </div>
      ) : (
        <editor.RichTextEditor
          value={draft.value}
          label={name}
          attributes={attributes}
          placeholder={placeholder}
          waiting={draft.waiting}
          wrong={draft.refused ? wrong : undefined}
          caret={caret}
          onChange={draft.change}
          onCaret={(block) => onCaret?.(block)}
          onLeave={() => {
            draft.leave();
            setNote('');
          }}
          onPicturesLeftOut={(pictures) => {
            const words = `${capitalised(count(pictures, 'picture'))} left out: a plan holds text only.`;
            setNote(words);
            announce(words);
          }}
        />
      )}
      <ConflictMark place={place} />
      {note && <p className={styles.note}>{note}</p>}
      {draft.refused && (
        <p id={wrong} className={styles.wrong} role="alert">
          {draft.refused}
        </p>
      )}
    </div>
  );
}

const none: RichText = [];

/** Without empty paragraphs at its end: Enter was pressed once too often, or the next one is about to be written. */
function trimmed(text: RichText): RichText {
  const last = text.findLastIndex((block) => block.kind !== 'paragraph' || blockText(block).trim() !== '');
  return last === text.length - 1 ? text : text.slice(0, last + 1);
}

function setText<Kind extends RecordKind>(
  plan: Plan,
  { kind, id, name }: Edited<Kind>,
  field: FieldOf<Kind>,
  text: RichText,
) {
  const length = text.reduce((sum, block) => sum + blockText(block).length, 0);
  if (length > most) {
    throw new PlanError('edit-refused', {
      where: fieldOf(kind, field, name),
      found: `is longer than ${most.toLocaleString('en-GB')} characters`,
    });
  }
  const value = isBlank(text) && !always.has(field) ? null : text;
  // Every field that this is used for is a rich text; the type of `setField` knows fields one by one only.
  return setField(plan, kind, id, field, value as never);
}

/** Texts that a record cannot be without, if only an empty one. */
const always = new Set<string>(['text', 'body']);
