import { useState } from 'react';
import { standardIndicator } from '../../shared/indicator-sets.ts';
import { shortName, term } from '../../shared/layout/sheet.ts';
import type { Action, Plan } from '../../shared/plan/model.ts';
import type { MenuAt } from '../ui/context-menu.ts';
import { type Choice, PopupMenu } from '../ui/popup-menu.tsx';
import { actionCommands, moveTo } from './action-commands.ts';

interface ActionMenuProps {
  plan: Plan;
  action: Action;
  name: string;
  anchor: MenuAt;
  /** The block of its text that the caret was in last. */
  block: number;
  /** What stands before all else, where it is not opened on its own page. */
  first?: Choice;
  close(): void;
}

/** What can be done with an action, with the keys for it; and, one step further, where it can go. */
export function ActionMenu({ plan, action, name, anchor, block, first, close }: ActionMenuProps) {
  const [moving, setMoving] = useState(false);
  if (moving) {
    return (
      <PopupMenu key="moving" label={`Move ${name} to`} anchor={anchor} close={close} choices={homes(plan, action)} />
    );
  }
  const choices = actionCommands.map(
    ({ id, label, keys, apart, unable, perform }): Choice => ({
      key: id,
      ...(apart && { apart }),
      content: label,
      keys,
      unable: unable?.(plan, action),
      choose: () => void perform(action, block),
    }),
  );
  const move = {
    key: 'move',
    content: <>Move to another {term(plan).toLowerCase()}…</>,
    choose: () => setMoving(true),
  };
  const at = choices.findIndex(({ key }) => key === 'duplicate');
  return (
    <PopupMenu
      label={`More for ${name}`}
      anchor={anchor}
      close={close}
      choices={[...(first ? [first] : []), ...choices.toSpliced(at, 0, move)]}
    />
  );
}

function homes(plan: Plan, action: Action) {
  const indicators = plan.indicators.map((indicator) => ({
    id: indicator.id as string | null,
    words: shortName(plan, indicator),
    title: standardIndicator(plan, indicator.number)?.title,
  }));
  return [...indicators, { id: null, words: 'Whole plan', title: undefined }].map(({ id, words, title }) => ({
    key: id ?? 'whole plan',
    chosen: id === action.indicator,
    content: title === undefined ? words : `${words}: ${title}`,
    choose: () => {
      if (id !== action.indicator) void moveTo(action, id);
    },
  }));
}
