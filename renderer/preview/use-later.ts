import { startTransition, useEffect, useState } from 'react';

/** The longest that the page is waited for, in milliseconds. */
const patience = 500;

/**
 * A value that takes a while to be shown, when the page has a moment for it: what else it changed, and the next key, are
 * painted first. Null until the first one came.
 * @param rest how long it must have stayed the same before, in milliseconds; the first does not wait
 */
export function useLater<Value>(value: Value, rest: number): Value | null {
  const [later, setLater] = useState<Value | null>(null);
  const first = later === null;
  useEffect(() => {
    let waiting = 0;
    const show = () => startTransition(() => setLater(value));
    const timer = setTimeout(
      () => {
        waiting = requestIdleCallback(show, { timeout: patience });
      },
      first ? 0 : rest,
    );
    return () => {
      clearTimeout(timer);
      cancelIdleCallback(waiting);
    };
  }, [value, rest, first]);
  return later;
}
