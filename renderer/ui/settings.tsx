import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { SettingsView, TextSize, Theme } from '../../shared/ipc/contract.ts';
import { builtInLayouts } from '../../shared/layout/built-in.ts';
import { textSizes } from '../../shared/text-sizes.ts';
import { callApp } from '../api.ts';
import { changeSettings } from '../commands.ts';
import { attempt, change, useStore } from '../store.ts';
import { Choices, LabelledInput, LabelledSelect, Note } from './form.tsx';
import { OwnWords } from './own-words.tsx';
import styles from './settings.module.css';

/** What a person sets once, for every plan. Each choice holds at once; there is nothing to confirm. */
export function Settings() {
  const settings = useStore((state) => state.settings);
  return (
    <div className={styles.settings}>
      <Signature settings={settings} />
      <section>
        <h3>Appearance</h3>
        <Choices<Theme>
          label="Appearance"
          inline
          value={settings.theme}
          options={[
            ['system', 'As Windows has it'],
            ['light', 'Light'],
            ['dark', 'Dark'],
          ]}
          onChange={(theme) => void changeSettings({ theme })}
        />
      </section>
      <section>
        <h3>Size of the text</h3>
        <Choices
          label="Size of the text"
          inline
          value={String(settings.textSize)}
          options={textSizes.map((size) => [String(size), sizeWords[size]] as const)}
          onChange={(size) => void changeSettings({ textSize: Number(size) as TextSize })}
        />
        <Note>Of the app’s own words. Pages that are exported or printed keep theirs; zoom enlarges everything.</Note>
      </section>
      <section>
        <h3>New plans</h3>
        <LabelledSelect
          label="Layout to begin with"
          value={settings.layout ?? ''}
          options={[
            ...(settings.layout === null ? [['', 'None chosen yet'] as const] : []),
            ...builtInLayouts.map(({ id, title }) => [id, title] as const),
          ]}
          onChange={(layout) => void changeSettings({ layout })}
        />
      </section>
      <OwnWords />
      <Folder folder={settings.folder} />
    </div>
  );
}

const sizeWords: Record<TextSize, string> = { 100: 'Usual', 115: 'Larger', 130: 'Large', 150: 'Largest' };

/** The name is kept when the field is left, or closed with the dialog: half a name is nobody's. */
function Signature({ settings: { author, systemName } }: { settings: SettingsView }) {
  const [typed, setTyped] = useState(author ?? '');
  const name = typed.trim() || null;
  const keep = () => name !== author && void changeSettings({ author: name });
  const last = useRef(keep);
  last.current = keep;
  useEffect(() => () => void last.current(), []);
  return (
    <section>
      <h3>Your name</h3>
      <LabelledInput
        label="Sign edits with"
        value={typed}
        placeholder={systemName}
        maxLength={200}
        spellCheck={false}
        onChange={setTyped}
        onBlur={keep}
        onKeyDown={(event) => event.key === 'Enter' && keep()}
        note={`A name, or a post such as “EDI Manager”. It goes with the plan’s history to whoever has the file, and is never published. Left empty, it is the name that this computer knows: ${systemName}.`}
      />
    </section>
  );
}

function Folder({ folder }: { folder: string | null }) {
  const choose = () =>
    attempt(async () => {
      const settings = await callApp('chooseFolder');
      if (settings) change({ settings });
    });
  return (
    <section>
      <h3>Where plans are kept</h3>
      <p className={styles.folder}>{folder ?? 'Dialogs begin in the folder that was used last.'}</p>
      <div className={styles.ways}>
        <Button size="xs" variant="default" onClick={() => void choose()}>
          {folder === null ? 'Always begin in one folder…' : 'Choose another folder…'}
        </Button>
        {folder !== null && (
          <Button size="xs" variant="default" onClick={() => void changeSettings({ folder: null })}>
            Begin where I was last
          </Button>
        )}
      </div>
    </section>
  );
}
