import { IconGripVertical } from '@tabler/icons-react';
import styles from './drag-handle.module.css';
import { dragItem } from './drag-order.ts';

interface DragHandleProps {
  /** For its place in the item. */
  className: string | undefined;
  /** Is told which item the dragged one is to follow; null: it is to be the first. */
  drop(after: string | null): void;
}

/** What an item of a list (`data-item`, its id) is dragged by. Whoever has no pointer moves it by the keys that it names. */
export function DragHandle({ className, drop }: DragHandleProps) {
  return (
    <span
      className={`${styles.handle} ${className}`}
      title="Drag to move (Alt+Shift+Up and Down)"
      aria-hidden
      onPointerDown={(event) => dragItem(event, drop)}
    >
      <IconGripVertical size={18} />
    </span>
  );
}
