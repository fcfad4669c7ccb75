import type { Source } from '../../indicator-sets/schema.ts';
import type { DraftEdit } from '../../log/edit.ts';
import type { Plan } from '../model.ts';
import type { Place } from '../place.ts';

/** One thing to look at before a plan is published. It reads the plan and changes nothing. */
export interface Check {
  /** Kept for ever: what was left so is kept under it. Small letters and hyphens. */
  id: string;
  title: string;
  /** Why it matters, for someone who has never thought of it. */
  why: string;
  source?: Source;
  /** `mend`: a reader will miss it or be misled. `look`: it may well be right; only a person can tell. */
  weight: 'mend' | 'look';
  find(plan: Plan, on: On): Finding[];
}

/** What a check may know besides the plan. */
export interface On {
  /** YYYY-MM-DD */
  today: string;
}

export interface Finding {
  /** Where it is, and where it can be mended. */
  place: Place;
  /** What was found there, in a sentence. */
  words: string;
  /** Only where what is right is certain. */
  fix?: DraftEdit;
}
