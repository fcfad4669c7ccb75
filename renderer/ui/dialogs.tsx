import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { perform } from '../commands.ts';
import { PasteDialog } from '../paste/paste-dialog.tsx';
import { ReadingDialog } from '../review/reading-dialog.tsx';
import { change, type State, useStore } from '../store.ts';
import { Dialog } from './dialog.tsx';
import styles from './dialogs.module.css';
import { Guide } from './guide.tsx';
import { OfferBody } from './offer-dialog.tsx';
import { Palette } from './palette.tsx';
import { PrintDialog } from './print-dialog.tsx';
import { Settings } from './settings.tsx';
import { ShareBody } from './share-dialog.tsx';
import { Shortcuts } from './shortcuts.tsx';

interface DialogLook {
  title: string;
  Body: () => ReactNode;
  /** How wide it is, in pixels. */
  size?: number;
}

const dialogs = {
  about: { title: 'About WRES Planner', Body: About },
  shortcuts: { title: 'Keyboard shortcuts', Body: Shortcuts, size: 860 },
  guide: { title: 'Guide', Body: Guide, size: 1120 },
  settings: { title: 'Settings', Body: Settings },
  print: { title: 'Print', Body: PrintDialog },
  paste: { title: 'Paste a table as actions', Body: PasteDialog, size: 960 },
  share: { title: 'Share a copy', Body: ShareBody, size: 520 },
  offer: { title: 'A copy of your plan', Body: OfferBody, size: 520 },
} satisfies Partial<Record<NonNullable<State['dialog']>, DialogLook>>;

/** What is asked for from the menu and needs a word or two. Esc closes it. */
export function Dialogs({ dialog }: { dialog: NonNullable<State['dialog']> }) {
  if (dialog === 'goTo') return <Palette />;
  if (dialog === 'reading') return <ReadingDialog />;
  const { title, Body, size }: DialogLook = dialogs[dialog];
  return (
    <Dialog title={title} {...(size && { size })} close={() => change({ dialog: null })}>
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
