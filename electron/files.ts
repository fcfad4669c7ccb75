import { randomBytes } from 'node:crypto';
import { constants, promises as fs } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type ErrorCode, PlanError } from '../shared/messages.ts';

/**
 * Writes a file whole or not at all: a temporary file beside it, read back and synced, then renamed over it. Until that
 * last step whoever opens the file sees the old one; after it, the new one. A link is followed to what it points at.
 *
 * @throws PlanError `target-read-only`, `target-in-use`, `disk-full`, `folder-missing` or `write-failed`; the file is
 *   then as it was, and nothing is left beside it.
 */
export async function writeAtomically(target: string, bytes: Uint8Array, options: WriteOptions = {}): Promise<void> {
  const { files = realFiles, mark = randomBytes(4).toString('hex'), patience = 5_000, before } = options;
  try {
    const file = await whereItReallyIs(files, target);
    await refuseReadOnly(files, file);
    const temporary = path.join(path.dirname(file), temporaryName(path.basename(file), mark));
    try {
      await write(files, temporary, bytes, options.mark !== undefined);
      await before?.(file);
      await rename(files, temporary, file, patience);
    } catch (error) {
      // The first failure is the one to tell. What cannot be removed now is swept at the next start or after a day.
      await files.remove(temporary).catch(() => undefined);
      throw error;
    }
    // The new file is in its place and whole; some network drives cannot sync a folder, and that loses nothing.
    await files.syncFolder(path.dirname(file)).catch(() => undefined);
    await sweep(files, file);
  } catch (error) {
    throw writeError(error, target);
  }
}

export interface WriteOptions {
  files?: Files;
  /** Eight hexadecimal digits by which a writer knows its own temporary file again; by chance where it need not. */
  mark?: string;
  /** How long to wait for another program to let go of the file, in milliseconds. */
  patience?: number;
  /** Called when all is ready but the last step; an error thrown here stops it. */
  before?: (file: string) => Promise<void>;
}

/** The operations of the file system that a safe write is made of; tests replace them to make the n-th fail. */
export interface Files {
  read(file: string): Promise<Uint8Array>;
  /** Opens a file that must not be there yet. */
  create(
    file: string,
  ): Promise<{ write(bytes: Uint8Array): Promise<void>; sync(): Promise<void>; close(): Promise<void> }>;
  rename(from: string, to: string): Promise<void>;
  /** Removes a file; one that is not there is no error. */
  remove(file: string): Promise<void>;
  /** Fails where the file may not be written to. */
  mayWrite(file: string): Promise<void>;
  realPath(file: string): Promise<string>;
  syncFolder(folder: string): Promise<void>;
  list(folder: string): Promise<string[]>;
  /** When the file was last written, in milliseconds since 1970. */
  writtenAt(file: string): Promise<number>;
  /** Makes a folder and those that it is in; one that is there is no error. */
  makeFolder(folder: string): Promise<void>;
}

export const realFiles: Files = {
  read: (file) => fs.readFile(file),
  async create(file) {
    const handle = await fs.open(file, 'wx');
    return {
      write: (bytes) => handle.writeFile(bytes),
      sync: () => handle.sync(),
      close: () => handle.close(),
    };
  },
  rename: (from, to) => fs.rename(from, to),
  remove: (file) => fs.rm(file, { force: true }),
  mayWrite: (file) => fs.access(file, constants.W_OK),
  realPath: (file) => fs.realpath(file),
  async syncFolder(folder) {
    const handle = await fs.open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  },
  list: (folder) => fs.readdir(folder),
  writtenAt: async (file) => (await fs.stat(file)).mtimeMs,
  async makeFolder(folder) {
    await fs.mkdir(folder, { recursive: true });
  },
};

/**
 * The same operations, each of which is waited for as long as it takes: a slow drive is no silent one.
 * @param silent called where one has not answered for `longest` milliseconds
 */
export function watched(files: Files, longest: number, silent: () => void): Files {
  const watch =
    <Args extends unknown[], Result>(ask: (...args: Args) => Promise<Result>) =>
    (...args: Args): Promise<Result> => {
      const timer = setTimeout(silent, longest);
      return ask(...args).finally(() => clearTimeout(timer));
    };
  const all = <Port extends object>(port: Port) =>
    Object.fromEntries(Object.entries(port).map(([name, ask]) => [name, watch(ask)])) as Port;
  return { ...all(files), create: watch(async (file) => all(await files.create(file))) };
}

/** Reads a whole file. @throws PlanError `not-found`, `cannot-read`, `not-reachable` or `damaged-file`. */
export async function readWhole(file: string, files: Files = realFiles): Promise<Uint8Array> {
  try {
    return await inTime(files.read(file));
  } catch (error) {
    throw readError(error, file);
  }
}

/** The error of the closed list that a failure to read a file is. */
export function readError(error: unknown, file: string): PlanError {
  const code = codeOf(error);
  const known: Partial<Record<string, ErrorCode>> = {
    ENOENT: 'not-found',
    ENOTDIR: 'not-found',
    EACCES: 'cannot-read',
    EPERM: 'cannot-read',
    EBUSY: 'cannot-read',
    EISDIR: 'not-a-plan',
    // What lies in the cloud, and does not come from there: Node has no name for what Windows then says.
    UNKNOWN: 'not-reachable',
    EIO: 'not-reachable',
    ENOTSUP: 'not-reachable',
  };
  return new PlanError(
    known[code] ?? (isAway(code) ? 'not-reachable' : 'damaged-file'),
    { ...called(file), found: `reading gave ${code}` },
    { cause: error },
  );
}

/** The error of the closed list that a failure to write a file is. */
export function writeError(error: unknown, target: string): PlanError {
  if (error instanceof PlanError) return error;
  const code = codeOf(error);
  const known = writeCodes[code] ?? (isAway(code) ? 'folder-missing' : 'write-failed');
  return new PlanError(known, { ...called(target), found: code }, { cause: error });
}

const writeCodes: Partial<Record<string, ErrorCode>> = {
  EACCES: 'target-read-only',
  EPERM: 'target-read-only',
  EROFS: 'target-read-only',
  EBUSY: 'target-in-use',
  ETXTBSY: 'target-in-use',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EFBIG: 'disk-full',
  ENOENT: 'folder-missing',
  ENOTDIR: 'folder-missing',
};

/** Whether an error says that a drive, or the network that it is on, has gone. */
function isAway(code: string): boolean {
  return /^E(?:NETUNREACH|NETDOWN|HOSTDOWN|HOSTUNREACH|NOTCONN|CONNRESET|TIMEDOUT|STALE|REMOTEIO|NXIO|NODEV)$/.test(
    code,
  );
}

/** The longest that a file from a drive or from the cloud is waited for, in milliseconds. */
export const longestRead = 60_000;

/** What a file gives, or `ETIMEDOUT`: of what is only in the cloud, reading may never end. */
export async function inTime<Result>(reading: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const error = Object.assign(new Error('It did not come.'), { code: 'ETIMEDOUT' });
    timer = setTimeout(() => reject(error), longestRead);
  });
  return Promise.race([reading, late]).finally(() => clearTimeout(timer));
}

/** A file as messages name it. */
export function called(file: string): { file: string; folder: string } {
  return { file: path.basename(file), folder: path.dirname(file) };
}

/** The same error with the name of the file, which whoever finds it in the bytes does not know. */
export function withName(file: string, error: unknown): unknown {
  if (!(error instanceof PlanError)) return error;
  return new PlanError(error.code, { ...error.details, ...called(file) }, { cause: error });
}

export function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : 'an unknown error';
}

async function whereItReallyIs(files: Files, target: string): Promise<string> {
  try {
    return await files.realPath(target);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    return path.join(await files.realPath(path.dirname(path.resolve(target))), path.basename(target));
  }
}

/** A rename would replace a read-only file on some systems; whoever made it read-only did not want that. */
async function refuseReadOnly(files: Files, file: string): Promise<void> {
  await files.mayWrite(file).catch((error) => {
    if (codeOf(error) !== 'ENOENT') throw error;
  });
}

async function write(files: Files, temporary: string, bytes: Uint8Array, ours: boolean): Promise<void> {
  // With a mark of our own, what lies there is what we left behind when we were stopped.
  if (ours) await files.remove(temporary);
  const handle = await files.create(temporary);
  try {
    await handle.write(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  const written = await files.read(temporary);
  if (Buffer.compare(written, bytes) !== 0) throw Object.assign(new Error('read back differently'), { code: 'EIO' });
}

/** Virus scanners, sync programs and Word hold a file for a moment. */
async function rename(files: Files, from: string, to: string, patience: number): Promise<void> {
  const held = new Set(['EPERM', 'EACCES', 'EBUSY']);
  const until = Date.now() + patience;
  for (let pause = 20; ; pause = Math.min(pause * 2, 500)) {
    try {
      return await files.rename(from, to);
    } catch (error) {
      if (!held.has(codeOf(error))) throw error;
      if (Date.now() + pause > until) throw new PlanError('target-in-use', called(to), { cause: error });
      await wait(pause);
    }
  }
}

const day = 24 * 60 * 60 * 1000;

/** Short enough that no file system refuses it for its length. */
function temporaryName(name: string, mark: string): string {
  return `${prefixOf(name)}${mark}.tmp`;
}

/** What the names of the files begin with that stand beside a file for a while, as those of Office do. */
export function prefixOf(name: string): string {
  return `~$${[...name].slice(0, 50).join('')}.`;
}

/** Removes what others who had this file open left behind more than a day ago. Tidying up never fails a write. */
async function sweep(files: Files, file: string): Promise<void> {
  const folder = path.dirname(file);
  const prefix = prefixOf(path.basename(file));
  const names = await files.list(folder).catch(() => []);
  for (const name of names) {
    if (!name.startsWith(prefix) || !/^[0-9a-f]{8}\.(?:tmp|open)$/.test(name.slice(prefix.length))) continue;
    const left = path.join(folder, name);
    const at = await files.writtenAt(left).catch(() => Date.now());
    if (Date.now() - at > day) await files.remove(left).catch(() => undefined);
  }
}
