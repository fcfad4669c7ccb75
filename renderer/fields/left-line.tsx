import { type ComponentProps, useId } from 'react';
import { type FieldPlace, placeKey } from './edited.ts';
import styles from './fields.module.css';
import type { Draft } from './use-draft.ts';

type LeftLineProps = Pick<ComponentProps<'input'>, 'aria-label' | 'className' | 'maxLength' | 'placeholder'> & {
  draft: Draft<string>;
  place: FieldPlace;
};

/** A line that is sent as it is left or by Enter, and put back by Escape; why it was refused stands under it. */
export function LeftLine({ draft, place, className = '', ...rest }: LeftLineProps) {
  const wrong = useId();
  return (
    <span className={styles.due}>
      <input
        {...rest}
        className={`${styles.input} ${className}`}
        value={draft.value}
        aria-invalid={draft.refused !== undefined}
        aria-describedby={draft.refused ? wrong : undefined}
        data-draft={draft.waiting}
        data-place={placeKey(place)}
        spellCheck={false}
        onChange={(event) => draft.change(event.target.value)}
        onBlur={draft.leave}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.ctrlKey) void draft.send();
          if (event.key !== 'Escape' || !draft.waiting) return;
          event.stopPropagation();
          draft.discard();
        }}
      />
      {draft.refused && (
        <span id={wrong} className={styles.wrong} role="alert">
          {draft.refused}
        </span>
      )}
    </span>
  );
}
