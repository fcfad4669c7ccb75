import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './dialog.module.css';

interface DialogProps {
  title: string;
  close(): void;
  /** What is to be read or chosen, and below it the ways on. */
  children: ReactNode;
}

/** A question that must be answered, or put off, before one goes on. Esc puts it off. */
export function Dialog({ title, close, children }: DialogProps) {
  return (
    <Modal
      opened
      onClose={close}
      title={title}
      centered
      classNames={{ title: styles.title ?? '' }}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <div className={styles.body}>{children}</div>
    </Modal>
  );
}

/** The buttons at the end of a dialog. */
export function Ways({ children }: { children: ReactNode }) {
  return <div className={styles.ways}>{children}</div>;
}
