import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { PaneView, SettingsView, TextSize, Theme } from '../shared/ipc/contract.ts';
import { textSizes } from '../shared/text-sizes.ts';
import type { Recent } from './recents.ts';

/** What the app remembers between two starts. It holds no plan: losing it costs a window's place, and no work. */
export interface Settings {
  window: WindowPlace | null;
  /** How large the page is shown: 1 is actual size. */
  zoom: number;
  theme: Theme;
  /** How large the app's words are, in per cent of their usual size. */
  textSize: TextSize;
  /** The name or the role that edits are signed with; null: the name that the person has on this computer. */
  author: string | null;
  /** The layout that a new plan begins with; null: none chosen yet. */
  layout: string | null;
  /** The folder that dialogs for plans begin in; null: where the last one was. */
  folder: string | null;
  /** What the last new plan began with, for the next one. */
  newPlan: SettingsView['newPlan'];
  view: PaneView;
  /** The folder last used for each purpose. */
  folders: Partial<Record<'plans' | 'exports' | 'word', string>>;
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
  textSize: 100,
  author: null,
  layout: null,
  folder: null,
  newPlan: null,
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

/** The settings that a person sets, for the page. */
export function viewSettings({ theme, textSize, author, layout, folder, newPlan }: Settings): SettingsView {
  return { theme, textSize, author, systemName: os.userInfo().username, layout, folder, newPlan };
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
  const { window, zoom, theme, textSize, author, layout, folder, newPlan, view, folders, recents } = found;
  return {
    ...(isPlace(window) && { window }),
    ...(typeof zoom === 'number' && { zoom: Math.min(3, Math.max(0.8, zoom)) }),
    ...((theme === 'light' || theme === 'dark') && { theme }),
    ...(isTextSize(textSize) && { textSize }),
    ...(typeof author === 'string' && { author }),
    ...(typeof layout === 'string' && { layout }),
    ...(typeof folder === 'string' && { folder }),
    ...(isNewPlan(newPlan) && { newPlan }),
    ...(isObject(view) && { view: { ...initial.view, ...(view as Partial<PaneView>) } }),
    ...(isObject(folders) && { folders: folders as Settings['folders'] }),
    ...(Array.isArray(recents) && {
      recents: recents.filter(isRecent).map((each) => ({ ...each, pinned: each.pinned === true })),
    }),
  };
}

function isPlace(value: unknown): value is WindowPlace {
  return isObject(value) && ['x', 'y', 'width', 'height'].every((key) => Number.isInteger(value[key]));
}

function isTextSize(value: unknown): value is TextSize {
  return (textSizes as readonly unknown[]).includes(value);
}

function isNewPlan(value: unknown): value is Settings['newPlan'] {
  return (
    isObject(value) &&
    isObject(value.trust) &&
    typeof value.trust.name === 'string' &&
    typeof value.standard === 'string'
  );
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
