import { defaultRangeExtractor, useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { type RefObject, useMemo } from 'react';

export interface VisibleRows {
  /** The rows to draw, each with where it begins, in pixels from the first. */
  rows: readonly Pick<VirtualItem, 'index' | 'start'>[];
  /** How tall all rows are together, in pixels. */
  height: number;
  /** How tall one row is, in pixels. */
  rowHeight: number;
  scrollTo(index: number): void;
}

interface VisibleRowsOptions {
  scroller: RefObject<HTMLElement | null>;
  count: number;
  /** Of one row, in the size of the page's text, so that it grows with it. */
  rem: number;
  /** A row that is drawn wherever the list is scrolled to, because the keyboard is in it. */
  always: number;
}

/** Which rows of a long list are to be drawn: those on the screen, some above and below, and the one with the keyboard. */
export function useVisibleRows({ scroller, count, rem, always }: VisibleRowsOptions): VisibleRows {
  const rowHeight = useMemo(
    () => Math.round(rem * Number.parseFloat(getComputedStyle(document.documentElement).fontSize)),
    [rem],
  );
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    rangeExtractor: (range) => {
      const near = defaultRangeExtractor(range);
      if (always < 0 || always >= count || near.includes(always)) return near;
      return [...near, always].sort((a, b) => a - b);
    },
  });
  return {
    rows: virtual.getVirtualItems(),
    height: virtual.getTotalSize(),
    rowHeight,
    scrollTo: (index) => virtual.scrollToIndex(index, { align: 'center' }),
  };
}

interface VisibleItemsOptions {
  scroller: RefObject<HTMLElement | null>;
  count: number;
  /** How tall an item is until it is drawn, in pixels. */
  estimate: number;
  keyOf(index: number): string;
}

/** The same for a list whose items are of any height: `measure` is the ref of each, with its `data-index`. */
export function useVisibleItems({ scroller, count, estimate, keyOf }: VisibleItemsOptions) {
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimate,
    getItemKey: keyOf,
    overscan: 3,
  });
  return {
    items: virtual.getVirtualItems(),
    height: virtual.getTotalSize(),
    measure: virtual.measureElement,
    scrollTo: (index: number) => virtual.scrollToIndex(index, { align: 'start' }),
  };
}
