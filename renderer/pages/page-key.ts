import { useEffect, useEffectEvent } from 'react';
import { keysOf } from './action-commands.ts';

/**
 * Does something at a press of keys anywhere on the page, also where nothing of it has the keyboard, as after a click
 * beside its fields. What the keys mean in a field goes before.
 */
export function usePageKey(keys: string, run: () => void): void {
  const listen = useEffectEvent((event: KeyboardEvent) => {
    const onPage = event.target === document.body || (event.target as HTMLElement).closest('#page');
    if (keysOf(event) !== keys || event.defaultPrevented || !onPage) return;
    event.preventDefault();
    run();
  });
  useEffect(() => {
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
