import { current } from '../store.ts';

/**
 * What a field could not send, because the plan refused it, is kept beside the plan on this computer: it is in its
 * field again when the person comes back to the page, or to the app.
 */
export function keepRefused(place: string, value: unknown): void {
  try {
    localStorage.setItem(keyOf(place), JSON.stringify(value));
  } catch {
    // There is no room for it: it stays in its field for as long as that is on the screen, as the field says.
  }
}

export function forgetRefused(place: string): void {
  localStorage.removeItem(keyOf(place));
}

/** What was kept for a field, or undefined. */
export function refusedDraft(place: string): unknown {
  const kept = localStorage.getItem(keyOf(place));
  return kept === null ? undefined : JSON.parse(kept);
}

function keyOf(place: string): string {
  return `draft ${current().open?.plan.id} ${place}`;
}
