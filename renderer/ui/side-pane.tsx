import { ActionIcon, Tooltip } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react';
import styles from './side-pane.module.css';

interface PaneHeadProps {
  title: string;
  /** What the button to close it is called. */
  closing: string;
  close(): void;
}

/** The heading of a pane that stands where the contents do. */
export function PaneHead({ title, closing, close }: PaneHeadProps) {
  return (
    <div className={styles.head}>
      <h2 className={styles.title}>{title}</h2>
      <Tooltip label="Close (Esc)">
        <ActionIcon variant="subtle" color="gray" aria-label={closing} onClick={close}>
          <IconX size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}

interface StepsProps {
  /** How many there are, and which one is shown, in words. */
  count: string;
  /** What one steps through: "match". */
  of: string;
  /** The keys that do the same, back and forth, where there are any. */
  keys: [back: string | undefined, forth: string | undefined];
  /** Left out where there is nothing to step through. */
  step: ((by: 1 | -1) => void) | undefined;
}

/** How many were found, and the way from one to the next. */
export function Steps({ count, of, keys: [back, forth], step }: StepsProps) {
  return (
    <div className={styles.row}>
      <p className={styles.count} role="status">
        {count}
      </p>
      {step && (
        <>
          <Tooltip label={withKeys('Previous', back)}>
            <ActionIcon variant="subtle" color="gray" aria-label={`Previous ${of}`} onClick={() => step(-1)}>
              <IconChevronUp size={18} aria-hidden />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={withKeys('Next', forth)}>
            <ActionIcon variant="subtle" color="gray" aria-label={`Next ${of}`} onClick={() => step(1)}>
              <IconChevronDown size={18} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </>
      )}
    </div>
  );
}

function withKeys(label: string, keys: string | undefined): string {
  return keys ? `${label} (${keys})` : label;
}
