import type { SaveState } from '../../shared/plan-state.ts';

/** The part of a plan file that publishing by itself needs. */
interface Publishable {
  readonly state: { saved: SaveState };
  publish(): Promise<SaveState>;
  onSaved(listener: (saved: SaveState) => void): () => void;
}

/** A clock that calls back; returns a function that calls it off. */
export type Timer = (milliseconds: number, run: () => void) => () => void;

/** How long nobody has edited when the person's file is brought up to date, in milliseconds. */
export const quiet = 2_000;
/** How long after a failure it is tried again, in milliseconds. */
export const retryAfter = 30_000;

/**
 * Publishes a plan by itself: after two seconds of quiet, and after a failure every half minute until the drive is back
 * or the other program has let go. What takes a decision of the person's is left to them.
 *
 * @returns a function that ends it
 */
export function publishByItself(plan: Publishable, timer: Timer = realTimer): () => void {
  let cancel: () => void = () => undefined;
  const stop = plan.onSaved(arrange);
  arrange(plan.state.saved);
  return () => {
    stop();
    cancel();
  };

  function arrange(saved: SaveState): void {
    cancel();
    const wait = delayFor(saved);
    cancel = wait === null ? () => undefined : timer(wait, () => void plan.publish());
  }
}

function delayFor(saved: SaveState): number | null {
  if (saved.state === 'edited') return quiet;
  if (saved.state !== 'failed') return null;
  const { code } = saved.failure;
  return code === 'needs-a-place' || code === 'target-changed' ? null : retryAfter;
}

function realTimer(milliseconds: number, run: () => void): () => void {
  const id = setTimeout(run, milliseconds);
  return () => clearTimeout(id);
}
