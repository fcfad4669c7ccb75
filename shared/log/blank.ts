import { isEqual } from './equal.ts';

/** What stands for a text that was left out of a copy without history: no field of a plan can be this. */
export const blank = { withheld: true };

/** Whether a value is not known here. */
export function isBlank(value: unknown): boolean {
  return isEqual(value, blank);
}
