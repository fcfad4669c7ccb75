import { contrast, fillOf } from '../../shared/layout/colour.ts';
import type { DraftEdit } from '../../shared/log/edit.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { type FieldPlace, placeKey } from './edited.ts';
import styles from './fields.module.css';
import { useDraft } from './use-draft.ts';

interface ColourFieldProps {
  place: FieldPlace;
  label: string;
  /** "#c00000" */
  colour: string;
  edit(colour: string, plan: Plan): DraftEdit;
}

/** A colour that words stand on, and in words how well they can be read there. */
export function ColourField({ place, label, colour, edit }: ColourFieldProps) {
  const draft = useDraft<string>({ place, saved: colour, same: (one, other) => one === other, edit });
  const { ink } = fillOf(draft.value, '');
  const ratio = contrast(draft.value, ink);
  return (
    <span className={styles.colour}>
      <input
        type="color"
        value={draft.value}
        aria-label={label}
        data-place={placeKey(place)}
        onChange={(event) => draft.change(event.target.value)}
        onBlur={draft.leave}
      />
      <span className={styles.contrast}>
        {ink === '#000000' ? 'Black' : 'White'} words on it stand out {ratio.toFixed(1)} to 1
        {ratio >= 7 && ', very well'}
      </span>
    </span>
  );
}
