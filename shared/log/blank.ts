import { isEqual } from './equal.ts';

/** What stands for a text that was left out of a copy without history: no field of a plan can be this. */
export const blank = { withheld: true };

/** Whether a value is not known here, and nothing stands for it. */
export function isBlank(value: unknown): boolean {
  return isEqual(value, blank);
}

/**
 * What stands for a name that was left out of a copy without names: the words that are shown in its place, and the id
 * of the change that says the name, wherever it is known.
 */
export interface StandIn {
  withheld: string | null;
  of: string;
}

export function isStandIn(value: unknown): value is StandIn {
  return typeof value === 'object' && value !== null && 'withheld' in value && 'of' in value;
}

/** A value as it is shown. */
export function shown(value: unknown): unknown {
  return isStandIn(value) ? value.withheld : value;
}
