import { Button, Loader } from '@mantine/core';
import { Dialog, Ways } from '../ui/dialog.tsx';
import styles from './review.module.css';
import { stopReading } from './reviewing.ts';

/** While a Word file is being read for longer than a moment. */
export function ReadingDialog() {
  return (
    <Dialog title="Reading the Word file" close={stopReading}>
      <p className={styles.busy}>
        <Loader size={18} aria-hidden /> This takes a few seconds where the file is long.
      </p>
      <Ways>
        <Button variant="default" onClick={stopReading}>
          Cancel
        </Button>
      </Ways>
    </Dialog>
  );
}
