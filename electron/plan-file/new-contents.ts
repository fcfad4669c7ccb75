import { creationOf } from '../../shared/log/apply.ts';
import type { Change, Edit } from '../../shared/log/edit.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { toRecords } from '../../shared/plan/records.ts';
import type { Contents } from './contents.ts';
import { type PlanFileEnvironment, signature } from './environment.ts';

/** A plan as a plan file says it: its records, and a log of one edit that makes them all. */
export function newContents(
  plan: Plan,
  env: Pick<PlanFileEnvironment, 'author' | 'device' | 'now' | 'newId'>,
): Contents {
  const records = toRecords(plan);
  const edit: Edit = {
    id: env.newId(),
    at: env.now().toISOString(),
    author: signature(env.author),
    device: signature(env.device),
    label: 'Start the plan',
    kind: 'import',
    target: null,
  };
  const changes = creationOf(records).map(
    (change): Change => ({ id: env.newId(), edit: edit.id, ...change, replaces: [] }),
  );
  return { plan, records, edits: [edit], changes };
}
