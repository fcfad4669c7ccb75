import path from 'node:path';
import { app, type BrowserWindow, nativeTheme, session } from 'electron';
import type { SaveState } from '../shared/plan-state.ts';
import { planIn, terminalArguments, withPlan } from './arguments.ts';
import { type Closing, endThoughWaiting, finishBeforeClosing } from './closing.ts';
import { showContextMenus } from './context-menu.ts';
import { setUpDesk } from './desk.ts';
import { guardSession, guardStart } from './guard.ts';
import { answerCalls, failureOf } from './ipc/dispatch.ts';
import { handlersFor, type Opening } from './ipc/handlers.ts';
import { openLog } from './log.ts';
import { showMenu } from './menu.ts';
import { pageOf } from './page.ts';
import { openSettings } from './settings.ts';
import { prepareSpelling, type Spelling, startSpelling } from './spelling.ts';
import { runInTerminal } from './terminal.ts';
import { openWindow } from './window.ts';

// Not in the roaming profile, which is copied over the network at every log-on: earlier versions may be 200 MB.
const { LOCALAPPDATA } = process.env;
if (process.platform === 'win32' && LOCALAPPDATA && !app.commandLine.hasSwitch('user-data-dir')) {
  app.setPath('userData', path.join(LOCALAPPDATA, app.name));
}

const forTerminal = terminalArguments(process.argv);
if (forTerminal) void runInTerminal(forTerminal);
else if (app.requestSingleInstanceLock()) void runInWindow();
else app.quit(); // what it was started with has been handed to the one that runs

const nothing: Opening = { failure: null, offer: null };

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

  let window: BrowserWindow | undefined;
  let closing: Closing | undefined;
  let spelling: Spelling | undefined;
  let given = planIn(process.argv, process.cwd());
  const page = pageOf(() => window);
  const desk = setUpDesk(
    settings,
    tellChange,
    (error) => void log.unexpected(error),
    (came) => page.tell({ kind: 'broughtIn', came }),
    (others) => page.tell({ kind: 'others', others }),
  );
  app.on('second-instance', (_event, argv, folder) => void takeOver(planIn(argv, folder)));
  app.on('open-file', (event, file) => {
    event.preventDefault();
    void takeOver(file);
  });
  app.on('window-all-closed', () => app.quit());
  app.on('quit', endThoughWaiting);

  await app.whenReady();
  spelling = startSpelling(session.defaultSession, profile);
  guardSession(path.join(import.meta.dirname, 'renderer'));
  let opening = given === undefined ? Promise.resolve(nothing) : openGiven(given);
  window = openWindow(settings);
  closing = finishBeforeClosing(window, page, desk, log);
  showContextMenus(window, spelling.addWord);
  // The page has been given all of itself: while it draws, there is time for the menu and for the checks of what it asks.
  window.webContents.once('dom-ready', () => {
    updateMenu();
    void import('../shared/ipc/contract.ts');
  });
  answerCalls(
    handlersFor({
      window,
      desk,
      settings,
      log,
      spelling,
      opening: () => {
        const told = opening;
        opening = Promise.resolve(nothing); // told once, not again when the page is loaded anew
        return told;
      },
      recentsChanged: updateMenu,
      flushed: page.flushed,
    }),
    log,
  );
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log.unexpected(new Error(`The page stopped: ${reason} (${exitCode})`));
    if (reason !== 'clean-exit') window?.reload();
  });

  function tellChange(saved: SaveState | null): void {
    if (saved !== null) page.tell({ kind: 'saved', saved });
    // The page has its answer first: to make the menu takes longer than an edit.
    else
      setImmediate(() => {
        updateMenu();
        void acceptNames();
      });
  }

  function updateMenu(): void {
    const { undo = null, redo = null } = desk.view ?? {};
    showMenu(
      { hasPlan: desk.view !== null, undo, redo, recents: settings.value.recents },
      (id) => page.tell({ kind: 'command', id }),
      (id) => page.tell({ kind: 'openRecent', id }),
    );
  }

  /** The names in the plan that is open are right in it, and no mistakes of spelling. */
  async function acceptNames(): Promise<void> {
    const { namesIn } = await import('../shared/plan/spelling.ts');
    await spelling?.acceptNames(desk.view ? namesIn(desk.view.plan) : []);
  }

  async function openGiven(file: string): Promise<Opening> {
    try {
      const found = await desk.openOrOffer(file);
      return 'token' in found ? { ...nothing, offer: found } : nothing;
    } catch (error) {
      return { ...nothing, failure: failureOf(error, log) };
    }
  }

  /** A second start, or a double click on a plan while this runs: the window comes forward with that plan. */
  async function takeOver(file: string | undefined): Promise<void> {
    if (!window) {
      given = file ?? given;
      return;
    }
    if (closing?.underWay) return app.relaunch({ args: withPlan(process.argv, file) });
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
    if (file === undefined) return;
    await page.flush();
    const { failure, offer } = await openGiven(file);
    if (offer) page.tell({ kind: 'offered', offer });
    else if (failure) page.tell({ kind: 'failed', failure });
    else if (desk.view) page.tell({ kind: 'opened', plan: desk.view });
  }
}
