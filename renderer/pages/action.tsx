import { IconChevronDown } from '@tabler/icons-react';
import { type KeyboardEvent, memo, useEffect, useRef, useState } from 'react';
import { ownerOf } from '../../shared/plan/existing.ts';
import type { Action, Indicator, Plan } from '../../shared/plan/model.ts';
import type { Place } from '../../shared/plan/place.ts';
import { RatingField } from '../fields/rating-field.tsx';
import { useArrival, useIsTarget } from '../plan/go-to-place.ts';
import { leftHere } from '../plan/left.ts';
import { actionNumber } from '../plan/numbers.ts';
import { current } from '../store.ts';
import { asksForMenu, takeRightClick, useMenu } from '../ui/context-menu.ts';
import { DragHandle } from '../ui/drag-handle.tsx';
import { MoreButton } from '../ui/more-menu.tsx';
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
  const menu = useMenu();
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
    } else if (asksForMenu(event)) {
      menu.openAt(more);
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
      onContextMenu={(event) => takeRightClick(event, menu.openAt)}
    >
      <div className={styles.head}>
        <DragHandle className={styles.handle} drop={(after) => void moveAfter(action, after)} />
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
        <MoreButton
          ref={more}
          label={`More for ${name}`}
          keys="Shift+F10"
          open={menu.at !== null}
          onClick={() => menu.openAt(more)}
        />
        {menu.at && (
          <ActionMenu
            plan={plan}
            action={action}
            name={name}
            anchor={menu.at}
            block={block.current}
            close={menu.close}
          />
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

function stepAmongSummaries(from: HTMLElement | null, step: 1 | -1): void {
  const all = [...document.querySelectorAll<HTMLElement>('[data-summary]')];
  all[all.indexOf(from as HTMLElement) + step]?.focus();
}
