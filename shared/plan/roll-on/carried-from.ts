import type { Exception, Plan } from '../model.ts';

/**
 * The id under which a plan keeps that one of its actions comes from the plan before it. It stands among what was left
 * so, as the ignored words do: `record` is the action, `reason` the id that it had there and what that period is called.
 */
export const carriedOver = 'carried-over';

/** How the update begins that says how an action stood when it was carried over. */
export const carriedWords = 'Carried over from';

/** Where an action was before: the id that it had there, and the label of that plan's period. */
export interface CarriedFrom {
  action: string;
  period: string;
}

/** Where an action comes from; undefined where it is this plan's own. */
export function carriedFrom(plan: Pick<Plan, 'exceptions'>, action: string): CarriedFrom | undefined {
  if (!plan.exceptions) return undefined;
  const all = known.get(plan.exceptions) ?? read(plan.exceptions);
  known.set(plan.exceptions, all);
  return all.get(action);
}

const known = new WeakMap<Exception[], Map<string, CarriedFrom>>();

function read(exceptions: Exception[]): Map<string, CarriedFrom> {
  return new Map(
    exceptions.flatMap(({ check, kind, record, reason }) => {
      const [, action, period] = /^(\S+) (.+)$/.exec(reason) ?? [];
      return check === carriedOver && kind === 'action' && action && period ? [[record, { action, period }]] : [];
    }),
  );
}

/** The same, as the new plan keeps it. */
export function carriedException(id: string, record: string, { action, period }: CarriedFrom): Exception {
  return { id, check: carriedOver, kind: 'action', record, reason: `${action} ${period}` };
}
