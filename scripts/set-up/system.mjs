import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/**
 * What Linux needs beside Node, by Debian's names, and what shows that it is there.
 * @type {Record<'window' | 'display' | 'compiler', { debian: string, command?: string, library?: string }[]>}
 */
const needs = {
  window: [
    { debian: `libgtk-3-0${t64()}`, library: 'libgtk-3.so.0' },
    { debian: 'libnss3', library: 'libnss3.so' },
    { debian: `libasound2${t64()}`, library: 'libasound.so.2' },
    { debian: 'libgbm1', library: 'libgbm.so.1' },
  ],
  display: [{ debian: 'xvfb', command: 'Xvfb' }],
  compiler: [
    { debian: 'unzip', command: 'unzip' },
    { debian: 'g++', command: 'g++' },
    { debian: 'make', command: 'make' },
    { debian: 'python3', command: 'python3' },
  ],
};

/**
 * Sees that the system has what the kinds of work need. Root on Debian gets it installed, anyone else the command to type.
 * @param {(keyof typeof needs)[]} kinds
 * @throws where something is missing and cannot be installed from here
 */
export function installSystemPackages(...kinds) {
  if (process.platform !== 'linux') return;
  const absent = kinds.flatMap((kind) => needs[kind]).filter((need) => !isThere(need));
  if (absent.length === 0) return;
  const names = absent.map((need) => need.debian).join(' ');
  const command = `apt-get update && apt-get install -y --no-install-recommends ${names}`;
  if (process.getuid?.() === 0 && isThere({ command: 'apt-get' })) {
    console.error(`[set-up] Installing ${names}`);
    const { status, stdout, stderr } = spawnSync('sh', ['-c', command], {
      encoding: 'utf8',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (status === 0) return;
    console.error(`${stdout.slice(-2000)}${stderr.slice(-2000)}`);
  }
  throw new Error(`This needs ${names}. On Debian or Ubuntu, type:\n\n  sudo sh -c '${command}'\n`);
}

/** Debian 13 and Ubuntu 24.04 renamed the libraries whose interface has a time of 64 bits. */
function t64() {
  if (!fs.existsSync('/etc/os-release')) return '';
  const about = fs.readFileSync('/etc/os-release', 'utf8');
  const [, system] = /^ID=(.+)$/m.exec(about) ?? [];
  const [, release] = /^VERSION_ID="?(\d+)/m.exec(about) ?? [];
  return Number(release) >= (system === 'ubuntu' ? 24 : 13) ? 't64' : '';
}

/** @param {{ command?: string, library?: string }} need */
function isThere({ command, library }) {
  return command === undefined ? libraries().includes(`\t${library} `) : onPath(command);
}

/** @param {string} command */
function onPath(command) {
  return (process.env.PATH ?? '').split(path.delimiter).some((folder) => fs.existsSync(path.join(folder, command)));
}

function libraries() {
  return (
    spawnSync('ldconfig', ['-p'], { encoding: 'utf8', env: { PATH: `${process.env.PATH}:/usr/sbin:/sbin` } }).stdout ??
    ''
  );
}
