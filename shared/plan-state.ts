import type { ErrorCode, ErrorDetails } from './messages.ts';
import type { Plan } from './plan/model.ts';

/** How far the person's file is behind the plan. Every edit is safe on this computer before it is on the screen. */
export type SaveState =
  /** The file holds every edit; `at` is when it was written (UTC), null where that was before it was opened here. */
  | { state: 'saved'; at: string | null }
  | { state: 'edited' }
  | { state: 'saving' }
  | { state: 'failed'; failure: { code: ErrorCode; details: ErrorDetails } };

/** An open plan, as it is shown. */
export interface PlanState {
  plan: Plan;
  path: string;
  /** The labels of the edits that undo and redo would take back or put back. */
  undo: string | null;
  redo: string | null;
  saved: SaveState;
}

/** Something that whoever opened the plan should be told. */
export interface Notice {
  /** The file and the working copy had each gone on without the other; the working copy was kept at `path`. */
  kind: 'kept-aside';
  path: string;
}
