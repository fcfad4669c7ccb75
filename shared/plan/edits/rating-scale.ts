import type { DraftEdit } from '../../log/edit.ts';
import { PlanError } from '../../messages.ts';
import { lookUp } from '../look-up.ts';
import type { Plan } from '../model.ts';
import { listed, quote } from '../names.ts';
import { presetScale, type RatingScalePresetId, ratingScalePresets } from '../rating-scales.ts';
import { create, remove, set } from './changes.ts';
import { ratingsInUse, recoded } from './ratings.ts';

/** The new code of each rating in use; null: what is rated by it is not rated any more. */
export type Recoding = Readonly<Record<string, string | null>>;

/**
 * Takes over a rating scale of the app in place of the plan's. Whatever is rated keeps a rating: the recoding says
 * which; one of the same code and label needs no saying.
 *
 * @throws PlanError `edit-refused`, naming the ratings in use for which nothing is said
 */
export function chooseRatingScale(
  plan: Plan,
  id: RatingScalePresetId,
  given: Recoding,
  newId: () => string,
): DraftEdit {
  const { title, ratings } = presetScale(id, newId);
  const recoding = new Map(Object.entries({ ...sureRecoding(plan, id), ...given }));
  const open = [...ratingsInUse(plan).keys()].filter((code) => {
    const next = recoding.get(code);
    return next === undefined || (next !== null && !ratings.some((rating) => rating.code === next));
  });
  if (open.length > 0) {
    const names = listed(open.map((code) => quote(lookUp(plan).rating(code)?.label ?? code)));
    throw new PlanError('edit-refused', {
      where: `the scale ${quote(title)}`,
      found: `has no rating chosen for what is rated ${names} now`,
    });
  }
  const scale = freeId(plan, id);
  return {
    label: `Rate by the scale ${quote(title)}`,
    changes: [
      create('scale', scale, { title }),
      ...ratings.map(({ id: rating, ...fields }) => create('rating', rating, { scale, ...fields })),
      set('plan', plan.id, 'ratingScale', scale),
      ...recoded(plan, recoding),
      ...plan.ratingScales.map((each) => remove('scale', each.id)),
    ],
  };
}

/** What needs no asking: a rating of the new scale with the same label. */
export function sureRecoding(plan: Plan, id: RatingScalePresetId): Recoding {
  const ratings: readonly { code: string; label: string }[] =
    ratingScalePresets.find((each) => each.id === id)?.ratings ?? [];
  const plain = (label: string | undefined) => label?.trim().toLowerCase();
  const find = lookUp(plan);
  return Object.fromEntries(
    [...ratingsInUse(plan).keys()].flatMap((code) => {
      const same = ratings.find((rating) => plain(rating.label) === plain(find.rating(code)?.label));
      return same ? [[code, same.code]] : [];
    }),
  );
}

/** The preset's own id, or with a number where the plan has a scale of that id. */
function freeId(plan: Plan, id: string): string {
  const taken = new Set(plan.ratingScales.map((scale) => scale.id));
  let free = id;
  for (let count = 2; taken.has(free); count += 1) free = `${id}-${count}`;
  return free;
}
