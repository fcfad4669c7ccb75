import { PlanError } from '../../shared/messages.ts';
import { applicationId, schemaVersion } from './migrate.ts';

/** The most that a plan file may be, in bytes. */
export const largest = 50 * 1024 * 1024;

/** The memory that the reader of such a file may have, in MB: one of 45 MB, with 20,000 actions, takes 325. */
export const ofLargest = 500;

/**
 * Looks at the first 100 bytes of a file, before SQLite sees it (https://www.sqlite.org/fileformat2.html, section 1.3).
 *
 * @returns the version of its schema
 * @throws PlanError `empty-file`, `too-large`, `not-a-plan`, `newer-version`, `damaged-file` or `altered-file`
 */
export function checkHeader(bytes: Uint8Array, newest = schemaVersion): number {
  if (bytes.length === 0) throw new PlanError('empty-file');
  if (bytes.length > largest) throw new PlanError('too-large');
  const header = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 100));
  if (header.length < 100 || header.toString('latin1', 0, 16) !== 'SQLite format 3\u0000')
    throw new PlanError('not-a-plan');
  if (header.readUInt32BE(68) !== applicationId) throw new PlanError('not-a-plan');

  const version = header.readUInt32BE(60);
  if (version > newest) {
    throw new PlanError('newer-version', { found: `its format is ${version}, this one knows ${newest}` });
  }
  if (version === 0) throw new PlanError('damaged-file', { found: 'it does not say its version' });
  // 2 would have SQLite look for a log of writes beside the file, which is never ours.
  if (header[18] !== 1 || header[19] !== 1) throw new PlanError('altered-file', { found: 'it was left half-written' });
  if (header.readUInt32BE(56) !== 1) throw new PlanError('altered-file', { found: 'its texts are not UTF-8' });

  const size = header.readUInt16BE(16);
  const pageSize = size === 1 ? 65_536 : size;
  if (pageSize < 512 || (pageSize & (pageSize - 1)) !== 0 || header.readUInt32BE(28) * pageSize !== bytes.length) {
    throw new PlanError('damaged-file', { found: 'a part of it is missing' });
  }
  return version;
}
