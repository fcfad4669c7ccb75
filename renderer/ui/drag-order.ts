import type { PointerEvent } from 'react';

/** How near to its edge the page scrolls while something is dragged, in pixels. */
const edge = 48;

/**
 * Drags an item of a list by its handle, by mouse, pen or finger. The item goes with the pointer, a line shows where it
 * would stand, and Esc leaves all as it was. The items of the list are its children that have `data-item`, their id.
 *
 * @param drop is told which item the dragged one is to follow; null: it is to be the first
 */
export function dragItem(event: PointerEvent<HTMLElement>, drop: (after: string | null) => void): void {
  const handle = event.currentTarget;
  const item = handle.closest<HTMLElement>('[data-item]');
  const list = item?.parentElement;
  if (event.button !== 0 || !item || !list) return;
  event.preventDefault();
  handle.setPointerCapture(event.pointerId);
  const others = [...list.querySelectorAll<HTMLElement>(':scope > [data-item]')].filter((each) => each !== item);
  const scroller = item.closest<HTMLElement>('main');
  const startedAt = event.clientY + (scroller?.scrollTop ?? 0);
  const before = item.previousElementSibling?.closest<HTMLElement>('[data-item]')?.dataset.item ?? null;
  let after = before;
  item.dataset.dragged = 'true';

  function move({ clientY }: { clientY: number }) {
    scroll(clientY);
    item?.style.setProperty('translate', `0 ${clientY + (scroller?.scrollTop ?? 0) - startedAt}px`);
    const above = others.findLast((each) => middleOf(each) < clientY);
    after = above?.dataset.item ?? null;
    for (const each of others) delete each.dataset.drop;
    if (after === before) return;
    if (above) above.dataset.drop = 'below';
    else if (others[0]) others[0].dataset.drop = 'above';
  }

  function scroll(y: number) {
    const box = scroller?.getBoundingClientRect();
    if (box && y < box.top + edge) scroller?.scrollBy(0, -12);
    if (box && y > box.bottom - edge) scroller?.scrollBy(0, 12);
  }

  function end(dropped: boolean) {
    handle.onpointermove = null;
    handle.onpointerup = null;
    handle.onpointercancel = null;
    window.removeEventListener('keydown', cancel, true);
    delete item?.dataset.dragged;
    item?.style.removeProperty('translate');
    for (const each of others) delete each.dataset.drop;
    if (dropped && after !== before) drop(after);
  }

  function cancel(key: KeyboardEvent) {
    if (key.key !== 'Escape') return;
    key.stopPropagation();
    end(false);
  }

  handle.onpointermove = move;
  handle.onpointerup = () => end(true);
  handle.onpointercancel = () => end(false);
  window.addEventListener('keydown', cancel, true);
}

function middleOf(item: HTMLElement): number {
  const { top, height } = item.getBoundingClientRect();
  return top + height / 2;
}
