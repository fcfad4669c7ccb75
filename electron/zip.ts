import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/**
 * The parts of an Office file as one file: the same parts give the same bytes. Readers look for the content types first
 * (ISO/IEC 21320-1 leaves the order open, but old ones stream).
 */
export function zip(parts: Map<string, string>): Uint8Array {
  const first = '[Content_Types].xml';
  const paths = [first, ...[...parts.keys()].filter((path) => path !== first).sort()];
  // A zip holds local time without a zone: this is noon on the first day that it can hold, wherever it is written.
  const mtime = new Date(1980, 0, 1, 12);
  const entries = Object.fromEntries(paths.map((path) => [path, strToU8(parts.get(path) ?? '')]));
  return zipSync(entries, { mtime, level: 6 });
}

/** The parts of a file that we have just made ourselves, by their paths. */
export function unzip(bytes: Uint8Array): Map<string, string> {
  return new Map(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));
}
