import { useEffect, useState } from 'react';
import { type CheckResult, checks, runCheck, runChecks } from '../../shared/plan/checks/all.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { count, today } from '../ui/words.ts';

/** What the checks find in a plan today. Of a plan that was just checked, what was found then. */
export function checked(plan: Plan): CheckResult[] {
  return before(plan) ?? kept(plan, runChecks(plan, { today: today() }));
}

const known = new WeakMap<Plan, { day: string; results: CheckResult[] }>();

function before(plan: Plan): CheckResult[] | undefined {
  const last = known.get(plan);
  return last?.day === today() ? last.results : undefined;
}

function kept(plan: Plan, results: CheckResult[]): CheckResult[] {
  known.set(plan, { day: today(), results });
  return results;
}

/** How many findings are open, by their weight. */
export interface Open {
  mend: number;
  look: number;
}

export function openFindings(plan: Plan): Open {
  const of = (weight: 'mend' | 'look') =>
    checked(plan).reduce((sum, { check, findings }) => sum + (check.weight === weight ? findings.length : 0), 0);
  return { mend: of('mend'), look: of('look') };
}

/** How long nobody must have edited before the plan is checked by itself, in milliseconds. */
const rest = 800;

/**
 * The same for a page that shows it beside something else: it comes when the person pauses, check by check, so that
 * nothing waits for it. Null until it is known.
 */
export function useOpenFindings(plan: Plan): Open | null {
  const [open, setOpen] = useState<Open | null>(null);
  useEffect(() => {
    const results: CheckResult[] = [];
    const step = () => {
      const next = checks[results.length];
      if (!before(plan) && next) {
        results.push(runCheck(next, plan, { today: today() }));
        timer = setTimeout(step);
        return;
      }
      if (!before(plan)) kept(plan, results);
      setOpen(openFindings(plan));
    };
    let timer = setTimeout(step, rest);
    return () => clearTimeout(timer);
  }, [plan]);
  return open;
}

/** "3 to mend", or, where there is none, "5 to look at"; "" where there is nothing. */
export function openInWords({ mend, look }: Open): string {
  if (mend > 0) return `${mend.toLocaleString('en-GB')} to mend`;
  return look > 0 ? `${look.toLocaleString('en-GB')} to look at` : '';
}

/** "3 things to mend, and 5 to look at". */
export function allOpenInWords({ mend, look }: Open): string {
  if (mend === 0) return `${count(look, 'thing')} to look at`;
  return look === 0
    ? `${count(mend, 'thing')} to mend`
    : `${count(mend, 'thing')} to mend, and ${look.toLocaleString('en-GB')} to look at`;
}
