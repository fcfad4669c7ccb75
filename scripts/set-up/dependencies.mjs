import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { withLock } from './lock.mjs';

/**
 * Runs `npm ci` where node_modules is missing or does not hold what the lock file asks for.
 * @param {string} root
 * @throws where npm fails
 */
export async function installDependencies(root) {
  if (installed(root)) return;
  const key = createHash('sha256').update(root).digest('hex').slice(0, 16);
  await withLock(path.join(os.tmpdir(), `wres-planner-install-${key}.lock`), () => {
    if (installed(root)) return; // by the process that had the lock
    console.error('[set-up] Installing the dependencies (npm ci, about a minute)');
    // Onto stderr: stdout belongs to the task.
    const { status, error } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: root,
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32',
    });
    if (status !== 0) throw new Error(`npm ci failed${error ? ` (${error.message})` : ''}. See what it says above.`);
  });
}

/**
 * Compares npm's own list of what it installed with the lock file: by content, as file times say nothing after a clone.
 * @param {string} root
 */
function installed(root) {
  const wanted = packages(path.join(root, 'package-lock.json'));
  const there = packages(path.join(root, 'node_modules', '.package-lock.json'));
  return Object.entries(wanted).every(([place, { version, optional }]) => {
    if (place === '') return true;
    const found = there[place];
    return found ? found.version === version : optional === true; // an optional one may be for another platform
  });
}

/**
 * @param {string} lockFile
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function packages(lockFile) {
  try {
    return JSON.parse(fs.readFileSync(lockFile, 'utf8')).packages ?? {};
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return {};
    throw error;
  }
}
