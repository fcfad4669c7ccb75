import fs from 'node:fs';
import path from 'node:path';
import { Arch } from 'electron-builder';

/**
 * Run by electron-builder after each folder is put together: it must hold one native addon, the target's own.
 * @param {import('electron-builder').AfterPackContext} context
 */
export default async function onlyOwnAddon({ appOutDir, arch, electronPlatformName, packager }) {
  const resources = packager.getResourcesDir(appOutDir);
  const addons = fs
    .readdirSync(resources, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.node'));
  const own = path.join(
    'app.asar.unpacked/node_modules/better-sqlite3/prebuilds',
    `${electronPlatformName}-${Arch[arch]}.node`,
  );
  if (addons.length !== 1 || addons[0] !== own) {
    throw new Error(`The build must hold ${own} and no other addon. It holds: ${addons.join(', ') || 'none'}.`);
  }
}
