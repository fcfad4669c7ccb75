import type { BrowserWindow } from 'electron';
import type { Desk } from './desk.ts';
import type { AppLog } from './log.ts';
import type { Page } from './page.ts';

/** Whether the window has been closed and the plan is still being put in its file. */
export interface Closing {
  readonly underWay: boolean;
}

/** The longest that the plan is waited for once the window is gone, in milliseconds. */
export const longestClosing = 70_000;

/**
 * Closing never loses an edit and never waits in front of the person: what was typed is sent, the window goes, and then
 * the plan's file is finished. What cannot be put in it stays on this computer, and the next start says so.
 */
export function finishBeforeClosing(window: BrowserWindow, page: Page, desk: Desk, log: AppLog): Closing {
  const closing = { underWay: false };

  window.on('close', (event) => {
    if (desk.view === null && !closing.underWay) return;
    event.preventDefault();
    if (closing.underWay) return;
    closing.underWay = true;
    void finish();
  });

  async function finish(): Promise<void> {
    await page.flush();
    window.hide();
    const tooLate = new Promise((resolve) => setTimeout(resolve, longestClosing));
    try {
      await Promise.race([desk.close(), tooLate]);
    } catch (error) {
      log.unexpected(error);
    }
    window.destroy();
  }

  // The end of the Windows session does not wait: the edits are safe already, and the file is brought up to date now,
  // and once more with what was still being typed.
  window.on('query-session-end', () => {
    publish();
    if (!closing.underWay) void page.flush().then(publish);
  });
  window.on('blur', publish);
  function publish(): void {
    if (desk.view && !closing.underWay) void desk.file.publish();
  }

  return closing;
}

/**
 * Ends the process, where a drive that does not answer is still being waited for: that would keep it from ending by
 * itself, and the app from being started again.
 */
export function endThoughWaiting(): void {
  if (process.getActiveResourcesInfo().includes('FSReqPromise')) process.kill(process.pid, 'SIGKILL');
}
