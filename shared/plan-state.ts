import type { Conflict } from './log/conflicts.ts';
import type { Kept } from './log/fold.ts';
import type { Stretch } from './log/told.ts';
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
  /** What several people set without knowing of each other, after copies were brought together. */
  conflicts: Conflict[];
  /** What lives though somebody deleted it. */
  kept: Kept[];
}

/** Something that whoever opened the plan should be told. */
export type Notice =
  /** The file and the working copy had each gone on without the other: the file was brought in. */
  | { kind: 'brought-in'; stretch: Stretch }
  /**
   * `kept-aside`: the same, but the two could not be brought together; the file is open, and the working copy was kept
   * at `path` as a plan file. `damaged-aside`: the working copy was damaged; the file is open, and what there is of the
   * working copy was kept in the folder `path`.
   */
  | { kind: 'kept-aside' | 'damaged-aside'; path: string };
