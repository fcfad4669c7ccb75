// node scripts/packaging/pack.mjs folder|installers: in a process of its own, because electron-builder ends the one that
// it ran in with exit code 0, whatever that had to say.
import fs from 'node:fs';
import path from 'node:path';
import { build, Platform } from 'electron-builder';
import { findElectron } from '../electron/find.mjs';
import { standInAddon } from '../electron/stand-in.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const shipped = { projectDir: root, publish: /** @type {const} */ ('never') };
const config = { extends: path.join(root, 'electron-builder.yml') };

/** Builds what electron-builder.yml lists for this platform, with Electron's own release. */
async function packInstallers() {
  await build({ ...shipped, config });
}

/** Builds the app's folder for this machine into release/, with whichever Electron is there. */
async function packFolder() {
  const electron = await findElectron();
  const version = fs.readFileSync(path.join(electron.dist, 'version'), 'utf8').replace(/^v/, '').trim();
  const isStandIn = electron.kind === 'stand-in';
  await build({
    ...shipped,
    targets: Platform.current().createTarget('dir'),
    config: {
      ...config,
      electronDist: electron.dist,
      electronVersion: version,
      ...(isStandIn && { afterExtract: withoutLauncher }),
    },
  });
  if (!isStandIn) return;
  // What is shipped is the prebuilt addon. The stand-in is too old for it: a folder made with it gets the stand-in's.
  const addon = 'linux-unpacked/resources/app.asar.unpacked/node_modules/better-sqlite3/prebuilds/linux-x64.node';
  fs.copyFileSync(path.join(electron.dist, 'resources', standInAddon), path.join(root, 'release', addon));
  console.error(`[package] Made with the stand-in Electron ${version}: to be tried here, not to be given to anyone.`);
}

/**
 * The stand-in comes with a launcher where a packaged app has its own code.
 * @param {import('electron-builder').AfterPackContext} context
 */
async function withoutLauncher({ appOutDir }) {
  fs.rmSync(path.join(appOutDir, 'resources/app'), { recursive: true });
  fs.rmSync(path.join(appOutDir, 'resources', standInAddon));
}

try {
  await (process.argv[2] === 'installers' ? packInstallers() : packFolder());
} catch (error) {
  console.error(error);
  process.exit(1);
}
