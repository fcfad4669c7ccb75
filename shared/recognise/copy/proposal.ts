import type { DraftChange } from '../../log/edit.ts';
import type { Effect } from '../../plan/model.ts';
import type { Place } from '../../plan/place.ts';

/** One thing that somebody changed in a copy, to be taken into the plan or left. */
export interface Proposal {
  /** What it is known by as long as the copy is being looked at. */
  id: string;
  /** “told”: it can only be said, since there is no telling what it would be in the plan; `why` says so. */
  kind: 'changed' | 'new' | 'missing' | 'told';
  /** “The date of action 12: “Q3” → “Q4”” */
  label: string;
  /** Where it stands in the plan; for what is new, what it comes after. */
  place?: Place;
  /** What the export said, and what the copy says. */
  before: string;
  now: string;
  /** What the plan says by now, where it was changed there since the export. */
  changedSince?: string;
  why?: string;
  changes: DraftChange[];
  /** Of a matrix: the effect of an action on one indicator, all of which are one field of the plan. */
  effect?: { action: string; indicator: string; value: Effect | null };
}
