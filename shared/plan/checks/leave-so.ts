import type { DraftEdit } from '../../log/edit.ts';
import { cleanLine } from '../clean-paste.ts';
import { create, remove, set } from '../edits/changes.ts';
import type { Exception, Plan } from '../model.ts';
import { recordName } from '../names.ts';
import type { Check, Finding } from './check.ts';

/**
 * Leaves what a check found in a record as it is, with a reason. The decision is kept in the plan: it travels with the
 * file, holds for everybody, and is an edit like others. A second reason takes the place of the first.
 */
export function leaveSo(plan: Plan, check: Check, finding: Finding, reason: string, newId: () => string): DraftEdit {
  const { kind, id: record } = finding.place;
  const known = exceptionFor(plan, check, finding);
  const words = cleanLine(reason).slice(0, 2_000);
  return {
    label: `Leave ${recordName(plan, kind, record)} as it is (${named(check)})`,
    changes: [
      known
        ? set('exception', known.id, 'reason', words)
        : create('exception', newId(), { check: check.id, kind, record, reason: words }),
    ],
  };
}

/** Takes that decision back; undefined where there is none. */
export function takeUpAgain(plan: Plan, check: Check, finding: Finding): DraftEdit | undefined {
  const known = exceptionFor(plan, check, finding);
  if (!known) return undefined;
  const { kind, id } = finding.place;
  return {
    label: `Take ${named(check)} of ${recordName(plan, kind, id)} up again`,
    changes: [remove('exception', known.id)],
  };
}

/** The reason for which a finding was left so, "" where none was given; undefined where it was not. */
export function leftSo(plan: Plan, check: Check, finding: Finding): string | undefined {
  return exceptionFor(plan, check, finding)?.reason;
}

function exceptionFor(plan: Plan, check: Check, { place }: Finding): Exception | undefined {
  return plan.exceptions?.find(
    (each) => each.check === check.id && each.kind === place.kind && each.record === place.id,
  );
}

/** The check by its id, in words: "no lead". */
function named({ id }: Check): string {
  return id.replaceAll('-', ' ');
}
