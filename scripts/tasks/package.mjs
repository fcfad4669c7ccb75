// npm run package: builds the app's folder for this machine into release/, starts it and tries it.
// npm run package -- installers: builds what electron-builder.yml lists for this platform instead (NSIS, MSI, zip).
import { build } from '../build.mjs';
import { check, sumUp, tests } from '../checks.mjs';
import { packFolder, packInstallers } from '../packaging/pack.mjs';

await build();
const notices = await check('notices', process.execPath, 'scripts/packaging/notices.mjs', '--check');
if (notices.failed) sumUp([notices]);
else if (process.argv.includes('installers')) await packInstallers();
else {
  await packFolder();
  sumUp([notices, await tests('package', { window: true })]);
}
