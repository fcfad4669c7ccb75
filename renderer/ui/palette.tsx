import { Kbd, Modal } from '@mantine/core';
import { IconBolt, IconChecklist, IconFile, IconFileText, IconListNumbers, IconUser } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useId, useMemo, useState } from 'react';
import { commandKeys, commandLabel, commands, isAvailable } from '../../shared/commands.ts';
import type { PlanView, RecentView } from '../../shared/ipc/contract.ts';
import { destinations, ranked } from '../../shared/plan/go-to.ts';
import { openRecent, perform } from '../commands.ts';
import { goToPlace } from '../plan/go-to-place.ts';
import { change, type Place, useStore } from '../store.ts';
import { useFocusBack } from './focus-back.ts';
import styles from './palette.module.css';

/** Goes to any page, indicator, action or person, or does any command, by a part of its name. */
export function Palette() {
  const open = useStore((state) => state.open);
  const recents = useStore((state) => state.recents);
  const items = useMemo(() => itemsOf(open, recents), [open, recents]);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const fitting = useMemo(() => ranked(items, typed), [items, typed]);
  const chosen = fitting[at];
  const list = useId();
  useFocusBack();

  function press(event: KeyboardEvent) {
    const last = fitting.length - 1;
    const steps: Record<string, number> = {
      ArrowDown: at === last ? 0 : at + 1,
      ArrowUp: at === 0 ? last : at - 1,
      PageDown: Math.min(last, at + 8),
      PageUp: Math.max(0, at - 8),
    };
    const to = steps[event.key];
    if (to !== undefined) setAt(Math.max(0, to));
    else if (event.key === 'Enter' && chosen) go(chosen);
    else return;
    event.preventDefault();
  }

  return (
    <Modal.Root opened onClose={close} yOffset="10vh" size={640}>
      <Modal.Overlay />
      <Modal.Content aria-label="Go to">
        <input
          className={styles.input}
          role="combobox"
          aria-label="Go to"
          aria-expanded="true"
          aria-controls={list}
          aria-activedescendant={chosen && `${list}-${chosen.key}`}
          aria-autocomplete="list"
          placeholder={open ? 'Page, indicator, action, person or command' : 'Command or recent plan'}
          spellCheck={false}
          value={typed}
          data-autofocus
          onChange={(event) => {
            setTyped(event.target.value);
            setAt(0);
          }}
          onKeyDown={press}
        />
        <div id={list} role="listbox" aria-label="What fits" className={styles.list}>
          {fitting.map((item, index) => (
            <Row
              key={item.key}
              id={`${list}-${item.key}`}
              item={item}
              chosen={index === at}
              point={() => setAt(index)}
            />
          ))}
        </div>
        {fitting.length === 0 && (
          <p className={styles.none}>Nothing is called so. Find (Ctrl+F) looks in the texts themselves.</p>
        )}
      </Modal.Content>
    </Modal.Root>
  );
}

interface Item {
  key: string;
  title: string;
  detail: string;
  icon: ReactNode;
  keys?: string | undefined;
  go(): void;
}

function close(): void {
  change({ dialog: null });
}

/** The dialog gives the keyboard back first, so that what is gone to can take it. */
function go(item: Item): void {
  close();
  setTimeout(item.go);
}

interface RowProps {
  id: string;
  item: Item;
  chosen: boolean;
  point(): void;
}

function Row({ id, item, chosen, point }: RowProps) {
  return (
    // The keyboard stays in the field above, which says which one is chosen.
    // biome-ignore lint/a11y/useFocusableInteractive: see above
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <div
      ref={chosen ? (row) => row?.scrollIntoView({ block: 'nearest' }) : undefined}
      id={id}
      role="option"
      aria-selected={chosen}
      className={styles.row}
      onPointerMove={point}
      onClick={() => go(item)}
    >
      <span className={styles.icon}>{item.icon}</span>
      <span className={styles.words}>
        <span className={styles.title}>{item.title}</span>
        {item.detail && <span className={styles.detail}>{item.detail}</span>}
      </span>
      {item.keys && <Kbd>{item.keys}</Kbd>}
    </div>
  );
}

function itemsOf(open: PlanView | null, recents: readonly RecentView[]): Item[] {
  const ground = { hasPlan: open !== null, undo: open?.undo ?? null, redo: open?.redo ?? null };
  const toDo = commands
    .filter(({ id }) => id !== 'goTo' && isAvailable(id, ground))
    .map(
      ({ id }): Item => ({
        key: id,
        title: commandLabel(id),
        detail: id === 'undo' || id === 'redo' ? (open?.[id] ?? '') : '',
        icon: <IconBolt size={18} aria-hidden />,
        keys: commandKeys(id),
        go: () => perform(id),
      }),
    );
  if (!open) return [...recents.map(ofRecent), ...toDo];
  return [...pages.map(ofPage), ...placesIn(open), ...toDo];
}

const pages: [title: string, detail: string, to: Place][] = [
  ['Overview', 'How the plan stands', { page: 'overview' }],
  ['Introduction', 'What stands before the actions', { page: 'introduction' }],
  ['Whole plan', 'Actions that belong to no one indicator', { page: 'wholePlan' }],
  ['Closing', 'What stands after the actions', { page: 'closing' }],
  ['Progress round', 'Every action in one grid', { page: 'round' }],
  ['Checks', 'What stands between the plan and publication', { page: 'checks' }],
  ['People', 'Who leads what', { page: 'people' }],
  ['Named points', 'What changed since a meeting', { page: 'points' }],
  ['Earlier versions', 'The plan as it was, to look at and bring back', { page: 'versions' }],
  ['Edited Word copy', 'What somebody changed in an exported file', { page: 'edited' }],
  ['What changed', 'Since a day or a named point', { page: 'changes' }],
  ['Plan details', 'Title, Trust, period, terms, rating scale', { page: 'details' }],
];

function ofPage([title, detail, to]: (typeof pages)[number]): Item {
  return {
    key: `page-${to.page}`,
    title,
    detail,
    icon: <IconFileText size={18} aria-hidden />,
    go: () => change({ place: to, notice: null }),
  };
}

function placesIn({ plan }: PlanView): Item[] {
  return destinations(plan).map(({ title, detail, place }) => ({
    key: `${place.kind}-${place.id}`,
    title,
    detail,
    icon: icons[place.kind as keyof typeof icons],
    go: () => goToPlace(place),
  }));
}

const icons = {
  indicator: <IconListNumbers size={18} aria-hidden />,
  section: <IconFileText size={18} aria-hidden />,
  person: <IconUser size={18} aria-hidden />,
  action: <IconChecklist size={18} aria-hidden />,
};

function ofRecent(recent: RecentView): Item {
  return {
    key: recent.id,
    title: recent.title,
    detail: recent.trust,
    icon: <IconFile size={18} aria-hidden />,
    go: () => openRecent(recent),
  };
}
