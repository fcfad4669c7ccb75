import { Button } from '@mantine/core';
import { useState } from 'react';
import { shortName, term } from '../../shared/layout/sheet.ts';
import { deleteIndicator, moveIndicator } from '../../shared/plan/edits/indicators.ts';
import { lookUp } from '../../shared/plan/look-up.ts';
import type { Indicator, Plan } from '../../shared/plan/model.ts';
import { editPlan, showRound } from '../commands.ts';
import { change } from '../store.ts';
import { useMenu } from '../ui/context-menu.ts';
import { Dialog, Ways } from '../ui/dialog.tsx';
import { MoreMenu } from '../ui/more-menu.tsx';
import { type Choice, PopupMenu } from '../ui/popup-menu.tsx';
import { count } from '../ui/words.ts';
import { addNext } from './action-commands.ts';

interface RowMenuProps {
  plan: Plan;
  indicator: Indicator;
}

/** What can be done with a row beyond the standard's own: it can be moved, and deleted. */
export function RowMenu({ plan, indicator }: RowMenuProps) {
  const { choices, dialog } = useRowChoices(plan, indicator);
  return (
    <>
      <MoreMenu label={`More for ${shortName(plan, indicator)}`} choices={choices} />
      {dialog}
    </>
  );
}

/** What can be done with an indicator from the contents, without going there. */
export function useIndicatorMenu({ plan, indicator }: RowMenuProps) {
  const { at, openAt, close } = useMenu();
  const { choices, dialog } = useRowChoices(plan, indicator);
  const own =
    indicator.number === null
      ? choices.map((choice, index) => ({ ...choice, apart: index === 0 || choice.apart }))
      : [];
  const all: Choice[] = [
    { key: 'add', content: 'Add an action', choose: () => void addNext(indicator.id) },
    {
      key: 'round',
      content: 'Its actions in the progress round',
      choose: () => showRound({ indicator: indicator.id }),
    },
    ...own,
  ];
  const popup = at && (
    <PopupMenu label={`More for ${shortName(plan, indicator)}`} anchor={at} choices={all} close={close} />
  );
  return { openAt, popup, dialog };
}

function useRowChoices(plan: Plan, indicator: Indicator) {
  const [deleting, setDeleting] = useState(false);
  const place = plan.indicators.indexOf(indicator);
  const own = lookUp(plan).actionsOf(indicator.id);

  function remove(actions: 'delete' | 'keep') {
    setDeleting(false);
    void editPlan((now) => deleteIndicator(now, indicator.id, actions)).then((done) => {
      if (done) change({ place: { page: 'overview' } });
    });
  }

  const choices: Choice[] = [
    ...(place > 0
      ? [{ key: 'up', content: 'Move up', choose: () => move(plan.indicators[place - 2]?.id ?? null) }]
      : []),
    ...(place < plan.indicators.length - 1
      ? [{ key: 'down', content: 'Move down', choose: () => move(plan.indicators[place + 1]?.id ?? null) }]
      : []),
    {
      key: 'delete',
      apart: true,
      content: own.length > 0 ? 'Delete…' : 'Delete',
      choose: () => (own.length > 0 ? setDeleting(true) : remove('delete')),
    },
  ];

  function move(after: string | null) {
    void editPlan((now) => moveIndicator(now, indicator.id, after));
  }

  const dialog = deleting && (
    <Dialog title={`Delete this row with its ${count(own.length, 'action')}?`} close={() => setDeleting(false)}>
      <p>
        The actions can go with it, or stay as actions of the whole plan, with the leads, date and rating that they have
        from this {term(plan).toLowerCase()}. Undo brings all of it back.
      </p>
      <Ways>
        <Button onClick={() => remove('keep')}>Keep the actions</Button>
        <Button variant="default" onClick={() => remove('delete')}>
          Delete them too
        </Button>
        <Button variant="default" onClick={() => setDeleting(false)}>
          Cancel
        </Button>
      </Ways>
    </Dialog>
  );
  return { choices, dialog };
}
