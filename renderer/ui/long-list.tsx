import { type ReactNode, type Ref, useImperativeHandle, useRef } from 'react';
import styles from './long-list.module.css';
import { useVisibleItems } from './visible-rows.ts';

export interface LongListHandle {
  /** Brings an item into sight, and in it what a selector finds, as soon as that is drawn. */
  show(index: number, selector: string, then?: (found: HTMLElement) => void): void;
}

interface LongListProps {
  ref?: Ref<LongListHandle>;
  className?: string | undefined;
  count: number;
  /** How tall an item is until it is drawn, in pixels. */
  estimate: number;
  keyOf(index: number): string;
  children(index: number): ReactNode;
}

/** A list of any length whose items are of any height: only those in sight are drawn. */
export function LongList({ ref, className, count, estimate, keyOf, children }: LongListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const { items, height, measure, scrollTo } = useVisibleItems({ scroller, count, estimate, keyOf });

  useImperativeHandle(ref, () => ({
    show(index, selector, then) {
      const there = scroller.current?.querySelector<HTMLElement>(selector);
      if (!there) scrollTo(index);
      whenDrawn(
        () => scroller.current?.querySelector<HTMLElement>(selector) ?? null,
        (found) => {
          found.scrollIntoView({ block: 'nearest' });
          then?.(found);
        },
      );
    },
  }));

  return (
    <div ref={scroller} className={`${styles.scroller} ${className ?? ''}`}>
      <div className={styles.all} style={{ height: height }}>
        {items.map(({ index, key, start }) => (
          <div
            key={key}
            ref={measure}
            data-index={index}
            className={styles.item}
            style={{ transform: `translateY(${start}px)` }}
          >
            {children(index)}
          </div>
        ))}
      </div>
    </div>
  );
}

/** Waits some frames for an element to be drawn; and one more for what is around it to be measured. */
function whenDrawn(find: () => HTMLElement | null, then: (found: HTMLElement) => void, frames = 20): void {
  requestAnimationFrame(() => {
    const found = find();
    if (found) requestAnimationFrame(() => then(find() ?? found));
    else if (frames > 0) whenDrawn(find, then, frames - 1);
  });
}
