import type { MouseEvent } from 'react';

/** What something opens beside: an element, or the pointer. */
export type Anchor = Pick<Element, 'getBoundingClientRect'>;

/** Puts an open popover under what it belongs to, or over it where there is no room; one of their edges is in line. */
export function standBeside(box: HTMLElement, anchor: Anchor, edge: 'left' | 'right'): void {
  const beside = anchor.getBoundingClientRect();
  const { width, height } = box.getBoundingClientRect();
  const below = beside.bottom + 4;
  const top = below + height <= window.innerHeight ? below : Math.max(8, beside.top - height - 4);
  const wanted = edge === 'left' ? beside.left : beside.right - width;
  const left = Math.max(8, Math.min(wanted, window.innerWidth - width - 8));
  box.style.inset = `${top}px auto auto ${left}px`;
}

/** Where the pointer was. */
export function pointOf({ clientX, clientY }: MouseEvent): Anchor {
  return { getBoundingClientRect: () => new DOMRect(clientX, clientY) };
}
