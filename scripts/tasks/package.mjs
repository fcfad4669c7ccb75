// npm run package: builds the app's folder for this machine into release/, starts it and tries it.
// npm run package -- installers: builds what electron-builder.yml lists for this platform instead (NSIS, MSI, zip).
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { Platform, build as pack } from 'electron-builder';
import { build } from '../build.mjs';
import { findElectron } from '../electron/find.mjs';
import { runWithElectron } from '../electron/run.mjs';
import { standInAddon } from '../electron/stand-in.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const installers = process.argv.includes('installers');

await build();
const checked = spawnSync(process.execPath, [path.join(root, 'scripts/packaging/notices.mjs'), '--check'], {
  stdio: 'inherit',
});
if (checked.status !== 0) process.exit(1);

const electron = await findElectron();
const version = fs.readFileSync(path.join(electron.dist, 'version'), 'utf8').replace(/^v/, '').trim();
await pack({
  projectDir: root,
  publish: 'never',
  targets: installers ? undefined : Platform.current().createTarget('dir'),
  config: {
    extends: path.join(root, 'electron-builder.yml'),
    ...(!installers && { electronDist: electron.dist, electronVersion: version }),
    ...(electron.kind === 'stand-in' && { afterExtract: withoutLauncher }),
  },
});
if (!installers) {
  if (electron.kind === 'stand-in') giveAddonOfStandIn();
  process.exitCode = await runWithElectron(['vitest', 'run', '--project', 'package']);
}

/**
 * The stand-in comes with a launcher where a packaged app has its own code.
 * @param {import('electron-builder').AfterPackContext} context
 */
async function withoutLauncher({ appOutDir }) {
  fs.rmSync(path.join(appOutDir, 'resources/app'), { recursive: true });
  fs.rmSync(path.join(appOutDir, 'resources', standInAddon));
}

/** What is shipped is the prebuilt addon; the stand-in is too old for it, so a folder made with it gets the stand-in's. */
function giveAddonOfStandIn() {
  const addon =
    'release/linux-unpacked/resources/app.asar.unpacked/node_modules/better-sqlite3/prebuilds/linux-x64.node';
  fs.copyFileSync(path.join(electron.dist, 'resources', standInAddon), path.join(root, addon));
  console.error(`[package] Made with the stand-in Electron ${version}: to be tried here, not to be given to anyone.`);
}
