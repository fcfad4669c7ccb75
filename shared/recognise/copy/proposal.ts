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
  /** Of a matrix: effects of an action, all of which are one field of the plan. */
  effects?: { action: string; indicator: string; value: Effect | null }[];
  move?: Move;
}

/** An action to another place of its list, which is that of its home or, in a matrix, that of the plan. */
export interface Move {
  action: string;
  /** Null: the plan as a whole; undefined: its home stays as it is. */
  home?: string | null;
  /** The last one above it that stays; null: none. */
  after: string | null;
  /** Those between the two that are to be moved as well, in their order. */
  between: string[];
}

/** Whether it changes the plan, and is not only told. */
export function isForTaking({ changes, effects, move }: Proposal): boolean {
  return changes.length > 0 || effects !== undefined || move !== undefined;
}
