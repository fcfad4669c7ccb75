import type { DraftChange, DraftEdit } from '../../log/edit.ts';
import { PlanError } from '../../messages.ts';
import { existing } from '../existing.ts';
import { lookUp } from '../look-up.ts';
import type { Plan, Rating } from '../model.ts';
import { quote } from '../names.ts';
import { create, put, remove, set } from './changes.ts';

/** How often each rating is given: to indicators and actions, and in updates. */
export function ratingsInUse(plan: Plan): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { code } of ratedFields(plan)) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

/** Adds a rating to a scale, after another; null: first; left out: last. To change one but for its code, set its fields. */
export function addRating(scale: string, rating: Rating, after?: string | null): DraftEdit {
  const { id, ...fields } = rating;
  return {
    label: `Add the rating ${quote(rating.label)}`,
    changes: [create('rating', id, { scale, ...fields }, after)],
  };
}

/** Moves a rating after another of its scale; null: first. */
export function moveRating(plan: Plan, id: string, after: string | null): DraftEdit {
  return { label: `Move the rating ${quote(existing(plan, 'rating', id).label)}`, changes: [put('rating', id, after)] };
}

/**
 * Gives a rating another code. All that is rated by it follows.
 * @throws PlanError `edit-refused` where the code means another rating already
 */
export function recodeRating(plan: Plan, id: string, code: string): DraftEdit {
  const rating = existing(plan, 'rating', id);
  const scale = plan.ratingScales.find(({ ratings }) => ratings.includes(rating));
  const other = scale?.ratings.find((each) => each.code === code && each !== rating) ?? meantBy(plan, code, rating);
  if (other) {
    throw new PlanError('edit-refused', {
      where: `the code ${quote(code)}`,
      found: `is the code of ${quote(other.label)} already`,
    });
  }
  const follow = lookUp(plan).rating(rating.code) === rating ? recoded(plan, new Map([[rating.code, code]])) : [];
  return {
    label: `Change the code of the rating ${quote(rating.label)} to ${quote(code)}`,
    changes: [set('rating', id, 'code', code), ...follow],
  };
}

/**
 * Deletes a rating. What was rated by it gets another one, or none.
 * @param instead the code of another rating, or null: none
 */
export function deleteRating(plan: Plan, id: string, instead: string | null): DraftEdit {
  const rating = existing(plan, 'rating', id);
  const follow = lookUp(plan).rating(rating.code) === rating ? recoded(plan, new Map([[rating.code, instead]])) : [];
  return { label: `Delete the rating ${quote(rating.label)}`, changes: [...follow, remove('rating', id)] };
}

/** The changes that give all that is rated by the codes of the map their new codes; null takes a rating away. */
export function recoded(plan: Plan, codes: ReadonlyMap<string, string | null>): DraftChange[] {
  return ratedFields(plan).flatMap(({ kind, id, code }) => {
    const next = codes.get(code);
    return next === undefined || next === code ? [] : [set(kind, id, 'rating', next)];
  });
}

/** A rating of any scale that a code stands for in this plan, if something is rated by it. */
function meantBy(plan: Plan, code: string, but: Rating): Rating | undefined {
  const meant = lookUp(plan).rating(code);
  return meant !== but && ratingsInUse(plan).has(code) ? meant : undefined;
}

interface Rated {
  kind: 'indicator' | 'action' | 'update';
  id: string;
  code: string;
}

function ratedFields(plan: Plan): Rated[] {
  const of = (kind: Rated['kind'], records: readonly { id: string; rating?: string | undefined }[]) =>
    records.flatMap(({ id, rating }): Rated[] => (rating === undefined ? [] : [{ kind, id, code: rating }]));
  return [
    ...of('indicator', plan.indicators),
    ...of('action', plan.actions),
    ...[...plan.indicators, ...plan.actions].flatMap(({ updates }) => of('update', updates)),
  ];
}
