import { type RefObject, useLayoutEffect, useState } from 'react';
import type { Page } from '../../shared/layout/page.ts';

/** Width of A4 at 96 pixels to the inch. */
const paperWidth = { landscape: 1_122.5, portrait: 793.7 };
const margins = 32;

/** The scale at which a page fills the width of what it is shown in. It follows when that is made wider. */
export function useFit(place: RefObject<HTMLElement | null>, orientation: Page['orientation']): number {
  const [width, setWidth] = useState(480);
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return;
    const measure = () => setWidth(element.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [place]);
  return Math.min(1, Math.max(0.2, (width - margins) / paperWidth[orientation]));
}
