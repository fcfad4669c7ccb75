/**
 * Fields whose text was changed and not yet sent. Before the window closes, or another plan comes, each is asked to
 * send what it has.
 */
const pending = new Set<() => Promise<void>>();

/** Names a field's way of sending its draft; gives the way to take the name back. */
export function holdDraft(send: () => Promise<void>): () => void {
  pending.add(send);
  return () => pending.delete(send);
}

export async function flushDrafts(): Promise<void> {
  await Promise.all([...pending].map((send) => send()));
}

/** Whether there is anything to flush. */
export function hasDrafts(): boolean {
  return pending.size > 0;
}

type Step = 'undo' | 'redo';
const ownSteps = new WeakMap<Element, (step: Step) => void>();

/** For a field that keeps its own undo, where the browser's would not do. */
export function giveOwnUndo(field: Element, take: (step: Step) => void): void {
  ownSteps.set(field, take);
}

/**
 * Takes a step back or forth in the field that has the keyboard, if what is in it was not sent yet. Gives false where
 * there is no such field: then it is the plan's turn.
 */
export function stepInDraft(step: Step): boolean {
  const field = document.activeElement;
  if (!(field instanceof HTMLElement) || field.dataset.draft !== 'true') return false;
  const own = ownSteps.get(field);
  if (own) own(step);
  else document.execCommand(step);
  return true;
}
