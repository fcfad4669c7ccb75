import fs from 'node:fs';
import path from 'node:path';
import type { PaneView, Theme } from '../shared/ipc/contract.ts';
import type { Recent } from './recents.ts';

/** What the app remembers between two starts. It holds no plan: losing it costs a window's place, and no work. */
export interface Settings {
  window: WindowPlace | null;
  /** How large the page is shown: 1 is actual size. */
  zoom: number;
  theme: Theme;
  view: PaneView;
  /** The folder last used for each purpose. */
  folders: Partial<Record<'plans' | 'exports', string>>;
  recents: Recent[];
}

export interface WindowPlace {
  x: number;
  y: number;
  width: number;
  height: number;
  maximised: boolean;
}

export interface SettingsStore {
  readonly value: Settings;
  /** Changes some of them, and writes all of them down. */
  change(some: Partial<Settings>): void;
}

const initial: Settings = {
  window: null,
  zoom: 1,
  theme: 'system',
  view: { leftWidth: 240, previewWidth: null, previewOpen: true },
  folders: {},
  recents: [],
};

/** The settings kept in `folder`. What is not there or cannot be read is as on the first day. */
export function openSettings(folder: string): SettingsStore {
  const file = path.join(folder, 'settings.json');
  let value = { ...initial, ...read(file) };
  return {
    get value() {
      return value;
    },
    change(some) {
      value = { ...value, ...some };
      write(file, value);
    },
  };
}

function read(file: string): Partial<Settings> {
  let found: unknown;
  try {
    found = JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
  return isObject(found) ? whatFits(found) : {};
}

/** Only what has the right shape: the file may be of another version, or half a file. */
function whatFits(found: Record<string, unknown>): Partial<Settings> {
  const { window, zoom, theme, view, folders, recents } = found;
  return {
    ...(isPlace(window) && { window }),
    ...(typeof zoom === 'number' && { zoom: Math.min(3, Math.max(0.8, zoom)) }),
    ...((theme === 'light' || theme === 'dark') && { theme }),
    ...(isObject(view) && { view: { ...initial.view, ...(view as Partial<PaneView>) } }),
    ...(isObject(folders) && { folders: folders as Settings['folders'] }),
    ...(Array.isArray(recents) && { recents: recents.filter(isRecent) }),
  };
}

function isPlace(value: unknown): value is WindowPlace {
  return isObject(value) && ['x', 'y', 'width', 'height'].every((key) => Number.isInteger(value[key]));
}

function isRecent(value: unknown): value is Recent {
  return isObject(value) && ['id', 'path', 'title', 'trust', 'openedAt'].every((key) => typeof value[key] === 'string');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Whole or not at all: a settings file that was cut off would forget the recent plans. */
function write(file: string, value: Settings): void {
  const temporary = `${file}.${process.pid}.tmp`;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(temporary, JSON.stringify(value, null, 2));
  fs.renameSync(temporary, file);
}
