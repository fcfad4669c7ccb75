import { Button, Kbd, Modal } from '@mantine/core';
import { commandKeys, commandLabel, commands } from '../../shared/commands.ts';
import type { Theme } from '../../shared/ipc/contract.ts';
import { callApp } from '../api.ts';
import { perform } from '../commands.ts';
import { change, type State, useStore } from '../store.ts';
import styles from './dialogs.module.css';

/** The dialogs of the Help menu. Esc closes them. */
export function Dialogs({ dialog }: { dialog: NonNullable<State['dialog']> }) {
  const title = dialog === 'about' ? 'About WRES Planner' : 'Keyboard shortcuts';
  return (
    <Modal.Root opened onClose={() => change({ dialog: null })} centered>
      <Modal.Overlay />
      <Modal.Content>
        <div className={styles.head}>
          <Modal.Title className={styles.title}>{title}</Modal.Title>
          <Modal.CloseButton aria-label="Close" />
        </div>
        <Modal.Body>{dialog === 'about' ? <About /> : <Shortcuts />}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
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
      <Appearance />
      <Button variant="default" onClick={() => perform('copyDetails')}>
        Copy details for IT
      </Button>
    </div>
  );
}

const themes: [Theme, string][] = [
  ['system', 'As Windows has it'],
  ['light', 'Light'],
  ['dark', 'Dark'],
];

function Appearance() {
  const theme = useStore((state) => state.settings.theme);
  const choose = async (chosen: Theme) => change({ settings: await callApp('changeSettings', { theme: chosen }) });
  return (
    <fieldset className={styles.themes}>
      <legend>Appearance</legend>
      {themes.map(([value, words]) => (
        <label key={value}>
          <input type="radio" name="theme" checked={theme === value} onChange={() => choose(value)} /> {words}
        </label>
      ))}
    </fieldset>
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
