import { Button, Kbd } from '@mantine/core';
import type { ReactNode } from 'react';
import { commandKeys, commandLabel, commands } from '../../shared/commands.ts';
import { perform } from '../commands.ts';
import { change, type State, useStore } from '../store.ts';
import { Dialog } from './dialog.tsx';
import styles from './dialogs.module.css';
import { Palette } from './palette.tsx';
import { PrintDialog } from './print-dialog.tsx';
import { Settings } from './settings.tsx';

const dialogs = {
  about: { title: 'About WRES Planner', Body: About },
  shortcuts: { title: 'Keyboard shortcuts', Body: Shortcuts },
  settings: { title: 'Settings', Body: Settings },
  print: { title: 'Print', Body: PrintDialog },
} satisfies Partial<Record<NonNullable<State['dialog']>, { title: string; Body: () => ReactNode }>>;

/** What is asked for from the menu and needs a word or two. Esc closes it. */
export function Dialogs({ dialog }: { dialog: NonNullable<State['dialog']> }) {
  if (dialog === 'goTo') return <Palette />;
  const { title, Body } = dialogs[dialog];
  return (
    <Dialog title={title} close={() => change({ dialog: null })}>
      <Body />
    </Dialog>
  );
}

function About() {
  const version = useStore((state) => state.version);
  return (
    <div className={styles.about}>
      <p>
        Version {version}. Free to use and to change, under the MIT licence. It works without a network, and sends
        nothing anywhere.
      </p>
      <p>A newer version comes from your IT team, or from where you had this one.</p>
      <Button variant="default" onClick={() => perform('copyDetails')}>
        Copy details for IT
      </Button>
    </div>
  );
}

function Shortcuts() {
  return (
    <table className={styles.shortcuts}>
      <thead className="unseen">
        <tr>
          <th scope="col">What</th>
          <th scope="col">Keys</th>
        </tr>
      </thead>
      <tbody>
        {commands.map(({ id }) => {
          const keys = commandKeys(id);
          return (
            keys && (
              <tr key={id}>
                <td>{commandLabel(id)}</td>
                <td>
                  <Kbd>{keys}</Kbd>
                </td>
              </tr>
            )
          );
        })}
      </tbody>
    </table>
  );
}
