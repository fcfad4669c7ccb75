import { useEffect, useState } from 'react';

/** When this is closed, the keyboard is again where it was when it opened, unless it has gone elsewhere by then. */
export function useFocusBack(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      const nowhere = document.activeElement === null || document.activeElement === document.body;
      if (nowhere && before instanceof HTMLElement) before.focus({ preventScroll: true });
    },
    [before],
  );
}
