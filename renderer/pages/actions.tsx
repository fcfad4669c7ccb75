import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { lookUp } from '../../shared/plan/look-up.ts';
import type { Action, Indicator, Plan } from '../../shared/plan/model.ts';
import { perform } from '../commands.ts';
import { useStore } from '../store.ts';
import { ActionItem } from './action.tsx';
import { addNext } from './action-commands.ts';
import styles from './actions.module.css';
import { usePageKey } from './page-key.ts';

interface ActionsProps {
  plan: Plan;
  /** Their home; undefined: the plan as a whole. */
  indicator: Indicator | undefined;
}

/** The actions of one home, in the plan's order. */
export function Actions({ plan, indicator }: ActionsProps) {
  const home = indicator?.id ?? null;
  const actions = lookUp(plan).actionsOf(home);
  const gone = useGone(actions);
  usePageKey('Ctrl+Enter', () => void addNext(home));

  return (
    <section aria-labelledby="actions">
      <div className={`heading-row ${styles.top}`}>
        <h2 id="actions">
          Actions <span className={styles.count}>{actions.length}</span>
        </h2>
        <Button
          data-add-action
          size="compact-md"
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          title="Ctrl+Enter"
          onClick={() => void addNext(home)}
        >
          Add action
        </Button>
      </div>
      {actions.length === 0 && !gone && (
        <p className={styles.empty}>
          There is no action here yet. An action says what the Trust will do, who leads it and by when. Add action, or
          Ctrl+Enter, begins one; Ctrl+Enter in it begins the next.
        </p>
      )}
      <ol className={styles.list}>
        {actions.map((action, index) => (
          <GoneBefore key={action.id} gone={gone} index={index}>
            <ActionItem plan={plan} action={action} home={indicator} />
          </GoneBefore>
        ))}
        {gone && gone.index >= actions.length && <Gone label={gone.label} />}
      </ol>
    </section>
  );
}

interface GoneAction {
  label: string;
  index: number;
}

/** The action that the last edit took away from here, and where it stood, for as long as that is the last edit. */
function useGone(actions: Action[]): GoneAction | undefined {
  const undo = useStore((state) => state.open?.undo ?? null);
  const before = useRef({ actions, undo });
  const [gone, setGone] = useState<GoneAction>();
  useEffect(() => {
    const { actions: had, undo: label } = before.current;
    before.current = { actions, undo };
    if (undo === label && actions.length === had.length) return;
    const index = had.findIndex((action) => !actions.includes(action) && !actions.some(({ id }) => id === action.id));
    const left = undo !== null && /^(Delete|Move) /.test(undo) && actions.length < had.length && index !== -1;
    setGone(left ? { label: undo, index } : undefined);
  }, [actions, undo]);
  return gone && gone.label === undo ? gone : undefined;
}

function GoneBefore({
  gone,
  index,
  children,
}: {
  gone: GoneAction | undefined;
  index: number;
  children: React.ReactNode;
}) {
  return (
    <>
      {gone?.index === index && <Gone label={gone.label} />}
      {children}
    </>
  );
}

/** Says what went, where it stood, with the way back. */
function Gone({ label }: { label: string }) {
  return (
    <li className={styles.gone}>
      {label.startsWith('Delete') ? 'Deleted' : label.replace(/^Move/, 'Moved')}.{' '}
      <button type="button" className={styles.undo} onClick={() => perform('undo')}>
        Undo
      </button>
    </li>
  );
}
