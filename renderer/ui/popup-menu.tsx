import { IconCheck } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { standBeside } from './beside.ts';
import styles from './popup-menu.module.css';

export interface Choice {
  key: string;
  content: ReactNode;
  chosen?: boolean;
  /** Draws a line above it. */
  apart?: boolean;
  choose(): void;
}

interface PopupMenuProps {
  label: string;
  /** What it belongs to, and opens beside. */
  anchor: RefObject<HTMLElement | null>;
  choices: Choice[];
  close(): void;
}

/**
 * A menu that opens beside a button. The browser's own popover closes it on Esc and on a click elsewhere, and gives the
 * focus back; arrow keys, Home and End go about in it.
 */
export function PopupMenu({ label, anchor, choices, close }: PopupMenuProps) {
  const menu = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const box = menu.current;
    if (!box || !anchor.current) return;
    box.showPopover();
    standBeside(box, anchor.current, 'right');
    (box.querySelector<HTMLElement>('[data-chosen="true"]') ?? box.querySelector('button'))?.focus();
  }, [anchor]);

  useEffect(() => {
    const box = menu.current;
    const closed = (event: Event) => (event as ToggleEvent).newState === 'closed' && close();
    box?.addEventListener('toggle', closed);
    return () => box?.removeEventListener('toggle', closed);
  }, [close]);

  function go(event: KeyboardEvent) {
    const items = [...(menu.current?.querySelectorAll('button') ?? [])];
    const here = items.indexOf(document.activeElement as HTMLButtonElement);
    const steps: Record<string, number> = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: -1 };
    const to = steps[event.key];
    if (event.key === 'Tab') menu.current?.hidePopover();
    if (to === undefined) return;
    event.preventDefault();
    items.at(to % items.length)?.focus();
  }

  return (
    <div ref={menu} popover="auto" role="menu" tabIndex={-1} aria-label={label} className={styles.menu} onKeyDown={go}>
      {choices.map(({ key, content, chosen = false, apart = false, choose }) => (
        <button
          key={key}
          type="button"
          role="menuitem"
          className={apart ? styles.apart : styles.item}
          data-chosen={chosen}
          onClick={() => {
            menu.current?.hidePopover();
            choose();
          }}
        >
          <span className={styles.content}>{content}</span>
          {chosen && <IconCheck size={16} aria-label="Chosen" />}
        </button>
      ))}
    </div>
  );
}
