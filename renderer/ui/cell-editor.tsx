import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import styles from './cell-editor.module.css';

interface CellEditorProps {
  label: string;
  /** The cell that is edited; the editor stands over it. */
  cell: HTMLElement;
  /** Ends the edit. `to` says where the keyboard goes: a cell down, aside, the same cell, or nowhere (it went itself). */
  leave(to: 'down' | 'right' | 'left' | 'here' | 'elsewhere'): void;
  children: ReactNode;
}

/** Where a cell is written in: over it, in front of everything, so that nothing of it is cut off. */
export function CellEditor({ label, cell, leave, children }: CellEditorProps) {
  const box = useRef<HTMLDivElement>(null);
  const act = useRef(leave);
  act.current = leave;

  useLayoutEffect(() => {
    const here = box.current;
    if (!here) return;
    const { left, top, width, height } = cell.getBoundingClientRect();
    here.showPopover();
    here.style.minWidth = `${width}px`;
    here.style.minHeight = `${height}px`;
    const own = here.getBoundingClientRect();
    const x = Math.max(8, Math.min(left, window.innerWidth - own.width - 8));
    const y = Math.max(8, Math.min(top, window.innerHeight - own.height - 8));
    // A list that it unfolds goes to where there is room.
    here.dataset.up = String(y > window.innerHeight / 2);
    here.dataset.left = String(x > window.innerWidth / 2);
    here.style.inset = `${y}px auto auto ${x}px`;
    const field = here.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea');
    if (field) field.select();
    (field ?? here).focus();
  }, [cell]);

  useEffect(() => {
    const away = ({ target }: Event) => {
      if (!box.current?.contains(target as Node)) act.current('elsewhere');
    };
    // Scrolled away from its cell, it would stand over another.
    const top = cell.getBoundingClientRect().top;
    const scrolled = () => {
      if (Math.abs(cell.getBoundingClientRect().top - top) > 4) act.current('elsewhere');
    };
    document.addEventListener('pointerdown', away, true);
    document.addEventListener('scroll', scrolled, true);
    window.addEventListener('resize', away);
    return () => {
      document.removeEventListener('pointerdown', away, true);
      document.removeEventListener('scroll', scrolled, true);
      window.removeEventListener('resize', away);
    };
  }, [cell]);

  function press(event: KeyboardEvent): void {
    const to = whereTo(event);
    if (!to) return;
    event.preventDefault();
    leave(to);
  }

  return (
    <div
      ref={box}
      popover="manual"
      role="dialog"
      aria-label={label}
      tabIndex={-1}
      className={styles.editor}
      onKeyDownCapture={({ key, target }) => {
        // A field of one line takes an Esc to go back to what the plan has; it ends the edit, too.
        if (key === 'Escape' && target instanceof HTMLInputElement && target.role !== 'combobox') {
          setTimeout(() => act.current('here'));
        }
      }}
      onKeyDown={press}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget && !box.current?.contains(relatedTarget)) leave('elsewhere');
      }}
    >
      {children}
    </div>
  );
}

/** What a field did not take for itself ends the edit. */
function whereTo(event: KeyboardEvent): 'down' | 'right' | 'left' | 'here' | undefined {
  const field = event.target as HTMLElement;
  // An Enter that picked or made something goes no further than its field, which is empty only where it did not.
  const done = field.role !== 'combobox' || (field as HTMLInputElement).value === '';
  if (event.key === 'Enter' && !event.shiftKey && !event.ctrlKey && !event.nativeEvent.isComposing) {
    return field instanceof HTMLButtonElement || !done ? undefined : 'down';
  }
  if (event.key === 'Tab') return event.shiftKey ? 'left' : 'right';
  return event.key === 'Escape' ? 'here' : undefined;
}
