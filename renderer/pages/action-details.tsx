import { IconPlus } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { term } from '../../shared/layout/sheet.ts';
import type { Action, Indicator, Plan } from '../../shared/plan/model.ts';
import { DueField } from '../fields/due-field.tsx';
import type { Edited } from '../fields/edited.ts';
import { EffectsField } from '../fields/effects-field.tsx';
import { LeadsField } from '../fields/leads-field.tsx';
import { RichTextField } from '../fields/rich-text-field.tsx';
import { TextField } from '../fields/text-field.tsx';
import { useStore } from '../store.ts';
import styles from './action.module.css';
import { InternalNotes } from './internal-notes.tsx';
import texts from './texts.module.css';
import { type TextOf, Texts } from './texts.tsx';
import { Updates } from './updates.tsx';

interface ActionDetailsProps {
  plan: Plan;
  action: Action;
  home: Indicator | undefined;
  edited: Edited<'action'>;
  onCaret(block: number): void;
}

const textFields: readonly TextOf<'gap' | 'measure' | 'outcome'>[] = [
  { field: 'gap', label: 'Gap', add: 'Add the gap it answers' },
  { field: 'measure', label: 'Measure', add: 'Add a measure' },
  { field: 'outcome', label: 'Outcome', add: 'Add an outcome' },
];

/** Everything of an action, to be edited in place. What it has from its indicator says so. */
export function ActionDetails({ plan, action, home, edited, onCaret }: ActionDetailsProps) {
  return (
    <div className={styles.details}>
      <Heading action={action} edited={edited} />
      <RichTextField
        edited={edited}
        field="text"
        label="Text"
        value={action.text}
        placeholder="What the Trust will do"
        onCaret={onCaret}
      />
      <div className={styles.fields}>
        <span className={styles.label}>Leads</span>
        <LeadsField plan={plan} edited={edited} own={action.leads} inherited={home?.leads} />
        <span className={styles.label}>Due</span>
        <DueField plan={plan} edited={edited} own={action.due} inherited={home?.due} />
        <Moves plan={plan} action={action} edited={edited} />
      </div>
      <Texts edited={edited} record={action} texts={textFields} />
      <p className={`${texts.label} ${styles.progress}`}>Progress</p>
      <Updates plan={plan} of={edited} updates={action.updates} />
      <InternalNotes edited={edited} value={action.notes} />
    </div>
  );
}

/** Its heading and the number that the plan fixes for it: most actions have neither. */
function Heading({ action, edited }: { action: Action; edited: Edited<'action'> }) {
  const target = useStore((state) => state.target);
  const goneTo = target?.id === action.id ? target.field : undefined;
  const [asked, setAsked] = useState<'heading' | 'number'>();
  const [seen] = useState({ heading: action.heading !== undefined, number: action.number !== undefined });
  const shows = (field: 'heading' | 'number') =>
    seen[field] || action[field] !== undefined || asked === field || goneTo === field;
  if (shows('heading')) seen.heading = true;
  if (shows('number')) seen.number = true;
  return (
    <div className={styles.headings}>
      {seen.number && (
        <span className={styles.ownNumber}>
          <TextField
            edited={edited}
            field="number"
            label="Own number"
            value={action.number}
            placeholder="Number"
            autoFocus={asked === 'number'}
          />
        </span>
      )}
      {seen.heading && (
        <span className={styles.heading}>
          <TextField
            edited={edited}
            field="heading"
            label="Heading"
            value={action.heading}
            placeholder="Heading"
            autoFocus={asked === 'heading'}
          />
        </span>
      )}
      {!seen.heading && (
        <button type="button" className={texts.add} onClick={() => setAsked('heading')}>
          <IconPlus size={14} aria-hidden /> Add a heading
        </button>
      )}
      {!seen.number && (
        <button type="button" className={texts.add} onClick={() => setAsked('number')}>
          <IconPlus size={14} aria-hidden /> Fix its number
        </button>
      )}
    </div>
  );
}

/** What it moves besides its home: a quiet line until there is something, or until it is asked for. */
function Moves({ plan, action, edited }: { plan: Plan; action: Action; edited: Edited<'action'> }) {
  const [asked, setAsked] = useState(action.effects !== undefined);
  const goneTo = useStore(({ target }) => target?.id === action.id && target.field === 'effects');
  useEffect(() => {
    if (goneTo) setAsked(true);
  }, [goneTo]);
  return (
    <>
      <span className={styles.label}>Also moves</span>
      {asked || action.effects ? (
        <EffectsField plan={plan} edited={edited} action={action} />
      ) : (
        <span>
          <button type="button" className={texts.add} onClick={() => setAsked(true)}>
            <IconPlus size={14} aria-hidden /> Add another {term(plan).toLowerCase()}
          </button>
        </span>
      )}
    </>
  );
}
