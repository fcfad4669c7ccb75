import { ActionIcon, Tooltip } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { newId } from '../../shared/id.ts';
import { longDate } from '../../shared/plan/due.ts';
import { addUpdate, deleteUpdate } from '../../shared/plan/edits/updates.ts';
import { effective } from '../../shared/plan/effective.ts';
import { lookUp } from '../../shared/plan/look-up.ts';
import type { Plan, Update } from '../../shared/plan/model.ts';
import { editPlan } from '../commands.ts';
import { DateField } from '../fields/date-field.tsx';
import type { Edited } from '../fields/edited.ts';
import { RatingField } from '../fields/rating-field.tsx';
import { RichTextField } from '../fields/rich-text-field.tsx';
import { goToPlace, useArrival } from '../plan/go-to-place.ts';
import { useStore } from '../store.ts';
import { holdingLetters } from '../ui/typed-ahead.ts';
import { count, today } from '../ui/words.ts';
import texts from './texts.module.css';
import styles from './updates.module.css';

interface UpdatesProps {
  plan: Plan;
  of: Edited;
  updates: Update[];
}

/** Notes of progress, newest first, each with its day and the rating of that day. The older ones unfold. */
export function Updates({ plan, of, updates }: UpdatesProps) {
  const [newest, ...older] = newestFirst(updates);
  const target = useStore((state) => state.target);
  const [unfolded, setUnfolded] = useState(false);
  useEffect(() => {
    if (target?.kind === 'update') setUnfolded(true);
  }, [target]);

  async function add() {
    const id = newId();
    await holdingLetters(async () => {
      const progress = (now: Plan) => ({ date: today(), text: [], ...ratingNow(now, of) });
      if (await editPlan((now) => addUpdate(now, [of], progress(now), () => id))) {
        goToPlace({ kind: 'update', id, field: 'text' });
      }
    });
  }

  return (
    <section className={styles.updates} aria-label={`Progress of ${of.name}`}>
      {newest && <UpdateItem plan={plan} of={of} update={newest} />}
      {older.length > 0 && (
        <details open={unfolded} onToggle={(event) => setUnfolded(event.currentTarget.open)}>
          <summary className={styles.more}>{count(older.length, 'earlier update')}</summary>
          {unfolded && older.map((update) => <UpdateItem key={update.id} plan={plan} of={of} update={update} />)}
        </details>
      )}
      <button type="button" className={texts.add} onClick={() => void add()}>
        <IconPlus size={14} aria-hidden /> Add an update
      </button>
    </section>
  );
}

function UpdateItem({ plan, of, update }: { plan: Plan; of: Edited; update: Update }) {
  const name = `${update.date ? `the update of ${longDate(update.date)}` : 'the undated update'} on ${of.name}`;
  const edited = { kind: 'update', id: update.id, name } as const;
  useArrival({ kind: 'update', id: update.id }, () => goToPlace({ kind: 'update', id: update.id, field: 'text' }));
  return (
    <div className={styles.update}>
      <div className={styles.when}>
        <DateField edited={edited} date={update.date} />
        <RatingField plan={plan} edited={edited} own={update.rating} />
        <Tooltip label="Delete this update">
          <ActionIcon
            variant="subtle"
            size={28}
            className={styles.delete}
            aria-label={`Delete ${name}`}
            onClick={() => void editPlan((now) => deleteUpdate(now, update.id))}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
      <RichTextField
        edited={edited}
        field="text"
        label="Text"
        value={update.text}
        placeholder="What was done, and what it showed"
      />
    </div>
  );
}

/** What it is rated now is most likely what it is rated in the update. */
function ratingNow(plan: Plan, { kind, id }: Edited): Pick<Update, 'rating'> {
  const find = lookUp(plan);
  const action = plan.actions.find((each) => each.id === id);
  const rating =
    kind === 'indicator'
      ? find.indicator(id)?.rating
      : action && effective(action, find.indicator(action.indicator)).rating;
  return rating === undefined ? {} : { rating };
}

/** By date; those of one date, or without one, the later in the plan first. */
function newestFirst(updates: Update[]): Update[] {
  return updates.toReversed().sort((a, b) => (b.date ?? '').localeCompare(a.date ?? ''));
}
