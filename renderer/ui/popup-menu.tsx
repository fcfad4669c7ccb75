import { IconCheck } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { standBeside } from './beside.ts';
import type { MenuAt } from './context-menu.ts';
import styles from './popup-menu.module.css';

export interface Choice {
  key: string;
  content: ReactNode;
  /** The keys that do the same, as `Ctrl+Shift+Delete`. */
  keys?: string | undefined;
  /** Why it cannot be chosen now, in words. */
  unable?: string | undefined;
  chosen?: boolean;
  /** Draws a line above it. */
  apart?: boolean;
  choose(): void;
}

interface PopupMenuProps {
  label: string;
  /** What it belongs to, and opens beside; it must stay the same object while it is open. */
  anchor: MenuAt;
  choices: Choice[];
  close(): void;
}

/**
 * A menu that opens beside a button, or at the pointer. The browser's own popover closes it on Esc and on a click
 * elsewhere, and gives the focus back; arrow keys, Home and End go about in it, and so does the first letter of a
 * choice.
 */
export function PopupMenu({ label, anchor, choices, close }: PopupMenuProps) {
  const menu = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const box = menu.current;
    if (!box || !anchor.current) return;
    box.showPopover();
    standBeside(box, anchor.current, anchor.current instanceof Element ? 'right' : 'left');
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
    const to = steps[event.key] ?? beginningWith(event, items, here);
    if (event.key === 'Tab') menu.current?.hidePopover();
    if (to === undefined) return;
    event.preventDefault();
    items.at(to % items.length)?.focus();
  }

  return (
    <div ref={menu} popover="auto" role="menu" tabIndex={-1} aria-label={label} className={styles.menu} onKeyDown={go}>
      {choices.map(({ key, content, keys, unable, chosen = false, apart = false, choose }) => (
        <button
          key={key}
          type="button"
          role="menuitem"
          className={apart ? styles.apart : styles.item}
          data-chosen={chosen}
          aria-disabled={unable !== undefined}
          onClick={() => {
            if (unable !== undefined) return;
            choose(); // first: while the app works on it, there is time to give the focus back
            menu.current?.hidePopover();
          }}
        >
          <span className={styles.content}>{content}</span>
          {(unable ?? keys) && <span className={styles.keys}>{unable ?? shortKeys(keys ?? '')}</span>}
          {chosen && <IconCheck size={16} aria-label="Chosen" />}
        </button>
      ))}
    </div>
  );
}

/** The next choice that begins with the letter that was typed. */
function beginningWith({ key, ctrlKey, altKey }: KeyboardEvent, items: HTMLElement[], here: number) {
  if (key.length !== 1 || key === ' ' || ctrlKey || altKey) return undefined;
  const begins = (item: HTMLElement | undefined) =>
    item?.textContent?.trim().toLowerCase().startsWith(key.toLowerCase());
  return items.map((_, index) => (here + 1 + index) % items.length).find((index) => begins(items[index]));
}

/** As menus have room for them. */
function shortKeys(keys: string): string {
  return keys.replace('Delete', 'Del').replace('Up', '↑').replace('Down', '↓');
}
