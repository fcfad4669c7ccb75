import { lookUp } from '../../shared/plan/look-up.ts';
import type { Plan } from '../../shared/plan/model.ts';

/** Who leads, by name, with the role where it says more. */
export function People({ plan, ids }: { plan: Plan; ids: string[] }) {
  const find = lookUp(plan);
  if (ids.length === 0) return <span className="quiet">No lead yet</span>;
  return ids.map((id, index) => {
    const person = find.person(id);
    return (
      <span key={id}>
        {index > 0 && ', '}
        <span title={person?.role}>{person?.name ?? 'someone who is not in the plan any more'}</span>
      </span>
    );
  });
}
