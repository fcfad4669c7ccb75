import { createHash, webcrypto } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { type Files, writeAtomically } from '../files.ts';

/**
 * What this computer knows of the person's file at one place: the hash of the bytes that were last read or written
 * there, and the last edit that is in them. It stands beside the working copy, not in it: a path is nobody else's business.
 */
const placeSchema = z.strictObject({ path: z.string(), hash: z.string(), edit: z.string() });
type Place = z.infer<typeof placeSchema>;

/** The folder of the working copy of a plan at a place. Two copies of one plan are two places. */
export function placeFolder(profile: string, planId: string, file: string): string {
  return path.join(plansFolder(profile), planId, placeKey(file));
}

/** The working copy whose file was left with exactly these bytes, if there is one. */
export function knownPlace(profile: string, file: string, hash: string): KnownPlace | undefined {
  for (const planId of foldersIn(plansFolder(profile))) {
    const folder = placeFolder(profile, planId, file);
    const place = readPlace(folder);
    if (place?.hash === hash) return { folder, planId, hash, edit: place.edit };
  }
  return undefined;
}

/** The files of a plan that were known here, but for this one; none where this one is known itself. */
export function otherPlaces(profile: string, planId: string, file: string): string[] {
  const here = placeFolder(profile, planId, file);
  if (readPlace(here)) return [];
  const folder = path.join(plansFolder(profile), planId);
  return foldersIn(folder).flatMap((name) => {
    const known = readPlace(path.join(folder, name));
    return known ? [known.path] : [];
  });
}

/** The plans that were worked on at a place, whatever the file there is by now. */
export function plansAt(profile: string, file: string): { planId: string; folder: string }[] {
  return foldersIn(plansFolder(profile))
    .map((planId) => ({ planId, folder: placeFolder(profile, planId, file) }))
    .filter(({ folder }) => existsSync(folder));
}

export interface KnownPlace {
  folder: string;
  planId: string;
  hash: string;
  /** The last edit that is in the file. */
  edit: string;
}

/** Keeps the folder of a working copy that is damaged under another name, for whoever can mend it. @returns its new path */
export function setAside(folder: string, now: Date): string {
  const aside = `${folder} damaged ${now.toISOString().replaceAll(':', '.')}`;
  renameSync(folder, aside);
  return aside;
}

/** What is known of a place; undefined where nothing is, or where it cannot be read: then it is as if nothing were. */
function readPlace(folder: string): Place | undefined {
  try {
    return placeSchema.parse(JSON.parse(readFileSync(placeFile(folder), 'utf8')));
  } catch {
    return undefined;
  }
}

/** The last edit that is in the person's file, as far as is known. */
export function lastPublished(folder: string): string | undefined {
  return readPlace(folder)?.edit;
}

export async function rememberPlace(folder: string, place: Place, files?: Files): Promise<void> {
  const options = { ...(files && { files }), mark: markOf(folder, place.path) };
  await writeAtomically(placeFile(folder), Buffer.from(JSON.stringify(place)), options);
}

/** A name of eight hexadecimal digits for what this profile writes at this place; of two computers, each with its own. */
export function markOf(profile: string, file: string, device = ''): string {
  return hashOf([path.resolve(profile), absolute(file), device].join('\n')).slice(0, 8);
}

/** SHA-256, in hexadecimal digits. */
export function hashOf(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The same of a whole file, which takes long enough for the plan to be edited meanwhile: not in this thread. */
export async function hashOfFile(bytes: Uint8Array): Promise<string> {
  return Buffer.from(await webcrypto.subtle.digest('SHA-256', bytes)).toString('hex');
}

/** Whether a file is in a folder that the system empties without asking. */
export function isTemporary(file: string, temporaryFolders: string[]): boolean {
  return temporaryFolders.some((folder) => {
    const way = path.relative(absolute(folder), absolute(file));
    return way !== '' && !way.startsWith('..') && !path.isAbsolute(way);
  });
}

const plansFolder = (profile: string) => path.join(profile, 'plans');
const placeFile = (folder: string) => path.join(folder, 'place.json');
const placeKey = (file: string) => hashOf(absolute(file)).slice(0, 16);

/** Windows does not tell capital letters from small ones in paths. */
function absolute(file: string): string {
  const full = path.resolve(file);
  return process.platform === 'win32' ? full.toLowerCase() : full;
}

function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
