import { IconLock } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { RichText } from '../../shared/plan/rich-text.ts';
import type { Edited } from '../fields/edited.ts';
import { RichTextField } from '../fields/rich-text-field.tsx';
import { useStore } from '../store.ts';
import notes from './internal-notes.module.css';
import texts from './texts.module.css';

/** Notes for the team. They say that they are never published, because they stand beside what is. */
export function InternalNotes({ edited, value }: { edited: Edited; value: RichText | undefined }) {
  const [asked, setAsked] = useState(false);
  const [shown, setShown] = useState(value !== undefined);
  const goneTo = useStore(({ target }) => target?.id === edited.id && target.field === 'notes');
  useEffect(() => {
    if (goneTo || value !== undefined) setShown(true);
  }, [goneTo, value]);
  if (!shown && !asked) {
    return (
      <p className={texts.missing}>
        <button type="button" className={texts.add} onClick={() => setAsked(true)}>
          <IconLock size={14} aria-hidden /> Add a note for the team
        </button>
      </p>
    );
  }
  return (
    <div className={notes.notes}>
      <p className={notes.what}>
        <IconLock size={14} aria-hidden /> For the team, never published
      </p>
      <RichTextField edited={edited} field="notes" label="Internal notes" value={value} autoFocus={asked} />
    </div>
  );
}
