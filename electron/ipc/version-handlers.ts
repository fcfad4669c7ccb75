import path from 'node:path';
import type { Desk } from '../desk.ts';
import type { FileDialogs } from '../file-dialogs.ts';
import type { Handlers } from './dispatch.ts';

/** The plan as it was: looked at, compared with now, and brought back; and what there is of one that is damaged. */
export function versionHandlers(
  desk: Desk,
  { choosePlace }: FileDialogs,
): Pick<Handlers, 'versions' | 'planInVersion' | 'bringBack' | 'findRecovery' | 'recover'> {
  return {
    versions: () => desk.file.versions(),
    planInVersion: async ({ id }) => (await desk.file.version(id)).plan,
    bringBack: async ({ id, label, things }) => {
      const { records } = await desk.file.version(id);
      return desk.change((file) => file.bringBack(records, label, things));
    },
    findRecovery: () => desk.findRecovery(),
    recover: async () => {
      const found = await desk.findRecovery();
      if (found === null) return null;
      const name = `${path.basename(found.file, '.wresplan')} (recovered).wresplan`;
      const file = await choosePlace('Where to keep the recovered plan', name, 'plans');
      return file === null ? null : desk.recover(file);
    },
  };
}
