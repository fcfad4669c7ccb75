import { ActionIcon, Button, Tooltip } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconArrowForwardUp,
  IconCheck,
  IconCopy,
  IconFileTypeDocx,
  IconLayoutSidebarRight,
  IconLoader2,
  IconSearch,
  IconShare2,
  IconUsers,
} from '@tabler/icons-react';
import { memo, useEffect } from 'react';
import { type CommandId, commandKeys } from '../../shared/commands.ts';
import type { ErrorCode } from '../../shared/messages.ts';
import { perform } from '../commands.ts';
import { othersInWords, othersMessage } from '../plan/others.ts';
import { senderMessage } from '../plan/sender.ts';
import { change, tellFailure, useStore } from '../store.ts';
import { announce } from '../ui/announce.ts';
import { HelpButton } from '../ui/help-button.tsx';
import styles from './plan-header.module.css';

interface PlanHeaderProps {
  title: string;
  trust: string;
  /** Whether it is to be seen. */
  preview: boolean;
}

/** The plan's name, how far its file is up to date, and what can be done from anywhere. */
export const PlanHeader = memo(function PlanHeader({ title, trust, preview }: PlanHeaderProps) {
  return (
    <header className={styles.header} data-pane tabIndex={-1}>
      <div className={styles.names}>
        <span className={styles.title}>{title}</span>
        <span className={styles.trust}>{trust}</span>
      </div>
      <Sender />
      <Others />
      <Saved />
      <div className={styles.tools}>
        <Tool id="undo" verb="Undo" Icon={IconArrowBackUp} />
        <Tool id="redo" verb="Redo" Icon={IconArrowForwardUp} />
        <Tooltip label={`Find (${commandKeys('find')})`}>
          <ActionIcon
            className={styles.tool}
            variant="transparent"
            size={36}
            aria-label="Find"
            onClick={() => perform('find')}
          >
            <IconSearch size={20} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={`Word preview (${commandKeys('togglePreview')})`}>
          <ActionIcon
            className={styles.tool}
            variant="transparent"
            size={36}
            aria-label="Word preview"
            aria-pressed={preview}
            onClick={() => perform('togglePreview')}
          >
            <IconLayoutSidebarRight size={20} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <HelpButton className={styles.tool} size={36} />
        <Tooltip label="Make a copy for a colleague">
          <Button
            className={styles.share}
            variant="transparent"
            leftSection={<IconShare2 size={18} aria-hidden />}
            onClick={() => perform('share')}
          >
            Share
          </Button>
        </Tooltip>
        <Tooltip label={`Choose a layout and export (${commandKeys('export')})`}>
          <Button
            className={styles.export}
            variant="white"
            leftSection={<IconFileTypeDocx size={18} aria-hidden />}
            onClick={() => perform('export')}
          >
            Export
          </Button>
        </Tooltip>
      </div>
    </header>
  );
});

interface ToolProps {
  id: CommandId & ('undo' | 'redo');
  verb: string;
  Icon: typeof IconArrowBackUp;
}

function Tool({ id, verb, Icon }: ToolProps) {
  const edit = useStore((state) => state.open?.[id] ?? null);
  const label = edit === null ? null : `${verb}: ${edit}`;
  const none = `Nothing to ${id}`;
  return (
    <Tooltip label={label === null ? none : `${label} (${commandKeys(id)})`} multiline maw={360}>
      <ActionIcon
        className={styles.tool}
        variant="transparent"
        size={36}
        aria-label={label ?? none}
        // Not `disabled`: the focus stays where it is when the last edit was undone.
        aria-disabled={label === null}
        onClick={() => label !== null && perform(id)}
      >
        <Icon size={20} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

/** Whose copy this is. */
function Sender() {
  const sentBy = useStore((state) => state.open?.sentBy);
  if (!sentBy) return null;
  const tell = () => change({ notice: { tone: 'good', message: senderMessage(sentBy), ways: [] } });
  return (
    <button type="button" className={styles.others} onClick={tell}>
      <IconCopy size={16} aria-hidden />
      <span>Copy from {sentBy.author}</span>
    </button>
  );
}

/** Who else has the file open: good to know, and in nobody's way. */
function Others() {
  const others = useStore((state) => state.others);
  const words = othersInWords(others);
  useEffect(() => {
    if (words) announce(words);
  }, [words]);
  if (!words) return null;
  const tell = () => change({ notice: { tone: 'good', message: othersMessage(others), ways: [] } });
  return (
    <button type="button" className={styles.others} onClick={tell}>
      <IconUsers size={16} aria-hidden />
      <span>{words}</span>
    </button>
  );
}

/** Whether the person's file has all edits, in words. */
function Saved() {
  const saved = useStore((state) => state.open?.saved);
  switch (saved?.state) {
    case 'saved':
      return (
        <p className={styles.saved}>
          <IconCheck size={16} aria-hidden /> All changes saved
        </p>
      );
    case 'failed':
      return (
        <button
          type="button"
          className={styles.failed}
          onClick={() => tellFailure(saved.failure, waysToSave(saved.failure.code))}
        >
          <IconAlertTriangle size={16} aria-hidden />
          <span>Not saved to file: {inShort[saved.failure.code] ?? 'it could not be written'}</span>
        </button>
      );
    default:
      return (
        <p className={styles.saved}>
          <IconLoader2 size={16} aria-hidden /> Saving…
        </p>
      );
  }
}

/** To try again is no way where the file can only stay as it is. */
function waysToSave(code: ErrorCode) {
  const stays = code === 'needs-a-place' || code === 'target-changed';
  return [
    ...(stays ? [] : [{ label: 'Try again', go: () => perform('publish') }]),
    { label: 'Save a copy…', go: () => perform('saveCopy') },
  ];
}

const inShort: Partial<Record<ErrorCode, string>> = {
  'target-read-only': 'read-only folder or file',
  'target-in-use': 'open in another program',
  'disk-full': 'no room left on the drive',
  'folder-missing': 'its folder is not there',
  'place-silent': 'its drive does not answer',
  'target-changed': 'someone else changed it',
  'needs-a-place': 'it needs a place to live',
};
