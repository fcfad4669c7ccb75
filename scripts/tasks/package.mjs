// npm run package: builds the app's folder for this machine into release/, starts it and tries it.
// npm run package -- installers: builds what electron-builder.yml lists for this platform instead (NSIS, MSI, zip).
import { build } from '../build.mjs';
import { check, sumUp, tests } from '../checks.mjs';

const what = process.argv.includes('installers') ? 'installers' : 'folder';
await build();
const outcomes = [await check('notices', process.execPath, 'scripts/packaging/notices.mjs', '--check')];
if (!outcomes[0]?.failed) outcomes.push(await check('packaging', process.execPath, 'scripts/packaging/pack.mjs', what));
if (!outcomes.at(-1)?.failed && what === 'folder') outcomes.push(await tests(['package'], { windows: 1 }));
sumUp(outcomes);
