import { execFileSync } from 'node:child_process';
import path from 'node:path';

const electron = path.resolve(import.meta.dirname, '../../electron');
const readers = [
  'plan-file/reader.ts',
  'plan-file/salvager.ts',
  'word/read/word-reader.ts',
  'word/read/document-reader.ts',
];

/**
 * The processes of a test find what Node made of the TypeScript of the one before. Readers are ended before they could
 * leave it to the next: here they come to their own end, once.
 */
export function setup(): void {
  process.env.NODE_COMPILE_CACHE ??= path.resolve('node_modules/.cache/compiled');
  const imports = readers.flatMap((reader) => ['--import', path.join(electron, reader)]);
  execFileSync(process.execPath, [...imports, '--eval', '']);
}
