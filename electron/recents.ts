import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { RecentView } from '../shared/ipc/contract.ts';
import type { Failure } from '../shared/ipc/result.ts';
import type { Left } from '../shared/left.ts';
import { isThere } from './is-there.ts';

/** A plan that was open before, and where. */
export interface Recent {
  id: string;
  path: string;
  title: string;
  trust: string;
  openedAt: string;
  unsaved: Failure | null;
  /** Stays at the top, and on the list. */
  pinned: boolean;
  /** How it was left, as it was written down; it may be of another version. */
  left?: Left | undefined;
}

/** Besides those that are pinned. */
const most = 12;

/** The list with a plan that was just open, first of its kind; the same file stands in it once. */
export function withRecent(list: Recent[], seen: Omit<Recent, 'id' | 'pinned' | 'left'>): Recent[] {
  const before = list.find((each) => each.path === seen.path);
  const first = { id: randomUUID(), pinned: false, ...before, ...seen };
  return inOrder([first, ...list.filter((each) => each !== before)]);
}

/** The list with one of its plans pinned, or not any more. */
export function withPinned(list: Recent[], id: string, pinned: boolean): Recent[] {
  return inOrder(list.map((each) => (each.id === id ? { ...each, pinned } : each)));
}

/** The list once a plan that was missing has been found at a path, at which it stands by now too. */
export function withFound(list: Recent[], id: string, path: string): Recent[] {
  const pinned = list.some((each) => each.pinned && (each.id === id || each.path === path));
  const others = list.filter((each) => each.id !== id);
  return inOrder(others.map((each) => (each.path === path ? { ...each, pinned } : each)));
}

/** Those that are pinned, then the others, newest first. */
function inOrder(list: Recent[]): Recent[] {
  const sorted = list.toSorted((a, b) => (a.openedAt < b.openedAt ? 1 : a.openedAt > b.openedAt ? -1 : 0));
  return [...sorted.filter(({ pinned }) => pinned), ...sorted.filter(({ pinned }) => !pinned).slice(0, most)];
}

/** The list as people see it. */
export async function viewRecents(list: Recent[]): Promise<RecentView[]> {
  return Promise.all(
    list.map(async ({ path: file, left: _, ...rest }) => ({
      ...rest,
      unsaved: rest.unsaved ?? null,
      file: path.basename(file),
      folder: path.dirname(file),
      missing: !(await isThere(file)),
    })),
  );
}
