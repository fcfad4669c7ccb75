import path from 'node:path';
import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import { appOrigin, devServer } from './guard.ts';
import type { SettingsStore, WindowPlace } from './settings.ts';

/** Opens the one window, where it was when it was last closed. It shows itself when there is something to see. */
export function openWindow(settings: SettingsStore): BrowserWindow {
  const place = onScreen(settings.value.window);
  const window = new BrowserWindow({
    ...place,
    minWidth: 360,
    minHeight: 320,
    show: false,
    title: 'WRES Planner',
    icon: process.platform === 'linux' ? path.join(app.getAppPath(), 'assets/icons/256.png') : undefined,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#14202b' : '#ffffff',
    webPreferences: {
      preload: path.join(import.meta.dirname, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: true,
      disableDialogs: true,
      devTools: !app.isPackaged,
    },
  });
  if (settings.value.window?.maximised) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.webContents.on('did-finish-load', () => window.webContents.setZoomFactor(settings.value.zoom));
  keepPlace(window, settings);
  void window.loadURL(devServer ?? `${appOrigin}/`);
  return window;
}

/** The place kept, moved and shrunk to what the screens of today can show. */
function onScreen(place: WindowPlace | null): Partial<Electron.Rectangle> {
  if (place === null) return { width: 1_366, height: 860 };
  const { workArea } = screen.getDisplayMatching(place);
  const width = Math.min(place.width, workArea.width);
  const height = Math.min(place.height, workArea.height);
  return {
    width,
    height,
    x: within(place.x, workArea.x, workArea.x + workArea.width - width),
    y: within(place.y, workArea.y, workArea.y + workArea.height - height),
  };
}

function within(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}

function keepPlace(window: BrowserWindow, settings: SettingsStore): void {
  let timer: NodeJS.Timeout | undefined;
  const keep = () => {
    clearTimeout(timer);
    if (window.isDestroyed() || window.isMinimized()) return;
    settings.change({ window: { ...window.getNormalBounds(), maximised: window.isMaximized() } });
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(keep, 500);
  };
  window.on('resize', soon);
  window.on('move', soon);
  window.on('close', keep);
}
