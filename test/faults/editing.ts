import { openChecked } from '../../electron/plan-file/inspect.ts';
import type { DraftEdit } from '../../shared/log/edit.ts';
import type { Plan } from '../../shared/plan/model.ts';

/** The n-th edit of a run: by turns of two fields, so that none takes in another as typing. */
export function nthEdit(plan: Plan, n: number): DraftEdit {
  const field = n % 2 ? 'title' : 'trustName';
  return { label: `Edit ${n}`, changes: [{ kind: 'plan', record: plan.id, field, value: `Edit ${n}` }] };
}

/** How many edits of such a run a plan has in it. */
export function editsIn(plan: Plan): number {
  return newest([plan.title, plan.trust.name]);
}

/** The same of the bytes of a plan file, which must be whole. */
export function editsInFile(bytes: Uint8Array): number {
  const { db } = openChecked(bytes);
  try {
    return newest(db.prepare<[], string[]>('SELECT "title", "trustName" FROM "plan"').raw().get() ?? []);
  } finally {
    db.close();
  }
}

function newest(texts: string[]): number {
  return Math.max(...texts.map((text) => Number(/^Edit (\d+)$/.exec(text)?.[1] ?? 0)));
}
