import { Menu } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { setField } from '../../shared/plan/edits/set-field.ts';
import { lookUp } from '../../shared/plan/look-up.ts';
import type { Plan, Rating } from '../../shared/plan/model.ts';
import { edit } from '../commands.ts';
import { NoRating, RatingChip } from '../ui/rating-chip.tsx';
import type { Edited } from './edited.ts';
import styles from './fields.module.css';

interface RatingFieldProps {
  plan: Plan;
  edited: Edited;
  /** Its own rating, by code. */
  own: string | undefined;
  /** What it has from its indicator where it has none of its own. */
  inherited?: string | undefined;
}

/** A rating to be read and set in place: a colour and a word. */
export function RatingField({ plan, edited, own, inherited }: RatingFieldProps) {
  const find = lookUp(plan);
  const scale = find.scale?.ratings ?? [];
  if (scale.length === 0 && own === undefined) return null;
  const shown = find.rating(own ?? inherited);
  const set = (rating: Rating | null) =>
    void edit(setField(plan, edited.kind, edited.id, 'rating', rating?.code ?? null));
  return (
    <Menu position="bottom-end" width={280} withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <button type="button" className={styles.rating} aria-label={nameOf(edited.name, shown, own === undefined)}>
          {shown ? <RatingChip rating={shown} /> : <NoRating />}
          <IconChevronDown size={16} className={styles.chevron} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {scale.map((rating) => (
          <Menu.Item
            key={rating.code}
            rightSection={rating.code === own && <IconCheck size={16} aria-label="Chosen" />}
            onClick={() => rating.code !== own && set(rating)}
          >
            <RatingChip rating={rating} />
            {rating.meaning && <span className={styles.meaning}>{rating.meaning}</span>}
          </Menu.Item>
        ))}
        {own !== undefined && (
          <>
            <Menu.Divider />
            <Menu.Item onClick={() => set(null)}>
              {edited.kind === 'action' && find.rating(inherited)
                ? `As its indicator: ${find.rating(inherited)?.label}`
                : 'Not rated'}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
      {own === undefined && inherited !== undefined && <span className={styles.inherited}>from the indicator</span>}
    </Menu>
  );
}

function nameOf(name: string, rating: Rating | undefined, inherited: boolean): string {
  const now = rating ? `${rating.label}${inherited ? ', from the indicator' : ''}` : 'not rated';
  return `Rating of ${name}: ${now}`;
}
