import { spawn } from 'node:child_process';
import path from 'node:path';
import { hasDisplay } from '../set-up/display.mjs';
import { installSystemPackages } from '../set-up/system.mjs';
import { findElectron } from './find.mjs';

const bin = path.resolve(import.meta.dirname, '../../node_modules/.bin');

/**
 * Runs a command that starts Electron, with an Electron in place and, where there is no display, with its own: the
 * first is DISPLAY, all are WRES_DISPLAYS.
 * @param {string[]} command
 * @param {import('node:child_process').SpawnOptions & { displays?: number }} [options]
 * @returns {Promise<number>} the command's exit code
 */
export async function runWithElectron(command, { displays: wanted = 1, ...options } = {}) {
  installSystemPackages('window');
  const { dist, kind } = await findElectron();
  console.error(`[electron] ${kind}: ${dist}`);
  const displays = hasDisplay() ? [] : await Promise.all(Array.from({ length: wanted }, openDisplay));
  try {
    return await run(command, {
      stdio: 'inherit',
      ...options,
      env: {
        ...process.env,
        ...options.env,
        PATH: `${bin}${path.delimiter}${process.env.PATH}`,
        ...(kind !== 'official' && { ELECTRON_OVERRIDE_DIST_PATH: dist }),
        ...(displays[0] && { DISPLAY: displays[0].name, WRES_DISPLAYS: displays.map(({ name }) => name).join(' ') }),
      },
    });
  } finally {
    for (const display of displays) display.close();
  }
}

/** Flags that every start of Electron needs here: root on Linux has no sandbox to run in. */
export const electronFlags = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** Opens a virtual display. Xvfb itself picks a number that is free, so that parallel starts are safe. */
async function openDisplay() {
  installSystemPackages('display');
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  let complaints = '';
  server.stderr?.on('data', (chunk) => (complaints += chunk));
  const number = await new Promise((resolve, reject) => {
    server.stdio[3]?.once('data', (chunk) => resolve(String(chunk).trim()));
    server.once('error', reject);
    server.once('exit', () => reject(new Error(`Xvfb did not start: ${complaints}`)));
  });
  process.once('exit', () => server.kill());
  return { name: `:${number}`, close: () => server.kill() };
}

/**
 * @param {string[]} command
 * @param {import('node:child_process').SpawnOptions} options
 * @returns {Promise<number>}
 */
function run([program = '', ...args], options) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, options);
    const pass = () => child.kill('SIGTERM');
    process.once('SIGTERM', pass);
    child.once('error', reject);
    child.once('exit', (code) => {
      process.off('SIGTERM', pass);
      resolve(code ?? 1);
    });
  });
}
