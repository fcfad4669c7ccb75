import { type Files, realFiles } from '../../electron/files.ts';

/** What happens at the n-th file operation. */
export interface Fault {
  /** Which operation, from 1. */
  at: number;
  /** `once`: this one fails. `always`: this one and all after it. `late`: it is done, and then reported as failed. */
  how: 'once' | 'always' | 'late';
  code: string;
}

/** The real file operations, counted, with a fault where one is set. */
export function faultyFiles() {
  let count = 0;
  let fault: Fault | null = null;

  async function step<Result>(run: () => Promise<Result>): Promise<Result> {
    count += 1;
    if (!fault || count < fault.at || (fault.how !== 'always' && count > fault.at)) return run();
    if (fault.how === 'late') await run();
    throw Object.assign(new Error(fault.code), { code: fault.code });
  }

  return {
    files: stepping(step),
    /** Starts counting anew, with this fault or with none. */
    set(next: Fault | null): void {
      count = 0;
      fault = next;
    },
    get count(): number {
      return count;
    },
  };
}

/** The real file operations, each of them run by `step`. */
export function stepping(step: <Result>(run: () => Promise<Result>, name: string) => Promise<Result>): Files {
  return {
    read: (file) => step(() => realFiles.read(file), 'read'),
    create: async (file) => {
      const opened: Awaited<ReturnType<Files['create']>>[] = [];
      const create = async () => opened.push(await realFiles.create(file));
      // Reported as failed, it is open all the same.
      await step(create, 'create').catch(
        (error) => opened[0]?.close().then(() => Promise.reject(error)) ?? Promise.reject(error),
      );
      const handle = opened[0] as (typeof opened)[0];
      return {
        write: (bytes) => step(() => handle.write(bytes), 'write'),
        sync: () => step(() => handle.sync(), 'sync'),
        // What fails to close is closed all the same.
        close: () =>
          step(() => handle.close(), 'close').catch((error) => handle.close().then(() => Promise.reject(error))),
      };
    },
    rename: (from, to) => step(() => realFiles.rename(from, to), 'rename'),
    remove: (file) => step(() => realFiles.remove(file), 'remove'),
    mayWrite: (file) => step(() => realFiles.mayWrite(file), 'mayWrite'),
    realPath: (file) => step(() => realFiles.realPath(file), 'realPath'),
    syncFolder: (folder) => step(() => realFiles.syncFolder(folder), 'syncFolder'),
    list: (folder) => step(() => realFiles.list(folder), 'list'),
    writtenAt: (file) => step(() => realFiles.writtenAt(file), 'writtenAt'),
    makeFolder: (folder) => step(() => realFiles.makeFolder(folder), 'makeFolder'),
  };
}
