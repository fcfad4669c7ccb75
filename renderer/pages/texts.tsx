import { IconPlus } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { RichText } from '../../shared/plan/rich-text.ts';
import type { Edited } from '../fields/edited.ts';
import { RichTextField } from '../fields/rich-text-field.tsx';
import { useStore } from '../store.ts';
import styles from './texts.module.css';

/** A long text that a record may have: its field, what it is called, and how one asks for it. */
export interface TextOf<Field extends string> {
  field: Field;
  label: string;
  /** "Add an objective" */
  add: string;
  placeholder?: string;
  /** Whether it takes the whole width, being read rather than looked up. */
  long?: true;
}

interface TextsProps<Kind extends 'indicator' | 'action', Field extends string> {
  edited: Edited<Kind>;
  record: { [Each in Field]?: RichText | undefined };
  texts: readonly TextOf<Field>[];
}

type Field = 'objective' | 'narrative' | 'gaps' | 'measure' | 'outcome' | 'gap' | 'notes';

/** The long texts of a record. One that is empty is no more than a quiet way to add it. */
export function Texts<Kind extends 'indicator' | 'action', Each extends Field>(props: TextsProps<Kind, Each>) {
  const { edited, record, texts } = props;
  const [asked, setAsked] = useState<string[]>([]);
  const [newest, setNewest] = useState<string>();
  const target = useStore((state) => state.target);
  const goneTo = target?.kind === edited.kind && target.id === edited.id ? target.field : undefined;
  useEffect(() => {
    if (texts.some(({ field }) => field === goneTo)) setAsked((before) => [...before, String(goneTo)]);
  }, [goneTo, texts]);
  // One that was there stays when it is emptied: somebody may be about to write another.
  const seen = useRef(new Set<string>());
  for (const { field } of texts) if (record[field] !== undefined) seen.current.add(field);
  const isShown = ({ field }: TextOf<Each>) => seen.current.has(field) || asked.includes(field);
  const missing = texts.filter((each) => !isShown(each));
  return (
    <>
      {missing.length < texts.length && (
        <div className={styles.texts}>
          {texts.filter(isShown).map(({ field, label, placeholder, long }) => (
            <div key={field} className={long ? styles.long : undefined}>
              <p className={styles.label} aria-hidden>
                {label}
              </p>
              <RichTextField
                edited={edited}
                field={field as never}
                label={label}
                value={record[field]}
                autoFocus={newest === field}
                {...(placeholder !== undefined && { placeholder })}
              />
            </div>
          ))}
        </div>
      )}
      {missing.length > 0 && (
        <p className={styles.missing}>
          {missing.map(({ field, add }) => (
            <button
              key={field}
              type="button"
              className={styles.add}
              onClick={() => {
                setAsked([...asked, field]);
                setNewest(field);
              }}
            >
              <IconPlus size={14} aria-hidden /> {add}
            </button>
          ))}
        </p>
      )}
    </>
  );
}
