import { inflateRawSync } from 'node:zlib';
import { PlanError } from '../../../shared/messages.ts';

/** What a Word file may be at most; sizes in bytes. What a part inflates to is counted, not believed. */
export const limits = { file: 20 * 1024 * 1024, entries: 2_000, part: 20 * 1024 * 1024 } as const;

/** Gives a part of the package by its name; undefined where there is none. */
export type Parts = (name: string) => Uint8Array | undefined;

/**
 * Opens a zip (PKWARE APPNOTE 6.3.10), as Word and Excel files are. Nothing is inflated before it is asked for.
 * Undefined where it is something else that may be text.
 * @throws PlanError `empty-file`, `word-too-large`, `not-word`, `old-word`, `word-password` or `damaged-file`
 */
export function openZip(bytes: Uint8Array): Parts | undefined {
  if (bytes.length === 0) throw new PlanError('empty-file');
  if (bytes.length > limits.file) throw new PlanError('word-too-large', { found: 'it has more than 20 MB' });
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  refuseOtherKinds(data);
  if (data.toString('latin1', 0, 2) !== 'PK') return undefined;
  const entries = attempt(() => directoryOf(data));
  return (name) => {
    const entry = entries.get(name);
    return entry && attempt(() => inflated(data, entry));
  };
}

interface Entry {
  flags: number;
  method: number;
  compressed: number;
  offset: number;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;

/** What else may go by the name of a Word or Excel file, by its first bytes. */
function refuseOtherKinds(data: Buffer): void {
  if (data.length >= 8 && data.readUInt32BE(0) === 0xd0cf11e0) {
    if (data.includes(Buffer.from('EncryptedPackage', 'utf16le'))) throw new PlanError('word-password');
    if (data.includes(Buffer.from('WordDocument', 'utf16le'))) throw new PlanError('old-word');
    throw new PlanError('not-word', { found: 'it is of a format that Office had before 2007' });
  }
  const begins = data.toString('latin1', 0, 6);
  if (begins.startsWith('%PDF')) throw new PlanError('not-word', { found: 'it is a PDF' });
  if (begins.startsWith('{\\rtf')) throw new PlanError('not-word', { found: 'it is in Rich Text Format' });
}

function directoryOf(data: Buffer): Map<string, Entry> {
  const end = endOf(data);
  const count = data.readUInt16LE(end + 10);
  if (count > limits.entries) throw new PlanError('word-too-large', { found: `it holds ${count} files` });
  const entries = new Map<string, Entry>();
  let at = data.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (data.readUInt32LE(at) !== entrySignature) throw new RangeError('no entry where one should be');
    const nameLength = data.readUInt16LE(at + 28);
    const name = data.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/');
    if (entries.has(name)) throw new PlanError('damaged-file', { found: 'two of its parts have one name' });
    entries.set(name, {
      flags: data.readUInt16LE(at + 8),
      method: data.readUInt16LE(at + 10),
      compressed: data.readUInt32LE(at + 20),
      offset: data.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + data.readUInt16LE(at + 30) + data.readUInt16LE(at + 32);
  }
  return entries;
}

/** The end record stands last, before a comment of at most 65,535 bytes. */
function endOf(data: Buffer): number {
  for (let at = data.length - 22; at >= Math.max(0, data.length - 22 - 0xffff); at -= 1) {
    if (data.readUInt32LE(at) === endSignature) return at;
  }
  throw new PlanError('damaged-file', { found: 'it breaks off before its end' });
}

function inflated(data: Buffer, { flags, method, compressed, offset }: Entry): Uint8Array {
  if (flags & 1) throw new PlanError('word-password');
  if (data.readUInt32LE(offset) !== localSignature) throw new RangeError('no part where one should be');
  const start = offset + 30 + data.readUInt16LE(offset + 26) + data.readUInt16LE(offset + 28);
  if (start + compressed > data.length) throw new RangeError('a part reaches beyond the end');
  const packed = data.subarray(start, start + compressed);
  if (method === 0) return packed.length <= limits.part ? packed : tooLarge();
  if (method !== 8) throw new RangeError(`compression ${method}`);
  try {
    return inflateRawSync(packed, { maxOutputLength: limits.part });
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE') tooLarge();
    throw error;
  }
}

function tooLarge(): never {
  throw new PlanError('word-too-large', { found: 'a part of it unpacks to more than 20 MB' });
}

/** Whatever does not fit together while a zip is read is damage. */
function attempt<Result>(run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    if (error instanceof PlanError) throw error;
    throw new PlanError('damaged-file', { found: 'its parts cannot be unpacked' }, { cause: error });
  }
}
