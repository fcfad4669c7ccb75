import { type RefObject, useEffect } from 'react';
import type { Page } from '../../shared/layout/page.ts';
import type { RecordKind } from '../../shared/log/edit.ts';
import { goToPlace } from '../plan/go-to-place.ts';

/**
 * Ties the preview to the form: a click on a piece of the page goes to the field that it comes from, and the pieces of
 * the field that has the keyboard are marked, and brought into sight.
 */
export function useFields(paper: RefObject<HTMLElement | null>, page: Page | null): void {
  useEffect(() => {
    const here = paper.current;
    if (!here) return;
    const show = (event: FocusEvent) => markOf(here, event.target as Element, true);
    here.addEventListener('click', goToField);
    document.addEventListener('focusin', show);
    return () => {
      here.removeEventListener('click', goToField);
      document.removeEventListener('focusin', show);
    };
  }, [paper]);

  // A page that was made anew has other pieces. It stays where it is.
  useEffect(() => {
    if (page && paper.current) markOf(paper.current, document.activeElement, false);
  }, [paper, page]);
}

function goToField(event: MouseEvent): void {
  if (window.getSelection()?.isCollapsed === false) return; // something is being selected to be copied
  const cell = (event.target as Element).closest('td, th');
  const piece = (event.target as Element).closest('[data-source]') ?? cell?.querySelector('[data-source]');
  const [kind, id, field] = piece?.getAttribute('data-source')?.split('/') ?? [];
  if (kind && id && field) goToPlace({ kind: kind as RecordKind, id, field });
}

function markOf(paper: HTMLElement, focused: Element | null, follow: boolean): void {
  const place = focused?.closest('[data-place]')?.getAttribute('data-place');
  // One search for both: a page may have a hundred thousand elements.
  const found = paper.querySelectorAll(`[data-edited]${place ? `, [data-source="${CSS.escape(place)}"]` : ''}`);
  const pieces = [...found].filter((piece) => piece.getAttribute('data-source') === place);
  for (const piece of found) piece.removeAttribute('data-edited');
  for (const piece of pieces) piece.setAttribute('data-edited', '');
  if (follow && pieces[0]) bringIntoSight(paper, pieces[0]);
}

/** Scrolls the paper alone, and only as far as it takes. */
function bringIntoSight(paper: HTMLElement, piece: Element): void {
  const [inside, around] = [piece.getBoundingClientRect(), paper.getBoundingClientRect()];
  if (inside.top >= around.top && inside.bottom <= around.bottom) return;
  paper.scrollTop += inside.top - around.top - around.height / 3;
}
