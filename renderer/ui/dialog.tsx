import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './dialog.module.css';
import { useFocusBack } from './focus-back.ts';

interface DialogProps {
  title: string;
  /** How wide it is, in pixels. */
  size?: number;
  close(): void;
  /** What is to be read or chosen, and below it the ways on. */
  children: ReactNode;
}

/** Something to be read or answered before one goes on. Esc puts it off. */
export function Dialog({ title, size = 440, close, children }: DialogProps) {
  useFocusBack();
  return (
    <Modal.Root opened onClose={close} size={size} centered>
      <Modal.Overlay />
      <Modal.Content className={styles.content}>
        <div className={styles.head}>
          <Modal.Title className={styles.title}>{title}</Modal.Title>
          <Modal.CloseButton aria-label="Close" />
        </div>
        <Modal.Body className={styles.body}>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

/** The buttons at the end of a dialog. */
export function Ways({ children }: { children: ReactNode }) {
  return <div className={styles.ways}>{children}</div>;
}
