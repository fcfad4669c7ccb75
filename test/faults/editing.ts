import type { DraftEdit } from '../../shared/log/edit.ts';
import type { Plan } from '../../shared/plan/model.ts';

/** The n-th edit of a run: by turns of two fields, so that none takes in another as typing. */
export function nthEdit(plan: Plan, n: number): DraftEdit {
  const field = n % 2 ? 'title' : 'trustName';
  return { label: `Edit ${n}`, changes: [{ kind: 'plan', record: plan.id, field, value: `Edit ${n}` }] };
}

/** How many edits of such a run a plan has in it. */
export function editsIn(plan: Plan): number {
  return Math.max(...[plan.title, plan.trust.name].map((text) => Number(/^Edit (\d+)$/.exec(text)?.[1] ?? 0)));
}
