import { Button } from '@mantine/core';
import { useState } from 'react';
import { deleteRating, moveRating } from '../../shared/plan/edits/ratings.ts';
import { setField } from '../../shared/plan/edits/set-field.ts';
import type { Plan, Rating, RatingScale } from '../../shared/plan/model.ts';
import { counted } from '../../shared/plan/names.ts';
import { editPlan } from '../commands.ts';
import { ColourField } from '../fields/colour-field.tsx';
import type { Edited } from '../fields/edited.ts';
import { TextField } from '../fields/text-field.tsx';
import { Dialog, Ways } from '../ui/dialog.tsx';
import formStyles from '../ui/form.module.css';
import { LabelledSelect } from '../ui/form.tsx';
import { MoreMenu } from '../ui/more-menu.tsx';
import { RatingChip } from '../ui/rating-chip.tsx';
import { CodeField } from './code-field.tsx';
import styles from './rating-scale.module.css';

interface RatingRowProps {
  plan: Plan;
  scale: RatingScale;
  rating: Rating;
  /** How often it is given. */
  count: number;
}

/** One rating: as it looks, and what it is made of. */
export function RatingRow({ plan, scale, rating, count }: RatingRowProps) {
  const edited: Edited<'rating'> = { kind: 'rating', id: rating.id, name: `the rating “${rating.label}”` };
  return (
    <li className={styles.rating}>
      <div className={styles.look}>
        <RatingChip rating={rating} />
        <span className={styles.used}>{count === 0 ? 'Not given yet' : `Given ${counted(count, 'time')}`}</span>
      </div>
      <Part label="Code">
        <CodeField edited={edited} code={rating.code} />
      </Part>
      <Part label="Name">
        <TextField edited={edited} field="label" label="Name" value={rating.label} />
      </Part>
      <Part label="Meaning">
        <TextField
          edited={edited}
          field="meaning"
          label="Meaning"
          value={rating.meaning}
          empty=""
          placeholder="Say when it is given"
        />
      </Part>
      <Part label="Colour">
        <ColourField
          place={{ kind: 'rating', id: rating.id, field: 'colour' }}
          label={`Colour of ${edited.name}`}
          colour={rating.colour}
          edit={(next, now) => setField(now, 'rating', rating.id, 'colour', next)}
        />
      </Part>
      <More plan={plan} scale={scale} rating={rating} count={count} />
    </li>
  );
}

function Part({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className={styles.part}>
      <span className={formStyles.label} aria-hidden>
        {label}
      </span>
      {children}
    </div>
  );
}

function More({ plan, scale, rating, count }: RatingRowProps) {
  const [deleting, setDeleting] = useState(false);
  const at = scale.ratings.indexOf(rating);
  const move = (after: Rating | undefined) => void editPlan((now) => moveRating(now, rating.id, after?.id ?? null));
  const name = `More for the rating ${rating.label}`;
  const choices = [
    ...(at > 0 ? [{ key: 'up', content: 'Move up', choose: () => move(scale.ratings[at - 2]) }] : []),
    ...(at < scale.ratings.length - 1
      ? [{ key: 'down', content: 'Move down', choose: () => move(scale.ratings[at + 1]) }]
      : []),
    {
      key: 'delete',
      apart: scale.ratings.length > 1,
      content: count > 0 ? 'Delete…' : 'Delete',
      choose: () => (count > 0 ? setDeleting(true) : void editPlan((now) => deleteRating(now, rating.id, null))),
    },
  ];
  return (
    <>
      <MoreMenu label={name} choices={choices} />
      {deleting && (
        <Deleting plan={plan} scale={scale} rating={rating} count={count} close={() => setDeleting(false)} />
      )}
    </>
  );
}

/** What is rated by it gets another rating, or none. */
function Deleting({ scale, rating, count, close }: RatingRowProps & { close(): void }) {
  const [instead, setInstead] = useState('');
  const others = scale.ratings.filter((each) => each !== rating);
  return (
    <Dialog title={`Delete the rating “${rating.label}”`} close={close}>
      <p>It is given {counted(count, 'time')}. Undo brings all of it back.</p>
      <LabelledSelect
        label="Rate those instead"
        value={instead}
        options={[['', 'Not at all'] as const, ...others.map(({ code, label }) => [code, label] as const)]}
        onChange={setInstead}
      />
      <Ways>
        <Button
          onClick={() => {
            close();
            void editPlan((now) => deleteRating(now, rating.id, instead || null));
          }}
        >
          Delete the rating
        </Button>
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
      </Ways>
    </Dialog>
  );
}
