import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Files as LibreOffice saves them, of one format (by its extension) as of another; all of them in one go. */
export async function savedByLibreOffice(files: Uint8Array[], from: string, to: string): Promise<Uint8Array[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'wres-libreoffice-'));
  const out = path.join(folder, 'out');
  const names = files.map((_, index) => path.join(folder, `${index}.${from}`));
  try {
    for (const [index, bytes] of files.entries()) writeFileSync(names[index] as string, bytes);
    const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile'))}`;
    await run('soffice', [profile, '--headless', '--convert-to', to, '--outdir', out, ...names]);
    return files.map((_, index) => readFileSync(path.join(out, `${index}.${to}`)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
