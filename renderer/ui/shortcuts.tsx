import { Button, Kbd } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { commandKeys, commandLabel, commands } from '../../shared/commands.ts';
import { editingKeys, type KeyGroup } from '../../shared/editing-keys.ts';
import { capitalised } from '../../shared/plan/names.ts';
import { callApp } from '../api.ts';
import printed from '../preview/printed-page.module.css';
import { attempt } from '../store.ts';
import styles from './shortcuts.module.css';

/** Every key of the app, from the lists that the menu and the editor themselves go by; to be printed, too. */
export function Shortcuts() {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    if (!printing) return;
    void attempt(async () => void (await callApp('print', { orientation: 'portrait' }))).then(() => setPrinting(false));
  }, [printing]);
  return (
    <>
      <Groups />
      <Button className={styles.print} variant="default" disabled={printing} onClick={() => setPrinting(true)}>
        Print this list…
      </Button>
      {printing &&
        createPortal(
          <div className={printed.printed} data-printed>
            <style>{'@page { size: A4 portrait; margin: 15mm; }'}</style>
            <h1>WRES Planner: keyboard shortcuts</h1>
            <Groups />
          </div>,
          document.body,
        )}
    </>
  );
}

function Groups() {
  return (
    <div className={styles.groups}>
      {[...menus, ...editingKeys].map(({ where, keys }) => (
        <section key={where} className={styles.group}>
          <h3>{where}</h3>
          <dl>
            {keys.map(
              (each) =>
                each.keys && (
                  <div key={each.id} className={styles.row}>
                    <dt>{each.label}</dt>
                    <dd>{keysAndWords(each.keys)}</dd>
                  </div>
                ),
            )}
          </dl>
        </section>
      ))}
    </div>
  );
}

const key =
  /((?:(?:Ctrl|Alt|Shift)\+)+(?:[A-Z][a-z]*\d*|\d|\S$)|\b(?:Enter|Esc|Tab|Space|Delete|Backspace|Home|End|Up|Down|Left|Right|F\d+)\b)/;

/** "Enter, or a comma": what is a key is drawn as one. */
function keysAndWords(words: string): ReactNode[] {
  // biome-ignore lint/suspicious/noArrayIndexKey: the words of a key never change
  return words.split(key).map((part, index) => (index % 2 === 1 ? <Kbd key={index}>{part}</Kbd> : part));
}

const menus: KeyGroup[] = (['file', 'edit', 'view', 'help'] as const).map((menu) => ({
  where: `${capitalised(menu)} menu`,
  keys: commands
    .filter((command) => command.menu === menu && commandKeys(command.id))
    .map(({ id }) => ({ id, label: commandLabel(id), keys: commandKeys(id) ?? '' })),
}));
