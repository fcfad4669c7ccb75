import path from 'node:path';
import { app, type BrowserWindow, nativeTheme, session } from 'electron';
import type { AppEvent } from '../shared/ipc/contract.ts';
import { eventChannel } from '../shared/ipc/operations.ts';
import type { Failure } from '../shared/ipc/result.ts';
import { showContextMenus } from './context-menu.ts';
import { setUpDesk } from './desk.ts';
import { guardSession, guardStart } from './guard.ts';
import { answerCalls, failureOf } from './ipc/dispatch.ts';
import { handlersFor } from './ipc/handlers.ts';
import { openLog } from './log.ts';
import { showMenu } from './menu.ts';
import { openSettings } from './settings.ts';
import { prepareSpelling, type Spelling, startSpelling } from './spelling.ts';
import { runInTerminal } from './terminal.ts';
import { openWindow } from './window.ts';

const terminalCommands = ['import', 'export', 'verify', 'layouts'];

/** What the app was started with, after its own name (and, unpackaged, its folder). */
const given = ownArguments(process.argv);
const [command] = given;

if (command !== undefined && terminalCommands.includes(command)) {
  void runInTerminal(process.argv.slice(process.argv.indexOf(command)));
} else if (app.requestSingleInstanceLock({ cwd: process.cwd() })) void runInWindow();
else app.quit(); // what it was started with has been handed to the one that runs

async function runInWindow(): Promise<void> {
  guardStart();
  app.setAppUserModelId('org.wresplanner.app');
  const profile = app.getPath('userData');
  const log = openLog(path.join(profile, 'logs'));
  process.on('uncaughtException', (error) => log.unexpected(error));
  process.on('unhandledRejection', (error) => log.unexpected(error));
  const settings = openSettings(profile);
  try {
    prepareSpelling(profile);
  } catch (error) {
    log.unexpected(error); // without it nothing is marked, and all else works
  }
  nativeTheme.themeSource = settings.value.theme;

  let window: BrowserWindow;
  let spelling: Spelling;
  const tell = (event: AppEvent) => {
    if (!window.isDestroyed()) window.webContents.send(eventChannel, event);
  };
  const desk = setUpDesk(settings, (saved) => {
    if (saved !== null) return tell({ kind: 'saved', saved });
    updateMenu();
    void acceptNames();
  });

  let flushed = () => {};
  /** Lets the page send what is still being typed. A page that does not answer is not waited for. */
  const flush = () =>
    new Promise<void>((resolve) => {
      const tooLate = setTimeout(resolve, 2_000);
      flushed = () => {
        clearTimeout(tooLate);
        resolve();
      };
      tell({ kind: 'flush' });
    });

  function updateMenu(): void {
    const { undo = null, redo = null } = desk.view ?? {};
    const recents = settings.value.recents;
    showMenu(
      { hasPlan: desk.view !== null, undo, redo, recents },
      (id) => tell({ kind: 'command', id }),
      (id) => tell({ kind: 'openRecent', id }),
    );
  }

  /** The names in the plan that is open are right in it, and no mistakes of spelling. */
  async function acceptNames(): Promise<void> {
    const { namesIn } = await import('../shared/plan/spelling.ts');
    await spelling.acceptNames(desk.view ? namesIn(desk.view.plan) : []);
  }

  async function openHandedOver(file: string): Promise<Failure | null> {
    try {
      await desk.open(file);
      return null;
    } catch (error) {
      return failureOf(error, log);
    }
  }

  /** A second start, or a double click on a plan while this runs: the window comes forward with that plan. */
  async function takeOver(file: string | undefined): Promise<void> {
    if (window.isDestroyed()) return;
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
    if (file === undefined) return;
    await flush();
    const failure = await openHandedOver(file);
    if (failure) tell({ kind: 'failed', failure });
    else if (desk.view) tell({ kind: 'opened', plan: desk.view });
  }

  let first = fileIn(given, process.cwd());
  let opening: Promise<Failure | null> | undefined;
  app.on('open-file', (event, file) => {
    event.preventDefault();
    if (opening) void takeOver(file);
    else first = file;
  });
  app.on('second-instance', (_event, argv, cwd) => void takeOver(fileIn(ownArguments(argv), cwd)));
  app.on('window-all-closed', () => app.quit());

  await app.whenReady();
  spelling = startSpelling(session.defaultSession, profile);
  guardSession(path.join(import.meta.dirname, 'renderer'));
  opening = first === undefined ? Promise.resolve(null) : openHandedOver(first);
  window = openWindow(settings);
  showContextMenus(window, spelling.addWord);
  updateMenu();
  answerCalls(
    handlersFor({
      window: () => window,
      desk,
      settings,
      log,
      opening: () => {
        const told = opening ?? Promise.resolve(null);
        opening = Promise.resolve(null); // told once, not again when the page is loaded anew
        return told;
      },
      recentsChanged: updateMenu,
      flushed: () => flushed(),
    }),
    log,
  );
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log.unexpected(new Error(`The page stopped: ${reason} (${exitCode})`));
    if (reason !== 'clean-exit') window.reload();
  });
  // The end of the Windows session does not wait: the edits are safe already, and the file is brought up to date now.
  window.on('query-session-end', () => {
    if (desk.view) void desk.publish();
  });
  window.on('blur', () => {
    if (desk.view) void desk.publish();
  });

  let leaving = false;
  window.on('close', (event) => {
    if (desk.view === null && !leaving) return;
    event.preventDefault();
    if (leaving) return;
    leaving = true;
    void leave();
  });

  /** Closing never loses an edit and never waits in front of the person: the window goes, then the file is finished. */
  async function leave(): Promise<void> {
    await flush();
    window.hide();
    try {
      await desk.close();
    } catch (error) {
      log.unexpected(error);
    }
    window.destroy();
  }
}

/** The arguments that are the person's own: without Electron, the app's folder, and switches. */
function ownArguments(argv: readonly string[]): string[] {
  const words = argv.slice(1).filter((word) => !word.startsWith('-'));
  return app.isPackaged ? words : words.slice(1);
}

/** The plan that the arguments name. Several are not opened at once: the first one is meant. */
function fileIn(words: readonly string[], cwd: string): string | undefined {
  return words[0] === undefined ? undefined : path.resolve(cwd, words[0]);
}
