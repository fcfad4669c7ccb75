import { ActionIcon, Tooltip } from '@mantine/core';
import { IconChevronDown, IconDots, IconGripVertical } from '@tabler/icons-react';
import { type KeyboardEvent, memo, useCallback, useEffect, useRef, useState } from 'react';
import { ownerOf } from '../../shared/plan/existing.ts';
import type { Action, Indicator, Plan } from '../../shared/plan/model.ts';
import type { Place } from '../../shared/plan/place.ts';
import { RatingField } from '../fields/rating-field.tsx';
import { useArrival, useIsTarget } from '../plan/go-to-place.ts';
import { leftHere } from '../plan/left.ts';
import { actionNumber } from '../plan/numbers.ts';
import { current } from '../store.ts';
import { dragItem } from '../ui/drag-order.ts';
import styles from './action.module.css';
import { actionCommands, keysOf, moveAfter } from './action-commands.ts';
import { ActionDetails } from './action-details.tsx';
import { ActionMenu } from './action-menu.tsx';
import { ActionSummary } from './action-summary.tsx';

interface ActionItemProps {
  plan: Plan;
  action: Action;
  home: Indicator | undefined;
}

/** An action: two lines until it is opened, and then everything of it in one place. Esc closes it; nothing is lost. */
export const ActionItem = memo(function ActionItem({ plan, action, home }: ActionItemProps) {
  const [open, setOpen] = useState(() => leftHere()?.open.includes(action.id) ?? false);
  const [menu, setMenu] = useState(false);
  const closeMenu = useCallback(() => setMenu(false), []);
  const summary = useRef<HTMLButtonElement>(null);
  const more = useRef<HTMLButtonElement>(null);
  /** The block of its text that the caret was in last. */
  const block = useRef(0);
  const number = actionNumber(plan, action);
  const name = `action ${number}`;
  const edited = { kind: 'action', id: action.id, name } as const;

  const goneTo = useIsTarget((target) => isWithin(target, action.id));
  useEffect(() => {
    if (goneTo) setOpen(true);
  }, [goneTo]);
  useArrival({ kind: 'action', id: action.id }, () => summary.current?.focus());

  function press(event: KeyboardEvent) {
    const keys = keysOf(event);
    const command = actionCommands.find(
      (each) =>
        each.keys === keys ||
        (each.keys === 'Ctrl+Shift+Delete' && keys === 'Delete' && event.target === summary.current),
    );
    if (command) {
      if (!command.unable?.(plan, action)) void command.perform(action, block.current);
    } else if (keys === 'Shift+F10' || keys === 'ContextMenu') {
      if (isInText(event.target)) return;
      setMenu(true);
    } else if (keys === 'Escape' && open) {
      setOpen(false);
      summary.current?.focus();
    } else if ((keys === 'Up' || keys === 'Down') && event.target === summary.current) {
      stepAmongSummaries(summary.current, keys === 'Up' ? -1 : 1);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <li
      className={styles.action}
      data-item={action.id}
      data-open={open}
      onKeyDown={press}
      onContextMenu={(event) => {
        if (isInText(event.target)) return;
        event.preventDefault();
        setMenu(true);
      }}
    >
      <div className={styles.head}>
        <span
          className={styles.handle}
          title="Drag to move (Alt+Shift+Up and Down)"
          aria-hidden
          onPointerDown={(event) => dragItem(event, (after) => void moveAfter(action, after))}
        >
          <IconGripVertical size={18} />
        </span>
        <button
          ref={summary}
          type="button"
          className={styles.summary}
          aria-expanded={open}
          data-summary
          onClick={() => setOpen(!open)}
        >
          <span className={styles.number}>{number}</span>
          {open ? (
            <span className={styles.opened}>Action {number}</span>
          ) : (
            <ActionSummary plan={plan} action={action} home={home} />
          )}
          <IconChevronDown size={18} className={styles.chevron} aria-hidden />
        </button>
        <span className={styles.rating}>
          <RatingField plan={plan} edited={edited} own={action.rating} inherited={home?.rating} />
        </span>
        <Tooltip label="More (Shift+F10)">
          <ActionIcon
            ref={more}
            variant="subtle"
            size={32}
            className={styles.more}
            aria-label={`More for ${name}`}
            aria-haspopup="menu"
            aria-expanded={menu}
            onClick={() => setMenu(true)}
          >
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
        {menu && (
          <ActionMenu plan={plan} action={action} name={name} anchor={more} block={block.current} close={closeMenu} />
        )}
      </div>
      {open && (
        <ActionDetails
          plan={plan}
          action={action}
          home={home}
          edited={edited}
          onCaret={(at) => {
            block.current = at;
          }}
        />
      )}
    </li>
  );
}, looksTheSame);

/** What of the plan an action shows, or is edited by, besides itself and its home. */
const around = [
  'people',
  'indicators',
  'ratingScales',
  'ratingScale',
  'period',
  'terms',
  'standard',
  'edition',
] as const;

/** After an edit of one action, the others need not be drawn anew. */
function looksTheSame(before: ActionItemProps, after: ActionItemProps): boolean {
  return (
    before.action === after.action &&
    before.home === after.home &&
    around.every((field) => before.plan[field] === after.plan[field]) &&
    actionNumber(before.plan, before.action) === actionNumber(after.plan, after.action)
  );
}

/** Whether the place is a field of this action, or of one of its updates. */
function isWithin({ kind, id, field }: Place, action: string): boolean {
  if (kind === 'action') return id === action && field !== undefined;
  const plan = current().open?.plan;
  return kind === 'update' && plan !== undefined && ownerOf(plan, id)?.id === action;
}

/** A text field has a context menu of its own. */
function isInText(target: EventTarget): boolean {
  return target instanceof Element && target.closest('input, textarea, [contenteditable="true"]') !== null;
}

function stepAmongSummaries(from: HTMLElement | null, step: 1 | -1): void {
  const all = [...document.querySelectorAll<HTMLElement>('[data-summary]')];
  all[all.indexOf(from as HTMLElement) + step]?.focus();
}
