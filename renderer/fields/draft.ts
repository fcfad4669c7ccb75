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
