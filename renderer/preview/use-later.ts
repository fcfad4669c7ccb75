import { startTransition, useEffect, useState } from 'react';

/** The longest that the page is waited for, in milliseconds. */
const patience = 500;

/**
 * A value that takes a while to be shown, when the page has a moment for it: what else it changed, and the next key, are
 * painted first. Null until the first one came.
 */
export function useLater<Value>(value: Value): Value | null {
  const [later, setLater] = useState<Value | null>(null);
  useEffect(() => {
    const waiting = requestIdleCallback(() => startTransition(() => setLater(value)), { timeout: patience });
    return () => cancelIdleCallback(waiting);
  }, [value]);
  return later;
}
