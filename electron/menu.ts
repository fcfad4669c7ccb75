import path from 'node:path';
import { Menu, type MenuItemConstructorOptions } from 'electron';
import { type Command, type CommandId, commands, type Ground, isAvailable } from '../shared/commands.ts';
import type { Recent } from './recents.ts';

/** What decides how the menu reads: whether a plan is open, what undo and redo would do, and the recent plans. */
export interface MenuState extends Ground {
  recents: Pick<Recent, 'id' | 'title' | 'path' | 'pinned'>[];
}

let shown = '';

/**
 * Puts up the menu, where it would read otherwise than before. A command that is chosen goes to the page, which
 * performs it as if its button had been pressed.
 */
export function showMenu(state: MenuState, choose: (id: CommandId) => void, openRecent: (id: string) => void): void {
  const reads = JSON.stringify(state);
  if (reads === shown) return;
  shown = reads;
  const of = (menu: Command['menu']) => commands.filter((command) => command.menu === menu).flatMap(item);
  const item = (command: (typeof commands)[number] & Command): MenuItemConstructorOptions[] => [
    ...(command.group ? [{ type: 'separator' } as const] : []),
    {
      id: command.id,
      label: wording(command, state),
      accelerator: command.shortcut,
      enabled: isAvailable(command.id, state),
      click: () => choose(command.id),
    },
    ...(command.id === 'open' ? [recentPlans(state.recents, openRecent)] : []),
    ...(command.id === 'zoomIn' ? [zoomInWithoutShift(choose)] : []),
  ];
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      { label: '&File', submenu: [...of('file'), { role: 'quit', label: 'E&xit' }] },
      {
        label: '&Edit',
        submenu: [
          ...of('edit'),
          { type: 'separator' },
          { role: 'cut', label: 'Cu&t' },
          { role: 'copy', label: '&Copy' },
          { role: 'paste', label: '&Paste' },
          { role: 'selectAll', label: 'Select &all' },
        ],
      },
      { label: '&View', submenu: of('view') },
      { label: '&Help', submenu: of('help') },
    ]),
  );
}

function wording(command: Command, { undo, redo }: MenuState): string {
  if (command.id === 'undo' && undo !== null) return `${command.label}: ${escaped(undo)}`;
  if (command.id === 'redo' && redo !== null) return `${command.label}: ${escaped(redo)}`;
  return command.label;
}

function recentPlans(recents: MenuState['recents'], openRecent: (id: string) => void): MenuItemConstructorOptions {
  return {
    label: 'Open &recent',
    enabled: recents.length > 0,
    submenu: recents.flatMap(({ id, title, path: file, pinned }, index) => [
      ...(!pinned && recents[index - 1]?.pinned ? [{ type: 'separator' } as const] : []),
      {
        label: `${index < 9 ? `&${index + 1} ` : ''}${escaped(title)} (${escaped(path.basename(file))})`,
        click: () => openRecent(id),
      },
    ]),
  };
}

/** Ctrl and the key that has + and =, as people press it. */
function zoomInWithoutShift(choose: (id: CommandId) => void): MenuItemConstructorOptions {
  return {
    label: 'Zoom in',
    accelerator: 'CmdOrCtrl+=',
    visible: false,
    acceleratorWorksWhenHidden: true,
    click: () => choose('zoomIn'),
  };
}

/** An & in a plan's own words is an &, not the mark of a letter. */
function escaped(words: string): string {
  return words.replaceAll('&', '&&');
}
