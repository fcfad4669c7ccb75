import { type KeyboardEvent, type MouseEvent, useCallback, useState } from 'react';
import { type Anchor, pointOf } from './beside.ts';

/** Where a menu is open: beside its button, at the pointer, or beside what has the keyboard. */
export type MenuAt = { readonly current: Anchor | null };

/** Whether a menu is open, and where. */
export function useMenu() {
  const [at, openAt] = useState<MenuAt | null>(null);
  const close = useCallback(() => openAt(null), []);
  return { at, openAt, close };
}

/** Opens a menu at a right click, but for a field of text or a menu: those have their own. */
export function takeRightClick(event: MouseEvent, open: (at: MenuAt) => void): void {
  if (hasItsOwn(event.target)) return;
  event.preventDefault();
  const at = { current: pointOf(event) };
  // Where the button is still down (not on Windows), to let go of it would close a menu that is there already.
  if (event.buttons === 0) open(at);
  else window.addEventListener('pointerup', () => setTimeout(() => open(at)), { once: true });
}

/** Whether the keyboard asks for the menu of what it is at. */
export function asksForMenu({ key, shiftKey, target }: KeyboardEvent): boolean {
  return (key === 'ContextMenu' || (key === 'F10' && shiftKey)) && !hasItsOwn(target);
}

function hasItsOwn(target: EventTarget): boolean {
  return (
    target instanceof Element && target.closest('input, textarea, [contenteditable="true"], [role="menu"]') !== null
  );
}
