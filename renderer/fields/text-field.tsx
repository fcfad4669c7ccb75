import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import type { RecordKind } from '../../shared/log/edit.ts';
import { type FieldOf, setField } from '../../shared/plan/edits/set-field.ts';
import { printable } from '../../shared/plan/text.ts';
import { useArrival } from '../plan/go-to-place.ts';
import { ConflictMark } from './conflict-mark.tsx';
import { type Edited, placeKey } from './edited.ts';
import styles from './fields.module.css';
import { useDraft } from './use-draft.ts';

interface TextFieldProps<Kind extends RecordKind> {
  edited: Edited<Kind>;
  field: FieldOf<Kind>;
  /** What the field is called: "Heading". */
  label: string;
  value: string | undefined;
  placeholder?: string;
  /** What the plan has where nothing is typed: null clears the field, "" leaves it empty. */
  empty?: null | '';
  autoFocus?: boolean;
  className?: string | undefined;
}

/** A text of one line, to be written in place. It grows with its words, over several lines where there is no room. */
export function TextField<Kind extends RecordKind>(props: TextFieldProps<Kind>) {
  const { edited, field, label, value = '', placeholder, empty = null, autoFocus = false, className } = props;
  const place = { kind: edited.kind, id: edited.id, field: String(field) };
  const input = useRef<HTMLTextAreaElement>(null);
  const wrong = useId();
  const draft = useDraft<string>({
    place,
    saved: value,
    same: (one, other) => oneLine(one) === oneLine(other),
    edit: (text, plan) =>
      // Every field that this is used for is a line of text; the type of `setField` knows fields one by one only.
      setField(plan, edited.kind, edited.id, field, (oneLine(text) === '' ? empty : oneLine(text)) as never),
  });
  useArrival(place, ({ start = value.length, end = start }) => {
    input.current?.focus();
    input.current?.setSelectionRange(start, end);
  });
  useEffect(() => {
    if (autoFocus) input.current?.focus();
  }, [autoFocus]);

  function press(event: KeyboardEvent) {
    if (event.key !== 'Enter' || event.ctrlKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void draft.send();
  }

  return (
    <span className={styles.text}>
      <textarea
        ref={input}
        className={`${styles.line} ${className ?? ''}`}
        rows={1}
        value={draft.value}
        placeholder={placeholder}
        lang="en-GB"
        dir="auto"
        spellCheck
        aria-label={`${label} of ${edited.name}`}
        aria-invalid={draft.refused !== undefined}
        aria-describedby={draft.refused ? wrong : undefined}
        data-draft={draft.waiting}
        data-place={placeKey(place)}
        onChange={(event) => draft.change(event.target.value.replace(/\s*[\r\n\t]+\s*/g, ' '))}
        onBlur={draft.leave}
        onKeyDown={press}
      />
      <ConflictMark place={place} />
      {draft.refused && (
        <span id={wrong} className={styles.wrong} role="alert">
          {draft.refused}
        </span>
      )}
    </span>
  );
}

/** As a line is kept: without what cannot be printed, and without space around it. */
function oneLine(text: string): string {
  return printable(text).replace(/\s+/g, ' ').trim();
}
