import { type RefObject, useState } from 'react';
import { shortName, term } from '../../shared/layout/sheet.ts';
import type { Action, Plan } from '../../shared/plan/model.ts';
import { PopupMenu } from '../ui/popup-menu.tsx';
import styles from './action.module.css';
import { type ActionCommand, actionCommands, moveTo } from './action-commands.ts';

interface ActionMenuProps {
  plan: Plan;
  action: Action;
  name: string;
  anchor: RefObject<HTMLElement | null>;
  /** The block of its text that the caret was in last. */
  block: number;
  close(): void;
}

/** What can be done with an action, with the keys for it; and, one step further, where it can go. */
export function ActionMenu({ plan, action, name, anchor, block, close }: ActionMenuProps) {
  const [moving, setMoving] = useState(false);
  if (moving) {
    return (
      <PopupMenu key="moving" label={`Move ${name} to`} anchor={anchor} close={close} choices={homes(plan, action)} />
    );
  }
  const choices = actionCommands.map((command) => ({
    key: command.id as string,
    ...(command.apart && { apart: true }),
    content: <CommandWords command={command} unable={command.unable?.(plan, action)} />,
    choose: () => {
      if (!command.unable?.(plan, action)) void command.perform(action, block);
    },
  }));
  const move = {
    key: 'move',
    content: <>Move to another {term(plan).toLowerCase()}…</>,
    choose: () => setMoving(true),
  };
  const at = choices.findIndex(({ key }) => key === 'duplicate');
  return (
    <PopupMenu label={`More for ${name}`} anchor={anchor} close={close} choices={choices.toSpliced(at, 0, move)} />
  );
}

function CommandWords({ command, unable }: { command: ActionCommand; unable: string | undefined }) {
  return (
    <span className={styles.command} data-unable={unable !== undefined}>
      {command.label}
      <span className={styles.keys}>
        {unable ?? command.keys.replace('Delete', 'Del').replace('Up', '↑').replace('Down', '↓')}
      </span>
    </span>
  );
}

function homes(plan: Plan, action: Action) {
  const indicators = plan.indicators.map((indicator) => ({
    id: indicator.id as string | null,
    words: shortName(plan, indicator),
  }));
  return [...indicators, { id: null, words: 'Whole plan' }].map(({ id, words }) => ({
    key: id ?? 'whole plan',
    chosen: id === action.indicator,
    content: words,
    choose: () => {
      if (id !== action.indicator) void moveTo(action, id);
    },
  }));
}
