import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { app, type BrowserWindow, clipboard, shell } from 'electron';
import { fileName } from '../../shared/file-name.ts';
import type { ExportView, Input, StartView } from '../../shared/ipc/contract.ts';
import type { Omission } from '../../shared/layout/page.ts';
import { PlanError } from '../../shared/messages.ts';
import type { Desk } from '../desk.ts';
import { fileDialogs } from '../file-dialogs.ts';
import type { AppLog } from '../log.ts';
import { viewRecents, withFound, withPinned } from '../recents.ts';
import { readSamplePlan } from '../sample-plan.ts';
import { type SettingsStore, viewSettings } from '../settings.ts';
import type { Spelling } from '../spelling.ts';
import { copiesHandlers, undecidedIn } from './copies-handlers.ts';
import type { Handlers } from './dispatch.ts';
import { pointHandlers } from './point-handlers.ts';
import { printHandlers } from './print-handlers.ts';
import { progressHandlers } from './progress-handlers.ts';
import { rollOnHandlers } from './roll-on-handlers.ts';
import { settingsHandlers } from './settings-handlers.ts';
import { spellingHandlers } from './spelling-handlers.ts';
import { versionHandlers } from './version-handlers.ts';
import { wordHandlers } from './word-handlers.ts';

/** What the operations work with. */
export interface Surroundings {
  window: BrowserWindow;
  desk: Desk;
  settings: SettingsStore;
  log: AppLog;
  spelling: Spelling;
  /** Waits for a plan that was handed over at start; gives what kept it from being opened. */
  opening(): Promise<Opening>;
  recentsChanged(): void;
  flushed(): void;
}

/** What kept a file from being opened: a failure, or that it is a copy of a plan that is known here. */
export type Opening = Pick<StartView, 'failure' | 'offer'>;

const zoomSteps = [0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3];

/** The operations, each doing one thing that the page may ask for. The page never names a path: dialogs and ids do. */
export function handlersFor(surroundings: Surroundings): Handlers {
  const { window, desk, settings, log, spelling, opening, recentsChanged, flushed } = surroundings;
  const exported = new Map<string, string>();
  let exporting = new AbortController();
  const dialogs = fileDialogs(window, settings);
  const { choosePlan, choosePlace } = dialogs;
  const recents = () => viewRecents(settings.value.recents);

  function recentPath(id: string): string {
    const recent = settings.value.recents.find((each) => each.id === id);
    if (recent === undefined) throw new PlanError('not-found', {});
    return recent.path;
  }

  function forget(id: string): void {
    settings.change({ recents: settings.value.recents.filter((each) => each.id !== id) });
    recentsChanged();
  }

  return {
    ...settingsHandlers(settings, dialogs),
    ...spellingHandlers(desk, spelling),
    ...pointHandlers(desk),
    ...versionHandlers(desk, dialogs),
    ...wordHandlers(desk, dialogs),
    ...progressHandlers(desk, dialogs, (file) => written(file, [])),
    ...rollOnHandlers(desk, dialogs, recentPath),
    ...copiesHandlers(desk, dialogs, app.getPath('userData'), (file) => written(file, [])),
    ...printHandlers(window, dialogs, (file) => written(file, [])),
    start: async () => {
      const found = await opening();
      return {
        version: app.getVersion(),
        recents: await recents(),
        plan: desk.view,
        settings: viewSettings(settings.value),
        view: settings.value.view,
        others: desk.others,
        ...found,
      };
    },
    openPlan: async () => {
      const file = await choosePlan('Open a plan');
      return file === null ? null : desk.openOrOffer(file);
    },
    openRecent: ({ id }) => desk.open(recentPath(id)),
    findRecent: async ({ id }) => {
      const file = await choosePlan(`Find ${path.basename(recentPath(id))}`);
      if (file === null) return null;
      const view = await desk.open(file);
      if (desk.path !== recentPath(id)) {
        settings.change({ recents: withFound(settings.value.recents, id, desk.path ?? '') });
        recentsChanged();
      }
      return view;
    },
    forgetRecent: ({ id }) => {
      forget(id);
      return recents();
    },
    pinRecent: ({ id, pinned }) => {
      settings.change({ recents: withPinned(settings.value.recents, id, pinned) });
      recentsChanged();
      return recents();
    },
    openSample: () => desk.openSample(),
    samplePlan: () => readSamplePlan(),
    createPlan: async (given) => {
      const { newPlan, usualFileName } = await import('../../shared/plan/new-plan.ts');
      const { newId } = await import('../../shared/id.ts');
      const plan = newPlan(given, newId);
      const file = await choosePlace('Where to keep the new plan', `${usualFileName(plan)}.wresplan`, 'plans');
      if (file === null) return null;
      const view = await desk.create(file, plan);
      const { trust, standard, terms, ratingScale } = given;
      settings.change({ newPlan: { trust, standard, terms, ratingScale }, layout: given.layout ?? null });
      return view;
    },
    openDropped: ({ path: file }) => {
      if (!/\.wresplan$/i.test(file)) throw new PlanError('not-a-plan', { file: path.basename(file) });
      return desk.openOrOffer(file);
    },
    keepLeft: (left) => {
      desk.keepLeft(left);
      return null;
    },
    closePlan: async () => {
      await desk.close();
      return recents();
    },
    wholePlan: () => desk.view,
    edit: (draft) => desk.change((file) => file.apply(draft)),
    undo: () => desk.change((file) => file.undo()),
    redo: () => desk.change((file) => file.redo()),
    publish: () => desk.file.publish(),
    saveCopy: async () => {
      const name = `${path.basename(desk.path ?? 'Plan', '.wresplan')} – copy.wresplan`;
      const file = await choosePlace('Save a copy of the plan', name, 'plans');
      if (file === null) return null;
      const id = await desk.saveCopy(file);
      return { id, file: path.basename(file), folder: path.dirname(file) };
    },
    showPlan: () => {
      if (desk.path !== null) shell.showItemInFolder(desk.path);
      return null;
    },
    copyPath: () => {
      if (desk.path !== null) clipboard.writeText(desk.path);
      return null;
    },
    exportPlan: async (options) => {
      const plan = desk.view?.plan;
      if (plan === undefined) throw new Error('There is no plan open.');
      const file = await choosePlace('Export to Word', exportName(plan.title, options), 'exports');
      if (file === null) return null;
      const { exportPlan } = await import('../export.ts');
      exporting = new AbortController();
      const { signal } = exporting;
      try {
        const { omitted } = await exportPlan(
          plan,
          { ...options, edit: desk.file.newestEdit(), undecided: undecidedIn(desk) },
          file,
          signal,
        );
        return written(file, omitted);
      } catch (error) {
        if (signal.aborted) return null;
        throw error;
      }
    },
    cancelExport: () => {
      exporting.abort();
      return null;
    },
    openExport: async ({ token }) => {
      const problem = await shell.openPath(exportedPath(token));
      if (problem !== '') throw new PlanError('cannot-show', { file: path.basename(exportedPath(token)) });
      return null;
    },
    showExport: ({ token }) => {
      shell.showItemInFolder(exportedPath(token));
      return null;
    },
    keepView: (view) => {
      settings.change({ view });
      return null;
    },
    zoom: ({ to }) => {
      const zoom = zoomed(settings.value.zoom, to);
      settings.change({ zoom });
      window.webContents.setZoomFactor(zoom);
      return { percent: Math.round(zoom * 100) };
    },
    copyDetails: () => {
      clipboard.writeText(details(log));
      return null;
    },
    reportFault: ({ name, message, stack }) => {
      const fault = Object.assign(new Error(message), { name: `Page: ${name}`, stack });
      return { reference: log.unexpected(fault) };
    },
    flushed: () => {
      flushed();
      return null;
    },
  };

  function written(file: string, omitted: Omission[]): ExportView {
    const token = randomUUID();
    exported.set(token, file);
    return { token, file: path.basename(file), folder: path.dirname(file), omitted };
  }

  /** Only what was itself written here can be opened or shown. */
  function exportedPath(token: string): string {
    const file = exported.get(token);
    if (file === undefined) throw new PlanError('not-allowed');
    return file;
  }
}

function exportName(title: string, { plain }: Input<'exportPlan'>): string {
  return `${fileName(title)}${plain ? ' (plain)' : ''}.docx`;
}

function zoomed(now: number, to: Input<'zoom'>['to']): number {
  if (to === 'reset') return 1;
  const next =
    to === 'in' ? zoomSteps.find((step) => step > now + 0.01) : zoomSteps.findLast((step) => step < now - 0.01);
  return next ?? now;
}

/** What an IT team needs to help: versions and the log's newest entries. Nothing of any plan, no names of files. */
function details(log: AppLog): string {
  return [
    `WRES Planner ${app.getVersion()}`,
    `${process.platform} ${process.getSystemVersion()} ${process.arch}`,
    `Electron ${process.versions.electron}, Chromium ${process.versions.chrome}, Node ${process.versions.node}`,
    `Language ${app.getLocale()}`,
    ...log.withoutMessages(),
  ].join('\n');
}
