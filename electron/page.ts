import type { BrowserWindow } from 'electron';
import type { AppEvent } from '../shared/ipc/contract.ts';
import { eventChannel } from '../shared/ipc/operations.ts';

/** What the app says to the page unasked. */
export interface Page {
  tell(event: AppEvent): void;
  /** Lets the page send what is still being typed. A page that does not answer in two seconds is not waited for. */
  flush(): Promise<void>;
  /** The page's answer to that. */
  flushed(): void;
}

/** The page of a window that may not be open yet, or not any more: what is said then is said to nobody. */
export function pageOf(window: () => BrowserWindow | undefined): Page {
  let answered = () => {};

  function tell(event: AppEvent): void {
    const here = window();
    if (here && !here.isDestroyed()) here.webContents.send(eventChannel, event);
  }

  return {
    tell,
    flush: () =>
      new Promise((resolve) => {
        const tooLate = setTimeout(resolve, 2_000);
        answered = () => {
          clearTimeout(tooLate);
          resolve();
        };
        tell({ kind: 'flush' });
      }),
    flushed: () => answered(),
  };
}
