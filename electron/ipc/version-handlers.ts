import type { Desk } from '../desk.ts';
import type { Handlers } from './dispatch.ts';

/** The plan as it was: looked at, compared with now, and brought back. */
export function versionHandlers(desk: Desk): Pick<Handlers, 'versions' | 'planInVersion' | 'bringBack'> {
  return {
    versions: () => desk.versions(),
    planInVersion: ({ id }) => desk.planIn(id),
    bringBack: ({ id, label, things }) => desk.bringBack(id, label, things),
  };
}
