import { IconChevronDown } from '@tabler/icons-react';
import { useCallback, useRef, useState } from 'react';
import { setField } from '../../shared/plan/edits/set-field.ts';
import { lookUp } from '../../shared/plan/look-up.ts';
import type { Plan, Rating } from '../../shared/plan/model.ts';
import { editPlan } from '../commands.ts';
import { useArrival } from '../plan/go-to-place.ts';
import { type Choice, PopupMenu } from '../ui/popup-menu.tsx';
import { NoRating, RatingChip } from '../ui/rating-chip.tsx';
import { ConflictMark } from './conflict-mark.tsx';
import { type Edited, placeKey } from './edited.ts';
import styles from './fields.module.css';

interface RatingFieldProps {
  plan: Plan;
  edited: Edited<'action' | 'indicator' | 'update'>;
  /** Its own rating, by code. */
  own: string | undefined;
  /** What it has from its indicator where it has none of its own. */
  inherited?: string | undefined;
}

/** A rating to be read and set in place: a colour and a word. */
export function RatingField({ plan, edited, own, inherited }: RatingFieldProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  const find = lookUp(plan);
  const shown = find.rating(own ?? inherited);
  const place = { kind: edited.kind, id: edited.id, field: 'rating' };
  useArrival(place, () => button.current?.focus());
  if (!find.scale?.ratings.length && own === undefined) return null;
  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles.rating}
        aria-haspopup="menu"
        aria-expanded={open}
        data-place={placeKey(place)}
        aria-label={nameOf(edited.name, shown, own === undefined)}
        onClick={() => setOpen(true)}
      >
        {shown ? <RatingChip rating={shown} /> : <NoRating />}
        <IconChevronDown size={16} className={styles.chevron} aria-hidden />
      </button>
      {own === undefined && inherited !== undefined && <span className={styles.inherited}>from the indicator</span>}
      <ConflictMark place={place} />
      {open && (
        <PopupMenu
          label={`Rating of ${edited.name}`}
          anchor={button}
          choices={ratingChoices({ plan, edited, own, inherited })}
          close={close}
        />
      )}
    </>
  );
}

/** Every step of the plan's scale with its meaning, then the way back to none of its own. */
export function ratingChoices({ plan, edited, own, inherited }: RatingFieldProps): Choice[] {
  const find = lookUp(plan);
  const set = (code: string | null) => void editPlan((now) => setField(now, edited.kind, edited.id, 'rating', code));
  const steps = (find.scale?.ratings ?? []).map((rating) => ({
    key: rating.code,
    chosen: rating.code === own,
    choose: () => rating.code !== own && set(rating.code),
    content: (
      <>
        <RatingChip rating={rating} />
        {rating.meaning && <span className={styles.meaning}>{rating.meaning}</span>}
      </>
    ),
  }));
  if (own === undefined) return steps;
  const home = edited.kind === 'action' ? find.rating(inherited) : undefined;
  const none = home ? `As its indicator: ${home.label}` : 'Not rated';
  return [...steps, { key: 'none', apart: true, choose: () => set(null), content: none }];
}

function nameOf(name: string, rating: Rating | undefined, inherited: boolean): string {
  const now = rating ? `${rating.label}${inherited ? ', from the indicator' : ''}` : 'not rated';
  return `Rating of ${name}: ${now}`;
}
