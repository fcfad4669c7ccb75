import { Button } from '@mantine/core';
import { useState } from 'react';
import { newId } from '../../shared/id.ts';
import { chooseRatingScale, sureRecoding } from '../../shared/plan/edits/rating-scale.ts';
import { ratingsInUse } from '../../shared/plan/edits/ratings.ts';
import { lookUp } from '../../shared/plan/look-up.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { counted } from '../../shared/plan/names.ts';
import {
  type RatingScalePreset,
  type RatingScalePresetId,
  ratingScalePresets,
} from '../../shared/plan/rating-scales.ts';
import { editPlan } from '../commands.ts';
import { change } from '../store.ts';
import { Choices } from '../ui/form.tsx';
import { PresetScale } from '../ui/preset-scale.tsx';
import { RatingChip } from '../ui/rating-chip.tsx';
import styles from './rating-scale.module.css';

/** One of the usual scales in place of the plan's, and what each rating that is given becomes in it. */
export function ChooseScale({ plan, close }: { plan: Plan; close(): void }) {
  const [id, setId] = useState<RatingScalePresetId>(() => startWith(plan));
  const [chosen, setChosen] = useState<Record<string, string | null>>({});
  const preset = ratingScalePresets.find((each) => each.id === id) as RatingScalePreset;
  const sure = sureRecoding(plan, id);
  /** A code of the new scale; null: not rated any more; undefined: not said yet. */
  const becomes = (code: string) =>
    ({ ...(preset.ratings.length === 0 && { [code]: null }), ...sure, ...chosen })[code];
  const given = [...ratingsInUse(plan)];
  const find = lookUp(plan);

  function choose(next: RatingScalePresetId) {
    setId(next);
    setChosen({});
  }

  async function take() {
    const recoding = given.flatMap(([code]): [string, string | null][] => {
      const next = becomes(code);
      return next === undefined ? [] : [[code, next]];
    });
    change({ notice: null });
    if (await editPlan((now) => chooseRatingScale(now, id, Object.fromEntries(recoding), newId))) close();
  }

  return (
    <div className={styles.choose}>
      <Choices
        label="Scale to use"
        value={id}
        options={ratingScalePresets.map((each) => [each.id, <PresetScale key={each.id} preset={each} />])}
        onChange={choose}
      />
      {given.length > 0 && (
        <table className={styles.becomes}>
          <thead>
            <tr>
              <th scope="col">Given now</th>
              <th scope="col">Becomes</th>
            </tr>
          </thead>
          <tbody>
            {given.map(([code, count]) => {
              const rating = find.rating(code);
              return (
                <tr key={code}>
                  <td>
                    {rating ? <RatingChip rating={rating} /> : code}{' '}
                    <span className={styles.used}>{counted(count, 'time')}</span>
                  </td>
                  <td>
                    <select
                      className="box"
                      value={JSON.stringify(becomes(code)) ?? ''}
                      aria-label={`What ${rating?.label ?? code} becomes`}
                      onChange={(event) => setChosen({ ...chosen, [code]: JSON.parse(event.target.value) })}
                    >
                      {becomes(code) === undefined && <option value="">Choose…</option>}
                      {preset.ratings.map((each) => (
                        <option key={each.code} value={JSON.stringify(each.code)}>
                          {each.label}
                        </option>
                      ))}
                      <option value="null">Not rated any more</option>
                    </select>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      <div className={styles.ways}>
        <Button size="xs" onClick={() => void take()}>
          Use this scale
        </Button>
        <Button size="xs" variant="default" onClick={close}>
          Leave it as it is
        </Button>
      </div>
    </div>
  );
}

/** The first that the plan does not have. */
function startWith(plan: Plan): RatingScalePresetId {
  return ratingScalePresets.find(({ id }) => id !== plan.ratingScale)?.id ?? 'rag';
}
