import { useEffect, useState } from 'react';

/**
 * When this is closed, the keyboard is again where it was when it opened, unless it has gone elsewhere by then; at the
 * page's heading, where that is no more.
 */
export function useFocusBack(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      const nowhere = document.activeElement === null || document.activeElement === document.body;
      const there = before instanceof HTMLElement && before !== document.body && before.isConnected;
      const back = there ? before : document.querySelector<HTMLElement>('#page h1');
      if (nowhere) back?.focus({ preventScroll: true });
    },
    [before],
  );
}
