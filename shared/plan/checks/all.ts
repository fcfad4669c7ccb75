import type { Plan } from '../model.ts';
import type { Check, Finding, On } from './check.ts';
import { noDate, overdue } from './dates.ts';
import { withoutAction, withoutGap, withoutWording } from './indicators.ts';
import { leadToBeConfirmed, noLead } from './leads.ts';
import { leftSo } from './leave-so.ts';
import { nearlyRepeatedTexts } from './near-repeats.ts';
import { namesOfPersons, sameName } from './people.ts';
import { placeholders } from './placeholders.ts';
import { colourWithoutWord, outOfStep } from './ratings.ts';
import { misprintedRange, ratioAsPercentage, ratioBelowOne, reversedRatio } from './ratios.ts';
import { repeatedNumbers, repeatedTexts, repeatedUpdates } from './repeats.ts';
import { smallNumbers } from './small-numbers.ts';
import { surveyQuestions } from './survey-questions.ts';
import { mixedTerms } from './terms.ts';
import { otherStandard, wrongYear } from './title.ts';

/** All checks, in the order in which they are shown: first what readers look for, then what they stumble over. */
export const checks: readonly Check[] = [
  noLead,
  leadToBeConfirmed,
  noDate,
  overdue,
  withoutAction,
  withoutGap,
  withoutWording,
  colourWithoutWord,
  outOfStep,
  ratioAsPercentage,
  ratioBelowOne,
  reversedRatio,
  misprintedRange,
  surveyQuestions,
  mixedTerms,
  wrongYear,
  otherStandard,
  namesOfPersons,
  sameName,
  smallNumbers,
  repeatedTexts,
  nearlyRepeatedTexts,
  repeatedUpdates,
  repeatedNumbers,
  placeholders,
];

/** What a check found; `left` are those that someone decided to leave so, with the reason that they gave. */
export interface CheckResult {
  check: Check;
  findings: Finding[];
  left: { finding: Finding; reason: string }[];
}

/** Runs every check. One that found nothing is there too, with no findings. */
export function runChecks(plan: Plan, on: On): CheckResult[] {
  return checks.map((check) => runCheck(check, plan, on));
}

/** Runs one of them, for whoever must not be busy for long at a time. */
export function runCheck(check: Check, plan: Plan, on: On): CheckResult {
  const all = check.find(plan, on).map((finding) => ({ finding, reason: leftSo(plan, check, finding) }));
  return {
    check,
    findings: all.filter(({ reason }) => reason === undefined).map(({ finding }) => finding),
    left: all.flatMap(({ finding, reason }) => (reason === undefined ? [] : [{ finding, reason }])),
  };
}
