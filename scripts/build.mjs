import fs from 'node:fs';
import path from 'node:path';
import { createBuilder } from 'vite';
import { withLock } from './set-up/lock.mjs';

const root = path.resolve(import.meta.dirname, '..');
const stamp = path.join(root, 'dist', '.built');
const sources = ['shared', 'electron', 'renderer', 'assets', 'package.json', 'package-lock.json', 'vite.config.ts'];

/** Builds dist/ where a source is newer than it; several processes may ask at once. */
export async function build() {
  await withLock(path.join(root, 'node_modules', '.cache', 'build.lock'), async () => {
    const started = new Date();
    if (newest(sources) <= (fs.statSync(stamp, { throwIfNoEntry: false })?.mtimeMs ?? 0)) return;
    fs.rmSync(stamp, { force: true });
    await (await createBuilder({ configFile: path.join(root, 'vite.config.ts'), logLevel: 'warn' }, null)).buildApp();
    fs.writeFileSync(stamp, '');
    fs.utimesSync(stamp, started, started); // a source saved while it was built is newer
  });
}

/** @param {string[]} places */
function newest(places) {
  const times = places.flatMap((place) => {
    const from = path.join(root, place);
    const inside = fs.statSync(from).isDirectory() ? fs.readdirSync(from, { recursive: true, encoding: 'utf8' }) : [];
    // A folder's own time tells of files that went away.
    return [from, ...inside.map((name) => path.join(from, name))].map(
      (file) => fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0,
    );
  });
  return Math.max(...times);
}
